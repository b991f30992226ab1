import { Injectable } from '@nestjs/common';
import { ExposureStore, type ShownCard } from '../access/exposure.store.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import type { ExportRow } from './export-kind.js';

const CARDS = sql`
  select s.id, s.revision from scorecards s where s.status = 'submitted' and (s.id = any($1::uuid[]) or s.application_id = any($2::uuid[])) order by s.id`;

/** Writes down whose cards an export shows, before they are shown. */
@Injectable()
export class ExportExposures {
  constructor(
    private readonly database: Database,
    private readonly exposures: ExposureStore,
    private readonly clock: Clock,
  ) {}

  async record(viewerId: string, rows: readonly ExportRow[]): Promise<void> {
    const cards = rows.flatMap((row) => row.shownCard ?? []);
    const applications = [...new Set(rows.flatMap((row) => row.shownApplication ?? []))];
    if (cards.length + applications.length === 0) return;
    const shown = await this.database.query<ShownCard>(CARDS, [cards, applications]);
    await this.exposures.record(this.database, viewerId, shown, 'export', this.clock.now());
  }
}
