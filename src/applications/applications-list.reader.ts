import { Injectable } from '@nestjs/common';
import { proofValues, type SessionProof } from '../access/session-proof.js';
import type { Actor } from '../domain/actor.js';
import type { ApplicationStatus } from '../domain/application/application-life.js';
import { Clock } from '../platform/clock.js';
import { type Page, pageOf } from '../platform/cursor.js';
import { Database } from '../platform/database.js';
import { readSortCursor } from '../platform/sort-cursor.js';
import { type ApplicationFilters, countStatement, listStatement, SORT_KINDS } from './applications-list.statement.js';
import type { ApplicationSort } from './applications.dto.js';

export interface ApplicationSummaryRow {
  id: string;
  candidateId: string;
  candidateName: string;
  jobId: string;
  jobTitle: string;
  status: ApplicationStatus;
  currentRoundKey: string | null;
  currentRoundName: string | null;
  source: string;
  startedAt: Date;
  stageChangedAt: Date;
  debriefState: string;
  cardsDue: number;
  cardsSubmitted: number;
  cardsWaived: number;
  sight: 'status' | 'content';
  /** Null unless the viewer sees the content. */
  outcome: string | null;
}

/** Lists and counts applications: hidden rows are gone before anything is sorted, counted or cut into pages. */
@Injectable()
export class ApplicationsListReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(
    actor: Actor,
    proof: SessionProof | null,
    query: ApplicationFilters & { limit: number; cursor?: string; sort?: ApplicationSort },
  ): Promise<Page<ApplicationSummaryRow>> {
    const sort = query.sort ?? 'activity';
    const [key, id] = readSortCursor(query.cursor, [SORT_KINDS[sort], 'id']);
    const { statement, filters } = listStatement(actor.siteRole, sort, query, query.cursor !== undefined, query.limit + 1);
    const after = query.cursor === undefined ? [] : [key, id];
    const values = [actor.userId, this.clock.now(), ...proofValues(proof), ...filters, ...after];
    const rows = await this.database.query<ApplicationSummaryRow & { sortKey: string }>(statement, values);
    // Nothing is there, or nothing was shown because the session is over or its owner's role is another now.
    if (rows.length === 0 && proof !== null) return this.list(await proof.confirm(), null, query);
    return pageOf(
      rows,
      query.limit,
      (row) => row,
      (row) => [row.sortKey, row.id],
    );
  }

  /** How many applications the viewer may know of stand in each status. */
  counts(actor: Actor, jobId: string | undefined): Promise<{ status: ApplicationStatus; count: number }[]> {
    const { statement, filters } = countStatement(actor.siteRole, { jobId });
    return this.database.query(statement, [actor.userId, this.clock.now(), ...filters]);
  }
}
