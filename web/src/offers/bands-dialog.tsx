import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../api/client';
import { FormDialog } from '../recruiter/form-dialog';
import { FieldRows } from './field-rows';
import type { JobBand, JobBands } from './queries';

const BLANK: JobBand = { level: '', currency: 'USD', base: { minimum: '', midpoint: null, maximum: '' }, bonus: null, equity: null };
const MEASURES = { bonus: ['amount', 'percent_of_base'], equity: ['value', 'units', 'percent_of_shares'] } as const;

/** All bands of a job, in place of those there were. */
export function BandsDialog({ bands: { jobId, revision, bands }, onClose }: { readonly bands: JobBands; readonly onClose: () => void }) {
  const { t } = useTranslation('offers');
  return (
    <FormDialog
      onClose={onClose}
      size="xl"
      title={t('pay.editBands')}
      text={t('pay.bandsText')}
      submit={t('pay.editBands')}
      done={t('pay.saved')}
      keys={[['jobs'], ['offers']]}
      initial={{ bands: bands as readonly JobBand[], reason: '' }}
      send={({ bands: given, reason }) =>
        unwrap(
          api.PUT('/api/v1/jobs/{jobId}/bands', { params: { path: { jobId } }, headers: ifMatch(revision), body: { bands: [...given], reason } }),
        )
      }
    >
      {(form) => (
        <>
          <FieldRows
            title={t('pay.bands')}
            add={t('pay.addBand')}
            rows={form.getValues().bands}
            onChange={(rows) => form.setFieldValue('bands', rows)}
            blank={BLANK}
            nameOf={({ level, currency }) => t('pay.band', { name: `${level} ${currency}`.trim() })}
          >
            {(band, change) => <BandFields band={band} onChange={change} />}
          </FieldRows>
          <Textarea label={t('pay.why')} required autosize minRows={2} maxLength={2000} {...form.getInputProps('reason')} />
        </>
      )}
    </FormDialog>
  );
}

function BandFields({ band, onChange }: { readonly band: JobBand; readonly onChange: (band: JobBand) => void }) {
  const { t } = useTranslation('offers');
  const { level, currency, base } = band;
  return (
    <>
      <SimpleGrid cols={{ base: 2, xs: 5 }}>
        <TextInput
          label={t('pay.level')}
          maxLength={100}
          value={level}
          onChange={({ currentTarget }) => onChange({ ...band, level: currentTarget.value })}
        />
        <TextInput
          label={t('fields.currency')}
          maxLength={3}
          value={currency}
          onChange={({ currentTarget }) => onChange({ ...band, currency: currentTarget.value.toUpperCase() })}
        />
        {(['minimum', 'midpoint', 'maximum'] as const).map((end) => (
          <TextInput
            key={end}
            label={t(end === 'midpoint' ? 'pay.middle' : `pay.${end}`)}
            placeholder={end === 'midpoint' ? t('pay.middleText') : undefined}
            inputMode="decimal"
            value={base[end] ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...band, base: { ...base, [end]: end === 'midpoint' && value === '' ? null : value } })
            }
          />
        ))}
      </SimpleGrid>
      <RangeFields part="bonus" band={band} onChange={onChange} />
      <RangeFields part="equity" band={band} onChange={onChange} />
    </>
  );
}

interface RangeFieldsProps {
  readonly part: 'bonus' | 'equity';
  readonly band: JobBand;
  readonly onChange: (band: JobBand) => void;
}

function RangeFields({ part, band, onChange }: RangeFieldsProps) {
  const { t } = useTranslation('offers');
  const range = band[part];
  const words = part === 'bonus' ? 'pay.bonusMeasure' : 'pay.equityMeasure';
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} mt="xs">
      <Select
        label={t(`pay.${part}`)}
        allowDeselect={false}
        data={['none', ...MEASURES[part]].map((value) => ({ value, label: t(`${words}.${value}`) }))}
        value={range?.measure ?? 'none'}
        onChange={(measure) => {
          const given = measure === 'none' || measure === null ? null : { minimum: '0', maximum: null, ...range, measure };
          onChange({ ...band, [part]: given });
        }}
      />
      {range &&
        (['minimum', 'maximum'] as const).map((end) => (
          <TextInput
            key={end}
            label={t(`pay.${end}`)}
            inputMode="decimal"
            value={range[end] ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...band, [part]: { ...range, [end]: end === 'maximum' && value === '' ? null : value } })
            }
          />
        ))}
    </SimpleGrid>
  );
}
