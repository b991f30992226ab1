import type { Import, Settings } from './queries';

/** A word of the file, and what it means here; '' while it is not said. */
export interface WordPair {
  readonly word: string;
  readonly value: string;
}

/** What is being said about an import, as its form holds it. */
export interface MappingDraft {
  readonly columns: Readonly<Record<string, string>>;
  readonly defaultJobId: string;
  readonly jobs: readonly WordPair[];
  readonly rounds: readonly WordPair[];
  readonly statuses: readonly WordPair[];
  readonly rubricVersionId: string;
  readonly planId: string;
  /** Said over the API; kept as it is. */
  readonly cards: Settings['cards'] | null;
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
    cards: settings.cards ?? null,
    saveAs: '',
  };
}

/** What is sent: only what was said. */
export function bodyOf(draft: MappingDraft, isCsv: boolean) {
  const [jobs, rounds, statuses] = [said(draft.jobs), said(draft.rounds), said(draft.statuses)];
  const { rubricVersionId, planId, saveAs, defaultJobId, cards } = draft;
  return {
    ...(isCsv && { columns: { ...draft.columns } }),
    ...(defaultJobId !== '' && { defaultJobId }),
    ...(Object.keys(jobs).length > 0 && { jobs }),
    ...(Object.keys(rounds).length > 0 && { rounds }),
    ...(Object.keys(statuses).length > 0 && { statuses }),
    ...(rubricVersionId !== '' && planId !== '' && { newJobs: { rubricVersionId, planId } }),
    ...(cards && { cards }),
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
