import { Alert, Button, Group, Paper, Radio, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, newKey, once, unwrap } from '../api/client';
import { asProblem } from '../api/problem';
import { ProblemAlert } from '../ui/problem-alert';
import { useProblemWords } from '../ui/use-problem-words';
import { OUTCOMES } from './choices';
import choices from './choices.module.css';
import { useKeptDraft } from './kept-draft';
import { ballotsQuery, type DecidedOutcome } from './queries';
import { useRoom } from './room';
import { useRoomChange } from './use-room-change';

const EMPTY = {
  outcome: '',
  rationale: '',
  explanation: '',
  level: '',
  conditions: '',
  overrideReason: '',
  escalationReason: '',
};
type Field = keyof typeof EMPTY;

/** Arithmetic first, then judgement: an explanation is asked for exactly where the two differ. */
export function DecisionForm() {
  const { t } = useTranslation('debrief');
  const { recommendation, content } = useRoom();
  const said = useCommitteeOutcome();
  const { draft, change, seen, setSeen, decide, fault, unshown } = useDeciding();
  const outcome = OUTCOMES.find((one) => one === draft.outcome) ?? said ?? undefined;
  const isStale = seen.inputHash !== recommendation.inputHash;
  const isDue = {
    explanation: outcome !== undefined && outcome !== recommendation.outcome,
    override: content.openChallenges > 0,
    escalation: content.escalated,
  };
  const area = (name: Field, label: string, description?: string, required = false) => (
    <Textarea
      label={label}
      description={description}
      required={required}
      autosize
      minRows={name === 'conditions' ? 1 : 2}
      maxLength={name === 'rationale' || name === 'explanation' ? 20_000 : 4000}
      value={draft[name]}
      error={fault(name)}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <Paper
      p="lg"
      component="form"
      aria-labelledby="decide-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (outcome) decide.mutate({ outcome, isDue });
      }}
    >
      <Stack gap="md">
        <div>
          <Title order={2} size="h2" id="decide-title">
            {t('decide.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t(said ? 'decide.committeeText' : 'decide.text', { outcome: t(`outcome.${recommendation.outcome}`) })}
          </Text>
        </div>
        {isStale && (
          <Alert color="amber" title={t('decide.staleTitle')}>
            <Stack gap="xs" align="flex-start">
              {t('decide.stale', { before: t(`outcome.${seen.outcome}`), now: t(`outcome.${recommendation.outcome}`) })}
              <Button size="xs" variant="default" onClick={() => setSeen(recommendation)}>
                {t('decide.read')}
              </Button>
            </Stack>
          </Alert>
        )}
        {decide.isError && unshown && <ProblemAlert problem={decide.error} />}
        <Radio.Group
          label={t('decide.outcome')}
          required
          value={outcome ?? ''}
          onChange={(value) => change({ outcome: value })}
          error={fault('outcome')}
        >
          <div className={choices.choices}>
            {OUTCOMES.map((one) => (
              <Radio.Card key={one} value={one} className={choices.choice} aria-label={t(`outcome.${one}`)}>
                <Group wrap="nowrap" gap="sm">
                  <Radio.Indicator size="xs" />
                  <div>
                    <Text size="sm" fw={600}>
                      {t(`outcome.${one}`)}
                    </Text>
                    {one === said && (
                      <Text size="xs" c="dimmed">
                        {t('decide.voted')}
                      </Text>
                    )}
                    {one === recommendation.outcome && (
                      <Text size="xs" c="dimmed">
                        {t('decide.recommended')}
                      </Text>
                    )}
                  </div>
                </Group>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
        {area('rationale', t('decide.rationale'), t('decide.rationaleText'), true)}
        {isDue.explanation &&
          area('explanation', t('decide.explanation'), t('decide.explanationText', { outcome: t(`outcome.${recommendation.outcome}`) }), true)}
        {isDue.override && area('overrideReason', t('decide.override', { count: content.openChallenges }), t('decide.overrideText'), true)}
        {isDue.escalation && area('escalationReason', t('decide.escalation'), t('decide.escalationText'), true)}
        <Group align="flex-start" grow preventGrowOverflow={false} wrap="wrap">
          <TextInput
            label={t('decide.level')}
            description={t('decide.levelText')}
            maxLength={200}
            value={draft.level}
            error={fault('level')}
            onChange={(event) => change({ level: event.currentTarget.value })}
            miw={200}
          />
          {area('conditions', t('decide.conditions'), t('decide.conditionsText'))}
        </Group>
        <Group justify="flex-end">
          <Button type="submit" loading={decide.isPending} disabled={!outcome || draft.rationale.trim() === '' || isStale}>
            {t('decide.submit')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

interface Deciding {
  readonly outcome: DecidedOutcome;
  readonly isDue: { readonly explanation: boolean; readonly override: boolean; readonly escalation: boolean };
}

function useDeciding() {
  const { t } = useTranslation('debrief');
  const words = useProblemWords();
  const { debrief, recommendation } = useRoom();
  const { draft, change, forget } = useKeptDraft(`decision.${debrief.id}.${debrief.roundNumber}`, EMPTY);
  // The recommendation the decider has read; a newer one is shown and must be read before it counts.
  const [seen, setSeen] = useState(recommendation);
  const decide = useRoomChange(
    ({ outcome, isDue }: Deciding) =>
      unwrap(
        api.POST('/api/v1/debriefs/{debriefId}/decision', {
          params: { path: { debriefId: debrief.id } },
          headers: once(newKey()),
          body: {
            outcome,
            rationale: draft.rationale,
            inputHash: seen.inputHash,
            explanation: isDue.explanation ? draft.explanation : null,
            overrideReason: isDue.override ? draft.overrideReason : null,
            escalationReason: isDue.escalation ? draft.escalationReason : null,
            level: draft.level,
            conditions: draft.conditions,
          },
        }),
      ),
    { done: t('decide.done'), then: forget },
  );
  const faults = decide.isError ? asProblem(decide.error).faults : [];
  const known = (pointer: string) => Object.keys(EMPTY).some((name) => pointer === `/${name}`);
  return {
    draft,
    change,
    seen,
    setSeen,
    decide,
    fault: (name: Field) => {
      const found = faults.find(({ pointer }) => pointer === `/${name}`);
      return found ? words.fault(found) : undefined;
    },
    /** Something was refused that no field says. */
    unshown: faults.length === 0 || faults.some(({ pointer }) => !known(pointer)),
  };
}

/** What the committee's ballot came to, where a committee decides: this is what is recorded. */
function useCommitteeOutcome() {
  const { debrief } = useRoom();
  const ballots = useQuery(ballotsQuery(debrief.id)).data?.items ?? [];
  return ballots.find(({ kind, roundNumber }) => kind === 'committee' && roundNumber === debrief.roundNumber)?.tally?.committeeOutcome ?? null;
}
