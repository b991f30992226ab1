import { Alert, Badge, Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, newKey, once, unwrap } from '../api/client';
import { ProblemAlert } from '../ui/problem-alert';
import { useFormat } from '../ui/use-format';
import choices from './choices.module.css';
import classes from './decision-record.module.css';
import { useKeptDraft } from './kept-draft';
import type { Decision } from './queries';
import { useRoom } from './room';
import { useRoomChange } from './use-room-change';

/** One decision as it was recorded, with what the rules had said and who disagreed. */
export function DecisionRecord({ decision }: { readonly decision: Decision }) {
  const { t } = useTranslation('debrief');
  const format = useFormat();
  const { debrief, nameOf } = useRoom();
  const stands = decision.supersededAt === null;
  const texts = [
    ['rationale', decision.rationale],
    ['explanation', decision.explanation],
    ['override', decision.overrideReason],
    ['escalation', decision.escalationReason],
    ['level', decision.level],
    ['conditions', decision.conditions],
  ] as const;
  return (
    <article className={classes.record} data-stands={stands || undefined} aria-labelledby={`decision-${decision.id}`}>
      <Group justify="space-between" align="baseline" gap="xs">
        <Title order={2} size="h2" id={`decision-${decision.id}`} className={choices.tone} data-choice={decision.outcome}>
          {t(`outcome.${decision.outcome}`)}
        </Title>
        <Group gap={8}>
          {decision.roundNumber > 1 && <Badge color="gray">{t('list.again', { count: decision.roundNumber })}</Badge>}
          {!stands && <Badge color="gray">{t('record.superseded')}</Badge>}
          <Badge color={decision.departs ? 'amber' : 'green'}>
            {t(decision.departs ? 'record.departs' : 'record.agrees', {
              outcome: t(`outcome.${decision.recommended}`),
            })}
          </Badge>
        </Group>
      </Group>
      <Text size="sm" c="dimmed" title={format.exact(decision.decidedAt)}>
        {t('record.by', { name: decision.decidedByName, when: format.dateTime(decision.decidedAt) })}
        {decision.onBehalfOf !== null && ` ${t('record.behalf', { name: nameOf(decision.onBehalfOf) })}`}
      </Text>
      <dl className={classes.texts}>
        {texts.map(([name, text]) =>
          text === null || text === '' ? null : (
            <div key={name}>
              <dt>{t(`record.${name}`)}</dt>
              <dd className="typed">{text}</dd>
            </div>
          ),
        )}
      </dl>
      {decision.dissents.length > 0 && (
        <Stack gap="xs" mt="md">
          <Title order={3} size="h3">
            {t('dissent.title', { count: decision.dissents.length })}
          </Title>
          {decision.dissents.map(({ authorId, authorName, words, writtenAt }) => (
            <blockquote key={authorId} className={classes.dissent}>
              <Text size="sm" className="typed">
                {words}
              </Text>
              <Text size="xs" c="dimmed">
                {authorName} · {format.dateTime(writtenAt)}
              </Text>
            </blockquote>
          ))}
        </Stack>
      )}
      {stands && debrief.abilities.dissent && <DissentForm />}
    </article>
  );
}

/** My disagreement in my own words; kept as it is. */
function DissentForm() {
  const { t } = useTranslation('debrief');
  const { debrief } = useRoom();
  const [writing, setWriting] = useState(false);
  const { draft, change, forget } = useKeptDraft(`dissent.${debrief.id}.${debrief.roundNumber}`, { words: '' });
  const send = useRoomChange(
    (words: string) =>
      unwrap(
        api.POST('/api/v1/debriefs/{debriefId}/decision/dissents', {
          params: { path: { debriefId: debrief.id } },
          headers: once(newKey()),
          body: { words },
        }),
      ),
    {
      done: t('dissent.done'),
      then: () => {
        forget();
        setWriting(false);
      },
    },
  );
  if (!writing) {
    return (
      <Button mt="md" size="xs" variant="default" onClick={() => setWriting(true)}>
        {t('dissent.open')}
      </Button>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(draft.words);
      }}
    >
      <Stack gap="xs" mt="md">
        {send.isError && <ProblemAlert problem={send.error} />}
        <Alert color="gray" p="xs">
          {t('dissent.text')}
        </Alert>
        <Textarea
          label={t('dissent.words')}
          required
          autosize
          minRows={3}
          maxLength={20_000}
          value={draft.words}
          onChange={(event) => change({ words: event.currentTarget.value })}
          autoFocus
        />
        <Group gap="xs">
          <Button size="xs" type="submit" loading={send.isPending} disabled={draft.words.trim() === ''}>
            {t('dissent.submit')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setWriting(false)}>
            {t('app:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
