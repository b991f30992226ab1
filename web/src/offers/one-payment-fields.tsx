import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './offers.module.css';
import type { FaultAt } from './package-fields';
import type { OfferPackage } from './queries';

type OnePayment = NonNullable<OfferPackage['signOn']>;
const MANNERS = ['none', 'pro_rata', 'whole'] as const;

interface OnePaymentFieldsProps {
  readonly label: string;
  readonly payment: OnePayment | null;
  readonly onChange: (payment: OnePayment | null) => void;
  readonly faultAt: FaultAt;
}

/** Paid once, and what is paid back by somebody who leaves early. An empty amount is no payment. */
export function OnePaymentFields({ label, payment, onChange, faultAt }: OnePaymentFieldsProps) {
  const { t } = useTranslation('offers');
  const clawBack = payment?.clawBack ?? null;
  return (
    <fieldset className={classes.rows}>
      <legend>{label}</legend>
      <SimpleGrid cols={payment ? { base: 1, sm: clawBack ? 3 : 2 } : 1}>
        <TextInput
          label={t('fields.amount')}
          placeholder={t('fields.none')}
          inputMode="decimal"
          error={faultAt('amount')}
          value={payment?.amount ?? ''}
          onChange={({ currentTarget: { value } }) => onChange(value === '' ? null : { amount: value, clawBack })}
        />
        {payment && (
          <Select
            label={t('fields.clawBack')}
            allowDeselect={false}
            data={MANNERS.map((value) => ({ value, label: t(`fields.manner.${value}`) }))}
            value={clawBack?.manner ?? 'none'}
            onChange={(value) => {
              const manner = MANNERS.find((one) => one === value) ?? 'none';
              onChange({ ...payment, clawBack: manner === 'none' ? null : { months: clawBack?.months ?? 12, manner } });
            }}
          />
        )}
        {payment && clawBack && (
          <NumberInput
            label={t('fields.months')}
            min={1}
            max={120}
            allowDecimal={false}
            error={faultAt('clawBack/months')}
            value={clawBack.months}
            onChange={(months) => onChange({ ...payment, clawBack: { ...clawBack, months: Number(months) } })}
          />
        )}
      </SimpleGrid>
    </fieldset>
  );
}
