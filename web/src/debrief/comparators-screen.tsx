import { Alert, Text } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { asProblem } from '../api/problem';
import { NotFound } from '../app/not-found';
import { applicationQuery } from '../recruiter/queries';
import { EmptyScreen } from '../ui/empty-screen';
import { MorePages } from '../ui/more-pages';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { ScreenSkeleton } from '../ui/screen-skeleton';
import { FinalistsLink } from './finalists-link';
import { FinalistsTable } from './finalists-table';
import { comparatorsQuery } from './queries';
import { useComparatorRows } from './use-comparator-rows';

/** For a complaint: an application beside the others of its job that came as far, and what became of each. */
export function Component() {
  const { t } = useTranslation('debrief');
  const { applicationId = '' } = useParams();
  const query = useInfiniteQuery(comparatorsQuery(applicationId));
  const application = useQuery(applicationQuery(applicationId)).data;
  const subject = query.data?.pages[0]?.subject;
  const rows = useComparatorRows(subject);
  if (!query.data || !subject) {
    if (!query.isError) return <ScreenSkeleton />;
    if (asProblem(query.error).isAbsent) return <NotFound />;
    return <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />;
  }
  const comparators = query.data.pages.flatMap((page) => page.items);
  const isComparable = comparators.every(({ rubricVersionId }) => rubricVersionId === subject.rubricVersionId);
  const { candidate, stage } = subject;
  const facts = { name: candidate.name, job: application?.jobTitle ?? '', round: stage?.name ?? '' };
  return (
    <>
      <PageHeader
        title={t('comparators.of', { name: candidate.name })}
        text={t('comparators.text')}
        back={{ to: `/applications/${applicationId}`, label: candidate.name }}
      />
      <Text size="sm" maw="44rem" mb={4}>
        {application && t(stage ? 'comparators.what' : 'comparators.whatNoRound', facts)}
      </Text>
      {comparators.length > 0 && (
        <Text size="sm" maw="44rem" mb="md">
          {t('comparators.how')}
        </Text>
      )}
      {!isComparable && (
        <Alert color="amber" mb="md">
          {t('finalists.versions')}
        </Alert>
      )}
      {comparators.length > 0 ? (
        <FinalistsTable items={[subject, ...comparators]} label={t('comparators.of', { name: candidate.name })} {...rows} />
      ) : (
        <EmptyScreen icon={IconUsersGroup} title={t('comparators.empty.title')} text={t('comparators.empty.text')}>
          {application && <FinalistsLink jobId={application.jobId} />}
        </EmptyScreen>
      )}
      <Text size="xs" c="dimmed" mt="sm">
        {t('comparators.recorded')}
      </Text>
      <MorePages query={query}>{t('list.more')}</MorePages>
    </>
  );
}
