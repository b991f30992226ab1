import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../ui/problem-alert';
import { useKeptDraft } from './kept-draft';
import { useRoomChange } from './use-room-change';

interface ReasonDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** What is typed is kept under this name. */
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly submit: string;
  readonly done: string;
  readonly send: (reason: string) => Promise<unknown>;
}

/** A step that needs a reason in words. */
export function ReasonDialog({ opened, onClose, name, title, text, label, submit, done, send }: ReasonDialogProps) {
  const { t } = useTranslation('app');
  const { draft, change, forget } = useKeptDraft(name, { reason: '' });
  const step = useRoomChange(send, {
    done,
    then: () => {
      forget();
      onClose();
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          step.mutate(draft.reason);
        }}
      >
        <Stack>
          {step.isError && <ProblemAlert problem={step.error} />}
          <Text size="sm">{text}</Text>
          <Textarea
            label={label}
            required
            autosize
            minRows={3}
            maxLength={4000}
            value={draft.reason}
            onChange={(event) => change({ reason: event.currentTarget.value })}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={step.isPending} disabled={draft.reason.trim() === ''}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
