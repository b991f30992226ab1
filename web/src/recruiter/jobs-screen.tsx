import { Button, Group, Select, Switch, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBriefcase, IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyScreen } from '../ui/empty-screen';
import { MorePages } from '../ui/more-pages';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { RowsSkeleton } from '../ui/screen-skeleton';
import { useFormat } from '../ui/use-format';
import classes from './list.module.css';
import { jobsQuery, type JobStatus } from './queries';
import { StatusBadge } from './status-badge';

const STATUSES: readonly JobStatus[] = ['draft', 'open', 'on_hold', 'closed', 'archived'];

/** The jobs of the organisation. */
export function Component() {
  const { t } = useTranslation('recruiter');
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [status, setStatus] = useState<JobStatus | null>(null);
  const [mine, setMine] = useState(false);
  const jobs = useInfiniteQuery({ ...jobsQuery(search, status, mine), placeholderData: keepPreviousData });
  const items = jobs.data?.pages.flatMap((page) => page.items);
  const create = (
    <Button component={Link} to="/jobs/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('jobs.new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('jobs.title')} text={t('jobs.text')} actions={create} />
      <Group gap="sm" mb="sm">
        <TextInput
          type="search"
          style={{ flex: '1 1 14rem' }}
          aria-label={t('jobs.search')}
          placeholder={t('jobs.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          w={170}
          aria-label={t('board.status')}
          placeholder={t('jobs.anyStatus')}
          clearable
          clearButtonProps={{ 'aria-label': t('jobs.anyStatus') }}
          data={STATUSES.map((one) => ({ value: one, label: t(`status.job.${one}`) }))}
          value={status}
          onChange={(value) => setStatus(STATUSES.find((one) => one === value) ?? null)}
        />
        <Switch label={t('jobs.mine')} checked={mine} onChange={(event) => setMine(event.currentTarget.checked)} />
      </Group>
      {jobs.isError && <ProblemAlert problem={jobs.error} onRetry={() => void jobs.refetch()} />}
      {jobs.isPending && (
        <div aria-busy="true">
          <RowsSkeleton rows={4} height={56} />
        </div>
      )}
      {items?.length === 0 && (
        <EmptyScreen icon={IconBriefcase} title={t('jobs.empty')} text={t('jobs.emptyText')}>
          {create}
        </EmptyScreen>
      )}
      {items && items.length > 0 && (
        <ul className={classes.list}>
          {items.map(({ id, title, department, location, status: stands, createdAt, mySeats }) => (
            <li key={id} className={classes.row}>
              <div className={classes.grow}>
                <Link to={`/jobs/${id}`} className={classes.link}>
                  {title}
                </Link>
                <Text size="xs" c="dimmed">
                  {[department, location, ...mySeats.map((seat) => t('jobs.mySeat', { seat: t(`seats.kind.${seat}`) }))]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </Text>
              </div>
              <StatusBadge of="job" status={stands} />
              <Text size="xs" c="dimmed" className={classes.when}>
                {t('candidates.since', { date: format.date(createdAt) })}
              </Text>
            </li>
          ))}
        </ul>
      )}
      <MorePages query={jobs}>{t('more')}</MorePages>
    </>
  );
}
