import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import classes from './imports.module.css';
import { type ImportCount, RECORD_KINDS, ROW_ACTIONS } from './queries';

/** How many of each kind are made, changed, left as they are and skipped. */
export function CountsTable({ counts, isDone }: { readonly counts: readonly ImportCount[]; readonly isDone: boolean }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const kinds = RECORD_KINDS.filter((kind) => counts.some((one) => one.kind === kind));
  if (kinds.length === 0) return <Text>{t('counts.nothing')}</Text>;
  const sum = (kind: string, action: string) =>
    counts.filter((one) => one.kind === kind && one.action === action).reduce((total, one) => total + one.count, 0);
  return (
    <div style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={t(isDone ? 'counts.done' : 'counts.planned')}>
      <Table verticalSpacing={6} fz="sm" miw={430}>
        <Table.Caption style={{ captionSide: 'top', textAlign: 'start', fontWeight: 600, marginTop: 0, color: 'inherit' }} fz="md">
          {t(isDone ? 'counts.done' : 'counts.planned')}
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('counts.kind')}</Table.Th>
            {ROW_ACTIONS.map((action) => (
              <Table.Th key={action} scope="col" className={classes.number}>
                {t(isDone ? `done.${action}` : `action.${action}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kinds.map((kind) => (
            <Table.Tr key={kind}>
              <Table.Th scope="row" fw={500}>
                {t(`kind.${kind}`)}
              </Table.Th>
              {ROW_ACTIONS.map((action) => (
                <Table.Td key={action} className={classes.number} c={sum(kind, action) === 0 ? 'dimmed' : undefined}>
                  {format.number(sum(kind, action))}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
