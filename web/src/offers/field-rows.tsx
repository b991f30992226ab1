import { ActionIcon, Button, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './offers.module.css';

interface FieldRowsProps<Row> {
  readonly title: string;
  readonly text?: string;
  readonly add: string;
  readonly rows: readonly Row[];
  readonly onChange: (rows: readonly Row[]) => void;
  readonly blank: NoInfer<Row>;
  readonly nameOf: (row: Row) => string;
  readonly children: (row: Row, change: (row: Row) => void, index: number) => ReactNode;
}

/** Parts of which there may be several: each in its frame, with a way to take it out, and one to add another. */
export function FieldRows<Row>({ title, text, add, rows, onChange, blank, nameOf, children }: FieldRowsProps<Row>) {
  const { t } = useTranslation('offers');
  return (
    <fieldset className={classes.rows}>
      <legend>{title}</legend>
      {text !== undefined && rows.length === 0 && (
        <Text size="xs" c="dimmed">
          {text}
        </Text>
      )}
      {rows.map((row, index) => (
        <div key={index} className={classes.fieldRow} role="group" aria-label={nameOf(row) || title}>
          <div>{children(row, (changed) => onChange(rows.map((one, at) => (at === index ? changed : one))), index)}</div>
          <ActionIcon aria-label={t('fields.remove', { name: nameOf(row) })} onClick={() => onChange(rows.filter((_, at) => at !== index))}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => onChange([...rows, blank])}>
        {add}
      </Button>
    </fieldset>
  );
}
