import { Button, Group, Paper, Radio, Stack, Text, Textarea } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api/client';
import { ProblemAlert } from '../ui/problem-alert';
import { useKeptFocus } from '../ui/use-kept-focus';
import classes from './choices.module.css';
import { CHOICES } from './choices';
import type { Ballot, VoteChoice } from './queries';
import { useRoom } from './room';
import { useRoomChange } from './use-room-change';

/** My vote: sealed, and mine to change until the reveal. */
export function VoteForm({ ballot }: { readonly ballot: Ballot }) {
  const { t } = useTranslation('debrief');
  const { debrief } = useRoom();
  const { mine, kind } = ballot;
  const [choice, setChoice] = useState<VoteChoice | null>(mine?.choice ?? null);
  const [words, setWords] = useState(mine?.words ?? '');
  const vote = useRoomChange(
    (body: { choice: VoteChoice; words: string }) =>
      unwrap(
        api.PUT('/api/v1/debriefs/{debriefId}/ballots/{kind}/vote', {
          params: { path: { debriefId: debrief.id, kind } },
          body,
        }),
      ),
    { done: t('vote.done') },
  );
  const status = useRef<HTMLParagraphElement>(null);
  const focus = useKeptFocus(status);
  const isUnchanged = choice === (mine?.choice ?? null) && words === (mine?.words ?? '');
  return (
    <Paper
      p="md"
      component="form"
      {...focus}
      onSubmit={(event) => {
        event.preventDefault();
        if (choice) vote.mutate({ choice, words });
      }}
    >
      <Stack gap="md">
        {vote.isError && <ProblemAlert problem={vote.error} />}
        <Radio.Group label={t('vote.legend')} value={choice} onChange={(value) => setChoice(CHOICES.find((one) => one === value) ?? null)}>
          <div className={classes.choices}>
            {CHOICES.map((one) => (
              <Radio.Card key={one} value={one} className={classes.choice} data-choice={one} aria-label={t(`choice.${one}`)}>
                <Group wrap="nowrap" gap="sm">
                  <Radio.Indicator size="xs" />
                  <Text size="sm" fw={600}>
                    {t(`choice.${one}`)}
                  </Text>
                </Group>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={t('vote.words')}
          description={t('vote.wordsText')}
          autosize
          minRows={2}
          maxLength={4000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Group gap="sm">
          <Button type="submit" leftSection={<IconLock size={16} aria-hidden />} loading={vote.isPending} disabled={choice === null || isUnchanged}>
            {t(mine ? 'vote.change' : 'vote.seal')}
          </Button>
          <Text size="sm" c="dimmed" role="status" ref={status} tabIndex={-1} flex={1} miw={200}>
            {mine ? t('vote.mine', { choice: t(`choice.${mine.choice}`) }) : t('vote.sealed')}
          </Text>
        </Group>
      </Stack>
    </Paper>
  );
}
