import { Paper, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyScreen } from '../ui/empty-screen';
import { MorePages } from '../ui/more-pages';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { RowsSkeleton } from '../ui/screen-skeleton';
import { AdjustedTable } from './adjusted-table';
import { JobFilter, useJobFilter } from './job-filter';
import { adjustedQuery } from './queries';
import { RunNote } from './run-note';

/** Candidates' scores freed of who happened to rate, beside the raw ones. Listed by name: nobody is ranked. */
export function Component() {
  const { t } = useTranslation('calibration');
  return (
    <>
      <PageHeader title={t('adjusted.title')} text={t('adjusted.text')} back={{ to: '/reports', label: t('reports') }} />
      <JobFilter />
      <AdjustedReport jobId={useJobFilter()} />
    </>
  );
}

function AdjustedReport({ jobId }: { readonly jobId: string | null }) {
  const { t } = useTranslation('calibration');
  const report = useInfiniteQuery(adjustedQuery(jobId));
  const first = report.data?.pages[0];
  if (!report.data || !first) {
    if (report.isError) return <ProblemAlert problem={report.error} onRetry={() => void report.refetch()} />;
    return (
      <div aria-busy="true">
        <RowsSkeleton />
      </div>
    );
  }
  const rows = report.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <EmptyScreen icon={IconScale} title={t('adjusted.empty.title')} text={t('adjusted.empty.text')} />;
  return (
    <>
      <RunNote run={first.run} />
      <Paper component="section" p="md" aria-label={t('adjusted.title')}>
        <AdjustedTable rows={rows} />
        <Text size="xs" c="dimmed" mt="sm">
          {t('adjusted.legend')}
        </Text>
      </Paper>
      <MorePages query={report}>{t('agreement.more')}</MorePages>
    </>
  );
}
