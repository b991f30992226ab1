import { Group, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EvidenceField, Unit } from '../api/rubric-content';
import { useDraftFaults } from '../ui/draft-faults';

interface UnitFieldProps {
  readonly at: string;
  readonly unit: Unit | undefined;
  readonly siblings: readonly EvidenceField[];
  readonly onChange: (unit: Unit | undefined) => void;
}

/** The unit of a number: always the same, or what another field of the form says. */
export function UnitField({ at, unit, siblings, onChange }: UnitFieldProps) {
  const { t } = useTranslation('rubric-editor');
  const faults = useDraftFaults();
  const texts = siblings.filter(({ kind }) => kind === 'text' || kind === 'choice');
  const ofField = typeof unit === 'object' ? unit.field : null;
  return (
    <Group grow align="flex-start" preventGrowOverflow={false}>
      <TextInput
        {...faults.field(`${at}/unit`)}
        label={t('forms.unit')}
        placeholder="ms"
        maxLength={40}
        miw={120}
        disabled={ofField !== null}
        value={typeof unit === 'string' ? unit : ''}
        onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      />
      {texts.length > 0 && (
        <Select
          {...faults.field(`${at}/unit/field`)}
          label={t('forms.unitFrom')}
          placeholder={t('forms.unitFixed')}
          clearable
          clearButtonProps={{ 'aria-label': t('forms.unitFixed') }}
          miw={160}
          data={texts.map(({ key, name }) => ({ value: key, label: name }))}
          value={ofField}
          onChange={(field) => onChange(field === null ? undefined : { field })}
        />
      )}
    </Group>
  );
}
