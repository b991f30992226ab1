import { Button, Group, Select, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, newKey, once, unwrap } from '../api/client';
import { ProblemAlert } from '../ui/problem-alert';
import { useKeptDraft } from './kept-draft';
import type { ChallengeReason } from './queries';
import { useRoom } from './room';
import { useRoomChange } from './use-room-change';

const REASONS: readonly ChallengeReason[] = [
  'no_decision_evidence',
  'jargon',
  'missing_evidence',
  'anchor_mismatch',
  'contradicts_other_round',
  'possible_bias',
  'other',
];

interface ChallengeFormProps {
  readonly cardId: string;
  readonly criterion: string;
  readonly onDone: () => void;
}

/** A question against one rating, with a reason everybody knows and words of one's own. */
export function ChallengeForm({ cardId, criterion, onDone }: ChallengeFormProps) {
  const { t } = useTranslation('debrief');
  const { debrief } = useRoom();
  const { draft, change, forget } = useKeptDraft(`challenge.${cardId}.${criterion}`, { reason: '', words: '' });
  const reasonCode = REASONS.find((one) => one === draft.reason);
  const raise = useRoomChange(
    (code: ChallengeReason) =>
      unwrap(
        api.POST('/api/v1/debriefs/{debriefId}/challenges', {
          params: { path: { debriefId: debrief.id } },
          headers: once(newKey()),
          body: { scorecardId: cardId, criterion, reasonCode: code, words: draft.words },
        }),
      ),
    {
      done: t('challenge.done.raised'),
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
        if (reasonCode) raise.mutate(reasonCode);
      }}
    >
      <Stack gap="xs" mt="xs">
        {raise.isError && <ProblemAlert problem={raise.error} />}
        <Select
          label={t('challenge.why')}
          placeholder={t('challenge.choose')}
          required
          allowDeselect={false}
          data={REASONS.map((value) => ({ value, label: t(`challenge.reason.${value}`) }))}
          value={reasonCode ?? null}
          onChange={(value) => change({ reason: value ?? '' })}
          data-autofocus
        />
        <Textarea
          label={t('challenge.yourWords')}
          required
          autosize
          minRows={2}
          maxLength={4000}
          value={draft.words}
          onChange={(event) => change({ words: event.currentTarget.value })}
        />
        <Group gap="xs">
          <Button size="xs" type="submit" loading={raise.isPending} disabled={!reasonCode || draft.words.trim() === ''}>
            {t('challenge.raise')}
          </Button>
          <Button size="xs" variant="default" onClick={onDone}>
            {t('app:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
