import type { CardWords, Import, Settings } from './queries';

/** A word of the file, and what it means here; '' while it is not said. */
export interface WordPair {
  readonly word: string;
  readonly value: string;
}

/** How the words of scorecards read here. A level is text; `not_assessed` is said, not left open. */
export interface CardReading {
  readonly verdicts: readonly WordPair[];
  readonly levels: readonly WordPair[];
  readonly criteria: readonly WordPair[];
}

export const NOT_ASSESSED = 'not_assessed';

/** What is being said about an import, as its form holds it. */
export interface MappingDraft {
  readonly columns: Readonly<Record<string, string>>;
  readonly defaultJobId: string;
  readonly jobs: readonly WordPair[];
  readonly rounds: readonly WordPair[];
  readonly statuses: readonly WordPair[];
  readonly rubricVersionId: string;
  readonly planId: string;
  /** Null: scorecards are kept to read, and do not count. */
  readonly reading: CardReading | null;
  readonly saveAs: string;
}

const pairs = (said: Readonly<Record<string, string>> | undefined): WordPair[] =>
  Object.entries(said ?? {}).map(([word, value]) => ({ word, value }));
const said = (list: readonly WordPair[]) =>
  Object.fromEntries(list.filter(({ word, value }) => word !== '' && value !== '').map(({ word, value }) => [word, value]));

export function draftOf(settings: Settings, columns: Import['columns']): MappingDraft {
  return {
    columns: settings.columns ?? columns?.suggestion ?? {},
    defaultJobId: settings.defaultJobId ?? '',
    jobs: pairs(settings.jobs),
    rounds: pairs(settings.rounds),
    statuses: pairs(settings.statuses),
    rubricVersionId: settings.newJobs?.rubricVersionId ?? '',
    planId: settings.newJobs?.planId ?? '',
    reading: readingOf(settings.cards),
    saveAs: '',
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

function readingOf(cards: Settings['cards']): CardReading | null {
  if (!cards) return null;
  const pairsOf = (part: unknown) =>
    Object.entries(isRecord(part) ? part : {}).map(([word, value]) => ({ word, value: value === null ? NOT_ASSESSED : String(value) }));
  return { verdicts: pairsOf(cards['verdicts']), levels: pairsOf(cards['levels']), criteria: pairsOf(cards['criteria']) };
}

/** As the server proposes it; what it proposes nothing for stays open. */
export function proposedReading({ verdicts, ratings, names }: CardWords): CardReading {
  const pairsOf = (words: readonly { readonly word: string; readonly proposed: string | null }[]) =>
    words.map(({ word, proposed }) => ({ word, value: proposed ?? '' }));
  return { verdicts: pairsOf(verdicts), levels: pairsOf(ratings), criteria: pairsOf(names) };
}

/** What is said stays; where nothing is, the proposal. The same object when that changes nothing. */
export function withProposals(reading: CardReading, words: CardWords): CardReading {
  const proposed = proposedReading(words);
  const filled = (list: readonly WordPair[], proposals: readonly WordPair[]) =>
    proposals.map(({ word, value }) => ({ word, value: list.find((pair) => pair.word === word)?.value || value }));
  const others = (list: readonly WordPair[], proposals: readonly WordPair[]) =>
    list.filter(({ word }) => !proposals.some((one) => one.word === word));
  const both = (part: keyof CardReading) => [...filled(reading[part], proposed[part]), ...others(reading[part], proposed[part])];
  const next = { verdicts: both('verdicts'), levels: both('levels'), criteria: both('criteria') };
  return JSON.stringify(next) === JSON.stringify(reading) ? reading : next;
}

/** Words of the scorecards that nothing is said about yet. */
export function openWords(reading: CardReading, words: CardWords): { readonly verdicts: number; readonly levels: number; readonly criteria: number } {
  const open = (list: readonly WordPair[], inFile: readonly { readonly word: string }[]) =>
    inFile.filter(({ word }) => !list.some((pair) => pair.word === word && pair.value !== '')).length;
  return {
    verdicts: open(reading.verdicts, words.verdicts),
    levels: open(reading.levels, words.ratings),
    criteria: open(reading.criteria, words.names),
  };
}

function cardsOf({ verdicts, levels, criteria }: CardReading) {
  const level = (value: string) => (value === NOT_ASSESSED ? null : Number(value));
  return {
    verdicts: said(verdicts),
    levels: Object.fromEntries(Object.entries(said(levels)).map(([word, value]) => [word, level(value)])),
    criteria: said(criteria),
  };
}

/** What is sent: only what was said. */
export function bodyOf(draft: MappingDraft, isCsv: boolean) {
  const [jobs, rounds, statuses] = [said(draft.jobs), said(draft.rounds), said(draft.statuses)];
  const { rubricVersionId, planId, saveAs, defaultJobId, reading } = draft;
  return {
    ...(isCsv && { columns: { ...draft.columns } }),
    ...(defaultJobId !== '' && { defaultJobId }),
    ...(Object.keys(jobs).length > 0 && { jobs }),
    ...(Object.keys(rounds).length > 0 && { rounds }),
    ...(Object.keys(statuses).length > 0 && { statuses }),
    ...(rubricVersionId !== '' && planId !== '' && { newJobs: { rubricVersionId, planId } }),
    ...(reading && { cards: cardsOf(reading) }),
    ...(saveAs.trim() !== '' && { saveAs: saveAs.trim() }),
  };
}

/** What stands in a column of the first rows, each once. */
export function wordsIn(columns: Import['columns'], column: string | undefined): string[] {
  const at = column === undefined ? -1 : (columns?.header.indexOf(column) ?? -1);
  if (!columns || at < 0) return [];
  return [...new Set(columns.sample.map((cells) => cells[at] ?? '').filter((cell) => cell !== ''))];
}

/** What was said already, then the words of the file nobody said anything about yet. */
export function withWords(list: readonly WordPair[], words: readonly string[]): WordPair[] {
  const known = new Set(list.map(({ word }) => word));
  return [...list, ...words.filter((word) => !known.has(word)).map((word) => ({ word, value: '' }))];
}
