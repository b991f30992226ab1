import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { columnFaults, type ImportSettings, parseImportSettings } from '../domain/import/import-settings.js';
import { invalid, notFound } from '../domain/refusal.js';
import { Outbox } from '../outbox/outbox.service.js';
import { Database, type Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { READ_IMPORT } from './import-jobs.js';
import { ImportMappingsStore } from './import-mappings.store.js';
import { ImportRecord } from './import-record.service.js';
import { lockOwn } from './imports.service.js';
import type { MapImportBody } from './imports.dto.js';
import { ImportsStore, type StoredImport } from './imports.store.js';

/** Says how files read here, and keeps what was said for the next file of the same sort. */
@Injectable()
export class ImportMappingService {
  constructor(
    private readonly database: Database,
    private readonly store: ImportsStore,
    private readonly mappings: ImportMappingsStore,
    private readonly outbox: Outbox,
    private readonly record: ImportRecord,
  ) {}

  async map(actor: Actor, id: string, body: MapImportBody): Promise<void> {
    const { mappingId, saveAs, ...said } = body;
    const given = parseImportSettings(JSON.parse(JSON.stringify(said)));
    await this.database.transaction(async (tx) => {
      const one = await lockOwn(tx, this.store, actor, id, 'map');
      const settings = mappingId === undefined ? given : await this.saved(tx, actor, one, mappingId);
      if (one.header !== null) {
        const faults = columnFaults(settings.columns ?? {}, one.header);
        if (faults.length > 0) throw invalid(faults);
      }
      const unknown = await this.mappings.unknownThings(tx, settings);
      if (unknown.length > 0) throw invalid(unknown);
      if (saveAs !== undefined) {
        const header = one.header === null ? null : JSON.stringify(one.header);
        await this.mappings.save(tx, {
          id: newId(),
          name: saveAs,
          source: one.source,
          header,
          settings,
          by: actor.userId,
          at: this.record.now(),
        });
      }
      const attempt = randomUUID();
      await this.store.beginReading(tx, id, attempt, settings);
      await this.record.tell(tx, actor, id, { type: 'import.mapped', payload: { settings } });
      await this.outbox.enqueue(tx, READ_IMPORT, { importId: id, attempt });
    });
  }

  async remove(actor: Actor, mappingId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await this.mappings.remove(tx, actor.userId, mappingId))) throw notFound('mapping');
    });
  }

  private async saved(tx: Transaction, actor: Actor, one: StoredImport, mappingId: string): Promise<ImportSettings> {
    const settings = await this.mappings.find(tx, actor.userId, one.source, mappingId);
    if (settings) return settings;
    throw invalid([{ pointer: '/mappingId', code: 'unknown_mapping', detail: 'names no mapping of yours for this source' }]);
  }
}
