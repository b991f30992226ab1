import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import type { WaitsFor } from '../domain/board/board-line.js';
import { Clock } from '../platform/clock.js';
import { type Page, pageOf } from '../platform/cursor.js';
import { Database } from '../platform/database.js';
import { readSortCursor } from '../platform/sort-cursor.js';
import { sql } from '../platform/statement.js';
import type { StallsQuery } from './stalls.dto.js';

export interface StallRow {
  applicationId: string;
  candidateName: string;
  jobId: string;
  jobTitle: string;
  roundKey: string | null;
  roundName: string | null;
  debriefId: string;
  silentSince: Date;
  dueAt: Date;
  waitsFor: WaitsFor;
}

/** The clock of silence is late: it starts anew with every contact and stops with the application. Paused ones are not due yet. */
const STALLS = sql`
  select k.application_id as "applicationId", c.name as "candidateName", b.job_id as "jobId", j.title as "jobTitle", b.round_key as "roundKey",
    r.content->>'name' as "roundName", d.id as "debriefId", k.started_at as "silentSince", k.due_at as "dueAt", b.waits_for as "waitsFor", k.due_at::text as "sortKey"
  from application_clocks k
  join known_applications($1, $2) known on known.application_id = k.application_id
  join board_lines b on b.application_id = k.application_id and b.open
  join applications a on a.id = k.application_id
  join candidates c on c.id = a.candidate_id
  join jobs j on j.id = b.job_id
  join debriefs d on d.application_id = a.id
  left join application_rounds r on r.application_id = a.id and r.key = b.round_key
  where k.key = 'silent_gap' and k.stopped_at is null and k.due_at < $2 and ($3::uuid is null or b.job_id = $3)
    and ($4::timestamptz is null or (k.due_at, k.application_id) > ($4, $5::uuid))
  order by k.due_at, k.application_id limit $6`;

@Injectable()
export class StallsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Longest overdue first. */
  async stalls(actor: Actor, query: StallsQuery): Promise<{ page: Page<StallRow>; now: Date }> {
    const now = this.clock.now();
    const [key, id] = readSortCursor(query.cursor, ['time', 'id']);
    const rows = await this.database.query<StallRow & { sortKey: string }>(STALLS, [
      actor.userId,
      now,
      query.jobId ?? null,
      key,
      id,
      query.limit + 1,
    ]);
    const page = pageOf(
      rows,
      query.limit,
      ({ sortKey: _, ...row }) => row,
      (row) => [row.sortKey, row.applicationId],
    );
    return { page, now };
  }
}
