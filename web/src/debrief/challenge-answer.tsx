import { Alert, Anchor, Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, newKey, once, unwrap } from '../api/client';
import { ProblemAlert } from '../ui/problem-alert';
import { useKeptDraft } from './kept-draft';
import type { Challenge } from './queries';
import { useRoom } from './room';
import { useRoomChange } from './use-room-change';

type Act = 'reply' | 'upheld' | 'revised' | 'withdrawn';

/** What may be done about a challenge now: talk, stand by the rating, say that it was revised, or take the question back. */
export function ChallengeAnswer({ challenge }: { readonly challenge: Challenge }) {
  const { t } = useTranslation('debrief');
  const [act, setAct] = useState<Act | null>(null);
  const { abilities, scorecardId } = challenge;
  const acts: readonly Act[] = [
    ...(abilities.revise ? (['revised'] as const) : []),
    ...(abilities.uphold ? (['upheld'] as const) : []),
    ...(abilities.reply ? (['reply'] as const) : []),
    ...(abilities.withdraw ? (['withdrawn'] as const) : []),
  ];
  if (acts.length === 0) return null;
  return (
    <Stack gap="xs" mt="xs">
      {abilities.uphold && !abilities.revise && (
        <Alert color="gray" p="xs">
          {t('challenge.amendFirst')}{' '}
          <Anchor component={Link} to={`/scorecards/${scorecardId}`} size="sm" underline="always">
            {t('challenge.amend')}
          </Anchor>
        </Alert>
      )}
      {act === null ? (
        <Group gap="xs">
          {acts.map((one) => (
            <Button key={one} size="xs" variant={one === 'revised' ? 'light' : 'default'} onClick={() => setAct(one)}>
              {t(`challenge.act.${one}`)}
            </Button>
          ))}
        </Group>
      ) : (
        <AnswerForm challenge={challenge} act={act} onDone={() => setAct(null)} />
      )}
    </Stack>
  );
}

function AnswerForm({ challenge, act, onDone }: { readonly challenge: Challenge; readonly act: Act; readonly onDone: () => void }) {
  const { t } = useTranslation('debrief');
  const { debrief } = useRoom();
  const { draft, change, forget } = useKeptDraft(`challenge.${challenge.id}`, { words: '' });
  const path = { params: { path: { debriefId: debrief.id, challengeId: challenge.id } } };
  const send = useRoomChange(
    (words: string) =>
      act === 'reply'
        ? unwrap(
            api.POST('/api/v1/debriefs/{debriefId}/challenges/{challengeId}/replies', {
              ...path,
              headers: once(newKey()),
              body: { words },
            }),
          )
        : unwrap(
            api.POST('/api/v1/debriefs/{debriefId}/challenges/{challengeId}/answer', {
              ...path,
              headers: once(newKey()),
              body: { outcome: act, words },
            }),
          ),
    {
      done: t(`challenge.done.${act}`),
      then: () => {
        forget();
        onDone();
      },
    },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(draft.words);
      }}
    >
      <Stack gap="xs">
        {send.isError && <ProblemAlert problem={send.error} />}
        <Textarea
          label={t(`challenge.words.${act}`)}
          required
          autosize
          minRows={2}
          maxLength={4000}
          value={draft.words}
          onChange={(event) => change({ words: event.currentTarget.value })}
          autoFocus
        />
        <Group gap="xs">
          <Button size="xs" type="submit" loading={send.isPending} disabled={draft.words.trim() === ''}>
            {t(`challenge.act.${act}`)}
          </Button>
          <Button size="xs" variant="default" onClick={onDone}>
            {t('app:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
