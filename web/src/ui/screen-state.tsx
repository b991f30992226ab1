import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';
import { NotFound } from '../app/not-found';

import { PageHeader } from './page-header';
import { ProblemAlert } from './problem-alert';
import { ScreenSkeleton } from './screen-skeleton';

interface ScreenStateProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** A whole screen that stands on one answer: its shape until it is there, and where it cannot be had a screen that says so. */
export function ScreenState<Data>({ query, children }: ScreenStateProps<Data>) {
  const { t } = useTranslation('app');
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (!query.isError) {
    return (
      <div aria-busy="true">
        <ScreenSkeleton />
      </div>
    );
  }
  if (asProblem(query.error).isAbsent) return <NotFound />;
  return (
    <>
      <PageHeader title={t('failure.title')} />
      <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />
    </>
  );
}
