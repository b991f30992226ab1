import { Badge, Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../ui/use-format';
import classes from './board.module.css';
import { CardProgress } from './card-progress';
import { dueCardsQuery, type ApplicationSummary } from './queries';
import { StatusBadge } from './status-badge';

/** One application: who, for what, where it stands, which cards are out and what is late. */
export function BoardRow({ application }: { readonly application: ApplicationSummary }) {
  const { t } = useTranslation('recruiter');
  const format = useFormat();
  const { id, candidateName, jobTitle, source, status, currentRoundName, cards, debriefState, outcome, stageChangedAt } = application;
  return (
    <>
      <div className={classes.who}>
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          <Link to={`/applications/${id}`} className={classes.link}>
            {candidateName}
          </Link>
        </Text>
        <Text size="xs" c="dimmed" className={classes.clip}>
          {[jobTitle, source].filter((part) => part !== '').join(' · ')}
        </Text>
      </div>
      <div className={classes.stage}>
        <Text size="sm" className={classes.clip}>
          {currentRoundName ?? t(status === 'active' ? 'board.allRoundsOver' : `status.application.${status}`)}
        </Text>
        {status !== 'active' && currentRoundName !== null && <StatusBadge of="application" status={status} />}
      </div>
      <div className={classes.cards}>
        <CardProgress cards={cards} />
        {cards.due > 0 && <LateCards applicationId={id} />}
      </div>
      <div className={classes.debrief}>
        <Text size="sm">{t(`debrief.${debriefState}`, { defaultValue: debriefState })}</Text>
        {outcome !== null && outcome !== 'insufficient_evidence' && (
          <Badge size="sm" color={outcome.endsWith('no_hire') ? 'gray' : 'green'}>
            {t(`outcome.${outcome}`, { defaultValue: outcome })}
          </Badge>
        )}
      </div>
      <Text size="xs" c="dimmed" className={classes.changed} title={format.exact(stageChangedAt)}>
        {format.fromNow(stageChangedAt)}
      </Text>
    </>
  );
}

/** Who is late with a card, and how much. */
function LateCards({ applicationId }: { readonly applicationId: string }) {
  const { t } = useTranslation('recruiter');
  const format = useFormat();
  const now = Date.now();
  const late = (useQuery(dueCardsQuery(applicationId)).data ?? [])
    .flatMap(({ dueAt, interviewer }) =>
      dueAt !== null && dueAt !== undefined && new Date(dueAt).getTime() < now
        ? [{ by: now - new Date(dueAt).getTime(), name: interviewer.name }]
        : [],
    )
    .sort((a, b) => b.by - a.by);
  const [worst] = late;
  if (!worst) return null;
  return (
    <Text size="xs" fw={600} className={classes.late}>
      <IconClockExclamation size={14} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
      {t('late.by', { name: worst.name, span: format.span(worst.by) })}
      {late.length > 1 && ` ${t('late.more', { count: late.length - 1 })}`}
    </Text>
  );
}
