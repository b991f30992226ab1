import { IconUsersGroup } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyScreen } from '../ui/empty-screen';
import { MorePages } from '../ui/more-pages';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { RowsSkeleton } from '../ui/screen-skeleton';
import { AgreementSection } from './agreement-section';
import { JobFilter, useJobFilter } from './job-filter';
import { type AgreementRow, agreementQuery } from './queries';
import { RunNote } from './run-note';

/** How far panels agree, criterion by criterion. */
export function Component() {
  const { t } = useTranslation('calibration');
  return (
    <>
      <PageHeader title={t('agreement.title')} text={t('agreement.text')} back={{ to: '/reports', label: t('reports') }} />
      <JobFilter />
      <AgreementReport jobId={useJobFilter()} />
    </>
  );
}

function AgreementReport({ jobId }: { readonly jobId: string | null }) {
  const { t } = useTranslation('calibration');
  const report = useInfiniteQuery(agreementQuery(jobId));
  const first = report.data?.pages[0];
  if (!report.data || !first) {
    if (report.isError) return <ProblemAlert problem={report.error} onRetry={() => void report.refetch()} />;
    return (
      <div aria-busy="true">
        <RowsSkeleton />
      </div>
    );
  }
  const groups = byRubricAndJob(report.data.pages.flatMap((page) => page.items));
  if (groups.length === 0) return <EmptyScreen icon={IconUsersGroup} title={t('agreement.empty.title')} text={t('agreement.empty.text')} />;
  return (
    <>
      <RunNote run={first.run} />
      {groups.map(({ key, rows }) => (
        <AgreementSection key={key} rows={rows} fewest={first.fewestCandidates} />
      ))}
      <MorePages query={report}>{t('agreement.more')}</MorePages>
    </>
  );
}

/** In the order in which they come, which is by rubric, version and job. */
function byRubricAndJob(items: readonly AgreementRow[]) {
  const groups = new Map<string, AgreementRow[]>();
  for (const item of items) {
    const key = `${item.rubricVersionId} ${item.jobId ?? ''}`;
    const rows = groups.get(key);
    if (rows) rows.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].map(([key, rows]) => ({ key, rows }));
}
