import { Button, Group, Select, Switch, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconSearch, IconUsers } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { EmptyScreen } from '../ui/empty-screen';
import { MorePages } from '../ui/more-pages';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { RowsSkeleton } from '../ui/screen-skeleton';
import { useFormat } from '../ui/use-format';
import classes from './list.module.css';
import { NewCandidate } from './new-candidate';
import { candidatesQuery } from './queries';

/** Everybody one may know of; a person is found by part of the name. */
export function Component() {
  const { t } = useTranslation('recruiter');
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(params.get('q') ?? '');
  const search = params.get('q') ?? '';
  const sort = params.get('sort') === 'newest' ? 'newest' : 'name';
  const archived = params.get('archived') === '1';
  const suggested = params.get('new');
  const candidates = useInfiniteQuery({ ...candidatesQuery(search, sort, archived), placeholderData: keepPreviousData });
  const items = candidates.data?.pages.flatMap((page) => page.items);
  const set = (key: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null || value === '') next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  const send = useDebouncedCallback((value: string) => set('q', value), 250);
  return (
    <>
      <PageHeader
        title={t('candidates.title')}
        text={t('candidates.text')}
        actions={
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => set('new', ' ')}>
            {t('candidates.new')}
          </Button>
        }
      />
      <Group gap="sm" mb="sm">
        <TextInput
          type="search"
          style={{ flex: '1 1 14rem' }}
          aria-label={t('candidates.search')}
          placeholder={t('candidates.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            send(event.currentTarget.value.trim());
          }}
        />
        <Select
          aria-label={t('board.sort.label')}
          w={170}
          allowDeselect={false}
          data={(['name', 'newest'] as const).map((value) => ({ value, label: t(`candidates.sort.${value}`) }))}
          value={sort}
          onChange={(value) => set('sort', value === 'newest' ? value : null)}
        />
        <Switch label={t('candidates.archived')} checked={archived} onChange={(event) => set('archived', event.currentTarget.checked ? '1' : null)} />
      </Group>
      {candidates.isError && <ProblemAlert problem={candidates.error} onRetry={() => void candidates.refetch()} />}
      {candidates.isPending && (
        <div aria-busy="true">
          <RowsSkeleton rows={7} height={48} />
        </div>
      )}
      {items?.length === 0 && (
        <EmptyScreen icon={IconUsers} title={t(search === '' ? 'candidates.empty' : 'candidates.nothing')} text={t('candidates.emptyText')}>
          <Button onClick={() => set('new', search || ' ')}>{t('candidates.new')}</Button>
        </EmptyScreen>
      )}
      {items && items.length > 0 && (
        <ul className={classes.list}>
          {items.map(({ id, name, location, createdAt, archivedAt, applications }) => (
            <li key={id} className={classes.row}>
              <div className={classes.grow}>
                <Link to={`/candidates/${id}`} className={classes.link}>
                  {name}
                </Link>
                <Text size="xs" c="dimmed">
                  {[location, archivedAt === null ? '' : t('candidates.isArchived')].filter((part) => part !== '').join(' · ')}
                </Text>
              </div>
              <Text size="sm" c="dimmed" className="numbers">
                {t('candidates.applications', { count: applications })}
              </Text>
              <Text size="xs" c="dimmed" className={classes.when}>
                {t('candidates.since', { date: format.date(createdAt) })}
              </Text>
            </li>
          ))}
        </ul>
      )}
      <MorePages query={candidates}>{t('more')}</MorePages>
      {suggested !== null && <NewCandidate name={suggested.trim()} onClose={() => set('new', null)} />}
    </>
  );
}
