import { Anchor, Text } from '@mantine/core';
import { IconAlertTriangle, IconMoodCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyScreen } from '../ui/empty-screen';
import { MorePages } from '../ui/more-pages';
import { ProblemAlert } from '../ui/problem-alert';
import { RowsSkeleton } from '../ui/screen-skeleton';
import { useFormat } from '../ui/use-format';
import { NextAction } from './board-row';
import { type Stall, stallsQuery } from './queries';
import classes from './reports.module.css';

/** Candidates who have heard nothing for longer than the plan allows, the longest overdue first. */
export function StallsReport({ jobId }: { readonly jobId: string | null }) {
  const { t } = useTranslation('board');
  const stalls = useInfiniteQuery(stallsQuery(jobId));
  const items = stalls.data?.pages.flatMap((page) => page.items);
  if (!items) {
    if (stalls.isError) return <ProblemAlert problem={stalls.error} onRetry={() => void stalls.refetch()} />;
    return (
      <div aria-busy="true">
        <RowsSkeleton />
      </div>
    );
  }
  if (items.length === 0) return <EmptyScreen icon={IconMoodCheck} title={t('reports.stalls.none.title')} text={t('reports.stalls.none.text')} />;
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('reports.stalls.text')}
      </Text>
      <ul className={classes.stalls}>
        {items.map((stall) => (
          <StallRow key={stall.applicationId} stall={stall} />
        ))}
      </ul>
      <MorePages query={stalls}>{t('reports.more')}</MorePages>
    </>
  );
}

function StallRow({ stall }: { readonly stall: Stall }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const { applicationId, candidateName, jobTitle, roundName, silentDays, silentSince, dueAt, waitsFor, nextAction } = stall;
  return (
    <li className={classes.stall}>
      <div>
        <Anchor component={Link} to={`/applications/${applicationId}`} size="sm" fw={600} c="inherit">
          {candidateName}
        </Anchor>
        <Text size="xs" c="dimmed">
          {jobTitle}
        </Text>
      </div>
      <div>
        <Text size="sm" fw={600} className={classes.late}>
          <IconAlertTriangle size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {t('reports.stalls.days', { count: silentDays })}
        </Text>
        <Text size="xs" c="dimmed" title={format.exact(dueAt)}>
          {t('reports.stalls.since', { date: format.date(silentSince) })}
        </Text>
      </div>
      <div>
        <Text size="sm">{roundName ?? t('lane.name.debrief')}</Text>
        <Text size="xs" c="dimmed">
          {t(`waits.${waitsFor}`)}
        </Text>
      </div>
      <NextAction line={{ nextAction: { ...nextAction, people: [] }, candidateName }} />
    </li>
  );
}
