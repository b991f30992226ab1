import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { fileTypeFromBuffer } from 'file-type';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { IMPORT_SOURCES, type ImportSource } from '../domain/import/neutral-record.js';
import { type Fault, invalid, Refusal } from '../domain/refusal.js';
import { Outbox } from '../outbox/outbox.service.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { unstorableText } from '../platform/input.pipe.js';
import { encodingOf } from './file-text.js';
import { READ_IMPORT } from './import-jobs.js';
import { ImportsStore } from './imports.store.js';

const CHUNK = 256 * 1024;
const MOST_FILES = 20;
const LONGEST_NAME = 200;
const SYSTEM = /^[a-z0-9][a-z0-9_-]{0,63}$/;

interface KeptFile {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** What an upload goes by. */
@Injectable()
export class UploadSettings {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  get megabytes(): number {
    return this.config.MAX_IMPORT_MEGABYTES;
  }
}

/** Takes the files of an import, piece by piece: none is ever whole in memory. */
@Injectable()
export class UploadImportService {
  constructor(
    private readonly database: Database,
    private readonly store: ImportsStore,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly settings: UploadSettings,
  ) {}

  /** Answers the new import's id. */
  async upload(actor: Actor, request: FastifyRequest): Promise<string> {
    if (!(await this.store.mayImport(actor.userId, this.settings.now())))
      throw new Refusal('forbidden', 'Only recruiters and admins import. Ask an admin for a recruiter seat on a job.');
    if (!request.isMultipart())
      throw new Refusal('unsupported_media_type', 'Send multipart/form-data with the parts "source" and then one or more "file".');
    const id = newId();
    try {
      const { source, system, files } = await this.parts(actor, id, request);
      await this.begin(actor, id, source, system, files);
      return id;
    } catch (error) {
      await this.store.drop(id);
      throw error;
    }
  }

  private async parts(actor: Actor, id: string, request: FastifyRequest): Promise<{ source: ImportSource; system: string; files: KeptFile[] }> {
    const said: Record<string, unknown> = {};
    const files: KeptFile[] = [];
    let kind: { source: ImportSource; system: string } | undefined;
    const limits = { fileSize: this.settings.megabytes * 1024 * 1024, files: MOST_FILES, fields: 5, fieldSize: 1000 };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        said[part.fieldname] = part.value;
        continue;
      }
      if (part.fieldname !== 'file') throw invalid([unknownPart(part.fieldname)]);
      if (!kind) {
        kind = kindOf(said);
        await this.store.insert({ id, ...kind, actor, at: this.settings.now() });
      }
      files.push(await this.keep(id, files.length, part.filename, part.file));
    }
    const faults = Object.keys(said)
      .filter((name) => name !== 'source' && name !== 'system')
      .map(unknownPart);
    if (files.length === 0) faults.push({ pointer: '/file', code: 'required', detail: 'is missing' });
    if (!kind || faults.length > 0) throw invalid(faults);
    return { ...kind, files };
  }

  private async keep(id: string, position: number, name: string, stream: AsyncIterable<Buffer> & { truncated?: boolean }): Promise<KeptFile> {
    const faults = nameFaults(name, position);
    if (faults.length > 0) throw invalid(faults);
    await this.store.addFile(id, position, name);
    const hash = createHash('sha256');
    let [size, chunks, pending, pendingSize] = [0, 0, new Array<Buffer>(), 0];
    const flush = async (): Promise<void> => {
      const content = Buffer.concat(pending);
      if (chunks === 0) await refuseBinary(content, position);
      await this.store.addChunk(id, position, chunks++, content);
      [pending, pendingSize] = [[], 0];
    };
    for await (const piece of stream) {
      hash.update(piece);
      size += piece.length;
      pending.push(piece);
      pendingSize += piece.length;
      if (pendingSize >= CHUNK) await flush();
    }
    if (stream.truncated === true) throw this.tooLarge(position);
    if (size === 0) throw invalid([{ pointer: `/file/${position}`, code: 'empty', detail: 'is empty' }]);
    if (pendingSize > 0) await flush();
    const sha256 = hash.digest('hex');
    await this.store.endFile(id, position, size, sha256);
    return { name, size, sha256 };
  }

  private async begin(actor: Actor, id: string, source: ImportSource, system: string, files: readonly KeptFile[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      const attempt = randomUUID();
      await this.store.beginReading(tx, id, attempt, {});
      await this.audit.append(tx, actor, this.settings.now(), {
        type: 'import.uploaded',
        subject: { kind: 'import', id },
        payload: { source, system, files },
      });
      await this.outbox.enqueue(tx, READ_IMPORT, { importId: id, attempt });
    });
  }

  private tooLarge(position: number): Refusal {
    const words = `may have at most ${this.settings.megabytes} MiB`;
    return new Refusal('payload_too_large', `A file of an import ${words}. Split it.`, [
      { pointer: `/file/${position}`, code: 'too_large', detail: words },
    ]);
  }
}

function kindOf(said: Readonly<Record<string, unknown>>): { source: ImportSource; system: string } {
  const source = IMPORT_SOURCES.find((one) => one === said['source']);
  const faults: Fault[] = [];
  if (!source)
    faults.push({ pointer: '/source', code: 'unknown_word', detail: `must come before the files and be one of: ${IMPORT_SOURCES.join(', ')}` });
  const system = said['system'] ?? source;
  if (typeof system !== 'string' || !SYSTEM.test(system)) {
    if (said['system'] !== undefined)
      faults.push({ pointer: '/system', code: 'not_a_key', detail: 'must be 1 to 64 lower-case letters, digits, hyphens or underscores' });
  } else if (source && faults.length === 0) return { source, system };
  throw invalid(faults);
}

function unknownPart(name: string): Fault {
  const step = name.replaceAll('~', '~0').replaceAll('/', '~1');
  return { pointer: `/${step}`, code: 'unknown_member', detail: 'is not known here; send "source", "system" and "file"' };
}

function nameFaults(name: string, position: number): Fault[] {
  const pointer = `/file/${position}`;
  const faults = unstorableText(name, pointer, 'body');
  if (name === '' || name.length > LONGEST_NAME) faults.push({ pointer, code: 'name', detail: `needs a name of 1 to ${LONGEST_NAME} characters` });
  return faults;
}

/** A spreadsheet or an archive is told by its first bytes; text is nothing that this could name. */
async function refuseBinary(start: Buffer, position: number): Promise<void> {
  // A byte order mark of UTF-16 looks like the beginning of a sound.
  if (encodingOf(start) !== 'utf-8') return;
  const known = await fileTypeFromBuffer(start);
  if (!known || known.mime.includes('xml') || known.mime.startsWith('text/')) return;
  throw new Refusal('unsupported_media_type', `The file is a ${known.ext} file. Save it as CSV or JSON first.`, [
    { pointer: `/file/${position}`, code: 'media_type', detail: `is ${known.mime}; CSV, JSON or HTML is wanted` },
  ]);
}
