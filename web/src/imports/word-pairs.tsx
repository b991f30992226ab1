import { ActionIcon, Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import classes from './imports.module.css';
import type { WordPair } from './mapping-draft';

interface WordPairsProps {
  readonly label: string;
  readonly text: string;
  /** How often each word stands in the file, where that is known. */
  readonly counts?: ReadonlyMap<string, number>;
  readonly pairs: readonly WordPair[];
  /** Words that stand in the file: they stay in the list. */
  readonly inFile: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly faults: Readonly<Record<string, string>>;
  /** Where the server names what is wrong with one of them. */
  readonly at: string;
  readonly onChange: (pairs: readonly WordPair[]) => void;
}

/** Words of the file, and what each means here. */
export function WordPairs({ label, text, counts, pairs, inFile, options, faults, at, onChange }: WordPairsProps) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const set = (index: number, change: Partial<WordPair>) => onChange(pairs.map((one, place) => (place === index ? { ...one, ...change } : one)));
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <Text component="legend" size="sm" fw={600} p={0}>
        {label}
      </Text>
      <Text size="xs" c="dimmed" mb="xs">
        {text}
      </Text>
      <Stack gap={6}>
        {pairs.map(({ word, value }, index) => (
          <div key={index} className={classes.pair}>
            <TextInput
              readOnly={inFile.includes(word)}
              aria-label={t('mapping.word')}
              placeholder={t('mapping.word')}
              value={word}
              maxLength={500}
              rightSection={
                counts?.has(word) ? (
                  <Text size="xs" c="dimmed" className="numbers" title={t('mapping.times', { count: counts.get(word) ?? 0 })}>
                    ×{format.number(counts.get(word) ?? 0)}
                  </Text>
                ) : undefined
              }
              onChange={(event) => set(index, { word: event.currentTarget.value })}
            />
            <Select
              aria-label={t('mapping.means', { word })}
              placeholder={t('mapping.notSaid')}
              data={options}
              searchable
              clearable
              clearButtonProps={{ 'aria-label': t('mapping.clear', { field: word }) }}
              value={value === '' ? null : value}
              error={faults[`${at}/${word.replaceAll('~', '~0').replaceAll('/', '~1')}`]}
              onChange={(chosen) => set(index, { value: chosen ?? '' })}
            />
            {!inFile.includes(word) && (
              <ActionIcon aria-label={t('mapping.removeWord', { word })} onClick={() => onChange(pairs.filter((_, place) => place !== index))}>
                <IconX size={16} aria-hidden />
              </ActionIcon>
            )}
          </div>
        ))}
        {counts === undefined && (
          <Button
            variant="subtle"
            size="compact-sm"
            style={{ alignSelf: 'flex-start' }}
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange([...pairs, { word: '', value: '' }])}
          >
            {t('mapping.addWord')}
          </Button>
        )}
      </Stack>
    </fieldset>
  );
}
