import { Group, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EvidenceField, NumberField as NumberFieldContent } from '../api/rubric-content';
import { useDraftFaults } from '../ui/draft-faults';
import { KeyInput } from '../ui/key-input';
import { keyFrom } from '../ui/list-edits';
import { NumberField } from '../ui/number-field';
import { ChoiceFields } from './choice-fields';
import { ComputedFields } from './computed-fields';
import { asKind, KINDS } from './evidence-fields';
import { UnitField } from './unit-field';

export interface FieldFormProps {
  readonly at: string;
  readonly field: EvidenceField;
  readonly siblings: readonly EvidenceField[];
  readonly canBeList: boolean;
  readonly onChange: (field: EvidenceField) => void;
}

const FRESH = /^field_\d+$/;

/** One field of an evidence form. */
export function FieldForm({ at, field, siblings, canBeList, onChange }: FieldFormProps) {
  const { t } = useTranslation('rubric-editor');
  const faults = useDraftFaults();
  const keys = siblings.filter((one) => one !== field).map((one) => one.key);
  const text = (member: 'help', value: string) => onChange({ ...field, [member]: value === '' ? undefined : value } as EvidenceField);
  const nameLeft = () => {
    const wanted = keyFrom(field.name);
    const isSpokenOf = siblings.some((one) => JSON.stringify(one).includes(`"${field.key}"`) && one !== field);
    if (FRESH.test(field.key) && !isSpokenOf && wanted !== '' && !FRESH.test(wanted) && !keys.includes(wanted)) onChange({ ...field, key: wanted });
  };
  return (
    <Stack gap="sm">
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          {...faults.field(`${at}/name`)}
          label={t('name')}
          required
          maxLength={120}
          miw={180}
          value={field.name}
          onChange={(event) => onChange({ ...field, name: event.currentTarget.value })}
          onBlur={nameLeft}
        />
        <KeyInput pointer={`${at}/key`} value={field.key} taken={keys} onRename={(key) => onChange({ ...field, key })} />
      </Group>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <Select
          {...faults.field(`${at}/kind`)}
          label={t('forms.kindLabel')}
          allowDeselect={false}
          miw={160}
          data={KINDS.filter((kind) => canBeList || kind !== 'list').map((value) => ({ value, label: t(`forms.kind.${value}`) }))}
          value={field.kind}
          onChange={(value) => {
            const kind = KINDS.find((one) => one === value);
            if (kind && kind !== field.kind) onChange(asKind(field, kind, (word) => t(`forms.${word}`)));
          }}
        />
        <TextInput
          {...faults.field(`${at}/help`)}
          label={t('forms.help')}
          maxLength={500}
          miw={180}
          value={field.help ?? ''}
          onChange={(event) => text('help', event.currentTarget.value)}
        />
      </Group>
      {field.kind !== 'computed' && (
        <Switch
          label={t('forms.required')}
          checked={field.required === true}
          onChange={(event) => onChange({ ...field, required: event.currentTarget.checked ? true : undefined } as EvidenceField)}
        />
      )}
      {(field.kind === 'number' || field.kind === 'integer') && (
        <>
          <Bounds at={at} field={field} onChange={onChange} />
          <UnitField at={at} unit={field.unit} siblings={siblings} onChange={(unit) => onChange({ ...field, unit } as EvidenceField)} />
        </>
      )}
      {field.kind === 'choice' && (
        <ChoiceFields at={`${at}/choices`} choices={field.choices} onChange={(choices) => onChange({ ...field, choices })} />
      )}
      {field.kind === 'computed' && (
        <>
          <ComputedFields at={at} field={field} siblings={siblings} onChange={onChange} />
          <UnitField at={at} unit={field.unit} siblings={siblings} onChange={(unit) => onChange({ ...field, unit } as EvidenceField)} />
        </>
      )}
    </Stack>
  );
}

interface BoundsProps {
  readonly at: string;
  readonly field: NumberFieldContent;
  readonly onChange: (field: EvidenceField) => void;
}

function Bounds({ at, field, onChange }: BoundsProps) {
  const { t } = useTranslation('rubric-editor');
  const faults = useDraftFaults();
  return (
    <Group grow align="flex-start">
      {(['minimum', 'maximum'] as const).map((bound) => (
        <NumberField
          key={bound}
          {...faults.field(`${at}/${bound}`)}
          label={t(`forms.${bound}`)}
          allowDecimal={field.kind === 'number'}
          value={field[bound]}
          onChange={(value) => onChange({ ...field, [bound]: value } as EvidenceField)}
        />
      ))}
    </Group>
  );
}
