import { Badge, Button, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconListDetails, IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../api/me';
import list from '../ui/list.module.css';
import { EmptyScreen } from '../ui/empty-screen';
import { MorePages } from '../ui/more-pages';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { RowsSkeleton } from '../ui/screen-skeleton';
import { rubricsQuery } from './queries';

export const VERSION_COLORS = { draft: 'amber', published: 'green', retired: 'gray' } as const;

/** The rubrics, each by its latest version. */
export function Component() {
  const { t } = useTranslation('admin');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const rubrics = useInfiniteQuery({ ...rubricsQuery(search), placeholderData: keepPreviousData });
  const siteRole = useMe().data?.siteRole;
  const make = siteRole !== undefined && siteRole !== 'auditor' && (
    <Button component={Link} to="/rubrics/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('rubrics.new')}
    </Button>
  );
  const items = rubrics.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <PageHeader title={t('rubrics.title')} text={t('rubrics.text')} actions={make} />
      <TextInput
        type="search"
        mb="sm"
        maw={420}
        aria-label={t('rubrics.search')}
        placeholder={t('rubrics.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {rubrics.isError && <ProblemAlert problem={rubrics.error} onRetry={() => void rubrics.refetch()} />}
      {rubrics.isPending && (
        <div aria-busy="true">
          <RowsSkeleton rows={3} height={48} />
        </div>
      )}
      {items?.length === 0 && (
        <EmptyScreen icon={IconListDetails} title={t('rubrics.empty')} text={t('rubrics.emptyText')}>
          <Button component={Link} to="/admin/templates">
            {t('templates.title')}
          </Button>
        </EmptyScreen>
      )}
      {items && items.length > 0 && (
        <ul className={list.list}>
          {items.map(({ id, name, latestNumber, latestStatus }) => (
            <li key={id} className={list.row}>
              <div className={list.grow}>
                <Link to={`/rubrics/${id}`} className={list.link}>
                  {name}
                </Link>
              </div>
              <Text size="sm" c="dimmed" className="numbers">
                {t('rubrics.version', { number: latestNumber })}
              </Text>
              <Badge color={VERSION_COLORS[latestStatus]}>{t(`rubrics.status.${latestStatus}`)}</Badge>
            </li>
          ))}
        </ul>
      )}
      <MorePages query={rubrics}>{t('history.more')}</MorePages>
    </>
  );
}
