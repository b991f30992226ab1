import { SegmentedControl, Select, Stack, Title } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EmptyScreen } from '../ui/empty-screen';
import { MorePages } from '../ui/more-pages';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { RowsSkeleton } from '../ui/screen-skeleton';
import { DebriefRow } from './debrief-row';
import classes from './debriefs-screen.module.css';
import { debriefsQuery, type DebriefState, type DebriefSummary } from './queries';

/** In the order in which somebody has to do something. */
const GROUPS: Readonly<Record<string, readonly DebriefState[]>> = {
  ready: ['ready'],
  room: ['first_ballot', 'discussing', 'second_ballot', 'committee_ballot'],
  collecting: ['collecting'],
  decided: ['decided'],
  closed: ['closed'],
};

/** Every debrief I may know of, by what happens in it next; inside, the most pressing first. */
export function Component() {
  const { t } = useTranslation('debrief');
  const [query, setQuery] = useSearchParams();
  const show = query.get('show') === 'done' ? 'done' : 'open';
  const jobId = query.get('job');
  const debriefs = useInfiniteQuery({ ...debriefsQuery(show === 'open', jobId), refetchInterval: 60_000 });
  const items = debriefs.data?.pages.flatMap((page) => page.items);
  const set = (change: Record<string, string | null>) =>
    setQuery(
      Object.fromEntries(
        Object.entries({ show: query.get('show'), job: jobId, ...change }).filter((pair): pair is [string, string] => pair[1] !== null),
      ),
      { replace: true },
    );
  return (
    <>
      <PageHeader
        title={t('list.title')}
        text={t('list.text')}
        actions={
          <>
            <JobChoice items={items ?? []} value={jobId} onChange={(job) => set({ job })} />
            <SegmentedControl
              size="xs"
              aria-label={t('list.show')}
              value={show}
              onChange={(value) => set({ show: value === 'done' ? 'done' : null })}
              data={[
                { value: 'open', label: t('list.open') },
                { value: 'done', label: t('list.done') },
              ]}
            />
          </>
        }
      />
      {debriefs.isError && !items && <ProblemAlert problem={debriefs.error} onRetry={() => void debriefs.refetch()} />}
      {debriefs.isPending && <RowsSkeleton rows={5} height={64} />}
      {items?.length === 0 && <EmptyScreen icon={IconScale} title={t(`list.empty.${show}.title`)} text={t(`list.empty.${show}.text`)} />}
      {items && items.length > 0 && <Groups items={items} />}
      <MorePages query={debriefs}>{t('list.more')}</MorePages>
    </>
  );
}

function Groups({ items }: { readonly items: readonly DebriefSummary[] }) {
  const { t } = useTranslation('debrief');
  return (
    <Stack gap="xl">
      {Object.entries(GROUPS).map(([name, states]) => {
        const rows = items.filter(({ state }) => states.includes(state));
        if (rows.length === 0) return null;
        return (
          <section key={name} aria-labelledby={`group-${name}`}>
            <Title order={2} size="h3" id={`group-${name}`} mb="xs">
              {t(`list.group.${name}`)} <span className={classes.count}>{rows.length}</span>
            </Title>
            <ul className={classes.list}>
              {rows.map((item) => (
                <DebriefRow key={item.id} debrief={item} />
              ))}
            </ul>
          </section>
        );
      })}
    </Stack>
  );
}

interface JobChoiceProps {
  readonly items: readonly DebriefSummary[];
  readonly value: string | null;
  readonly onChange: (jobId: string | null) => void;
}

/** One job only; not there where everything is about one job anyway. */
function JobChoice({ items, value, onChange }: JobChoiceProps) {
  const { t } = useTranslation('debrief');
  const jobs = new Map(items.map(({ jobId, jobTitle }) => [jobId, jobTitle]));
  if (jobs.size < 2 && value === null) return null;
  return (
    <Select
      size="xs"
      w={260}
      aria-label={t('list.job')}
      placeholder={t('list.job')}
      data={[...jobs].map(([id, title]) => ({ value: id, label: title }))}
      value={value}
      onChange={onChange}
      clearable
      clearButtonProps={{ 'aria-label': t('list.allJobs') }}
    />
  );
}
