import { Group, Select, Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DecisionPolicy, Thresholds } from '../api/rubric-content';
import { useDraftFaults } from '../ui/draft-faults';
import { filled } from '../ui/list-edits';
import { NumberField } from '../ui/number-field';
import { useRubric } from './rubric-context';

export const SEATS = [
  'bar_raiser',
  'hiring_manager',
  'committee_member',
  'facilitator',
  'interviewer',
  'recruiter',
  'coordinator',
  'offer_approver',
] as const;
const DECIDERS = ['hiring_manager', 'committee_majority', 'committee_unanimous'] as const;
const OUTCOMES = ['strong_hire', 'hire', 'no_hire'] as const;
/** What holds where a rubric says nothing of its own. */
const USUAL: Thresholds = { strong_hire: 0.75, hire: 0.55, no_hire: 0.3 };

/** What the ratings come to, and who decides. */
export function PolicyPart() {
  const { t } = useTranslation('rubric-editor');
  const { rubric, change } = useRubric();
  const faults = useDraftFaults();
  const { deciding = 'overall', pooling = 'by_rater', thresholds, decider = 'hiring_manager', veto } = rubric.policy;
  const set = (part: { readonly [Member in keyof DecisionPolicy]?: DecisionPolicy[Member] | undefined }) =>
    change((now) => ({ ...now, policy: filled({ ...now.policy, ...part } as DecisionPolicy) }));
  return (
    <Stack maw={620}>
      <Select
        {...faults.field('/policy/deciding')}
        label={t('policy.deciding')}
        description={t('policy.decidingText')}
        allowDeselect={false}
        data={[
          { value: 'overall', label: t('policy.overall') },
          ...rubric.signals.map(({ key, name }) => ({ value: key, label: name ?? key })),
          ...(deciding !== 'overall' && !rubric.signals.some(({ key }) => key === deciding) ? [{ value: deciding, label: deciding }] : []),
        ]}
        value={deciding}
        onChange={(value) => value && set({ deciding: value })}
      />
      <Switch
        label={t('policy.ownThresholds')}
        description={t('policy.usual')}
        checked={thresholds !== undefined}
        onChange={(event) => set({ thresholds: event.currentTarget.checked ? USUAL : undefined })}
      />
      {thresholds && (
        <Group grow align="flex-start">
          {OUTCOMES.map((outcome) => (
            <NumberField
              key={outcome}
              {...faults.field(`/policy/thresholds/${outcome}`)}
              label={t(`policy.outcome.${outcome}`)}
              min={0}
              max={1}
              step={0.05}
              decimalScale={4}
              value={thresholds[outcome]}
              onChange={(value) => set({ thresholds: { ...thresholds, [outcome]: value ?? 0 } })}
            />
          ))}
        </Group>
      )}
      <Select
        {...faults.field('/policy/pooling')}
        label={t('policy.pooling')}
        allowDeselect={false}
        data={(['by_rater', 'by_round'] as const).map((value) => ({ value, label: t(`policy.pool.${value}`) }))}
        value={pooling}
        onChange={(value) => (value === 'by_rater' || value === 'by_round') && set({ pooling: value })}
      />
      <Select
        {...faults.field('/policy/decider')}
        label={t('policy.decider')}
        allowDeselect={false}
        data={DECIDERS.map((value) => ({ value, label: t(`policy.by.${value}`) }))}
        value={decider}
        onChange={(value) => set({ decider: DECIDERS.find((one) => one === value) })}
      />
      <Select
        {...faults.field('/policy/veto')}
        label={t('policy.veto')}
        placeholder={t('policy.nobody')}
        clearable
        clearButtonProps={{ 'aria-label': t('policy.nobody') }}
        data={SEATS.map((value) => ({ value, label: t(`seat.${value}`) }))}
        value={veto ?? null}
        onChange={(value) => set({ veto: value ?? undefined })}
      />
      <Text size="xs" c="dimmed">
        {t('policy.vetoText')}
      </Text>
    </Stack>
  );
}
