import { Badge, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../ui/use-format';
import { DueLabel } from './due-label';
import type { MyInterview } from './my-interviews';
import classes from './my-interviews.module.css';

/** One interview of mine: when, who, what is due, and the way to it. */
export function InterviewRow({ interview, isLate }: { readonly interview: MyInterview; readonly isLate: boolean }) {
  const { t } = useTranslation('interviewer');
  const format = useFormat();
  const { candidateName, roundName, jobTitle, startsAt, endsAt, location, card, training, lead, status } = interview;
  return (
    <li className={classes.row}>
      <div className={classes.when}>
        {startsAt === null ? (
          <Text size="sm" c="dimmed">
            {t('mine.noTime')}
          </Text>
        ) : (
          <>
            <Text size="sm" fw={500} className={classes.line} title={format.exact(startsAt)}>
              {format.day(startsAt)}{' '}
              <Text span size="xs" c="dimmed" fw={400}>
                {format.fromNow(startsAt)}
              </Text>
            </Text>{' '}
            <Text size="sm" className={`${classes.line} numbers`}>
              {format.time(startsAt)}
              {endsAt !== null && `–${format.time(endsAt)}`}
            </Text>
          </>
        )}
      </div>
      <div className={classes.who}>
        <Group gap={8} wrap="wrap">
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {candidateName}
          </Text>
          {lead && <Badge size="sm">{t('mine.lead')}</Badge>}
          {training !== null && (
            <Badge size="sm" color="gray">
              {t(`mine.training.${training}`)}
            </Badge>
          )}
          {(status === 'cancelled' || status === 'no_show') && (
            <Badge size="sm" color="gray">
              {t(`mine.status.${status}`)}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {[roundName, jobTitle, location].filter((part) => part !== '').join(' · ')}
        </Text>
      </div>
      <div className={classes['due-cell']}>
        {card ? (
          <DueLabel status={card.status} dueAt={card.dueAt} lateMinutes={card.lateMinutes} />
        ) : (
          <Text size="sm" c="dimmed">
            {t('mine.noCard')}
          </Text>
        )}
      </div>
      <div className={classes.action}>{card && <CardButton interview={interview} isLate={isLate} />}</div>
    </li>
  );
}

function CardButton({ interview, isLate }: { readonly interview: MyInterview; readonly isLate: boolean }) {
  const { t } = useTranslation('interviewer');
  const { card, startsAt, candidateName, roundName } = interview;
  if (!card) return null;
  const hasBegun = startsAt !== null && new Date(startsAt).getTime() <= Date.now();
  const what = card.status === 'assigned' ? (hasBegun ? 'score' : 'prepare') : card.status === 'draft' ? 'continue' : 'open';
  const isNow = isLate || ((what === 'score' || what === 'continue') && hasBegun);
  return (
    <Button
      component={Link}
      to={`/scorecards/${card.id}`}
      variant={isNow ? 'filled' : 'default'}
      size="xs"
      aria-label={`${t(`mine.action.${what}`)}: ${candidateName}, ${roundName}`}
    >
      {t(`mine.action.${what}`)}
    </Button>
  );
}
