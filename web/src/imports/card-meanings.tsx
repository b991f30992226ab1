import { Radio, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import classes from './imports.module.css';
import { type CardReading, type MappingDraft, NOT_ASSESSED, openWords, proposedReading, withProposals, withWords } from './mapping-draft';
import { type CardWords, cardWordsQuery, type Import } from './queries';
import { WordPairs } from './word-pairs';

const VERDICTS = ['strong_hire', 'hire', 'no_hire', 'strong_no_hire'] as const;

interface CardMeaningsProps {
  readonly one: Import;
  readonly draft: MappingDraft;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (part: Partial<MappingDraft>) => void;
}

/** Whether the scorecards of the file count here, and how their words then read. Not there for files without scorecards. */
export function CardMeanings({ one, draft, faults, onChange }: CardMeaningsProps) {
  const { t } = useTranslation('imports');
  const found = useQuery({
    ...cardWordsQuery(one.id, `${one.state} ${one.version}`, draft.rubricVersionId),
    enabled: one.columns === null && one.plannedAt !== null,
    placeholderData: keepPreviousData,
  });
  const words = found.data;
  const { reading } = draft;
  // Another rubric, other levels and criteria: what can be told now is filled in where nothing was said.
  const scale = words && JSON.stringify([words.levels, words.criteria]);
  const filledFor = useRef(scale);
  useEffect(() => {
    if (!words || filledFor.current === scale) return;
    const isFirst = filledFor.current === undefined;
    filledFor.current = scale;
    if (!isFirst && reading !== null) onChange({ reading: withProposals(reading, words) });
  }, [words, scale, reading, onChange]);
  if (!words || words.cards === 0) return null;
  return (
    <section aria-labelledby="card-words">
      <Radio.Group
        value={reading === null ? 'keep' : 'count'}
        onChange={(chosen) => onChange({ reading: chosen === 'count' ? proposedReading(words) : null })}
        label={
          <Text component="span" size="sm" fw={600} id="card-words">
            {t('cards.title', { count: words.cards })}
          </Text>
        }
        description={t('cards.text')}
      >
        <Stack gap={6} mt="xs">
          <Radio value="keep" label={t('cards.keep')} description={t('cards.keepText')} />
          <Radio value="count" label={t('cards.count')} description={t('cards.countText')} />
        </Stack>
      </Radio.Group>
      {reading !== null && <Reading words={words} reading={reading} faults={faults} onChange={(next) => onChange({ reading: next })} />}
    </section>
  );
}

interface ReadingProps {
  readonly words: CardWords;
  readonly reading: CardReading;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (reading: CardReading) => void;
}

function Reading({ words, reading, faults, onChange }: ReadingProps) {
  const { t } = useTranslation('imports');
  const { t: tRecruiter } = useTranslation('recruiter');
  const partOf = (list: CardReading['levels'], found: CardWords['ratings'], at: string) => ({
    pairs: withWords(
      list,
      found.map(({ word }) => word),
    ),
    inFile: found.map(({ word }) => word),
    counts: new Map(found.map(({ word, count }) => [word, count])),
    faults,
    at,
  });
  const verdicts = VERDICTS.map((value) => ({ value, label: tRecruiter(`outcome.${value}`) }));
  const levels = [
    ...[...words.levels].reverse().map(({ level, label }) => ({ value: String(level), label: `${level} · ${label}` })),
    { value: NOT_ASSESSED, label: t('cards.notAssessed') },
  ];
  const criteria = words.criteria.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <Stack mt="md">
      <Open words={words} reading={reading} />
      <div className={classes.two}>
        <WordPairs
          label={t('cards.verdicts')}
          text={t('cards.verdictsText')}
          options={verdicts}
          {...partOf(reading.verdicts, words.verdicts, '/cards/verdicts')}
          onChange={(next) => onChange({ ...reading, verdicts: next })}
        />
        <WordPairs
          label={t('cards.levels')}
          text={t(words.levels.length === 0 ? 'cards.rubricFirst' : 'cards.levelsText')}
          options={levels}
          {...partOf(reading.levels, words.ratings, '/cards/levels')}
          onChange={(next) => onChange({ ...reading, levels: next })}
        />
      </div>
      <WordPairs
        label={t('cards.criteria')}
        text={t(criteria.length === 0 ? 'cards.rubricFirst' : 'cards.criteriaText')}
        options={criteria}
        {...partOf(reading.criteria, words.names, '/cards/criteria')}
        onChange={(next) => onChange({ ...reading, criteria: next })}
      />
    </Stack>
  );
}

/** What is still open, counted as one chooses. */
function Open({ words, reading }: Pick<ReadingProps, 'words' | 'reading'>) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const open = openWords(reading, words);
  const parts = [
    open.verdicts > 0 ? t('cards.open.verdicts', { count: open.verdicts }) : '',
    open.levels > 0 ? t('cards.open.levels', { count: open.levels }) : '',
    open.criteria > 0 ? t('cards.open.criteria', { count: open.criteria }) : '',
  ].filter((part) => part !== '');
  return (
    <Text size="sm" role="status" fw={500}>
      {parts.length === 0 ? t('cards.open.none') : t('cards.open.some', { parts: format.list(parts) })}
    </Text>
  );
}
