import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import report from '../board/reports.module.css';
import { useFormat } from '../ui/use-format';
import classes from './adjusted-table.module.css';
import type { AdjustedScore } from './queries';
import { useFigures } from './use-figures';

/** One candidate a row, the figures beside a drawing of them. */
export function AdjustedTable({ rows }: { readonly rows: readonly AdjustedScore[] }) {
  const { t } = useTranslation('calibration');
  const format = useFormat();
  const { number, share, between } = useFigures();
  const figures = [
    t('adjusted.interviewers'),
    t('adjusted.raw'),
    t('adjusted.adjusted'),
    t('column.interval'),
    t('adjusted.bar'),
    t('adjusted.above'),
  ];
  return (
    // Wider than a phone: it scrolls by itself, also by the keyboard.
    <div className={report.scroll} tabIndex={0} role="group" aria-label={t('adjusted.title')}>
      <Table aria-label={t('adjusted.title')} className={report.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('adjusted.candidate')}</Table.Th>
            <Table.Th scope="col" className={classes.drawing}>
              {t('adjusted.drawing')}
            </Table.Th>
            {figures.map((figure) => (
              <Table.Th key={figure} scope="col" className={report.figure}>
                {figure}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.applicationId}>
              <Table.Th scope="row" className={report.round}>
                <Anchor component={Link} to={`/applications/${row.applicationId}`} size="sm">
                  {row.candidateName}
                </Anchor>
                <Text size="xs" c="dimmed" fw={400}>
                  {row.jobTitle}
                </Text>
              </Table.Th>
              <Table.Td className={classes.drawing}>
                <Drawing score={row} />
              </Table.Td>
              {[
                format.number(row.interviewers),
                number(row.raw),
                number(row.adjusted),
                between(row.interval95),
                number(row.bar),
                share(row.probabilityAboveBar),
              ].map((figure, at) => (
                <Table.Td key={figures[at]} className={report.figure}>
                  {figure}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** The whole scale from its lowest level to its highest: the bar a line, the raw score a ring, the adjusted one a dot within its interval. */
function Drawing({ score: { levels, raw, adjusted, interval95, bar } }: { readonly score: AdjustedScore }) {
  const place = (value: number) => Math.min(100, Math.max(0, ((value - 1) / (levels - 1)) * 100));
  const [low = adjusted, high = adjusted] = interval95;
  return (
    <div className={classes.track} aria-hidden>
      <div className={classes.bar} style={{ left: `${place(bar)}%` }} />
      <div className={classes.range} style={{ left: `${place(low)}%`, width: `${place(high) - place(low)}%` }} />
      <div className={classes.raw} style={{ left: `${place(raw)}%` }} />
      <div className={classes.adjusted} style={{ left: `${place(adjusted)}%` }} />
    </div>
  );
}
