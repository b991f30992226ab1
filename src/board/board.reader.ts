import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import type { ApplicationStatus } from '../domain/application/application-life.js';
import type { BoardRole, BoardSort, OpenClockState, WaitsFor } from '../domain/board/board-line.js';
import type { ClockKey, HolderRole } from '../domain/timeline/clock.js';
import type { JobSeat } from '../domain/visibility/visibility.js';
import { Clock } from '../platform/clock.js';
import { type Page, pageOf } from '../platform/cursor.js';
import { Database } from '../platform/database.js';
import { readSortCursor } from '../platform/sort-cursor.js';
import type { BoardColumnDto } from './board.dto.js';
import { BOARD_ORDERS, type BoardFilters, columnsStatement, linesStatement } from './board.statement.js';

export interface BoardLineRow {
  applicationId: string;
  candidateId: string;
  candidateName: string;
  jobId: string;
  jobTitle: string;
  status: ApplicationStatus;
  column: string;
  currentRoundKey: string | null;
  currentRoundName: string | null;
  debriefId: string;
  stageChangedAt: Date;
  waitsFor: WaitsFor | null;
  acts: BoardRole | null;
  people: { userId: string; name: string }[];
  /** Somebody holds the seat of coordinator on the job. */
  coordinated: boolean;
  clockKey: ClockKey | null;
  clockSubjectId: string | null;
  clockDueAt: Date | null;
  clockState: OpenClockState | null;
  clockHolderRole: HolderRole | null;
  clockHolderId: string | null;
  clockHolderName: string | null;
  jobSeats: JobSeat[];
}

/** Reads and counts the board: hidden rows are gone before anything is sorted, counted or cut into pages. */
@Injectable()
export class BoardReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async lines(actor: Actor, query: BoardFilters & { limit: number; cursor?: string; sort?: BoardSort }): Promise<Page<BoardLineRow>> {
    const sort = query.sort ?? 'due';
    const [key, id] = readSortCursor(query.cursor, [BOARD_ORDERS[sort].kind, 'id']);
    const { statement, filters } = linesStatement(actor.siteRole, sort, query, query.cursor !== undefined, query.limit + 1);
    const after = query.cursor === undefined ? [] : [key, id];
    const rows = await this.database.query<BoardLineRow & { sortKey: string }>(statement, [actor.userId, this.clock.now(), ...filters, ...after]);
    return pageOf(
      rows,
      query.limit,
      ({ sortKey: _, ...row }) => row,
      (row) => [row.sortKey, row.applicationId],
    );
  }

  /** By job and column. */
  counts(actor: Actor, query: BoardFilters): Promise<BoardColumnDto[]> {
    const { statement, filters } = columnsStatement(actor.siteRole, query);
    return this.database.query(statement, [actor.userId, this.clock.now(), ...filters]);
  }
}
