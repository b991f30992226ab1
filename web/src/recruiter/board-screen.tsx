import { Button, Group, Text } from '@mantine/core';
import { IconLayoutKanban, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EmptyScreen } from '../ui/empty-screen';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { RowsSkeleton } from '../ui/screen-skeleton';
import { BoardFiltersBar } from './board-filters';
import { BoardRows } from './board-rows';
import { boardQuery, SORTS, STATUSES, type BoardFilters } from './queries';
import { StartApplication } from './start-application';

/** The filters live in the address, so that a view can be kept and passed on. */
function useBoardFilters(): [BoardFilters, (change: Record<string, string | null>) => void] {
  const [params, setParams] = useSearchParams();
  const status = params.get('status');
  const sort = params.get('sort');
  const filters: BoardFilters = {
    jobId: params.get('job'),
    status: status === 'all' ? null : (STATUSES.find((one) => one === status) ?? 'active'),
    round: params.get('round'),
    search: params.get('q') ?? '',
    sort: SORTS.find((one) => one === sort) ?? 'activity',
  };
  const change = (part: Record<string, string | null>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [key, value] of Object.entries(part)) {
          if (value === null || value === '') next.delete(key);
          else next.set(key, value);
        }
        return next;
      },
      { replace: true },
    );
  return [filters, change];
}

/** Every application one may know of: where it stands, which cards are out, and who is late. */
export function Component() {
  const { t } = useTranslation('recruiter');
  const [filters, change] = useBoardFilters();
  const [starting, setStarting] = useState(false);
  const board = useInfiniteQuery({ ...boardQuery(filters), placeholderData: keepPreviousData, refetchInterval: 60_000 });
  const items = board.data?.pages.flatMap((page) => page.items);
  const isFiltered = filters.search !== '' || filters.round !== null || filters.jobId !== null || filters.status !== 'active';
  return (
    <>
      <PageHeader
        title={t('board.title')}
        text={t('board.text')}
        actions={
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setStarting(true)}>
            {t('board.start')}
          </Button>
        }
      />
      <BoardFiltersBar filters={filters} items={items ?? []} onChange={change} />
      {board.isError && <ProblemAlert problem={board.error} onRetry={() => void board.refetch()} />}
      {board.isPending && (
        <div aria-busy="true">
          <RowsSkeleton rows={7} height={60} />
        </div>
      )}
      {items?.length === 0 && (
        <EmptyScreen
          icon={IconLayoutKanban}
          title={t(isFiltered ? 'board.nothing.title' : 'board.empty.title')}
          text={t(isFiltered ? 'board.nothing.text' : 'board.empty.text')}
        >
          {isFiltered ? (
            <Button variant="default" onClick={() => change({ status: 'all', round: null, q: null, job: null })}>
              {t('board.nothing.action')}
            </Button>
          ) : (
            <Button onClick={() => setStarting(true)}>{t('board.start')}</Button>
          )}
        </EmptyScreen>
      )}
      {items && items.length > 0 && (
        <BoardRows items={items} hasMore={board.hasNextPage} isLoadingMore={board.isFetchingNextPage} onMore={() => void board.fetchNextPage()} />
      )}
      {items && items.length > 0 && (
        <Group justify="space-between" mt="xs" gap="xs">
          <Text size="xs" c="dimmed" role="status">
            {t(board.hasNextPage ? 'board.shownMore' : 'board.shown', { count: items.length })}
          </Text>
          <Text size="xs" c="dimmed" visibleFrom="sm">
            {t('board.keys')}
          </Text>
        </Group>
      )}
      {starting && <StartApplication onClose={() => setStarting(false)} jobId={filters.jobId} />}
    </>
  );
}
