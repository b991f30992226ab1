/**
 * CSV: which delimiter a file uses, what its columns seem to be, and a row with a column mapping → neutral records. A row is a candidate, and an
 * application where it names a job.
 *
 * The suggestion goes by names of columns alone, never by what is in them, and no column is suggested twice: a person looks at it first. Where a
 * row has no id of its own, its candidate goes by the e-mail address, else by all that is said of them, so that the same file again makes nothing new.
 *
 * Source: RFC 4180, and the header names that common applicant tracking systems export.
 */
import { createHash } from 'node:crypto';
import type { ApplicationStatus } from '../application/application-life.js';
import { type ColumnMapping, CSV_FIELDS, type CsvField, type ImportSettings } from './import-settings.js';
import type { NeutralRecord } from './neutral-record.js';
import { joinedName, recordOf } from './record-making.js';
import { SourceValue } from './source-value.js';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Per field, the names of columns that mean it, in order of trust; compared without case, spaces and punctuation. */
const NAMES: Readonly<Record<CsvField, readonly string[]>> = {
  candidateId: ['candidateid', 'candidatenumber', 'personid', 'contactid', '候选人编号', '候选人id'],
  name: ['name', 'fullname', 'candidate', 'candidatename', 'applicant', 'applicantname', '姓名', '候选人', '候选人姓名'],
  firstName: ['firstname', 'givenname', 'forename', '名'],
  lastName: ['lastname', 'surname', 'familyname', '姓'],
  email: ['email', 'emailaddress', 'candidateemail', 'primaryemail', 'mail', '邮箱', '电子邮件', '电子邮箱'],
  phone: ['phone', 'phonenumber', 'mobile', 'telephone', '电话', '手机', '手机号'],
  location: ['location', 'city', 'candidatelocation', '所在地', '城市'],
  link: ['linkedin', 'linkedinurl', 'website', 'profile', 'url', 'link'],
  applicationId: ['applicationid', 'applicationnumber', 'opportunityid', 'id', '申请编号'],
  job: ['job', 'jobtitle', 'position', 'jobname', 'requisition', 'role', 'posting', 'vacancy', '职位', '岗位', '应聘职位'],
  status: ['status', 'applicationstatus', 'state', '状态'],
  stage: ['stage', 'currentstage', 'round', 'interviewstage', '阶段'],
  source: ['source', 'origin', 'channel', 'sourcename', '来源', '渠道'],
  startedAt: ['appliedat', 'applieddate', 'dateapplied', 'applicationdate', 'appliedon', 'createdat', 'created', '申请日期', '投递时间'],
  endedAt: ['rejectedat', 'closedat', 'archivedat', 'endedat', 'hiredat', '结束日期'],
  reason: ['reason', 'rejectionreason', 'archivereason', '原因'],
};

/**
 * The delimiter of a file. In: its first lines as text. Out: the one that splits them most evenly into more than one cell; a comma where none
 * does. Delimiters inside quotes do not count. Pure and total.
 */
export function detectDelimiter(sample: string): string {
  const lines = unquoted(sample)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  const score = (delimiter: string): number => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const [first = 0] = counts;
    return first === 0 ? 0 : counts.filter((count) => count === first).length * 1000 + first;
  };
  const best = [...DELIMITERS].sort((a, b) => score(b) - score(a))[0] ?? ',';
  return score(best) === 0 ? ',' : best;
}

