import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraftFaults } from './draft-faults';

const KEY = /^[a-z0-9][a-z0-9_-]{0,63}$/;

interface KeyInputProps {
  readonly value: string;
  readonly taken: readonly string[];
  readonly onRename: (key: string) => void;
  readonly pointer: string;
}

/** The name that other parts know a thing by. Takes effect once it is left, and only where it can be a key and nothing else has it. */
export function KeyInput({ value, taken, onRename, pointer }: KeyInputProps) {
  const { t } = useTranslation('draft');
  const { error, ...marks } = useDraftFaults().field(pointer);
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const fault = typed === value ? undefined : !KEY.test(typed) ? t('key.form') : taken.includes(typed) ? t('key.taken') : undefined;
  const leave = () => {
    if (fault === undefined && typed !== value) onRename(typed);
  };
  return (
    <TextInput
      {...marks}
      label={t('key.label')}
      description={t('key.text')}
      maxLength={64}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      value={typed}
      error={fault ?? error}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  );
}
