import { Button, Group, Text } from '@mantine/core';
import { IconLayoutKanban, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import list from '../recruiter/list.module.css';
import { StartApplication } from '../recruiter/start-application';
import { EmptyScreen } from '../ui/empty-screen';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { RowsSkeleton } from '../ui/screen-skeleton';
import { useFormat } from '../ui/use-format';
import { type BoardAddress, useBoardAddress } from './board-address';
import { BoardTable } from './board-table';
import { BulkBar } from './bulk-bar';
import { FilterBar } from './filter-bar';
import { LaneStrip } from './lane-strip';
import { boardQuery, countsQuery, viewsQuery } from './queries';
import { ViewsMenu } from './views-menu';

/** Everything that is under way, late first: what it waits for, with whom, until when, and the next thing to do. */
export function Component() {
  const { t } = useTranslation('board');
  const address = useBoardAddress();
  const isReady = useDefaultView(address);
  const [starting, setStarting] = useState(false);
  return (
    <>
      <PageHeader
        title={t('title')}
        text={t('text')}
        actions={
          <Group gap="xs" className={list.actions}>
            <ViewsMenu address={address} />
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setStarting(true)}>
              {t('start')}
            </Button>
          </Group>
        }
      />
      {isReady ? <Board address={address} onStart={() => setStarting(true)} /> : <Waiting />}
      {starting && <StartApplication onClose={() => setStarting(false)} jobId={address.filters.jobId ?? null} />}
    </>
  );
}

/** The board opens with the view the person chose for that, unless the address says something else. */
function useDefaultView({ isBare, go }: BoardAddress): boolean {
  const views = useQuery(viewsQuery);
  const [isReady, setReady] = useState(!isBare);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current || views.isPending) return;
    asked.current = true;
    const first = isBare ? views.data?.find((view) => view.isDefault) : undefined;
    if (first) go({ filters: first.filters, sort: first.sort });
    setReady(true);
  }, [views.isPending, views.data, isBare, go]);
  return isReady;
}

const LONG = 3;

function Board({ address, onStart }: { readonly address: BoardAddress; readonly onStart: () => void }) {
  const { filters, sort } = address;
  const board = useInfiniteQuery({
    ...boardQuery(filters, sort),
    placeholderData: keepPreviousData,
    // A long list is read again when something changes, not by the clock.
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > LONG ? false : 60_000),
  });
  const counts = useQuery({ ...countsQuery(filters), placeholderData: keepPreviousData, refetchInterval: 60_000 }).data;
  const lines = useMemo(() => board.data?.pages.flatMap((page) => page.items), [board.data]);
  const [selection, setSelection] = useState<Readonly<Record<string, boolean>>>({});
  const place = JSON.stringify([filters, sort]);
  useEffect(() => setSelection({}), [place]);
  const total = filters.column === undefined ? counts?.total : counts?.columns.find(({ column }) => column === filters.column)?.count;
  return (
    <>
      <LaneStrip counts={counts} chosen={filters.column} onChoose={(column) => address.change({ column })} />
      <FilterBar address={address} counts={counts} lines={lines ?? []} />
      {board.isError && <ProblemAlert problem={board.error} onRetry={() => void board.refetch()} />}
      {board.isPending && <Waiting />}
      {lines?.length === 0 && <Nothing address={address} onStart={onStart} />}
      {lines && lines.length > 0 && (
        <>
          <BoardTable
            lines={lines}
            total={total ?? lines.length}
            selection={selection}
            onSelect={setSelection}
            hasMore={board.hasNextPage}
            isLoadingMore={board.isFetchingNextPage}
            onMore={() => void board.fetchNextPage()}
          />
          <Shown count={lines.length} total={total ?? lines.length} />
          <BulkBar
            lines={lines}
            total={total ?? lines.length}
            place={{ filters, sort }}
            selection={selection}
            onSelect={setSelection}
            hasMore={board.hasNextPage}
          />
        </>
      )}
    </>
  );
}

function Shown({ count, total }: { readonly count: number; readonly total: number }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  return (
    <Group justify="space-between" mt="xs" gap="xs">
      <Text size="xs" c="dimmed" role="status" className="numbers">
        {t('shown', { shown: format.number(count), total: format.number(Math.max(total, count)) })}
      </Text>
      <Text size="xs" c="dimmed" visibleFrom="sm">
        {t('keys')}
      </Text>
    </Group>
  );
}

function Nothing({ address, onStart }: { readonly address: BoardAddress; readonly onStart: () => void }) {
  const { t } = useTranslation('board');
  const isFiltered = Object.keys(address.filters).length > 0;
  const isCalm = address.filters.urgency !== undefined && Object.keys(address.filters).length === 1;
  const kind = isCalm ? 'calm' : isFiltered ? 'nothing' : 'empty';
  return (
    <EmptyScreen icon={IconLayoutKanban} title={t(`${kind}.title`)} text={t(`${kind}.text`)}>
      {isFiltered ? (
        <Button variant="default" onClick={() => address.go({ filters: {}, sort: address.sort })}>
          {t('nothing.action')}
        </Button>
      ) : (
        <Button onClick={onStart}>{t('start')}</Button>
      )}
    </EmptyScreen>
  );
}

function Waiting() {
  return (
    <div aria-busy="true">
      <RowsSkeleton rows={7} height={60} />
    </div>
  );
}
