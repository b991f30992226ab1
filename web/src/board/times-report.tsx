import { Table, Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyScreen } from '../ui/empty-screen';
import { QueryState } from '../ui/query-state';
import { useFormat } from '../ui/use-format';
import { byJob } from './by-job';
import { JobReport } from './job-report';
import { timesQuery, type ReportPeriod, type RoundTime } from './queries';
import classes from './reports.module.css';

const TimesChart = lazy(() => import('./times-chart'));

interface ReportProps {
  readonly period: ReportPeriod;
  readonly jobId: string | null;
}

/** How long applications stand in each round, job by job; those still there count as not yet ended. */
export function TimesReport({ period, jobId }: ReportProps) {
  const { t } = useTranslation('board');
  return (
    <QueryState query={useQuery(timesQuery(period))}>
      {(items) => {
        const jobs = byJob(items, jobId);
        if (jobs.length === 0) return <EmptyScreen icon={IconHourglass} title={t('reports.empty.title')} text={t('reports.empty.text')} />;
        return jobs.map(({ jobId: id, jobTitle, rounds }) => (
          <JobReport
            key={id}
            title={jobTitle}
            chartLabel={t('reports.time.chart', { job: jobTitle })}
            height={rounds.length * 52 + 70}
            chart={<TimesChart rounds={rounds} />}
            table={<TimesTable rounds={rounds} job={jobTitle} />}
          />
        ));
      }}
    </QueryState>
  );
}

function TimesTable({ rounds, job }: { readonly rounds: readonly RoundTime[]; readonly job: string }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const days = (value: number | null) => (value === null ? t('reports.time.open') : format.decimals(value, 1));
  return (
    <>
      <Table aria-label={t('reports.time.table', { job })} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('reports.round')}</Table.Th>
            {(['median', 'p90', 'n', 'stillOpen'] as const).map((column) => (
              <Table.Th key={column} scope="col" className={classes.figure}>
                {t(`reports.time.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rounds.map(({ roundKey, roundName, median, p90, n, open, few }) => (
            <Table.Tr key={roundKey}>
              <Table.Th scope="row" className={classes.round}>
                {roundName}
                {few && (
                  <Text size="xs" c="dimmed" fw={400}>
                    {t('reports.time.few')}
                  </Text>
                )}
              </Table.Th>
              <Table.Td className={classes.figure}>{days(median)}</Table.Td>
              <Table.Td className={classes.figure}>{days(p90)}</Table.Td>
              <Table.Td className={classes.figure}>{format.number(n)}</Table.Td>
              <Table.Td className={classes.figure}>{format.number(open)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt="xs">
        {t('reports.time.note')}
      </Text>
    </>
  );
}
