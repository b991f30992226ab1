import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import type { ImportState } from '../domain/import/import-life.js';
import type { ImportSettings } from '../domain/import/import-settings.js';
import type { ImportSource } from '../domain/import/neutral-record.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface StoredImport {
  readonly id: string;
  readonly source: ImportSource;
  readonly system: string;
  readonly state: ImportState;
  readonly settings: ImportSettings;
  readonly header: readonly string[] | null;
  readonly planHash: string | null;
  readonly attempt: string | null;
  readonly actor: Actor;
  readonly createdBy: string;
}

export interface ImportProblem {
  readonly code: string;
  readonly detail: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

const INSERT = sql`
  insert into imports (id, source, system, state, actor, created_by, created_at) values ($1, $2, $3, 'uploading', $4, $5, $6)`;
const PROGRESS = sql`insert into import_progress (import_id) values ($1)`;
const FILE = sql`insert into import_files (import_id, position, name) values ($1, $2, $3)`;
const CHUNK = sql`insert into import_chunks (import_id, file, position, content) values ($1, $2, $3, $4)`;
const FILE_DONE = sql`update import_files set size = $3, sha256 = $4 where import_id = $1 and position = $2`;
const DROP = sql`delete from imports where id = $1 and state = 'uploading'`;
const DROP_STALE = sql`delete from imports where state = 'uploading' and created_at < $1`;
const FIELDS = {
  fragment: true,
  text: `id, source, system, state, settings, found->'header' as header, plan_hash as "planHash", attempt, actor, created_by as "createdBy"`,
} as const;
const READ = sql`select ${FIELDS} from imports where id = $1`;
const LOCK = sql`select ${FIELDS} from imports where id = $1 for update`;
const BEGIN_READING = sql`
  update imports set state = 'reading', attempt = $2, settings = $3, problem = null, replanned = false, plan_hash = null, version = version + 1 where id = $1`;
const NEEDS_MAPPING = sql`
  update imports set state = 'needs_mapping', found = $3, version = version + 1 where id = $1 and attempt = $2 and state = 'reading' returning id`;
const FOUND = sql`update imports set found = $3 where id = $1 and attempt = $2 and state = 'reading'`;
const PLANNED = sql`
  update imports set state = 'planned', plan_hash = $2, planned_at = $3, replanned = $4, version = version + 1 where id = $1`;
const RUNNING = sql`update imports set state = 'running', actor = $2, version = version + 1 where id = $1`;
const END = sql`
  update imports set state = $2, finished_at = $3, problem = coalesce($4, problem), version = version + 1 where id = $1`;
const RESET_PROGRESS = sql`update import_progress set done = 0, total = $2, cancel_asked = false where import_id = $1`;
const SET_PROGRESS = sql`update import_progress set done = $2, total = $3 where import_id = $1`;
const ASK_CANCEL = sql`update import_progress set cancel_asked = true where import_id = $1`;
const CANCEL_ASKED = sql`select cancel_asked as asked from import_progress where import_id = $1`;
const FORGET_CHUNKS = sql`delete from import_chunks where import_id = $1`;
const FORGET_CONTENT = sql`update import_rows set content = '{}', label = null where import_id = $1`;
const BYTES = sql`select coalesce(sum(size), 0)::double precision as total from import_files where import_id = $1`;
const TAKE_SETTINGS = sql`
  update imports set settings = $3, found = $4 where id = $1 and attempt = $2 and state = 'reading'`;
const FILES = sql`select position, name from import_files where import_id = $1 order by position`;
const ONE_CHUNK = sql`select content from import_chunks where import_id = $1 and file = $2 and position = $3`;
const MAY_IMPORT = sql`
  select 1 from users u where u.id = $1 and u.status = 'active' and (u.site_role = 'admin' or exists (
    select 1 from seats s where s.user_id = u.id and s.kind = 'recruiter' and s.ended_at is null
      and (s.starts_at is null or s.starts_at <= $2) and (s.ends_at is null or s.ends_at > $2)))`;

/** Writes imports, their files in pieces and how far they are. */
@Injectable()
export class ImportsStore {
  constructor(private readonly database: Database) {}

  /** An admin, or somebody who is a recruiter of some job now. */
  async mayImport(userId: string, now: Date, from: Database | Transaction = this.database): Promise<boolean> {
    return (await from.query(MAY_IMPORT, [userId, now])).length > 0;
  }

