import { Checkbox, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AccelerationFields } from './acceleration-fields';
import type { FaultAt } from './package-fields';
import type { OfferPackage } from './queries';

export type EquityGrant = OfferPackage['equity'][number];
type Grant = EquityGrant['grant'];
const KINDS = ['value', 'units', 'percent_of_shares', 'unstated'] as const;
const STEPS = [1, 3, 6, 12] as const;
/** What each kind is told by. */
const FIGURES = {
  value: ['value'],
  units: ['units', 'unitValue', 'valuedBy'],
  percent_of_shares: ['percent', 'of', 'statedValue', 'valuedBy'],
  unstated: [],
} as const;

const BLANK: Readonly<Record<(typeof KINDS)[number], Grant>> = {
  value: { kind: 'value', value: '0' },
  units: { kind: 'units', units: '0', unitValue: '0', valuedBy: '' },
  percent_of_shares: { kind: 'percent_of_shares', percent: '0', of: '', statedValue: null, valuedBy: '' },
  unstated: { kind: 'unstated' },
};

interface EquityFieldsProps {
  readonly grant: EquityGrant;
  readonly onChange: (grant: EquityGrant) => void;
  readonly faultAt: FaultAt;
}

/** A grant: how much, how it vests, and what makes it vest at once. */
export function EquityFields({ grant: row, onChange, faultAt }: EquityFieldsProps) {
  const { t } = useTranslation('offers');
  const { name, grant, vesting, acceleration } = row;
  const vest = (change: Partial<EquityGrant['vesting']>) => onChange({ ...row, vesting: { ...vesting, ...change } });
  const write = (field: (typeof FIGURES)[Grant['kind']][number], value: string) =>
    onChange({ ...row, grant: { ...grant, [field]: field === 'statedValue' && value === '' ? null : value } });
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }}>
        <TextInput
          label={t('fields.name')}
          maxLength={200}
          error={faultAt('name')}
          value={name}
          onChange={({ currentTarget }) => onChange({ ...row, name: currentTarget.value })}
        />
        <Select
          label={t('fields.measure')}
          allowDeselect={false}
          data={KINDS.map((value) => ({ value, label: t(`fields.grantKind.${value}`) }))}
          value={grant.kind}
          onChange={(value) => onChange({ ...row, grant: BLANK[KINDS.find((one) => one === value) ?? 'unstated'] })}
        />
        {FIGURES[grant.kind].map((field) => (
          <TextInput
            key={field}
            label={t(`fields.grant.${field}`)}
            inputMode={field === 'valuedBy' || field === 'of' ? 'text' : 'decimal'}
            error={faultAt(`grant/${field}`)}
            value={grant[field] ?? ''}
            onChange={({ currentTarget }) => write(field, currentTarget.value)}
          />
        ))}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 4 }}>
        <NumberInput
          label={t('fields.vestMonths')}
          min={1}
          max={120}
          allowDecimal={false}
          error={faultAt('vesting/months')}
          value={vesting.months}
          onChange={(months) => vest({ months: Number(months) })}
        />
        <NumberInput
          label={t('fields.cliff')}
          min={0}
          max={120}
          allowDecimal={false}
          error={faultAt('vesting/cliffMonths')}
          value={vesting.cliffMonths}
          onChange={(cliffMonths) => vest({ cliffMonths: Number(cliffMonths) })}
        />
        <Select
          label={t('fields.every')}
          allowDeselect={false}
          data={STEPS.map((months) => ({ value: String(months), label: t(`package.every.${months}`) }))}
          value={String(vesting.everyMonths)}
          error={faultAt('vesting/everyMonths')}
          onChange={(months) => vest({ everyMonths: STEPS.find((one) => String(one) === months) ?? vesting.everyMonths })}
        />
        <TextInput
          label={t('fields.yearly')}
          placeholder={t('fields.evenly')}
          error={faultAt('vesting/yearlyPercents')}
          value={vesting.yearlyPercents?.join(', ') ?? ''}
          onChange={({ currentTarget: { value } }) =>
            vest({ yearlyPercents: value.trim() === '' ? null : value.split(',').map((one) => one.trim()) })
          }
        />
      </SimpleGrid>
      <Checkbox
        label={t('fields.accelerates')}
        checked={acceleration !== null}
        onChange={({ currentTarget }) =>
          onChange({ ...row, acceleration: currentTarget.checked ? { trigger: 'double', condition: '', percent: '100', withinMonths: null } : null })
        }
      />
      {acceleration && (
        <AccelerationFields
          acceleration={acceleration}
          onChange={(changed) => onChange({ ...row, acceleration: changed })}
          faultAt={(path) => faultAt(`acceleration/${path}`)}
        />
      )}
    </Stack>
  );
}
