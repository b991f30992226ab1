import { Badge, Button, Switch, Text } from '@mantine/core';
import { IconCalendarCog, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useMe } from '../api/me';
import list from '../ui/list.module.css';
import { EmptyScreen } from '../ui/empty-screen';
import { MorePages } from '../ui/more-pages';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { RowsSkeleton } from '../ui/screen-skeleton';
import { useCountryName } from '../ui/use-country-name';
import { CalendarDialog } from './calendar-dialog';
import { calendarsQuery } from './queries';

/** The organisation's own calendars, by which its clocks run. */
export function Component() {
  const { t } = useTranslation('calendars');
  const countryName = useCountryName();
  const navigate = useNavigate();
  const [archived, setArchived] = useState(false);
  const [making, setMaking] = useState(false);
  const calendars = useInfiniteQuery(calendarsQuery(archived));
  const items = calendars.data?.pages.flatMap((page) => page.items);
  const mayMake = useMe().data?.abilities.administer ?? false;
  const make = mayMake && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {t('new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} text={t('text')} actions={make} />
      <Switch mb="sm" label={t('showArchived')} checked={archived} onChange={(event) => setArchived(event.currentTarget.checked)} />
      {calendars.isError && <ProblemAlert problem={calendars.error} onRetry={() => void calendars.refetch()} />}
      {calendars.isPending && (
        <div aria-busy="true">
          <RowsSkeleton rows={3} height={48} />
        </div>
      )}
      {items?.length === 0 && <EmptyScreen icon={IconCalendarCog} title={t('empty')} text={t('emptyText')} />}
      {items && items.length > 0 && (
        <ul className={list.list}>
          {items.map(({ id, name, country, covered, users, jobs, archivedAt }) => (
            <li key={id} className={list.row}>
              <div className={list.grow}>
                <Link to={`/admin/calendars/${id}`} className={list.link}>
                  {name}
                </Link>
                <Text size="xs" c="dimmed">
                  {[
                    country === null ? t('plainWeek') : countryName(country),
                    ...(covered === null ? [] : [t('years', { from: covered.from, to: covered.to })]),
                  ].join(' · ')}
                </Text>
              </div>
              {archivedAt !== null && <Badge color="gray">{t('archived')}</Badge>}
              <Text size="sm" c="dimmed" className="numbers">
                {[t('jobs', { count: jobs }), t('people', { count: users })].join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
      )}
      <MorePages query={calendars}>{t('more')}</MorePages>
      {making && <CalendarDialog calendar={null} onClose={() => setMaking(false)} onSaved={({ id }) => void navigate(`/admin/calendars/${id}`)} />}
    </>
  );
}
