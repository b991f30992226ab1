import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, newKey, once, unwrap } from '../api/client';
import { ProblemAlert } from '../ui/problem-alert';
import { useFormat } from '../ui/use-format';
import { useKeptFocus } from '../ui/use-kept-focus';
import classes from './now-card.module.css';
import { at, type BallotKind, type DebriefContent } from './queries';
import { ReasonDialog } from './reason-dialog';
import { type Room, useRoom } from './room';
import { useRoomChange } from './use-room-change';

type Situation =
  | 'collecting'
  | 'readyLead'
  | 'readyTalk'
  | 'ready'
  | 'vote'
  | 'ballot'
  | 'secondNext'
  | 'committeeNext'
  | 'decide'
  | 'record'
  | 'discussing'
  | 'decidedLead'
  | 'decided'
  | 'closed';

/** A committee that decides has said what it decides: it only has to be written down. */
function hasCommitteeVoted({ policy, ballotsHeld }: DebriefContent): boolean {
  return policy.decider !== 'hiring_manager' && ballotsHeld.includes('committee');
}

/** What happens now, and for whom: read off the state and what the viewer may do. */
function situationOf({ debrief: { state, abilities }, content }: Room): Situation {
  if (state === 'collecting') return 'collecting';
  if (content.openBallot !== null) return abilities.vote ? 'vote' : 'ballot';
  if (state === 'decided') return abilities.close ? 'decidedLead' : 'decided';
  if (state === 'closed') return 'closed';
  if (abilities.decide) return hasCommitteeVoted(content) ? 'record' : 'decide';
  if (abilities.openFirstBallot) return 'readyLead';
  if (abilities.startDiscussing) return 'readyTalk';
  if (abilities.openSecondBallot) return 'secondNext';
  if (abilities.openCommitteeBallot) return 'committeeNext';
  return state === 'ready' ? 'ready' : 'discussing';
}

export function NowCard() {
  const { t } = useTranslation('debrief');
  const room = useRoom();
  const format = useFormat();
  const situation = situationOf(room);
  const title = useRef<HTMLHeadingElement>(null);
  const focus = useKeptFocus(title);
  const { content } = room;
  const waiting = content.cards.filter(({ status }) => status === 'due' || status === 'draft');
  return (
    <section className={classes.card} aria-labelledby="now-title" data-situation={situation} {...focus}>
      <div className={classes.words} aria-live="polite">
        <Title order={2} size="h3" id="now-title" ref={title} tabIndex={-1}>
          {t(`now.${situation}.title`, {
            kind: content.openBallot === null ? '' : t(`ballot.kind.${content.openBallot}`),
            count: waiting.length,
          })}
        </Title>
        <Text size="sm" c="dimmed">
          {situation === 'collecting'
            ? t('now.collecting.text', {
                people: format.list(waiting.map(({ interviewer, round }) => t('now.collecting.one', { name: interviewer.name, round: round.name }))),
              })
            : t(`now.${situation}.text`)}
        </Text>
        {content.openChallenges > 0 && (
          <Anchor component="button" type="button" size="sm" className={classes.warn} onClick={() => room.goInto('challenges')}>
            {t('now.challenges', { count: content.openChallenges })}
          </Anchor>
        )}
        {content.escalated && (
          <Text size="sm" className={classes.warn}>
            {t('now.escalated')}
          </Text>
        )}
      </div>
      <Moves />
    </section>
  );
}

/** Every move the viewer may make; the first is the one to make. */
function Moves() {
  const { t } = useTranslation('debrief');
  const { debrief, content, goInto, tab } = useRoom();
  const { abilities, id } = debrief;
  const [reopening, setReopening] = useState(false);
  const open = useRoomChange(
    (kind: BallotKind) => unwrap(api.POST('/api/v1/debriefs/{debriefId}/ballots', { ...at(id), headers: once(newKey()), body: { kind } })),
    { then: () => goInto('ballots') },
  );
  const talk = useRoomChange(() => unwrap(api.POST('/api/v1/debriefs/{debriefId}/discussion', { ...at(id), headers: once(newKey()) })), {
    then: () => goInto('agenda'),
  });
  const close = useRoomChange(() => unwrap(api.POST('/api/v1/debriefs/{debriefId}/close', { ...at(id), headers: once(newKey()) })), {
    done: t('now.closeDone'),
  });
  const failed = [open, talk, close].find(({ isError }) => isError);
  const goes = (to: 'ballots' | 'decision') => (tab === to ? null : () => goInto(to));
  const moves = [
    abilities.vote && { words: t('move.vote'), act: goes('ballots') },
    abilities.decide && { words: t(hasCommitteeVoted(content) ? 'move.record' : 'move.decide'), act: goes('decision') },
    abilities.openFirstBallot && { words: t('move.openFirst'), act: () => open.mutate('first'), busy: open.isPending },
    abilities.startDiscussing && { words: t('move.discuss'), act: () => talk.mutate(undefined), busy: talk.isPending },
    abilities.openSecondBallot && {
      words: t('move.openSecond'),
      act: () => open.mutate('second'),
      busy: open.isPending,
    },
    abilities.openCommitteeBallot && {
      words: t('move.openCommittee'),
      act: () => open.mutate('committee'),
      busy: open.isPending,
    },
    abilities.close && { words: t('move.close'), act: () => close.mutate(undefined), busy: close.isPending },
    abilities.reopen && { words: t('move.reopen'), act: () => setReopening(true), quiet: true },
  ].flatMap((move) => (move && move.act ? [{ busy: false, quiet: false, ...move, act: move.act }] : []));
  return (
    <>
      {moves.length > 0 && (
        <Group gap="xs" className={classes.moves}>
          {moves.map(({ words, act, busy, quiet }, index) => (
            <Button key={words} variant={index === 0 && !quiet ? 'filled' : 'default'} loading={busy} onClick={act}>
              {words}
            </Button>
          ))}
        </Group>
      )}
      {failed && (
        <div className={classes.problem}>
          <ProblemAlert problem={failed.error} />
        </div>
      )}
      <ReasonDialog
        opened={reopening}
        onClose={() => setReopening(false)}
        name={`reopen.${id}`}
        title={t('reopen.title')}
        text={t('reopen.text')}
        label={t('reopen.reason')}
        submit={t('reopen.submit')}
        done={t('reopen.done')}
        send={(reason) => unwrap(api.POST('/api/v1/debriefs/{debriefId}/reopen', { ...at(id), headers: once(newKey()), body: { reason } }))}
      />
    </>
  );
}
