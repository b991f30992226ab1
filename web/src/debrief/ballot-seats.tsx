import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconHourglass, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, newKey, once, unwrap } from '../api/client';
import { ProblemAlert } from '../ui/problem-alert';
import { useFormat } from '../ui/use-format';
import type { Ballot } from './queries';
import { useRoom } from './room';
import classes from './ballot-seats.module.css';
import { useRoomChange } from './use-room-change';

const ICONS = { voted: IconCheck, waiting: IconHourglass, sealed: IconLock };

/** Who has a seat in the open ballot; whoever leads sees whose vote is outstanding, and may close it without them. */
export function BallotSeats({ ballot }: { readonly ballot: Ballot }) {
  const { t } = useTranslation('debrief');
  const format = useFormat();
  const { debrief, userId } = useRoom();
  const [closing, setClosing] = useState(false);
  const outstanding = ballot.seats.filter(({ voted }) => voted === false);
  return (
    <div>
      <ul className={classes.seats} aria-label={t('seats.label')}>
        {ballot.seats.map((seat) => {
          const state = seat.voted === null ? 'sealed' : seat.voted ? 'voted' : 'waiting';
          const Icon = ICONS[state];
          return (
            <li key={seat.userId} data-state={state}>
              <Icon size={15} aria-hidden />
              <span>
                {seat.name}
                {seat.userId === userId && ` ${t('seats.me')}`}
                <Text size="xs" c="dimmed">
                  {format.list(seat.kinds.map((kind) => t(`seat.${kind}`)))}
                </Text>
              </span>
              <span className={classes.state}>{t(`seats.${state}`)}</span>
            </li>
          );
        })}
      </ul>
      {debrief.abilities.closeBallot && (
        <Group mt="sm" gap="sm">
          <Button variant="default" onClick={() => setClosing(true)}>
            {t('closing.open')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('seats.outstanding', { count: outstanding.length })}
          </Text>
        </Group>
      )}
      {closing && <ClosingDialog ballot={ballot} onClose={() => setClosing(false)} />}
    </div>
  );
}

/** Closed before everybody voted: for each of the absent, why. */
function ClosingDialog({ ballot, onClose }: { readonly ballot: Ballot; readonly onClose: () => void }) {
  const { t } = useTranslation('debrief');
  const { debrief } = useRoom();
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const absent = ballot.seats.filter(({ voted }) => voted === false);
  const close = useRoomChange(
    () =>
      unwrap(
        api.POST('/api/v1/debriefs/{debriefId}/ballots/{kind}/close', {
          params: { path: { debriefId: debrief.id, kind: ballot.kind } },
          headers: once(newKey()),
          body: { absences: absent.map(({ userId }) => ({ userId, reason: reasons[userId] ?? '' })) },
        }),
      ),
    { done: t('closing.done'), then: onClose },
  );
  return (
    <Modal opened onClose={onClose} title={t('closing.title')} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          close.mutate(undefined);
        }}
      >
        <Stack>
          {close.isError && <ProblemAlert problem={close.error} />}
          <Text size="sm">{t('closing.text')}</Text>
          {absent.map(({ userId, name }) => (
            <TextInput
              key={userId}
              label={t('closing.why', { name })}
              required
              maxLength={2000}
              value={reasons[userId] ?? ''}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setReasons((now) => ({ ...now, [userId]: value }));
              }}
            />
          ))}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('app:cancel')}
            </Button>
            <Button type="submit" loading={close.isPending}>
              {t('closing.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
