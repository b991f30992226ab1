import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import type { QueryKey } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem';
import { showFaults } from '../ui/field-faults';
import { ProblemAlert } from '../ui/problem-alert';
import { useProblemWords } from '../ui/use-problem-words';
import { useChange } from './use-change';
import { useSendKey } from './use-send-key';

interface FormDialogProps<Values extends object, Data> {
  readonly onClose: () => void;
  readonly title: string;
  readonly text?: ReactNode;
  readonly initial: Values;
  readonly submit: string;
  readonly danger?: boolean;
  readonly size?: string;
  readonly done?: string;
  readonly keys: readonly QueryKey[];
  /** `key` stays the same while the same is sent again, so that a lost answer makes nothing twice. */
  readonly send: (values: Values, key: string) => Promise<Data>;
  /** Otherwise the dialog closes once it is done. */
  readonly then?: (data: Data) => void;
  readonly children: (form: UseFormReturnType<Values>) => ReactNode;
}

/** A form over the screen. A refusal closes nothing and loses nothing: each fault is shown at its field, the rest above. */
export function FormDialog<Values extends object, Data>(props: FormDialogProps<Values, Data>) {
  const { onClose, title, text, initial, submit, danger = false, size = 'md', done, keys, send, then, children } = props;
  const { t } = useTranslation('app');
  const words = useProblemWords();
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm<Values>({ initialValues: initial });
  const keyOf = useSendKey();
  const change = useChange((values: Values) => send(values, keyOf(values)), { keys, ...(done === undefined ? {} : { done }), then: then ?? onClose });
  const submitted = (values: Values) =>
    change.mutate(values, {
      onError: (error) => {
        const { problem: said, allShown } = showFaults(form, error, words);
        setProblem(allShown ? null : said);
      },
      onSuccess: () => setProblem(null),
    });
  return (
    <Modal opened onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={form.onSubmit(submitted)}>
        <Stack>
          {problem && <ProblemAlert problem={problem} />}
          {text !== undefined && (
            <Text size="sm" c="dimmed" component="div">
              {text}
            </Text>
          )}
          {children(form)}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" color={danger ? 'red' : undefined} loading={change.isPending}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
