import { Button, Group, Text, Title } from '@mantine/core';
import { IconCheck, IconPlayerSkipForward } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, newKey, once, unwrap } from '../api/client';
import { useFormat } from '../ui/use-format';
import classes from './application.module.css';
import { InterviewBlock } from './interview-block';
import { cardsQuery, type Application, type Round } from './queries';
import { ReasonForm } from './reason-form';
import { RoundFacts } from './round-facts';
import { ScheduleDialog } from './schedule-dialog';
import { useChange } from './use-change';

/** The line of rounds: what was passed, where it stands, what lies ahead. */
export function RoundLine({ application }: { readonly application: Application }) {
  const { t } = useTranslation('recruiter');
  return (
    <ol className={classes.line} aria-label={t('round.line')}>
      {application.rounds.map((round) => (
        <RoundItem key={round.key} round={round} application={application} />
      ))}
    </ol>
  );
}

function RoundItem({ round, application }: { readonly round: Round; readonly application: Application }) {
  const { t } = useTranslation('recruiter');
  const format = useFormat();
  const { name, status, position, minutes, focus, targetDay, decidedAt, outcome, reasonCode, reason, interviews } = round;
  const cards = useQuery(cardsQuery(application.id)).data ?? [];
  const why = [reasonCode === null ? '' : t(`reasonCode.${reasonCode}`, { defaultValue: reasonCode }), reason ?? '']
    .filter((part) => part !== '')
    .join(': ');
  const isAhead = status === 'pending' || status === 'not_reached' || status === 'skipped';
  return (
    <li className={classes.round} data-status={status} aria-current={status === 'current' ? 'step' : undefined}>
      <span className={classes.marker} aria-hidden>
        {status === 'passed' ? <IconCheck size={14} stroke={2.5} /> : status === 'skipped' ? <IconPlayerSkipForward size={13} /> : position + 1}
      </span>
      <div className={classes.roundBody}>
        <Group justify="space-between" align="flex-start" gap="xs">
          <div>
            <Title order={2} size="h3">
              {name}{' '}
              <Text
                span
                size="sm"
                c={status === 'current' ? undefined : 'dimmed'}
                fw={status === 'current' ? 600 : 400}
                className={status === 'current' ? classes.now : undefined}
              >
                {t(`round.status.${status}`)}
              </Text>
            </Title>
            <Text size="xs" c="dimmed" className="numbers">
              {t('round.plan', { minutes, day: targetDay })}
              {decidedAt !== null && outcome !== null && ` · ${t(`round.outcome.${outcome}`, { date: format.date(decidedAt) })}`}
              {why !== '' && ` · ${why}`}
            </Text>
          </div>
          <RoundActions round={round} application={application} />
        </Group>
        {!isAhead && focus !== '' && status === 'current' && (
          <Text size="sm" c="dimmed" mt={4} maw={720}>
            {focus}
          </Text>
        )}
        <RoundFacts application={application} round={round} />
        {interviews.map((interview, index) => (
          <InterviewBlock key={interview.id} interview={interview} cards={cards} minutes={minutes} nth={interviews.length > 1 ? index + 1 : null} />
        ))}
        {status === 'current' && interviews.length === 0 && (
          <Text size="sm" mt="xs">
            {t(application.abilities.planInterview ? 'round.noInterview' : 'round.noInterviewYet')}
          </Text>
        )}
      </div>
    </li>
  );
}

function RoundActions({ round, application }: { readonly round: Round; readonly application: Application }) {
  const { t } = useTranslation('recruiter');
  const [opened, setOpened] = useState<'schedule' | 'skip' | null>(null);
  const { id, abilities } = application;
  const keys = [['applications']];
  const plan = useChange(() => unwrap(api.POST('/api/v1/interviews', { headers: once(newKey()), body: { applicationId: id, round: round.key } })), {
    keys,
    then: () => setOpened('schedule'),
  });
  const isOpen = round.status === 'current' || round.status === 'pending';
  const planned = plan.data;
  return (
    <Group gap={6}>
      {abilities.planInterview && isOpen && (
        <Button
          size="xs"
          variant="default"
          loading={plan.isPending}
          onClick={() => plan.mutate(undefined)}
          aria-label={t('round.planOf', { round: round.name })}
        >
          {t('round.planInterview')}
        </Button>
      )}
      {abilities.changeRounds && round.status === 'pending' && (
        <Button size="xs" variant="subtle" color="gray" onClick={() => setOpened('skip')} aria-label={t('round.skipOf', { round: round.name })}>
          {t('round.skip')}
        </Button>
      )}
      {opened === 'schedule' && planned && (
        <ScheduleDialog interview={planned} minutes={round.minutes} way="schedule" onClose={() => setOpened(null)} />
      )}
      {opened === 'skip' && (
        <ReasonForm
          title={t('round.skipOf', { round: round.name })}
          text={t('round.skipText')}
          submit={t('round.skip')}
          done={t('round.skipped')}
          keys={keys}
          send={(reason, key) =>
            unwrap(
              api.POST('/api/v1/applications/{applicationId}/rounds/{roundKey}/skip', {
                params: { path: { applicationId: id, roundKey: round.key } },
                headers: once(key),
                body: { reason },
              }),
            )
          }
          onClose={() => setOpened(null)}
        />
      )}
    </Group>
  );
}
