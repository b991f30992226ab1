import { Alert, Badge, Button, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, unwrap } from '../api/client';
import list from '../ui/list.module.css';
import { useChange } from '../recruiter/use-change';
import { PageHeader } from '../ui/page-header';
import { ScreenState } from '../ui/screen-state';
import { toastProblem } from '../ui/toast';
import { toastUndo } from '../ui/toast-undo';
import { useCountryName } from '../ui/use-country-name';
import { useFormat } from '../ui/use-format';
import { useLocalDate } from '../ui/use-local-date';
import { CalendarDialog } from './calendar-dialog';
import { NameCalendar } from './name-calendar';
import { type Calendar, calendarQuery, type NamedDay } from './queries';
import { useWeekdays } from './use-weekdays';

/** One calendar: its days, the years it knows, and who works by it. */
export function Component() {
  const { calendarId = '' } = useParams();
  return <ScreenState query={useQuery(calendarQuery(calendarId))}>{(calendar) => <CalendarDetail calendar={calendar} />}</ScreenState>;
}

function CalendarDetail({ calendar }: { readonly calendar: Calendar }) {
  const { t } = useTranslation('calendars');
  const format = useFormat();
  const weekdays = useWeekdays();
  const countryName = useCountryName();
  const [changing, setChanging] = useState(false);
  const { abilities, covered, clocksMoving, weekend, suppliedYears } = calendar;
  const facts: readonly (readonly [string, string])[] = [
    [t('country'), calendar.country === null ? t('plainWeek') : countryName(calendar.country)],
    [t('covered'), covered === null ? t('coveredPlain') : t('years', { from: covered.from, to: covered.to })],
    [t('suppliedYears'), suppliedYears.length === 0 ? t('none') : suppliedYears.join(', ')],
    [t('weekend'), weekend === null ? t('ofCountry') : format.list(weekend.flatMap((day) => weekdays[day - 1] ?? []))],
    [t('usedBy'), [t('jobs', { count: calendar.jobs }), t('people', { count: calendar.users })].join(' · ')],
    [t('forCountryShort'), t(calendar.forCountry ? 'yes' : 'no')],
  ];
  return (
    <>
      <PageHeader
        title={calendar.name}
        back={{ to: '/admin/calendars', label: t('title') }}
        aside={calendar.archivedAt !== null && <Badge color="gray">{t('archived')}</Badge>}
        actions={
          <>
            <ArchiveButton calendar={calendar} />
            {abilities.edit && <Button onClick={() => setChanging(true)}>{t('change')}</Button>}
          </>
        }
      />
      <Stack gap="lg">
        {clocksMoving !== null && clocksMoving.finishedAt === null && (
          <Alert color="amber" role="status">
            {t('moving', { moved: clocksMoving.moved, total: clocksMoving.total })}
          </Alert>
        )}
        <Paper p="md">
          <dl className={list.facts}>
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
            <Days name={t('closingShort')} days={calendar.closingDays} />
            <Days name={t('workingShort')} days={calendar.workingDays} />
          </dl>
        </Paper>
        {calendar.archivedAt === null && abilities.edit && <NameCalendar calendar={calendar} />}
      </Stack>
      {changing && <CalendarDialog calendar={calendar} onClose={() => setChanging(false)} />}
    </>
  );
}

function Days({ name, days }: { readonly name: string; readonly days: readonly NamedDay[] }) {
  const { t } = useTranslation('calendars');
  const date = useLocalDate();
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {days.length === 0
          ? t('none')
          : days.map((day) => (
              <Text key={day.date} size="sm" className="numbers">
                {[date.day(day.date), ...(day.name === '' ? [] : [day.name])].join(' · ')}
              </Text>
            ))}
      </dd>
    </div>
  );
}

function ArchiveButton({ calendar: { id, name, abilities } }: { readonly calendar: Calendar }) {
  const { t } = useTranslation('calendars');
  const path = { params: { path: { calendarId: id } } };
  const keys = [['calendars']];
  const restore = useChange(() => unwrap(api.POST('/api/v1/calendars/{calendarId}/restore', path)), { keys, done: t('restored') });
  const bringBack = () => restore.mutate(undefined, { onError: toastProblem });
  const archive = useChange(() => unwrap(api.POST('/api/v1/calendars/{calendarId}/archive', path)), {
    keys,
    then: () => toastUndo(t('archivedDone', { name }), bringBack),
  });
  if (abilities.restore) {
    return (
      <Button loading={restore.isPending} onClick={bringBack}>
        {t('restore')}
      </Button>
    );
  }
  if (!abilities.archive) return null;
  return (
    <Button variant="default" loading={archive.isPending} onClick={() => archive.mutate(undefined, { onError: toastProblem })}>
      {t('archive')}
    </Button>
  );
}
