import { Injectable } from '@nestjs/common';
import { canonicalJson, sha256Hex } from '../domain/audit/canonical-json.js';
import { readAshby } from '../domain/import/ashby.js';
import { detectDelimiter, readCsvRow, repeatedColumns, suggestColumns } from '../domain/import/csv-columns.js';
import { FileProblem } from '../domain/import/file-problem.js';
import { readGreenhouse } from '../domain/import/greenhouse.js';
import { columnFaults, type ImportSettings } from '../domain/import/import-settings.js';
import { jsonLdOf, looksLikeHtml } from '../domain/import/json-ld-in-html.js';
import { readLever } from '../domain/import/lever.js';
import type { ImportSource, NeutralContent, NeutralRecord } from '../domain/import/neutral-record.js';
import { readJobPosting } from '../domain/import/schema-org.js';
import { SourceValue } from '../domain/import/source-value.js';
import { Database } from '../platform/database.js';
import { csvRows } from './csv-rows.js';
import { textOf } from './file-text.js';
import { ImportMappingsStore } from './import-mappings.store.js';
import { ImportRowsStore, type StagedRow } from './import-rows.store.js';
import { ImportsStore, type StoredImport } from './imports.store.js';
import { JsonRecords } from './json-records.js';

/** Rows kept in memory before they are written. */
const BATCH = 1000;
const BATCH_CHARACTERS = 8_000_000;
const MOST_ROWS = 1_000_000;
const LARGEST_PAGE = 10 * 1024 * 1024;
const SAMPLE_ROWS = 5;

/** A person has to say first which column is which. */
export class NeedsMapping extends Error {
  constructor(readonly found: unknown) {
    super('needs a mapping');
  }
}

/** Another mapping came, or the import was cancelled, while this reading went on. */
export class Overtaken extends Error {}

const JSON_READERS: Readonly<Record<Exclude<ImportSource, 'csv'>, (value: SourceValue) => readonly NeutralRecord[]>> = {
  greenhouse: readGreenhouse,
  lever: readLever,
  ashby: readAshby,
  schema_org: readJobPosting,
};

/** What is being read: rows are written in batches, so that a file of any size takes the memory of one. */
class Reading {
  position = 0;
  rows: StagedRow[] = [];
  private characters = 0;
  bytes = 0;
  /** The most rows that were ever held at once. */
  peak = 0;

  constructor(
    readonly one: StoredImport,
    readonly attempt: string,
    private readonly store: ImportRowsStore,
    private readonly progress: (bytes: number) => Promise<void>,
  ) {}

  async add(file: number, line: number, pointer: string, record: NeutralRecord): Promise<void> {
    const content = canonicalJson(record.content);
    this.position++;
    if (this.position > MOST_ROWS) throw new FileProblem('too_many', 'An import may have at most 1,000,000 records. Split the files.', line);
    this.rows.push({
      position: this.position,
      file,
      line,
      pointer: pointer + record.pointer,
      kind: record.content.kind,
      externalId: record.externalId,
      content: record.content,
      contentHash: sha256Hex(content),
      faults: record.faults,
      label: labelOf(record.content),
    });
    this.characters += content.length;
    this.peak = Math.max(this.peak, this.rows.length);
    if (this.rows.length >= BATCH || this.characters >= BATCH_CHARACTERS) await this.flush();
  }

  async flush(): Promise<void> {
    const written = this.rows;
    [this.rows, this.characters] = [[], 0];
    if (!(await this.store.stage(this.one.id, this.attempt, written))) throw new Overtaken();
    await this.progress(this.bytes);
  }
}

/** Turns the files of an import into rows of neutral records. */
@Injectable()
export class ImportFilesReading {
  constructor(
    private readonly database: Database,
    private readonly store: ImportsStore,
    private readonly rows: ImportRowsStore,
    private readonly mappings: ImportMappingsStore,
  ) {}

  /** Answers how many rows were read, and the most that were ever held in memory. Errors: `FileProblem`, `NeedsMapping`, `Overtaken`. */
  async read(one: StoredImport, attempt: string): Promise<{ rows: number; mostHeld: number }> {
    await this.rows.clear(one.id);
    const total = await this.store.bytesOf(one.id);
    const reading = new Reading(one, attempt, this.rows, (bytes) => this.store.progress(one.id, bytes, total));
    for (const { position, name } of await this.store.files(one.id)) {
      await this.file(reading, position).catch((error: unknown) => {
        throw error instanceof FileProblem ? error.within(name) : error;
      });
    }
    await reading.flush();
    return { rows: reading.position, mostHeld: reading.peak };
  }

  private file(reading: Reading, position: number): Promise<void> {
    const { source } = reading.one;
    if (source === 'csv') return this.csv(reading, position);
    return source === 'schema_org' ? this.page(reading, position) : this.json(reading, position, JSON_READERS[source]);
  }

  private text(reading: Reading, file: number) {
    return textOf(this.store.bytes(reading.one.id, file), (bytes) => {
      reading.bytes += bytes;
    });
  }