function unquoted(text: string): string {
  return text.replaceAll(/"(?:[^"]|"")*("|$)/g, '""');
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** What the columns seem to be. In: the header. Out: field → column, each column at most once. Pure and total. */
export function suggestColumns(header: readonly string[]): ColumnMapping {
  const plain = new Map(header.map((column) => [plainName(column), column]));
  const taken = new Set<string>();
  const found = CSV_FIELDS.flatMap((field): [CsvField, string][] => {
    const column = NAMES[field].map((name) => plain.get(name)).find((one) => one !== undefined && !taken.has(one));
    if (column === undefined) return [];
    taken.add(column);
    return [[field, column]];
  });
  return Object.fromEntries(found);
}

/** Columns of the same name, which no mapping could tell apart: each with its place, from 1. Pure and total. */
export function repeatedColumns(header: readonly string[]): { readonly name: string; readonly column: number }[] {
  return header.flatMap((name, index) => (name !== '' && header.indexOf(name) < index ? [{ name, column: index + 1 }] : []));
}

const STATUS_WORDS: Readonly<Record<string, ApplicationStatus>> = {
  active: 'active',
  inprogress: 'active',
  open: 'active',
  new: 'active',
  onhold: 'on_hold',
  hold: 'on_hold',
  offered: 'offered',
  offer: 'offered',
  hired: 'hired',
  accepted: 'hired',
  rejected: 'rejected',
  declined: 'rejected',
  archived: 'rejected',
  withdrawn: 'withdrawn',
  withdrew: 'withdrawn',
};

/**
 * One row. In: its cells in the order of the header, and the settings. Out: a candidate, and an application where the row names a job or the
 * settings name one for all; pointers are the columns' names. Never throws.
 */
export function readCsvRow(header: readonly string[], cells: readonly string[], settings: ImportSettings): readonly NeutralRecord[] {
  const row = new SourceValue(Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])), '', []);
  const columns = settings.columns ?? {};
  const cell = (from: SourceValue, field: CsvField): SourceValue => from.at(columns[field] ?? '\u0001');
  const name = cell(row, 'name').text(200) || joinedName(cell(row, 'firstName').text(200), cell(row, 'lastName').text(200));
  const email = cell(row, 'email').text().trim().toLowerCase();
  const id = cell(row, 'candidateId').id() ?? (email || `row:${digest([name, cell(row, 'phone').text(), cell(row, 'link').text()])}`);
  const made = recordOf(row, id, (from) => {
    if (name.trim() === '') from.skip('no_name', 'the row has no name');
    if (cells.length > header.length) from.skip('too_many_cells', `the row has ${cells.length} cells, the header ${header.length}`);
    cells.forEach((text, index) => {
      if (/^[=+@\t\r]/.test(text)) from.at(header[index] ?? '').note('formula', 'begins like a formula; it is kept as text');
    });
    return {
      kind: 'candidate',
      name,
      email: cell(from, 'email').email(),
      otherEmails: [],
      phone: cell(from, 'phone').text(100),
      location: cell(from, 'location').text(),
      links: [cell(from, 'link').text()].filter((link) => link !== ''),
      linkedUsers: [],
    };
  });
  const odd = row.faults.filter((fault) => !made.faults.some((one) => one.pointer === fault.pointer && one.code === fault.code));
  const candidate = { ...made, faults: [...made.faults, ...odd] };
  const job = cell(row, 'job').text().trim() || null;
  if (job === null && settings.defaultJobId === undefined) return [candidate];
  return [candidate, applicationOf(row, cell, settings, id, job, candidate)];
}

function applicationOf(
  row: SourceValue,
  cell: (from: SourceValue, field: CsvField) => SourceValue,
  settings: ImportSettings,
  candidate: string,
  job: string | null,
  beside: NeutralRecord,
): NeutralRecord {
  const id = cell(row, 'applicationId').id() ?? `${candidate}|${job ?? ''}`;
  const record = recordOf(row, id.length <= 400 ? id : digest([id]), (from) => {
    const word = cell(from, 'status').text().trim();
    const status = settings.statuses?.[word] ?? STATUS_WORDS[plainName(word)];
    if (word !== '' && status === undefined) cell(from, 'status').note('unknown_status', `"${word}" is not in the mapping; read as active`);
    return {
      kind: 'application',
      candidate,
      job,
      jobTitle: job,
      status: status ?? 'active',
      stage: cell(from, 'stage').textOrNull(),
      source: cell(from, 'source').text(200),
      startedAt: cell(from, 'startedAt').time(),
      endedAt: cell(from, 'endedAt').time(),
      reason: cell(from, 'reason').text(2000),
    };
  });
  return beside.faults.some((fault) => fault.weight === 'skip') ? { ...record, faults: [...record.faults, ...beside.faults] } : record;
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40);
}
