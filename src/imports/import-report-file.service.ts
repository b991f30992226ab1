import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import type { Actor } from '../domain/actor.js';
import type { ImportRowDto } from './imports.dto.js';
import { ImportsReader } from './imports.reader.js';

const PAGE = 200;
const COLUMNS = ['position', 'file', 'line', 'pointer', 'kind', 'externalId', 'label', 'action', 'code', 'detail', 'warnings', 'targetId'];

/** The whole report as a file, one page in memory at a time. Text that a spreadsheet would take for a formula is kept from being one. */
@Injectable()
export class ImportReportFile {
  constructor(private readonly reader: ImportsReader) {}

  async csv(actor: Actor, id: string): Promise<StreamableFile> {
    await this.reader.import(actor, id);
    const lines = Readable.from(this.rows(actor, id)).pipe(stringify({ header: true, columns: COLUMNS, bom: true, escape_formulas: true }));
    return new StreamableFile(lines, { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="import-${id}.csv"` });
  }

  private async *rows(actor: Actor, id: string): AsyncGenerator<Record<string, unknown>> {
    let cursor: string | undefined;
    do {
      const page = await this.reader.report(actor, id, { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
      yield* page.items.map(line);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
}

function line(row: ImportRowDto): Record<string, unknown> {
  return { ...row, warnings: row.warnings.map((warning) => `${warning.pointer} ${warning.detail}`).join('; ') };
}
