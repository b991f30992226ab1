import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../api/client';
import { asProblem } from '../api/problem';
import { ProblemAlert } from '../ui/problem-alert';
import { useFormat } from '../ui/use-format';
import classes from './agenda-tab.module.css';
import { useKeptDraft } from './kept-draft';
import type { AgendaItem } from './queries';
import { useRoom } from './room';
import { useRoomChange } from './use-room-change';

/** What was said about an item, by whom it was written down, and how often anew. */
export function MinutesText({ minutes }: { readonly minutes: NonNullable<AgendaItem['minutes']> }) {
  const { t } = useTranslation('debrief');
  const format = useFormat();
  return (
    <div className={classes.minutes}>
      <Text size="sm" className="typed">
        {minutes.text}
      </Text>
      <Text size="xs" c="dimmed" title={format.exact(minutes.at)}>
        {t('minutes.by', { name: minutes.byName, when: format.dateTime(minutes.at), count: minutes.revision })}
      </Text>
    </div>
  );
}

interface MinutesEditorProps {
  readonly item: Pick<AgendaItem, 'key' | 'minutes'>;
  readonly title: string;
  readonly onDone: () => void;
}

/** Writes the minutes of an item anew. Every saving is a revision; what another wrote meanwhile is never overwritten unseen. */
export function MinutesEditor({ item, title, onDone }: MinutesEditorProps) {
  const { t } = useTranslation('debrief');
  const { debrief } = useRoom();
  const { draft, change, forget } = useKeptDraft(`minutes.${debrief.id}.${debrief.roundNumber}.${item.key}`, {
    text: item.minutes?.text ?? '',
  });
  // What the writer has before them; another's revision becomes it only once they have seen it.
  const [base, setBase] = useState(item.minutes?.revision ?? 0);
  const save = useRoomChange(
    (text: string) =>
      unwrap(
        api.PUT('/api/v1/debriefs/{debriefId}/agenda/items/{item}/minutes', {
          params: { path: { debriefId: debrief.id, item: item.key } },
          headers: ifMatch(base),
          body: { text },
        }),
      ),
    {
      then: () => {
        forget();
        onDone();
      },
    },
  );
  const theirs = item.minutes && item.minutes.revision > base ? item.minutes : null;
  const isConflict = save.isError && asProblem(save.error).code === 'version_conflict';
  return (
    <form
      className={classes.minutes}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(draft.text);
      }}
    >
      <Stack gap="xs">
        {save.isError && !isConflict && <ProblemAlert problem={save.error} />}
        {theirs && (
          <Alert color="amber" title={t('minutes.meanwhile', { name: theirs.byName })}>
            <Text size="sm" className="typed" mb={8}>
              {theirs.text}
            </Text>
            <Group gap="xs">
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => {
                  change({ text: `${theirs.text}\n\n${draft.text}` });
                  setBase(theirs.revision);
                }}
              >
                {t('minutes.both')}
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => setBase(theirs.revision)}>
                {t('minutes.mine')}
              </Button>
            </Group>
          </Alert>
        )}
        <Textarea
          aria-label={t('minutes.of', { title })}
          autosize
          minRows={2}
          maxLength={20_000}
          value={draft.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
          autoFocus
        />
        <Group gap="xs">
          <Button size="xs" type="submit" loading={save.isPending} disabled={theirs !== null}>
            {t('minutes.save')}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              forget();
              onDone();
            }}
          >
            {t('app:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
