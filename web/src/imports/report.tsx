import { Anchor, Badge, Button, Group, Select, Stack, Table, Text, Title, UnstyledButton } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MorePages } from '../ui/more-pages';
import { ProblemAlert } from '../ui/problem-alert';
import { RowsSkeleton } from '../ui/screen-skeleton';
import { useFormat } from '../ui/use-format';
import classes from './imports.module.css';
import { type Import, type ImportRow, RECORD_KINDS, type ReportFilter, reportQuery, ROW_ACTIONS } from './queries';
import { useReportWords } from './use-report-words';

const COLORS = { make: 'green', change: 'plumb', unchanged: 'gray', skip: 'amber' } as const;
const PAGES: Readonly<Partial<Record<ImportRow['kind'], string>>> = { candidate: '/candidates', application: '/applications', job: '/jobs' };

/** Row by row what is made, changed, left as it is or skipped, and why. */
export function Report({ one }: { readonly one: Import }) {
  const { t } = useTranslation('imports');
  const [filter, setFilter] = useState<ReportFilter>({ action: null, kind: null, code: null });
  const report = useInfiniteQuery({ ...reportQuery(one.id, `${one.state} ${one.version}`, filter), placeholderData: keepPreviousData });
  const rows = report.data?.pages.flatMap((page) => page.items);
  return (
    <section aria-labelledby="report">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="report">
          {t('report.title')}
        </Title>
        <Button
          component="a"
          href={`/api/v1/imports/${one.id}/report.csv`}
          download
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} aria-hidden />}
        >
          {t('report.csv')}
        </Button>
      </Group>
      <Reasons one={one} filter={filter} onChange={setFilter} />
      <Filters filter={filter} onChange={setFilter} />
      {report.isError && <ProblemAlert problem={report.error} onRetry={() => void report.refetch()} />}
      {report.isPending && (
        <div aria-busy="true">
          <RowsSkeleton rows={5} height={40} />
        </div>
      )}
      {rows?.length === 0 && <Text c="dimmed">{t('report.empty')}</Text>}
      {rows && rows.length > 0 && <Rows rows={rows} isDone={one.state === 'done'} />}
      <MorePages query={report}>{t('more')}</MorePages>
    </section>
  );
}

interface FilterProps {
  readonly filter: ReportFilter;
  readonly onChange: (filter: ReportFilter) => void;
}

/** Why rows stand as they do, the most frequent first; each narrows the rows below. */
function Reasons({ one, filter, onChange }: FilterProps & { readonly one: Import }) {
  const { t } = useTranslation('imports');
  const words = useReportWords();
  const format = useFormat();
  const totals = new Map<string, number>();
  for (const { code, count } of one.counts) if (code !== null) totals.set(code, (totals.get(code) ?? 0) + count);
  if (totals.size === 0) return null;
  const sorted = [...totals].sort(([, a], [, b]) => b - a);
  return (
    <ul className={classes.plain} aria-label={t('report.reasons')} style={{ marginBottom: '0.75rem' }}>
      {sorted.map(([code, count]) => {
        const isOn = filter.code === code;
        return (
          <li key={code}>
            <UnstyledButton className={classes.reason} aria-pressed={isOn} onClick={() => onChange({ ...filter, code: isOn ? null : code })}>
              <Text size="sm" component="span">
                {words(code, null)}
              </Text>
              <Text size="sm" component="span" className={classes.number} fw={600}>
                {format.number(count)}
              </Text>
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}

function Filters({ filter, onChange }: FilterProps) {
  const { t } = useTranslation('imports');
  return (
    <Group gap="sm" mb="sm">
      <Select
        w={190}
        aria-label={t('report.action')}
        placeholder={t('report.anyAction')}
        clearable
        clearButtonProps={{ 'aria-label': t('report.anyAction') }}
        data={ROW_ACTIONS.map((value) => ({ value, label: t(`action.${value}`) }))}
        value={filter.action}
        onChange={(value) => onChange({ ...filter, action: ROW_ACTIONS.find((one) => one === value) ?? null })}
      />
      <Select
        w={190}
        aria-label={t('counts.kind')}
        placeholder={t('report.anyKind')}
        clearable
        clearButtonProps={{ 'aria-label': t('report.anyKind') }}
        data={RECORD_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={filter.kind}
        onChange={(value) => onChange({ ...filter, kind: RECORD_KINDS.find((one) => one === value) ?? null })}
      />
      {filter.code !== null && (
        <Button variant="subtle" size="xs" onClick={() => onChange({ ...filter, code: null })}>
          {t('report.allReasons')}
        </Button>
      )}
    </Group>
  );
}

function Rows({ rows, isDone }: { readonly rows: readonly ImportRow[]; readonly isDone: boolean }) {
  const { t } = useTranslation('imports');
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('report.table')}>
      <Table className={classes.report} verticalSpacing={6} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w={130}>
              {t('report.where')}
            </Table.Th>
            <Table.Th scope="col" w={110}>
              {t('counts.kind')}
            </Table.Th>
            <Table.Th scope="col" w={190}>
              {t('report.what')}
            </Table.Th>
            <Table.Th scope="col" w={110}>
              {t('report.action')}
            </Table.Th>
            <Table.Th scope="col">{t('report.why')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Row key={row.position} row={row} isDone={isDone} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Row({ row, isDone }: { readonly row: ImportRow; readonly isDone: boolean }) {
  const { t } = useTranslation('imports');
  const words = useReportWords();
  const page = PAGES[row.kind];
  const name = (row.label ?? row.externalId).replace(/^ ?· /, '');
  const isThere = row.targetId !== null && page !== undefined && (isDone || row.action !== 'make');
  const why = words(row.code, row.detail);
  return (
    <Table.Tr>
      <Table.Td c="dimmed">
        {row.file}
        <Text size="xs">{t('failed.line', { line: row.line })}</Text>
      </Table.Td>
      <Table.Td>{t(`kindOne.${row.kind}`)}</Table.Td>
      <Table.Td>
        {isThere ? (
          <Anchor component={Link} to={`${page}/${row.targetId}`} size="sm" underline="always">
            {name}
          </Anchor>
        ) : (
          name
        )}
      </Table.Td>
      <Table.Td>
        <Badge color={COLORS[row.action]}>{t(isDone ? `done.${row.action}` : `action.${row.action}`)}</Badge>
      </Table.Td>
      <Table.Td>
        <Stack gap={2}>
          {why !== null && <Text size="sm">{why}</Text>}
          {row.warnings
            .filter(({ code }) => code !== row.code)
            .map(({ code, detail, pointer }) => (
              <Text key={`${pointer} ${code}`} size="xs" c="dimmed" className="typed">
                {placeOf(pointer)}
                {words(code, detail)}
              </Text>
            ))}
        </Stack>
      </Table.Td>
    </Table.Tr>
  );
}

/** Where in the record a warning stands, before its words; the record itself needs no naming. */
function placeOf(pointer: string): string {
  return pointer === '' ? '' : `${pointer.replace(/^\//, '').replaceAll('~1', '/').replaceAll('~0', '~')}: `;
}
