import { Group, Stack, Switch, Text, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../api/client';
import { Autosave, type FieldConflict, type Subject } from '../ui/autosave';
import { Backups } from '../ui/backups';
import { QueryState } from '../ui/query-state';
import { ConflictDialog } from './conflict-dialog';
import { type PrivateNote, privateNoteQuery } from './queries';
import { SaveIndicator } from './save-indicator';

interface Note {
  readonly text: string;
  readonly sharedWithHiringTeam: boolean;
}

function isNote(value: unknown): value is Note {
  return typeof value === 'object' && value !== null && 'text' in value && 'sharedWithHiringTeam' in value;
}

function plain({ text, sharedWithHiringTeam }: Note): Note {
  return { text, sharedWithHiringTeam };
}

function subjectOf(scorecardId: string): Subject<Note, PrivateNote> {
  return {
    isSame: (a, b) => a.text === b.text && a.sharedWithHiringTeam === b.sharedWithHiringTeam,
    send: (body, version) =>
      unwrap(
        api.PUT('/api/v1/scorecards/{scorecardId}/private-note', {
          params: { path: { scorecardId } },
          headers: ifMatch(version),
          body,
        }),
      ),
    currentOf: ({ extras: { current, currentVersion } }) =>
      isNote(current) && typeof currentVersion === 'number' ? { content: plain(current), version: currentVersion } : null,
    merge: (base, mine, theirs) => {
      const conflicts: FieldConflict[] = [];
      if (mine.text !== base.text && theirs.text !== base.text && mine.text !== theirs.text)
        conflicts.push({ field: 'note', mine: mine.text, theirs: theirs.text });
      // Sharing is the narrower of the two unless only one side changed it.
      const shared = mine.sharedWithHiringTeam === base.sharedWithHiringTeam ? theirs.sharedWithHiringTeam : mine.sharedWithHiringTeam;
      return {
        merged: { text: mine.text === base.text ? theirs.text : mine.text, sharedWithHiringTeam: shared },
        conflicts,
      };
    },
  };
}

/** Notes that are no part of the card: the author's alone, unless they share them. */
export function PrivateNoteSection({ userId, cardId }: { readonly userId: string; readonly cardId: string }) {
  const { t } = useTranslation('scorecard');
  const note = useQuery(privateNoteQuery(cardId));
  return (
    <Stack gap="md">
      <div>
        <Title order={2} tabIndex={-1} id="section-title">
          {t('private.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('private.text')}
        </Text>
      </div>
      <QueryState query={note}>{(data) => <NoteForm userId={userId} cardId={cardId} note={data} />}</QueryState>
    </Stack>
  );
}

function NoteForm({ userId, cardId, note }: { readonly userId: string; readonly cardId: string; readonly note: PrivateNote }) {
  const { t } = useTranslation('scorecard');
  const [keeper] = useState(
    () =>
      new Autosave<Note, PrivateNote>(subjectOf(cardId), new Backups<Note>(`note.${userId}.${cardId}`, isNote), {
        content: plain(note),
        answer: note,
      }),
  );
  const { content, state } = useSyncExternalStore(keeper.subscribe, keeper.read);
  return (
    <Stack gap="md">
      <Textarea
        label={t('private.label')}
        autosize
        minRows={6}
        maxRows={30}
        readOnly={!note.abilities.edit}
        value={content.text}
        onChange={(event) => {
          const text = event.currentTarget.value;
          keeper.change((now) => ({ ...now, text }));
        }}
      />
      <Group justify="space-between">
        <Switch
          label={t('private.share')}
          description={t('private.shareText')}
          disabled={!note.abilities.edit}
          checked={content.sharedWithHiringTeam}
          onChange={(event) => {
            const sharedWithHiringTeam = event.currentTarget.checked;
            keeper.change((now) => ({ ...now, sharedWithHiringTeam }));
          }}
        />
        <SaveIndicator state={state} />
      </Group>
      {state.kind === 'conflict' && (
        <ConflictDialog
          conflicts={state.conflicts}
          nameOf={() => t('private.title')}
          show={String}
          onResolve={(chosen) => keeper.resolve({ ...content, text: String(chosen.get('note') ?? content.text) })}
        />
      )}
    </Stack>
  );
}
