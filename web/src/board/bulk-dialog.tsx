import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../ui/problem-alert';
import { BulkForm, type BulkValues, inputOf } from './bulk-form';
import { BulkItems } from './bulk-items';
import { type BulkState, useBulkRuns } from './bulk-runs';
import type { BoardLine } from './queries';

interface BulkDialogProps {
  readonly ids: readonly string[];
  /** Those of them that the screen knows. */
  readonly lines: readonly BoardLine[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One action on many applications: what and why, then what would come of it, then that, one by one. */
export function BulkDialog({ ids, lines, onClose, onDone }: BulkDialogProps) {
  const { t } = useTranslation('board');
  const { t: tApp } = useTranslation('app');
  const bulk = useBulkRuns(ids);
  const last = useRef<BulkValues | null>(null);
  const isBusy = bulk.step === 'previewing' || bulk.step === 'running';
  const close = () => {
    if (bulk.step === 'done') onDone();
    onClose();
  };
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t(`bulk.title.${bulk.step}`, { count: ids.length })}
      closeButtonProps={{ 'aria-label': tApp('close') }}
      closeOnClickOutside={bulk.step === 'form'}
    >
      <Stack gap="sm">
        {bulk.problem && <ProblemAlert problem={bulk.problem} />}
        {bulk.step === 'form' && (
          <BulkForm
            count={ids.length}
            lines={lines}
            kept={last.current}
            problem={bulk.problem}
            onCancel={close}
            onPreview={(values) => {
              last.current = values;
              void bulk.preview(inputOf(values));
            }}
          />
        )}
        {isBusy && <Busy bulk={bulk} />}
        {(bulk.step === 'preview' || bulk.step === 'done') && <Outcome bulk={bulk} onClose={close} />}
      </Stack>
    </Modal>
  );
}

function Busy({ bulk: { step, progress, items } }: { readonly bulk: BulkState }) {
  const { t } = useTranslation('board');
  const label = t(`bulk.busy.${step}`);
  return (
    <>
      <Text size="sm" role="status">
        {label}
      </Text>
      <Progress value={progress * 100} size="md" radius="xl" aria-label={label} />
      {step === 'running' && items.length > 0 && <BulkItems items={items} step={step} />}
    </>
  );
}

function Outcome({ bulk, onClose }: { readonly bulk: BulkState; readonly onClose: () => void }) {
  const { t } = useTranslation('board');
  const { step, items, run, undo, back, mayUndo } = bulk;
  const willChange = items.filter(({ state }) => state === 'pending').length;
  return (
    <>
      <BulkItems items={items} step={step} />
      <Group justify="flex-end">
        {step === 'preview' ? (
          <>
            <Button variant="default" onClick={back}>
              {t('bulk.back')}
            </Button>
            <Button disabled={willChange === 0} onClick={() => void run()} data-autofocus>
              {t('bulk.run', { count: willChange })}
            </Button>
          </>
        ) : (
          <>
            {mayUndo && (
              <Button variant="default" onClick={() => void undo()}>
                {t('undo')}
              </Button>
            )}
            <Button onClick={onClose}>{t('bulk.close')}</Button>
          </>
        )}
      </Group>
    </>
  );
}