  private async json(reading: Reading, file: number, read: (value: SourceValue) => readonly NeutralRecord[]): Promise<void> {
    const { pieces } = await this.text(reading, file);
    const records = new JsonRecords();
    for await (const piece of pieces) for (const found of records.write(piece)) await this.records(reading, file, found, read);
    for (const found of records.end()) await this.records(reading, file, found, read);
  }

  private async records(
    reading: Reading,
    file: number,
    found: { value: unknown; pointer: string; line: number },
    read: (value: SourceValue) => readonly NeutralRecord[],
  ): Promise<void> {
    for (const record of read(new SourceValue(found.value, '', []))) await reading.add(file, found.line, found.pointer, record);
  }

  /** JSON-LD by itself, or in the script elements of a page. */
  private async page(reading: Reading, file: number): Promise<void> {
    const { pieces } = await this.text(reading, file);
    let whole = '';
    for await (const piece of pieces) {
      whole += piece;
      if (whole.length > LARGEST_PAGE) throw new FileProblem('too_large', 'A job posting may have at most 10 MiB.');
    }
    const parts = looksLikeHtml(whole) ? jsonLdOf(whole) : [{ text: whole, offset: 0 }];
    if (parts.length === 0) throw new FileProblem('no_json_ld', 'The page holds no script element of the type application/ld+json.', 1);
    for (const { text, offset } of parts) {
      const before = whole.slice(0, offset).split('\n').length - 1;
      await this.jsonLd(reading, file, text, before);
    }
  }

  private async jsonLd(reading: Reading, file: number, text: string, linesBefore: number): Promise<void> {
    const records = new JsonRecords({ rootsAreRecords: true });
    try {
      const found = [...records.write(text), ...records.end()];
      for (const one of found) await this.records(reading, file, { ...one, line: one.line + linesBefore }, readJobPosting);
    } catch (error) {
      if (error instanceof FileProblem) throw new FileProblem(error.code, error.detail, (error.line ?? 1) + linesBefore, error.column);
      throw error;
    }
  }

  private async csv(reading: Reading, file: number): Promise<void> {
    const { encoding, pieces } = await this.text(reading, file);
    const first = await pieces.next();
    const start = first.done ? '' : first.value;
    if (start.trim() === '') throw new FileProblem('empty', 'The file holds no rows.', 1, 1);
    const delimiter = detectDelimiter(start.slice(0, 65_536));
    const rows = csvRows(joined(start, pieces), delimiter);
    const header = await headerOf(rows);
    const settings = await this.settingsFor(reading, header, encoding, delimiter);
    if (!settings) throw new NeedsMapping(await found(header, rows, encoding, delimiter));
    for await (const { cells, line } of rows) for (const record of readCsvRow(header, cells, settings)) await reading.add(file, line, '', record);
  }

  /** What was said for this import; else what was once saved for a file with this very header. */
  private async settingsFor(reading: Reading, header: readonly string[], encoding: string, delimiter: string): Promise<ImportSettings | undefined> {
    const { one, attempt } = reading;
    const said = one.settings.columns === undefined ? undefined : one.settings;
    if (said) {
      const fault = columnFaults(said.columns ?? {}, header)[0];
      if (fault) throw new FileProblem(fault.code, fault.detail, 1);
      return said;
    }
    const saved = await this.database.transaction((tx) => this.mappings.forHeader(tx, one.createdBy, one.source, header));
    if (saved)
      await this.database.transaction((tx) =>
        this.store.takeSettings(tx, one.id, attempt, saved, { header, sample: [], suggestion: saved.columns ?? {}, encoding, delimiter }),
      );
    return saved;
  }
}

async function* joined(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}

async function headerOf(rows: AsyncGenerator<{ cells: readonly string[]; line: number }>): Promise<readonly string[]> {
  const first = await rows.next();
  if (first.done) throw new FileProblem('empty', 'The file holds no rows.', 1, 1);
  const header = first.value.cells.map((name) => name.replaceAll('\u0000', '\uFFFD').toWellFormed());
  const repeated = repeatedColumns(header)[0];
  if (repeated) throw new FileProblem('repeated_column', `Two columns are named "${repeated.name}". Rename one.`, first.value.line, repeated.column);
  return header;
}

async function found(
  header: readonly string[],
  rows: AsyncGenerator<{ cells: readonly string[] }>,
  encoding: string,
  delimiter: string,
): Promise<unknown> {
  const sample: string[][] = [];
  for await (const { cells } of rows) {
    sample.push(cells.map((cell) => cell.replaceAll('\u0000', '\uFFFD').toWellFormed().slice(0, 200)));
    if (sample.length === SAMPLE_ROWS) break;
  }
  return { header, sample, suggestion: suggestColumns(header), encoding, delimiter };
}

function labelOf(content: NeutralContent): string | null {
  switch (content.kind) {
    case 'user':
    case 'stage':
      return content.name;
    case 'candidate':
      return content.email === null ? content.name : `${content.name} · ${content.email}`;
    case 'job':
      return content.title;
    case 'application':
      return content.jobTitle;
    case 'interview':
      return content.name;
    case 'card':
      return [content.title, content.author.name].filter((part) => part !== '').join(' · ');
    case 'unknown':
      return null;
  }
}
