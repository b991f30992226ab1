import { Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyScreen } from '../ui/empty-screen';
import { MorePages } from '../ui/more-pages';
import { ProblemAlert } from '../ui/problem-alert';
import { RowsSkeleton } from '../ui/screen-skeleton';
import { useFormat } from '../ui/use-format';
import { EventRow } from './event-row';
import classes from './history.module.css';
import { eventsQuery, type EventFilters, type HistoryEvent } from './queries';

/** What happened, newest first, a heading for each day; every event opens to what it changed. */
export function EventList({ filters, emptyText }: { readonly filters: EventFilters; readonly emptyText: string }) {
  const { t } = useTranslation('admin');
  const events = useInfiniteQuery(eventsQuery(filters));
  const format = useFormat();
  const items = events.data?.pages.flatMap((page) => page.items);
  if (events.isError && !items) return <ProblemAlert problem={events.error} onRetry={() => void events.refetch()} />;
  if (!items) {
    return (
      <div aria-busy="true">
        <RowsSkeleton rows={6} height={44} />
      </div>
    );
  }
  if (items.length === 0) return <EmptyScreen icon={IconHistory} title={t('history.empty')} text={emptyText} />;
  const days = new Map<string, HistoryEvent[]>();
  for (const event of items) {
    const day = format.date(event.at);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return (
    <>
      {[...days].map(([day, ofDay]) => (
        <section key={day} className={classes.day}>
          <Text component="h2" size="xs" fw={600} c="dimmed" mb={4}>
            {day}
          </Text>
          <ul className={classes.list}>
            {ofDay.map((event) => (
              <EventRow key={event.id} event={event} />
            ))}
          </ul>
        </section>
      ))}
      <MorePages query={events}>{t('history.more')}</MorePages>
    </>
  );
}
