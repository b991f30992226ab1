import { Alert, Switch, Text } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { asProblem } from '../api/problem';
import { NotFound } from '../app/not-found';
import { EmptyScreen } from '../ui/empty-screen';
import { MorePages } from '../ui/more-pages';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { ScreenSkeleton } from '../ui/screen-skeleton';
import { FinalistsTable } from './finalists-table';
import { finalistsQuery } from './queries';

/** The candidates of one job side by side, each on their own debrief. By name: the arithmetic ranks nobody. */
export function Component() {
  const { t } = useTranslation('debrief');
  const { jobId = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const isEndedShown = params.get('ended') === 'true';
  const query = useInfiniteQuery(finalistsQuery(jobId, isEndedShown));
  const first = query.data?.pages[0];
  if (!query.data || !first) {
    if (!query.isError) return <ScreenSkeleton />;
    if (asProblem(query.error).isAbsent) return <NotFound />;
    return <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />;
  }
  const items = query.data.pages.flatMap((page) => page.items);
  const isComparable = new Set(items.map(({ rubricVersionId }) => rubricVersionId)).size <= 1;
  return (
    <>
      <PageHeader title={t('finalists.title')} text={t('finalists.text')} back={{ to: `/jobs/${jobId}`, label: first.job.name }} />
      <Switch
        mb="md"
        label={t('finalists.ended')}
        checked={isEndedShown}
        onChange={(event) => setParams(event.currentTarget.checked ? { ended: 'true' } : {}, { replace: true })}
      />
      {items.length === 0 ? (
        <EmptyScreen icon={IconUsersGroup} title={t('finalists.empty.title')} text={t('finalists.empty.text')} />
      ) : (
        <>
          {!isComparable && (
            <Alert color="amber" mb="md">
              {t('finalists.versions')}
            </Alert>
          )}
          <FinalistsTable items={items} label={t('finalists.title')} />
          <Text size="xs" c="dimmed" mt="sm">
            {t('finalists.seen')}
          </Text>
        </>
      )}
      <MorePages query={query}>{t('list.more')}</MorePages>
    </>
  );
}
