import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem';
import { MOVES } from '../recruiter/moves';
import { PersonSelect } from '../recruiter/person-select';
import { showFaults } from '../ui/field-faults';
import { useProblemWords } from '../ui/use-problem-words';
import type { BoardLine, BulkAction, BulkInput } from './queries';

type ReasonCode = NonNullable<BulkInput['reasonCode']>;

const ACTIONS: readonly BulkAction[] = ['advance', 'nudge', 'hold', 'resume', 'assign_seat', 'reject'];
const ABILITY = { advance: 'advance', hold: 'hold', resume: 'resume', reject: 'reject', nudge: 'nudge', assign_seat: 'assignSeats' } as const;
const SEATS = ['recruiter', 'coordinator'] as const;

export interface BulkValues {
  readonly action: BulkAction;
  readonly reasonCode: ReasonCode;
  readonly reason: string;
  readonly seat: (typeof SEATS)[number];
  readonly userId: string;
}

const codesOf = (action: BulkAction): readonly ReasonCode[] => (action === 'nudge' || action === 'assign_seat' ? [] : MOVES[action].codes);

/** What the action takes, and nothing else: the server refuses a member that does not belong to it. */
export function inputOf({ action, reasonCode, reason, seat, userId }: BulkValues): BulkInput {
  if (action === 'nudge') return { action };
  const words = reason === '' ? {} : { reason };
  return action === 'assign_seat' ? { action, seat, userId, ...words } : { action, reasonCode, ...words };
}

interface BulkFormProps {
  readonly count: number;
  readonly lines: readonly BoardLine[];
  /** What was filled in before one came back from the preview. */
  readonly kept: BulkValues | null;
  readonly problem: Problem | null;
  readonly onCancel: () => void;
  readonly onPreview: (values: BulkValues) => void;
}

/** Which action, and why. */
export function BulkForm({ count, lines, kept, problem, onCancel, onPreview }: BulkFormProps) {
  const { t } = useTranslation('board');
  const { t: tApp } = useTranslation('app');
  const { t: tMoves } = useTranslation('recruiter');
  const words = useProblemWords();
  const isKnown = lines.length === count;
  const open = ACTIONS.filter((action) => !isKnown || lines.some(({ abilities }) => abilities[ABILITY[action]]));
  const first = open[0] ?? 'nudge';
  const form = useForm<BulkValues>({
    initialValues: kept ?? { action: first, reasonCode: codesOf(first)[0] ?? 'other', reason: '', seat: 'recruiter', userId: '' },
  });
  useEffect(() => {
    if (problem) showFaults(form, problem, words);
    // Once for each refusal.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [problem]);
  const { action } = form.getValues();
  const codes = codesOf(action);
  if (open.length === 0) return <Text size="sm">{t('bulk.nothing')}</Text>;
  return (
    <form onSubmit={form.onSubmit(onPreview)}>
      <Stack gap="sm">
        <Select
          label={t('bulk.action')}
          data-autofocus
          allowDeselect={false}
          data={open.map((one) => ({ value: one, label: t(`bulk.actions.${one}`) }))}
          value={action}
          onChange={(value) => {
            const next = open.find((one) => one === value) ?? first;
            form.setValues({ action: next, reasonCode: codesOf(next)[0] ?? 'other' });
          }}
        />
        <Text size="sm" c="dimmed">
          {t(`bulk.about.${action}`)}
        </Text>
        {action === 'assign_seat' && (
          <Group grow align="flex-start">
            <Select
              label={t('bulk.seat')}
              allowDeselect={false}
              data={SEATS.map((seat) => ({ value: seat, label: t(`role.${seat}`) }))}
              {...form.getInputProps('seat')}
            />
            <PersonSelect
              label={t('bulk.person')}
              required
              {...form.getInputProps('userId')}
              value={form.getValues().userId || null}
              onChange={(id) => form.setFieldValue('userId', id ?? '')}
            />
          </Group>
        )}
        {codes.length > 0 && (
          <Select
            label={tMoves('move.code')}
            allowDeselect={false}
            data={codes.map((code) => ({ value: code, label: tMoves(`reasonCode.${code}`) }))}
            {...form.getInputProps('reasonCode')}
          />
        )}
        {action !== 'nudge' && (
          <Textarea
            label={tMoves('move.words')}
            description={tMoves('move.wordsText')}
            autosize
            minRows={2}
            maxLength={4000}
            {...form.getInputProps('reason')}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {tApp('cancel')}
          </Button>
          <Button type="submit">{t('bulk.preview', { count })}</Button>
        </Group>
      </Stack>
    </form>
  );
}
