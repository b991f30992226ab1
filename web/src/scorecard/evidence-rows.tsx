import { ActionIcon, Button, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceRow, EvidenceValue } from '../api/card-content';
import type { ListField } from '../api/rubric-content';
import { useEditor } from './editor-context';
import classes from './evidence.module.css';
import { EvidenceField } from './evidence-field';
import { useFreshFocus } from './use-fresh-focus';

interface EvidenceRowsProps {
  readonly list: ListField;
  readonly value: EvidenceValue | undefined;
  readonly place: string;
  readonly onChange: (rows: readonly EvidenceRow[]) => void;
}

function isRows(value: EvidenceValue | undefined): value is readonly EvidenceRow[] {
  return Array.isArray(value);
}

function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)];
}

/** A list within a form: rows to add, remove and, where their order is a ranking, to move. */
export function EvidenceRows({ list, value, place, onChange }: EvidenceRowsProps) {
  const { t } = useTranslation('scorecard');
  const { faultAt } = useEditor();
  const rows = isRows(value) ? value : [];
  const fault = faultAt(place);
  const most = list.count?.maximum ?? Infinity;
  const [fresh, setFresh] = useState<number | null>(null);
  const put = (index: number, row: EvidenceRow) => onChange(rows.map((one, at) => (at === index ? row : one)));
  return (
    <div className={classes.wide} role="group" aria-label={list.name}>
      <Text size="sm" fw={500}>
        {list.name}
        {list.required === true && <span aria-hidden> *</span>}
      </Text>
      <Text size="xs" c="dimmed">
        {[list.help, countHint(t, list), list.ranked === true ? t('evidence.ranked') : '', ...ruleHints(t, list)].filter(Boolean).join(' ')}
      </Text>
      {fault !== null && (
        <Text size="xs" c="var(--mantine-color-error)" mt={4}>
          {fault}
        </Text>
      )}
      <ol className={classes.rows}>
        {rows.map((row, index) => (
          <Row key={index} isFresh={index === fresh}>
            <span className={classes.rank}>{list.ranked === true ? `${index + 1}.` : ''}</span>
            <div className={classes.fields}>
              {list.fields.map((field) => (
                <EvidenceField
                  key={field.key}
                  field={field}
                  siblings={list.fields}
                  values={row}
                  error={faultAt(`${place}/${index}/${field.key}`)}
                  onChange={(next) => put(index, { ...row, [field.key]: next })}
                />
              ))}
            </div>
            <div className={classes['row-actions']}>
              {list.ranked === true && (
                <>
                  <ActionIcon
                    size="sm"
                    disabled={index === 0}
                    aria-label={t('evidence.up', { row: index + 1 })}
                    onClick={() => onChange(moved(rows, index, index - 1))}
                  >
                    <IconArrowUp size={15} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    size="sm"
                    disabled={index === rows.length - 1}
                    aria-label={t('evidence.down', { row: index + 1 })}
                    onClick={() => onChange(moved(rows, index, index + 1))}
                  >
                    <IconArrowDown size={15} aria-hidden />
                  </ActionIcon>
                </>
              )}
              <ActionIcon
                size="sm"
                aria-label={t('evidence.removeRow', { row: index + 1 })}
                onClick={() => onChange(rows.filter((_, at) => at !== index))}
              >
                <IconTrash size={15} aria-hidden />
              </ActionIcon>
            </div>
          </Row>
        ))}
      </ol>
      <Button
        mt={8}
        size="compact-sm"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={rows.length >= most}
        onClick={() => {
          setFresh(rows.length);
          onChange([...rows, {}]);
        }}
      >
        {t('evidence.addRow')}
      </Button>
    </div>
  );
}

function Row({ isFresh, children }: { readonly isFresh: boolean; readonly children: ReactNode }) {
  return (
    <li className={classes.row} ref={useFreshFocus<HTMLLIElement>(isFresh)}>
      {children}
    </li>
  );
}

type T = (key: string, values?: Record<string, unknown>) => string;

function countHint(t: T, { count }: ListField): string {
  const { minimum, maximum } = count ?? {};
  if (minimum !== undefined && maximum !== undefined)
    return minimum === maximum ? t('evidence.rowsExactly', { count: minimum }) : t('evidence.rowsBetween', { minimum, maximum });
  if (minimum !== undefined) return t('evidence.rowsAtLeast', { count: minimum });
  return maximum === undefined ? '' : t('evidence.rowsAtMost', { count: maximum });
}

function ruleHints(t: T, list: ListField): string[] {
  return (list.exactlyOne ?? []).map((rule) => {
    const field = list.fields.find(({ key }) => key === rule.field);
    const value =
      typeof rule.value === 'boolean'
        ? t(rule.value ? 'yes' : 'no')
        : field?.kind === 'choice'
          ? (field.choices.find(({ key }) => key === rule.value)?.name ?? rule.value)
          : rule.value;
    const per = list.fields.find(({ key }) => key === rule.per)?.name;
    const what = `${field?.name ?? rule.field}: ${value}`;
    return per === undefined ? t('evidence.exactlyOne', { what }) : t('evidence.exactlyOnePer', { what, per });
  });
}
