import { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import type { DomainEvent } from '../domain/events/events.js';
import { Refusal } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { RowCursor } from '../platform/row-cursor.js';
import type { Export, ExportFormat, ExportRow } from './export-kind.js';
import { headOf, linesOf } from './export-lines.js';
import { ExportExposures } from './exports.store.js';

/** Exports under way in this process: each holds a connection for as long as its reader takes. */
const MOST_AT_ONCE = 4;

type Filters = Readonly<Record<string, unknown>>;

/** One export under way. */
interface Run<Row extends ExportRow> {
  readonly actor: Actor;
  readonly id: string;
  readonly what: Export<Row>;
  readonly format: ExportFormat;
  readonly cursor: RowCursor<Row>;
  sent: number;
  complete: boolean;
  ended: boolean;
}

/**
 * Streams rows out as they come from the database, a batch in memory at a time. The start is on the record before the first row goes out, and the end says how many
 * went. What fails in between breaks the connection off: half an export must not look like a whole one.
 */
@Injectable()
export class ExportsService {
  private readonly logger = new Logger(ExportsService.name);
  private running = 0;

  constructor(
    private readonly database: Database,
    private readonly exposures: ExportExposures,
    private readonly audit: Audit,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** The text of an export. What can be refused is refused before this answers. */
  async open<Row extends ExportRow>(actor: Actor, what: Export<Row>, format: ExportFormat, filters: Filters): Promise<Readable> {
    if (this.running >= MOST_AT_ONCE)
      throw new Refusal('temporarily_unavailable', 'Other exports are under way. Try again in a minute.', [], { retryAfter: 60 });
    this.running++;
    const cursor = await RowCursor.open<Row>(this.config.DATABASE_URL ?? '', what.text, what.values).catch((error: unknown) => {
      this.running--;
      throw error;
    });
    const run: Run<Row> = { actor, id: newId(), what, format, cursor, sent: 0, complete: false, ended: false };
    try {
      const first = await cursor.next();
      await this.record(run, { type: 'export.started', payload: { kind: what.kind, format, filters } });
      return this.stream(run, first, filters['bom'] === true);
    } catch (error) {
      this.running--;
      await cursor.close();
      throw error;
    }
  }

  private stream<Row extends ExportRow>(run: Run<Row>, first: readonly Row[], bom: boolean): Readable {
    const stream = Readable.from(this.text(run, first, bom), { objectMode: true, highWaterMark: 1 });
    // A reader who left before the first row never started the text, which then does not end either.
    stream.once('close', () => void this.end(run).catch((error: unknown) => this.logger.error(error)));
    return stream;
  }

  private async *text<Row extends ExportRow>(run: Run<Row>, first: readonly Row[], bom: boolean): AsyncGenerator<string> {
    const { actor, what, format, cursor } = run;
    const shaped = what.shaped ?? ((row: Row) => row);
    let head = headOf(what.columns, format, bom);
    for (let rows = first; rows.length > 0; rows = await cursor.next()) {
      await this.exposures.record(actor.userId, rows);
      run.sent += rows.length;
      yield head + linesOf(what.columns, format, rows.map(shaped));
      head = '';
    }
    if (head !== '') yield head;
    run.complete = true;
    await this.end(run);
  }

  private async end<Row extends ExportRow>(run: Run<Row>): Promise<void> {
    if (run.ended) return;
    run.ended = true;
    this.running--;
    await run.cursor.close();
    await this.record(run, { type: 'export.ended', payload: { kind: run.what.kind, rows: run.sent, complete: run.complete } });
  }

  private record(
    { actor, id }: { readonly actor: Actor; readonly id: string },
    event: Pick<DomainEvent<'export.started'>, 'type' | 'payload'> | Pick<DomainEvent<'export.ended'>, 'type' | 'payload'>,
  ): Promise<void> {
    return this.database.transaction((tx) => this.audit.append(tx, actor, this.clock.now(), { ...event, subject: { kind: 'export', id } }));
  }
}
