import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { BOARD_ROLES, type BoardRole, WAITS_FOR, type WaitsFor } from '../domain/board/board-line.js';
import { NEXT_ACTIONS, type NextActionCode } from '../domain/board/next-action.js';
import { PageQuery } from '../platform/page-query.dto.js';

export class StallsQuery extends PageQuery {
  @IsOptional()
  @IsUUID()
  jobId?: string;
}

export class StallActionDto {
  @ApiProperty({ enum: NEXT_ACTIONS })
  code: NextActionCode;
  /** In the caller's language. */
  words: string;
  @ApiProperty({ enum: BOARD_ROLES })
  who: BoardRole;
  @ApiProperty({ enum: ['application', 'debrief'] })
  target: 'application' | 'debrief';
  targetId: string;
}

export class StallDto {
  applicationId: string;
  candidateName: string;
  jobId: string;
  jobTitle: string;
  roundKey: string | null;
  roundName: string | null;
  /** Last contact with the candidate. */
  silentSince: Date;
  /** When the plan's longest silent gap was over. */
  dueAt: Date;
  /** Whole days of silence so far. */
  silentDays: number;
  @ApiProperty({ enum: WAITS_FOR })
  waitsFor: WaitsFor;
  nextAction: StallActionDto;
}

export class StallsDto {
  /** Longest overdue first. */
  items: StallDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}
