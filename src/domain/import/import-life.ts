/**
 * The life of an import: the files come in, are read into a plan (a dry run, always), and only a plan that was looked at is run. Nothing is made
 * before that, and a run makes all of its plan or nothing.
 *
 * Source: product design, "Meeting the outside world"; `uploading → reading → (needs_mapping →) planned → running → done`, with `failed` and
 * `cancelled` as ends.
 */

export const IMPORT_STATES = ['uploading', 'reading', 'needs_mapping', 'planned', 'running', 'done', 'failed', 'cancelled'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const ROW_ACTIONS = ['make', 'change', 'unchanged', 'skip'] as const;
export type RowAction = (typeof ROW_ACTIONS)[number];

export interface ImportAbilities {
  readonly map: boolean;
  readonly run: boolean;
  readonly cancel: boolean;
}

/** What its owner may do with an import in this state. Pure and total. */
export function importAbilities(state: ImportState): ImportAbilities {
  return {
    map: state === 'needs_mapping' || state === 'planned' || state === 'failed',
    run: state === 'planned',
    cancel: ['reading', 'needs_mapping', 'planned', 'running', 'failed'].includes(state),
  };
}
