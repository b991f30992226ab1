import { Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './imports.module.css';
import { wordsIn } from './mapping-draft';
import type { Import } from './queries';

const FIELDS = [
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'location',
  'link',
  'job',
  'status',
  'stage',
  'source',
  'startedAt',
  'endedAt',
  'reason',
  'candidateId',
  'applicationId',
] as const;

interface ColumnFieldsProps {
  readonly columns: NonNullable<Import['columns']>;
  readonly value: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (value: Readonly<Record<string, string>>) => void;
}

/** Which column of the file is which, each with what stands in it. */
export function ColumnFields({ columns, value, faults, onChange }: ColumnFieldsProps) {
  const { t } = useTranslation('imports');
  const choose = (field: string, column: string | null) => {
    const rest = Object.fromEntries(Object.entries(value).filter(([key]) => key !== field));
    onChange(column === null ? rest : { ...rest, [field]: column });
  };
  const options = columns.header.filter((name, index) => name !== '' && columns.header.indexOf(name) === index);
  return (
    <div className={classes.fields}>
      {FIELDS.map((field) => {
        const words = wordsIn(columns, value[field]).slice(0, 3).join(' · ');
        return (
          <div key={field}>
            <Select
              label={t(`field.${field}`)}
              placeholder={t('mapping.notThere')}
              data={options}
              searchable
              clearable
              clearButtonProps={{ 'aria-label': t('mapping.clear', { field: t(`field.${field}`) }) }}
              value={value[field] ?? null}
              error={faults[`/columns/${field}`]}
              onChange={(column) => choose(field, column)}
            />
            {words !== '' && (
              <Text size="xs" c="dimmed" mt={2} truncate>
                {words}
              </Text>
            )}
          </div>
        );
      })}
    </div>
  );
}
