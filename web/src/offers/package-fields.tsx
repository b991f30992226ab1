import { Group, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { instantOf, localOf } from '../recruiter/zoned-time';
import { useFormat } from '../ui/use-format';
import { BonusFields } from './bonus-fields';
import { EquityFields } from './equity-fields';
import { FieldRows } from './field-rows';
import type { OfferPackage } from './queries';
import { OnePaymentFields } from './one-payment-fields';

/** The fault of a field, by its path inside the package (`bonuses/0/name`). */
export type FaultAt = (path: string) => string | undefined;

interface PackageFieldsProps {
  readonly value: OfferPackage;
  readonly onChange: (value: OfferPackage) => void;
  readonly faultAt: FaultAt;
}

const CURRENCIES = ['USD', 'CNY', 'EUR', 'GBP', 'HKD', 'SGD', 'JPY', 'CAD', 'AUD', 'INR', 'CHF'];
const PERIODS = ['month', 'quarter', 'year', 'once'] as const;

/** Every part of a package; amounts are typed as exact decimals and sent as they were typed. */
export function PackageFields({ value, onChange, faultAt }: PackageFieldsProps) {
  const { t } = useTranslation('offers');
  const format = useFormat();
  const set = (change: Partial<OfferPackage>) => onChange({ ...value, ...change });
  const currencies = [...new Set([value.currency, ...CURRENCIES])];
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <TextInput
          label={t('package.base')}
          description={t('fields.baseText')}
          required
          inputMode="decimal"
          error={faultAt('base')}
          value={value.base}
          onChange={({ currentTarget }) => set({ base: currentTarget.value })}
          data-autofocus
        />
        <Select
          label={t('fields.currency')}
          description={t('fields.currencyText')}
          data={currencies}
          searchable
          allowDeselect={false}
          error={faultAt('currency')}
          value={value.currency}
          onChange={(currency) => set({ currency: currency ?? value.currency })}
        />
        <TextInput
          label={t('fields.level')}
          description={t('fields.levelText')}
          maxLength={100}
          error={faultAt('level')}
          value={value.level}
          onChange={({ currentTarget }) => set({ level: currentTarget.value })}
        />
      </SimpleGrid>
      <FieldRows
        title={t('fields.bonuses')}
        add={t('fields.addBonus')}
        rows={value.bonuses}
        onChange={(bonuses) => set({ bonuses: [...bonuses] })}
        blank={{ name: t('fields.bonusName'), assurance: 'target', amount: { kind: 'percent_of_base', percent: '10' }, year: null }}
        nameOf={({ name }) => name}
      >
        {(bonus, change, index) => <BonusFields bonus={bonus} onChange={change} faultAt={(path) => faultAt(`bonuses/${index}/${path}`)} />}
      </FieldRows>
      <FieldRows
        title={t('fields.equity')}
        add={t('fields.addGrant')}
        rows={value.equity}
        onChange={(equity) => set({ equity: [...equity] })}
        blank={{
          name: t('fields.grantName'),
          grant: { kind: 'value', value: '0' },
          vesting: { months: 48, cliffMonths: 12, everyMonths: 3, yearlyPercents: null },
          acceleration: null,
        }}
        nameOf={({ name }) => name}
      >
        {(grant, change, index) => <EquityFields grant={grant} onChange={change} faultAt={(path) => faultAt(`equity/${index}/${path}`)} />}
      </FieldRows>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <OnePaymentFields
          label={t('package.signOn')}
          payment={value.signOn}
          onChange={(signOn) => set({ signOn })}
          faultAt={(path) => faultAt(`signOn/${path}`)}
        />
        <OnePaymentFields
          label={t('package.relocation')}
          payment={value.relocation}
          onChange={(relocation) => set({ relocation })}
          faultAt={(path) => faultAt(`relocation/${path}`)}
        />
      </SimpleGrid>
      <FieldRows
        title={t('fields.stipends')}
        add={t('fields.addStipend')}
        rows={value.stipends}
        onChange={(stipends) => set({ stipends: [...stipends] })}
        blank={{ name: t('fields.stipendName'), amount: '0', per: 'month' }}
        nameOf={({ name }) => name}
      >
        {(stipend, change, index) => (
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            <TextInput
              label={t('fields.name')}
              maxLength={200}
              error={faultAt(`stipends/${index}/name`)}
              value={stipend.name}
              onChange={({ currentTarget }) => change({ ...stipend, name: currentTarget.value })}
            />
            <TextInput
              label={t('fields.amount')}
              inputMode="decimal"
              error={faultAt(`stipends/${index}/amount`)}
              value={stipend.amount}
              onChange={({ currentTarget }) => change({ ...stipend, amount: currentTarget.value })}
            />
            <Select
              label={t('fields.per')}
              allowDeselect={false}
              data={PERIODS.map((per) => ({ value: per, label: t(`fields.period.${per}`) }))}
              value={stipend.per}
              onChange={(per) => change({ ...stipend, per: PERIODS.find((one) => one === per) ?? stipend.per })}
            />
          </SimpleGrid>
        )}
      </FieldRows>
      <Group grow align="flex-start">
        <TextInput
          type="date"
          label={t('package.startsOn')}
          error={faultAt('startsOn')}
          value={value.startsOn ?? ''}
          onChange={({ currentTarget }) => set({ startsOn: currentTarget.value === '' ? null : currentTarget.value })}
        />
        <TextInput
          type="datetime-local"
          label={t('package.expiresAt')}
          description={t('fields.inZone', { zone: format.timeZone })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={faultAt('expiresAt')}
          value={value.expiresAt === null ? '' : localOf(value.expiresAt, format.timeZone)}
          onChange={({ currentTarget }) => {
            const at = instantOf(currentTarget.value, format.timeZone);
            set({ expiresAt: at === '' ? null : at });
          }}
        />
      </Group>
      <FieldRows
        title={t('fields.rates')}
        text={t('fields.ratesText')}
        add={t('fields.addRate')}
        rows={value.rates}
        onChange={(rates) => set({ rates: [...rates] })}
        blank={{
          from: value.currency,
          to: value.currency === 'USD' ? 'CNY' : 'USD',
          rate: '',
          source: '',
          asOf: new Date().toISOString().slice(0, 10),
        }}
        nameOf={({ from, to }) => `${from} ${to}`}
      >
        {(rate, change, index) => (
          <SimpleGrid cols={{ base: 2, xs: 5 }}>
            {(['from', 'to', 'rate', 'source', 'asOf'] as const).map((field) => (
              <TextInput
                key={field}
                label={t(`fields.rate.${field}`)}
                type={field === 'asOf' ? 'date' : 'text'}
                error={faultAt(`rates/${index}/${field}`)}
                value={rate[field]}
                onChange={({ currentTarget }) => change({ ...rate, [field]: currentTarget.value })}
              />
            ))}
          </SimpleGrid>
        )}
      </FieldRows>
      <Textarea
        label={t('package.notes')}
        autosize
        minRows={2}
        maxLength={4000}
        error={faultAt('notes')}
        value={value.notes}
        onChange={({ currentTarget }) => set({ notes: currentTarget.value })}
      />
    </>
  );
}
