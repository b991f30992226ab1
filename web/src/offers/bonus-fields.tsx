import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FaultAt } from './package-fields';
import type { OfferPackage } from './queries';

type Bonus = OfferPackage['bonuses'][number];
const ASSURANCES = ['guaranteed', 'target', 'discretionary'] as const;
const KINDS = ['amount', 'percent_of_base', 'unstated'] as const;

interface BonusFieldsProps {
  readonly bonus: Bonus;
  readonly onChange: (bonus: Bonus) => void;
  readonly faultAt: FaultAt;
}

export function BonusFields({ bonus, onChange, faultAt }: BonusFieldsProps) {
  const { t } = useTranslation('offers');
  const { name, assurance, amount, year } = bonus;
  const measured = (kind: (typeof KINDS)[number]): Bonus['amount'] =>
    kind === 'amount' ? { kind, value: amount.value ?? '0' } : kind === 'percent_of_base' ? { kind, percent: amount.percent ?? '10' } : { kind };
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, sm: 5 }}>
      <TextInput
        label={t('fields.name')}
        maxLength={200}
        error={faultAt('name')}
        value={name}
        onChange={({ currentTarget }) => onChange({ ...bonus, name: currentTarget.value })}
      />
      <Select
        label={t('fields.assurance')}
        allowDeselect={false}
        data={ASSURANCES.map((value) => ({ value, label: t(`package.assurance.${value}`) }))}
        value={assurance}
        onChange={(value) => onChange({ ...bonus, assurance: ASSURANCES.find((one) => one === value) ?? assurance })}
      />
      <Select
        label={t('fields.measure')}
        allowDeselect={false}
        data={KINDS.map((value) => ({ value, label: t(`fields.bonusKind.${value}`) }))}
        value={amount.kind}
        onChange={(value) => onChange({ ...bonus, amount: measured(KINDS.find((one) => one === value) ?? 'unstated') })}
      />
      {amount.kind !== 'unstated' && (
        <TextInput
          label={t(amount.kind === 'amount' ? 'fields.amount' : 'fields.percent')}
          inputMode="decimal"
          error={faultAt('amount/value') ?? faultAt('amount/percent')}
          value={amount.kind === 'amount' ? (amount.value ?? '') : (amount.percent ?? '')}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...bonus, amount: amount.kind === 'amount' ? { kind: 'amount', value } : { kind: 'percent_of_base', percent: value } })
          }
        />
      )}
      <Select
        label={t('fields.year')}
        allowDeselect={false}
        data={[
          { value: '', label: t('package.everyYear') },
          ...Array.from({ length: 10 }, (_, index) => ({ value: String(index + 1), label: t('comparison.year', { year: index + 1 }) })),
        ]}
        value={year === null ? '' : String(year)}
        onChange={(value) => onChange({ ...bonus, year: value === null || value === '' ? null : Number(value) })}
      />
    </SimpleGrid>
  );
}
