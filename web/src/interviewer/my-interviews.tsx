import { Button, SegmentedControl, Stack, Title } from '@mantine/core';
import { IconCoffee } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, unwrap } from '../api/client';
import type { components } from '../api/schema.gen';
import { EmptyScreen } from '../ui/empty-screen';
import { MorePages } from '../ui/more-pages';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { RowsSkeleton } from '../ui/screen-skeleton';
import { InterviewRow } from './interview-row';
import classes from './my-interviews.module.css';

export type MyInterview = components['schemas']['MyInterviewDto'];
type Show = 'open' | 'all';

/** What waits for me, what is late first; one click leads to the kit. */
export function Component() {
  const { t } = useTranslation('interviewer');
  const [query, setQuery] = useSearchParams();
  const show: Show = query.get('show') === 'all' ? 'all' : 'open';
  const interviews = useInfiniteQuery({
    queryKey: ['me', 'interviews', show],
    initialPageParam: '',
    queryFn: ({ pageParam: cursor }) =>
      unwrap(api.GET('/api/v1/me/interviews', { params: { query: { show, limit: 50, ...(cursor ? { cursor } : {}) } } })),
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: 60_000,
  });
  const items = interviews.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <PageHeader
        title={t('mine.title')}
        text={t('mine.text')}
        actions={
          <SegmentedControl
            size="xs"
            aria-label={t('mine.show')}
            value={show}
            onChange={(value) => setQuery(value === 'all' ? { show: 'all' } : {}, { replace: true })}
            data={[
              { value: 'open', label: t('mine.open') },
              { value: 'all', label: t('mine.all') },
            ]}
          />
        }
      />
      {interviews.isError && !items && <ProblemAlert problem={interviews.error} onRetry={() => void interviews.refetch()} />}
      {interviews.isPending && <RowsSkeleton rows={5} height={76} />}
      {items?.length === 0 && (
        <EmptyScreen icon={IconCoffee} title={t(`mine.empty.${show}.title`)} text={t(`mine.empty.${show}.text`)}>
          {show === 'open' && (
            <Button variant="default" onClick={() => setQuery({ show: 'all' }, { replace: true })}>
              {t('mine.empty.open.action')}
            </Button>
          )}
        </EmptyScreen>
      )}
      {items && items.length > 0 && <Groups items={items} />}
      <MorePages query={interviews}>{t('mine.more')}</MorePages>
    </>
  );
}

const GROUPS = ['late', 'due', 'upcoming', 'unscheduled', 'done'] as const;
type GroupName = (typeof GROUPS)[number];

function groupOf({ card, status, startsAt }: MyInterview, now: number): GroupName {
  const owed = card?.status === 'assigned' || card?.status === 'draft';
  if (status === 'cancelled' || status === 'no_show') return 'done';
  if (owed && card.lateMinutes !== null) return 'late';
  if (startsAt === null) return 'unscheduled';
  if (new Date(startsAt).getTime() > now) return 'upcoming';
  return owed ? 'due' : 'done';
}

function Groups({ items }: { readonly items: readonly MyInterview[] }) {
  const { t } = useTranslation('interviewer');
  const now = Date.now();
  return (
    <Stack gap="xl">
      {GROUPS.map((name) => {
        const inTime = items.filter((item) => groupOf(item, now) === name);
        const rows = name === 'done' ? inTime.reverse() : inTime;
        if (rows.length === 0) return null;
        return (
          <section key={name} aria-labelledby={`group-${name}`}>
            <Title order={2} size="h3" id={`group-${name}`} mb="xs" className={classes[name]}>
              {t(`mine.group.${name}`)} <span className={classes.count}>{rows.length}</span>
            </Title>
            <ul className={classes.list}>
              {rows.map((item) => (
                <InterviewRow key={item.id} interview={item} isLate={name === 'late'} />
              ))}
            </ul>
          </section>
        );
      })}
    </Stack>
  );
}
