import { Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ComputedField, EvidenceField } from '../api/rubric-content';
import { useDraftFaults } from '../ui/draft-faults';
import { isNumeric, listsIn } from './evidence-fields';

interface ComputedFieldsProps {
  readonly at: string;
  readonly field: ComputedField;
  readonly siblings: readonly EvidenceField[];
  readonly onChange: (field: EvidenceField) => void;
}

const OPERATIONS = ['percent_change', 'difference', 'ratio', 'count', 'sum'] as const;
type Operation = (typeof OPERATIONS)[number];

function newFormula(operation: Operation): ComputedField['formula'] {
  if (operation === 'count') return { operation, list: '' };
  if (operation === 'sum') return { operation, list: '', field: '' };
  return { operation, from: '', to: '' };
}

/** How a value that nobody types comes from the others. */
export function ComputedFields({ at, field, siblings, onChange }: ComputedFieldsProps) {
  const { t } = useTranslation('rubric-editor');
  const { formula } = field;
  const put = (next: ComputedField['formula']) => onChange({ ...field, formula: next });
  const numbers = siblings.filter((one) => isNumeric(one) && one !== field);
  const lists = listsIn(siblings);
  return (
    <Group grow align="flex-start" preventGrowOverflow={false}>
      <Select
        label={t('forms.formula')}
        allowDeselect={false}
        miw={170}
        data={OPERATIONS.filter((one) => lists.length > 0 || (one !== 'count' && one !== 'sum') || one === formula.operation).map((value) => ({
          value,
          label: t(`forms.operation.${value}`),
        }))}
        value={formula.operation}
        onChange={(value) => {
          const operation = OPERATIONS.find((one) => one === value);
          if (operation) put('from' in formula && operation !== 'count' && operation !== 'sum' ? { ...formula, operation } : newFormula(operation));
        }}
      />
      {'from' in formula && (
        <>
          <Operand
            at={`${at}/formula/from`}
            label={t('forms.from')}
            fields={numbers}
            value={formula.from}
            onChange={(from) => put({ ...formula, from })}
          />
          <Operand at={`${at}/formula/to`} label={t('forms.to')} fields={numbers} value={formula.to} onChange={(to) => put({ ...formula, to })} />
        </>
      )}
      {'list' in formula && (
        <Operand
          at={`${at}/formula/list`}
          label={t('forms.list')}
          fields={lists}
          value={formula.list}
          onChange={(list) => put({ ...formula, list })}
        />
      )}
      {formula.operation === 'sum' && (
        <Operand
          at={`${at}/formula/field`}
          label={t('forms.summed')}
          fields={(lists.find(({ key }) => key === formula.list)?.fields ?? []).filter(isNumeric)}
          value={formula.field}
          onChange={(of) => put({ ...formula, field: of })}
        />
      )}
    </Group>
  );
}

interface OperandProps {
  readonly at: string;
  readonly label: string;
  readonly fields: readonly EvidenceField[];
  readonly value: string;
  readonly onChange: (key: string) => void;
}

function Operand({ at, label, fields, value, onChange }: OperandProps) {
  const faults = useDraftFaults();
  return (
    <Select
      {...faults.field(at)}
      label={label}
      required
      miw={150}
      data={fields.map(({ key, name }) => ({ value: key, label: name }))}
      value={value === '' ? null : value}
      onChange={(key) => key && onChange(key)}
    />
  );
}
