/**
 * What a person says about an import that the files do not: which column is which, which job of the source is which here, which rubric and plan
 * new jobs get, and how the source's words for levels and verdicts read on the rubric's scale. A word that is not mapped is never guessed:
 * without an explicit mapping an imported card is kept to read and counts for nothing.
 *
 * Source: product design, "Meeting the outside world" (imported cards are marked) and "Scorecard life".
 */
import { APPLICATION_STATUSES, type ApplicationStatus } from '../application/application-life.js';
import { dictionary, keyText, nullable, object, oneOf, optional, parseAs, text, wholeNumber, type Shape } from '../json-shape.js';
import type { Fault } from '../refusal.js';
import { VERDICTS, type Verdict } from '../scorecard/scorecard.js';

/** What a column of a CSV file can hold. */
export const CSV_FIELDS = [
  'candidateId',
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'location',
  'link',
  'applicationId',
  'job',
  'status',
  'stage',
  'source',
  'startedAt',
  'endedAt',
  'reason',
] as const;
export type CsvField = (typeof CSV_FIELDS)[number];
export type ColumnMapping = Readonly<Partial<Record<CsvField, string>>>;

/** How the source's words read on the rubric of the job. */
export interface CardMapping {
  /** The source's overall call → verdict. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** The source's rating → level; null: not assessed. */
  readonly levels: Readonly<Record<string, number | null>>;
  /** The source's name of what was rated → key of the criterion. */
  readonly criteria: Readonly<Record<string, string>>;
}

export interface NewJobParts {
  readonly rubricVersionId: string;
  readonly planId: string;
}

export interface ImportSettings {
  readonly columns?: ColumnMapping;
  /** The source's id or title of a job → id of the job here. */
  readonly jobs?: Readonly<Record<string, string>>;
  /** The job of rows that name none. */
  readonly defaultJobId?: string;
  readonly newJobs?: NewJobParts;
  /** A stage of the source → key of the round an application stands in. */
  readonly rounds?: Readonly<Record<string, string>>;
  /** A word of the file for where an application stands → our status. */
  readonly statuses?: Readonly<Record<string, ApplicationStatus>>;
  readonly cards?: CardMapping;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const id: Shape<string> = (value, pointer, faults): value is string => {
  if (typeof value === 'string' && UUID.test(value)) return true;
  faults.push({ pointer, code: 'uuid', detail: 'is not an id' });
  return false;
};
const word = text({ maximum: 500 });
const columnNames = dictionary(word, { maximum: CSV_FIELDS.length });
const columns: Shape<ColumnMapping> = (value, pointer, faults): value is ColumnMapping => {
  if (!columnNames(value, pointer, faults)) return false;
  const unknown = Object.keys(value).filter((name) => !CSV_FIELDS.some((field) => field === name));
  for (const name of unknown)
    faults.push({ pointer: `${pointer}/${name}`, code: 'unknown_member', detail: `is not a field; fields are: ${CSV_FIELDS.join(', ')}` });
  return unknown.length === 0;
};

const settings = object<ImportSettings>({
  columns: optional(columns),
  jobs: optional(dictionary(id, { maximum: 2000 })),
  defaultJobId: optional(id),
  newJobs: optional(object<NewJobParts>({ rubricVersionId: id, planId: id })),
  rounds: optional(dictionary(keyText, { maximum: 500 })),
  statuses: optional(dictionary(oneOf(APPLICATION_STATUSES), { maximum: 200 })),
  cards: optional(
    object<CardMapping>({
      verdicts: dictionary(oneOf(VERDICTS), { maximum: 100 }),
      levels: dictionary(nullable(wholeNumber(1, 10)), { maximum: 100 }),
      criteria: dictionary(keyText, { maximum: 200 }),
    }),
  ),
});

/** In: a parsed JSON value. Out: the same, typed. Errors: `validation_failed` naming every fault. Source: this file's rule. */
export function parseImportSettings(json: unknown): ImportSettings {
  return parseAs(settings, json);
}

/**
 * What is wrong with a column mapping for a file with this header: columns the file does not have, and the fields without which no row says
 * who it is about. In: the mapping, the header's names. Out: faults below `/columns`; empty when it can be used.
 */
export function columnFaults(mapping: ColumnMapping, header: readonly string[]): Fault[] {
  const faults: Fault[] = Object.entries(mapping)
    .filter(([, column]) => !header.includes(column))
    .map(([field, column]) => ({ pointer: `/columns/${field}`, code: 'unknown_column', detail: `the file has no column "${column}"` }));
  if (mapping.name === undefined && (mapping.firstName === undefined || mapping.lastName === undefined))
    faults.push({ pointer: '/columns/name', code: 'required', detail: 'say which column holds the name, or first and last name' });
  return faults;
}
