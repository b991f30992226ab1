import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EquityGrant } from './equity-fields';
import type { FaultAt } from './package-fields';

type Acceleration = NonNullable<EquityGrant['acceleration']>;
const TRIGGERS = ['single', 'double'] as const;

interface AccelerationFieldsProps {
  readonly acceleration: Acceleration;
  readonly onChange: (acceleration: Acceleration) => void;
  readonly faultAt: FaultAt;
}

export function AccelerationFields({ acceleration, onChange, faultAt }: AccelerationFieldsProps) {
  const { t } = useTranslation('offers');
  const { trigger, condition, percent, withinMonths } = acceleration;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, sm: 4 }}>
      <Select
        label={t('fields.trigger')}
        allowDeselect={false}
        data={TRIGGERS.map((value) => ({ value, label: t(`fields.triggerKind.${value}`) }))}
        value={trigger}
        onChange={(value) => onChange({ ...acceleration, trigger: TRIGGERS.find((one) => one === value) ?? trigger })}
      />
      <TextInput
        label={t('fields.condition')}
        maxLength={2000}
        error={faultAt('condition')}
        value={condition}
        onChange={({ currentTarget }) => onChange({ ...acceleration, condition: currentTarget.value })}
      />
      <TextInput
        label={t('fields.ofUnvested')}
        inputMode="decimal"
        error={faultAt('percent')}
        value={percent}
        onChange={({ currentTarget }) => onChange({ ...acceleration, percent: currentTarget.value })}
      />
      <NumberInput
        label={t('fields.withinMonths')}
        placeholder={t('fields.always')}
        min={1}
        max={120}
        allowDecimal={false}
        error={faultAt('withinMonths')}
        value={withinMonths ?? ''}
        onChange={(months) => onChange({ ...acceleration, withinMonths: months === '' ? null : Number(months) })}
      />
    </SimpleGrid>
  );
}
