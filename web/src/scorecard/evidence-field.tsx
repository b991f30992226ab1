import { Input, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceFields, EvidenceRow, FieldValue } from '../api/card-content';
import type { EvidenceField as Field, ComputedField, NumberField, SimpleField } from '../api/rubric-content';
import { useFormat } from '../ui/use-format';
import { computedPreview, unitOf } from './computed-preview';
import classes from './evidence.module.css';

interface EvidenceFieldProps {
  readonly field: SimpleField;
  readonly siblings: readonly Field[];
  readonly values: EvidenceFields | EvidenceRow;
  readonly error: string | null;
  readonly onChange: (value: FieldValue) => void;
}

/** One field of a form of evidence, typed as the rubric says. */
export function EvidenceField({ field, siblings, values, error, onChange }: EvidenceFieldProps) {
  const { t } = useTranslation('scorecard');
  const raw = values[field.key];
  const value: FieldValue = raw === undefined || typeof raw === 'object' ? null : raw;
  const words = {
    label: field.name,
    description: field.help,
    error: error ?? undefined,
    withAsterisk: field.required === true,
  };
  switch (field.kind) {
    case 'computed':
      return <ComputedValue field={field} siblings={siblings} values={values} />;
    case 'number':
    case 'integer':
      return (
        <NumberValue
          {...words}
          field={field}
          unit={unitOf(field.unit, values)}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
        />
      );
    case 'boolean':
      return (
        <Input.Wrapper {...words} labelElement="div">
          <SegmentedControl
            size="xs"
            fullWidth
            mt={4}
            aria-label={field.name}
            value={typeof value === 'boolean' ? String(value) : ''}
            onChange={(next) => onChange(next === '' ? null : next === 'true')}
            data={[
              { value: 'true', label: t('yes') },
              { value: 'false', label: t('no') },
              { value: '', label: t('open') },
            ]}
          />
        </Input.Wrapper>
      );
    case 'date':
      return (
        <TextInput
          {...words}
          type="date"
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      );
    case 'choice':
      return (
        <Select
          {...words}
          data={field.choices.map(({ key, name }) => ({ value: key, label: name }))}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
          clearable
          placeholder={t('choose')}
        />
      );
    case 'text':
      return (
        <Textarea
          {...words}
          autosize
          minRows={1}
          maxRows={16}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

interface NumberValueProps {
  readonly label: string;
  readonly description: string | undefined;
  readonly error: string | undefined;
  readonly withAsterisk: boolean;
  readonly field: NumberField;
  readonly unit: string;
  readonly value: number | null;
  readonly onChange: (value: FieldValue) => void;
}

/** What is typed stays as typed ("1.", "-"), and is a number as soon as it reads as one. A comma is read as a decimal point. */
function NumberValue({ field, unit, value, onChange, ...words }: NumberValueProps) {
  const [text, setText] = useState(value === null ? '' : String(value));
  const typed = numberIn(text);
  // A short unit stands in the field, a long one beside its name, so that there is room for the number.
  const isShort = unit !== '' && unit.length <= 6;
  useEffect(() => {
    if (typed !== value) setText(value === null ? '' : String(value));
    // Only a value that came from elsewhere replaces what is being typed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [value]);
  return (
    <TextInput
      {...words}
      label={unit === '' || isShort ? words.label : `${words.label} (${unit})`}
      inputMode={field.kind === 'integer' ? 'numeric' : 'decimal'}
      value={text}
      error={words.error ?? (text.trim() !== '' && typed === null ? true : undefined)}
      rightSection={isShort ? <span className={classes.unit}>{unit}</span> : undefined}
      rightSectionWidth={isShort ? 'auto' : undefined}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(numberIn(event.currentTarget.value));
      }}
    />
  );
}

function numberIn(text: string): number | null {
  const plain = text
    .trim()
    .replace(/\s/g, '')
    .replace('−', '-')
    .replace(/^(-?\d+),(\d+)$/, '$1.$2');
  const number = Number(plain);
  return plain === '' || !Number.isFinite(number) ? null : number;
}

function ComputedValue({
  field,
  siblings,
  values,
}: {
  readonly field: ComputedField;
  readonly siblings: readonly Field[];
  readonly values: EvidenceFields | EvidenceRow;
}) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const value = computedPreview(field, siblings, values);
  const isPercent = field.formula.operation === 'percent_change';
  const unit = isPercent ? '%' : unitOf(field.unit, values);
  const sign = isPercent && value !== null && value > 0 ? '+' : '';
  return (
    <Input.Wrapper label={field.name} description={field.help} labelElement="div">
      <output className={classes.computed} title={t('evidence.computed')}>
        {value === null ? t('evidence.notYet') : `${sign}${format.number(value, 4)}${unit === '' ? '' : ` ${unit}`}`}
      </output>
    </Input.Wrapper>
  );
}
