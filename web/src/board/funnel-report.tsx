import { Table } from '@mantine/core';
import { IconChartFunnel } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyScreen } from '../ui/empty-screen';
import { QueryState } from '../ui/query-state';
import { useFormat } from '../ui/use-format';
import { byJob } from './by-job';
import { funnelQuery, type FunnelRound, type ReportPeriod } from './queries';
import { JobReport } from './job-report';
import classes from './reports.module.css';

const FunnelChart = lazy(() => import('./funnel-chart'));
const COLUMNS = ['entered', 'passed', 'rejected', 'withdrawn', 'skipped', 'waiting'] as const;

interface ReportProps {
  readonly period: ReportPeriod;
  readonly jobId: string | null;
}

/** How many came into each round and what became of them, job by job. */
export function FunnelReport({ period, jobId }: ReportProps) {
  const { t } = useTranslation('board');
  return (
    <QueryState query={useQuery(funnelQuery(period))}>
      {(items) => {
        const jobs = byJob(items, jobId);
        if (jobs.length === 0) return <EmptyScreen icon={IconChartFunnel} title={t('reports.empty.title')} text={t('reports.empty.text')} />;
        return jobs.map(({ jobId: id, jobTitle, rounds }) => (
          <JobReport
            key={id}
            title={jobTitle}
            chartLabel={t('reports.funnel.chart', { job: jobTitle })}
            height={rounds.length * 46 + 70}
            isWide
            chart={<FunnelChart rounds={rounds} />}
            table={<FunnelTable rounds={rounds} job={jobTitle} />}
          />
        ));
      }}
    </QueryState>
  );
}

function FunnelTable({ rounds, job }: { readonly rounds: readonly FunnelRound[]; readonly job: string }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  return (
    <Table aria-label={t('reports.funnel.table', { job })} className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('reports.round')}</Table.Th>
          {COLUMNS.map((column) => (
            <Table.Th key={column} scope="col" className={classes.figure}>
              {t(`reports.funnel.${column}`)}
            </Table.Th>
          ))}
          <Table.Th scope="col" className={classes.figure}>
            {t('reports.funnel.conversion')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rounds.map((round) => (
          <Table.Tr key={round.roundKey}>
            <Table.Th scope="row" className={classes.round}>
              {round.roundName}
            </Table.Th>
            {COLUMNS.map((column) => (
              <Table.Td key={column} className={classes.figure} data-none={round[column] === 0 || undefined}>
                {format.number(round[column])}
              </Table.Td>
            ))}
            <Table.Td className={classes.figure} fw={600}>
              {round.conversion === null ? '–' : format.percent(round.conversion)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