  async insert(one: { id: string; source: ImportSource; system: string; actor: Actor; at: Date }): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query(INSERT, [one.id, one.source, one.system, JSON.stringify(one.actor), one.actor.userId, one.at]);
      await tx.query(PROGRESS, [one.id]);
    });
  }

  async addFile(id: string, position: number, name: string): Promise<void> {
    await this.database.query(FILE, [id, position, name]);
  }

  async addChunk(id: string, file: number, position: number, content: Buffer): Promise<void> {
    await this.database.query(CHUNK, [id, file, position, content]);
  }

  async endFile(id: string, file: number, size: number, sha256: string): Promise<void> {
    await this.database.query(FILE_DONE, [id, file, size, sha256]);
  }

  /** An upload that broke off leaves nothing. */
  async drop(id: string): Promise<void> {
    await this.database.query(DROP, [id]);
  }

  async dropStale(before: Date, tx: Transaction): Promise<void> {
    await tx.query(DROP_STALE, [before]);
  }

  async read(id: string, from: Database | Transaction = this.database): Promise<StoredImport | undefined> {
    const [row] = await from.query<StoredImport>(READ, [id]);
    return row;
  }

  async lock(tx: Transaction, id: string): Promise<StoredImport | undefined> {
    const [row] = await tx.query<StoredImport>(LOCK, [id]);
    return row;
  }

  async beginReading(tx: Transaction, id: string, attempt: string, settings: ImportSettings): Promise<void> {
    await tx.query(BEGIN_READING, [id, attempt, JSON.stringify(settings)]);
    const [bytes] = await tx.query<{ total: number }>(BYTES, [id]);
    await tx.query(RESET_PROGRESS, [id, bytes?.total ?? 0]);
  }

  async found(tx: Transaction, id: string, attempt: string, found: unknown): Promise<void> {
    await tx.query(FOUND, [id, attempt, JSON.stringify(found)]);
  }

  async needsMapping(tx: Transaction, id: string, attempt: string, found: unknown): Promise<void> {
    await tx.query(NEEDS_MAPPING, [id, attempt, JSON.stringify(found)]);
  }

  async planned(tx: Transaction, id: string, planHash: string, at: Date, replanned: boolean): Promise<void> {
    await tx.query(PLANNED, [id, planHash, at, replanned]);
  }

  async running(tx: Transaction, id: string, actor: Actor, rows: number): Promise<void> {
    await tx.query(RUNNING, [id, JSON.stringify(actor)]);
    await tx.query(RESET_PROGRESS, [id, rows]);
  }

  /** The end: what the files said of people is not kept any longer than it is needed. */
  async end(tx: Transaction, id: string, state: 'done' | 'failed' | 'cancelled', at: Date, problem: ImportProblem | null): Promise<void> {
    await tx.query(END, [id, state, at, problem === null ? null : JSON.stringify(problem)]);
    if (state === 'failed') return;
    await tx.query(FORGET_CHUNKS, [id]);
    await tx.query(FORGET_CONTENT, [id]);
  }

  /** Outside of any transaction of the work itself, so that others see it. */
  async progress(id: string, done: number, total: number): Promise<void> {
    await this.database.query(SET_PROGRESS, [id, done, total]);
  }

  async askCancel(tx: Transaction, id: string): Promise<void> {
    await tx.query(ASK_CANCEL, [id]);
  }

  async cancelAsked(id: string): Promise<boolean> {
    const [row] = await this.database.query<{ asked: boolean }>(CANCEL_ASKED, [id]);
    return row?.asked ?? true;
  }

  async bytesOf(id: string): Promise<number> {
    const [row] = await this.database.query<{ total: number }>(BYTES, [id]);
    return row?.total ?? 0;
  }

  /** A mapping that was saved for such a file. */
  async takeSettings(tx: Transaction, id: string, attempt: string, settings: ImportSettings, found: unknown): Promise<void> {
    await tx.query(TAKE_SETTINGS, [id, attempt, JSON.stringify(settings), JSON.stringify(found)]);
  }

  files(id: string): Promise<{ position: number; name: string }[]> {
    return this.database.query(FILES, [id]);
  }

  /** A file's bytes, one piece in memory at a time. */
  async *bytes(id: string, file: number): AsyncGenerator<Buffer> {
    for (let position = 0; ; position++) {
      const [chunk] = await this.database.query<{ content: Buffer }>(ONE_CHUNK, [id, file, position]);
      if (!chunk) return;
      yield chunk.content;
    }
  }
}
