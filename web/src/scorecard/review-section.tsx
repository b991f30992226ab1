import { Alert, Anchor, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ratingOf } from '../api/card-content';
import { api, ifMatch, newKey, once, unwrap } from '../api/client';
import { asProblem } from '../api/problem';
import { ProblemAlert } from '../ui/problem-alert';
import { toastDone } from '../ui/toast';
import { useProblemWords } from '../ui/use-problem-words';
import { useEditor } from './editor-context';
import type { CardFault } from './faults';
import { evidenceFieldName, fieldName, levelText } from './field-words';
import classes from './review-section.module.css';
import type { CardAutosave, CardSnapshot } from './use-card-autosave';

interface ReviewSectionProps {
  readonly cardId: string;
  readonly keeper: CardAutosave;
  readonly snapshot: CardSnapshot;
  readonly mayStillWait: boolean;
  readonly onGoTo: (fault: CardFault) => void;
  /** Absent where the card speaks of every criterion of the rubric. */
  readonly onRateAnother: (() => void) | undefined;
}

/** Everything once more, what is missing with the way to it, and the button that puts the card on the record. */
export function ReviewSection({ cardId, keeper, snapshot, mayStillWait, onGoTo, onRateAnother }: ReviewSectionProps) {
  const { t } = useTranslation('scorecard');
  const { faults } = useEditor();
  const isChecked = useServerCheck(keeper);
  const submit = useSubmit(cardId, keeper);
  const isSafe = snapshot.state.kind === 'saved';
  const problem = submit.isError ? asProblem(submit.error) : null;
  return (
    <Stack gap="lg">
      <div>
        <Title order={2} tabIndex={-1} id="section-title">
          {t('review.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('review.text')}
        </Text>
      </div>
      {!isChecked && isSafe ? <Skeleton height={72} radius="md" /> : <Missing faults={faults} onGoTo={onGoTo} />}
      <div>
        <Overview />
        {onRateAnother && (
          <Button variant="subtle" size="xs" mt={6} ml={-8} leftSection={<IconPlus size={14} aria-hidden />} onClick={onRateAnother}>
            {t('other.open')}
          </Button>
        )}
      </div>
      {mayStillWait && <Alert color="gray">{t('review.notYet')}</Alert>}
      {problem && <ProblemAlert problem={problem} withFaults={false} />}
      <Group justify="space-between">
        <Text size="sm" c="dimmed" flex={1} miw={200}>
          {t('review.final')}
        </Text>
        <Button size="md" loading={submit.isPending} disabled={faults.length > 0} onClick={() => submit.mutate(newKey())}>
          {t('review.submit')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Asks the server once what is missing, even when nothing is left to save: the list must be its own. */
function useServerCheck(keeper: CardAutosave): boolean {
  const [isChecked, setChecked] = useState(false);
  useEffect(() => {
    let isHere = true;
    void keeper.confirm().finally(() => isHere && setChecked(true));
    return () => {
      isHere = false;
    };
  }, [keeper]);
  return isChecked;
}

function useSubmit(cardId: string, keeper: CardAutosave) {
  const { t } = useTranslation('scorecard');
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (key: string) => {
      await keeper.flush();
      return unwrap(
        api.POST('/api/v1/scorecards/{scorecardId}/submit', {
          params: { path: { scorecardId: cardId } },
          headers: { ...ifMatch(keeper.currentVersion), ...once(key) },
          body: {},
        }),
      );
    },
    onSuccess: async () => {
      keeper.discard();
      toastDone(t('review.done'));
      await client.invalidateQueries({ queryKey: ['scorecards'] });
      await client.invalidateQueries({ queryKey: ['me', 'interviews'] });
    },
  });
}

function Missing({ faults, onGoTo }: { readonly faults: readonly CardFault[]; readonly onGoTo: (fault: CardFault) => void }) {
  const { t } = useTranslation('scorecard');
  const { kit, card } = useEditor();
  const words = useProblemWords();
  if (faults.length === 0) {
    return (
      <Alert color="green" icon={<IconCircleCheck aria-hidden />}>
        {t('review.complete')}
      </Alert>
    );
  }
  return (
    <Alert color="amber" title={t('review.missing', { count: faults.length })}>
      <ul className={classes.missing}>
        {faults.map((fault) => (
          <li key={fault.place + fault.code}>
            <Anchor component="button" type="button" size="sm" underline="always" onClick={() => onGoTo(fault)}>
              {fault.criterion !== null && <b>{fieldName(`ratings/${fault.criterion}`, kit, t)}: </b>}
              {t(`missing.${fault.criterion === null ? '' : 'rating_'}${fault.code}`, {
                defaultValue: words.faultOf(evidenceFieldName(fault.place, card, kit.evidenceForms), fault),
              })}
            </Anchor>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Overview() {
  const { t } = useTranslation('scorecard');
  const { card, kit } = useEditor();
  return (
    <dl className={classes.overview}>
      {kit.criteria.map(({ key, name }) => {
        const { level, evidence } = ratingOf(card, key);
        return (
          <div key={key}>
            <dt>{name}</dt>
            <dd>
              {level === undefined ? <Text c="dimmed">{t('rail.unanswered')}</Text> : level === null ? t('level.notAssessed') : levelText(level, kit)}
              <Text size="xs" c="dimmed">
                {t('review.evidence', { count: evidence.length })}
              </Text>
            </dd>
          </div>
        );
      })}
      <div>
        <dt>{t('verdict.legend')}</dt>
        <dd>{card.verdict === null ? <Text c="dimmed">{t('rail.unanswered')}</Text> : t(`verdict.${card.verdict}`)}</dd>
      </div>
    </dl>
  );
}
