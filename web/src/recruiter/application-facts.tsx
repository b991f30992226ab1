import { Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import classes from './application.module.css';
import { CardProgress } from './card-progress';
import { dueCardsQuery, type Application } from './queries';

/** Where it stands in four facts, and what is late in words. */
export function ApplicationFacts({ application }: { readonly application: Application }) {
  const { t } = useTranslation('recruiter');
  const format = useFormat();
  const { id, status, currentRoundName, cards, debriefState, stageChangedAt, reasonCode, reason } = application;
  const due = useQuery({ ...dueCardsQuery(id), enabled: cards.due > 0 }).data ?? [];
  const now = Date.now();
  const late = due.flatMap(({ id: cardId, dueAt, interviewer, round }) =>
    dueAt != null && new Date(dueAt).getTime() < now
      ? [{ cardId, name: interviewer.name, round: round.name, span: format.span(now - new Date(dueAt).getTime()) }]
      : [],
  );
  const why = [reasonCode === null ? '' : t(`reasonCode.${reasonCode}`, { defaultValue: reasonCode }), reason ?? '']
    .filter((part) => part !== '')
    .join(': ');
  return (
    <>
      <dl className={classes.facts}>
        <div>
          <dt>{t('application.stage')}</dt>
          <dd>{currentRoundName ?? t(status === 'active' ? 'board.allRoundsOver' : `status.application.${status}`)}</dd>
        </div>
        <div>
          <dt>{t('application.cards')}</dt>
          <dd>
            <CardProgress cards={cards} />
          </dd>
        </div>
        <div>
          <dt>{t('application.debriefState')}</dt>
          <dd>{t(`debrief.${debriefState}`, { defaultValue: debriefState })}</dd>
        </div>
        <div>
          <dt>{t('application.lastMove')}</dt>
          <dd title={format.exact(stageChangedAt)}>
            {format.fromNow(stageChangedAt)}
            {why !== '' && (
              <Text span size="sm" c="dimmed" className="typed">
                {` · ${why}`}
              </Text>
            )}
          </dd>
        </div>
      </dl>
      {late.map(({ cardId, name, round, span }) => (
        <Text key={cardId} size="sm" className={classes.lateLine} role="note">
          <IconClockExclamation size={16} aria-hidden style={{ flexShrink: 0 }} />
          <span>{t('late.card', { name, round, span })}</span>
        </Text>
      ))}
    </>
  );
}
