import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldConflict } from '../ui/autosave';
import classes from './conflict-dialog.module.css';

interface ConflictDialogProps {
  readonly conflicts: readonly FieldConflict[];
  /** What happened, where it was no card. */
  readonly text?: string;
  readonly nameOf: (field: string) => string;
  readonly show: (value: unknown, field: string) => string;
  readonly onResolve: (chosen: ReadonlyMap<string, unknown>) => void;
}

type Choice = 'mine' | 'theirs' | 'both';

function chosenValue({ mine, theirs }: FieldConflict, choice: Choice): unknown {
  if (choice === 'both' && typeof mine === 'string' && typeof theirs === 'string') return `${theirs}\n\n${mine}`;
  return choice === 'theirs' ? theirs : mine;
}

/** The same fields, written differently in two places: shows both, and lets one choose field by field. Nothing is lost meanwhile. */
export function ConflictDialog({ conflicts, text, nameOf, show, onResolve }: ConflictDialogProps) {
  const { t } = useTranslation('scorecard');
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const choiceOf = (field: string): Choice => choices[field] ?? 'mine';
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      size="xl"
      title={t('conflict.title')}
    >
      <Text size="sm" mb="md">
        {text ?? t('conflict.text')}
      </Text>
      <Stack gap="lg">
        {conflicts.map(({ field, mine, theirs }) => {
          const canKeepBoth = typeof mine === 'string' && typeof theirs === 'string' && mine !== '' && theirs !== '' && !field.endsWith('verdict');
          return (
            <Radio.Group
              key={field}
              label={nameOf(field)}
              value={choiceOf(field)}
              onChange={(value) => setChoices((now) => ({ ...now, [field]: value as Choice }))}
            >
              <div className={classes.sides}>
                <Side value="mine" label={t('conflict.mine')} text={show(mine, field)} />
                <Side value="theirs" label={t('conflict.theirs')} text={show(theirs, field)} />
              </div>
              {canKeepBoth && <Radio mt={8} value="both" label={t('conflict.both')} />}
            </Radio.Group>
          );
        })}
        <Group justify="flex-end">
          <Button
            data-autofocus
            onClick={() => onResolve(new Map(conflicts.map((conflict) => [conflict.field, chosenValue(conflict, choiceOf(conflict.field))])))}
          >
            {t('conflict.apply')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Side({ value, label, text }: { readonly value: Choice; readonly label: string; readonly text: string }) {
  const { t } = useTranslation('scorecard');
  return (
    <div className={classes.side}>
      <Radio value={value} label={label} />
      <Text size="sm" className={`typed ${classes.text}`} c={text === '' ? 'dimmed' : undefined}>
        {text === '' ? t('conflict.empty') : text}
      </Text>
    </div>
  );
}
