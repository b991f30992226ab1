import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import type { ConflictSource } from './conflicts.reader.js';
import { ReasonBody } from './users.dto.js';

const RECORDED = ['referrer', 'relation', 'linked_employee'] as const;

/** One's own conflict of interest with a candidate. */
export class DeclareConflictBody extends ReasonBody {
  @IsUUID()
  candidateId: string;
}

/** Somebody's conflict of interest, as the candidate's record says. */
export class RecordConflictBody extends ReasonBody {
  @IsUUID()
  userId: string;
  @ApiProperty({ enum: RECORDED })
  @IsIn(RECORDED)
  source: (typeof RECORDED)[number];
}

/** What the caller may do with a conflict. */
export class ConflictAbilitiesDto {
  withdraw: boolean;
}

/** A conflict of interest, standing or withdrawn. */
export class ConflictDto {
  id: string;
  userId: string;
  userName: string;
  @ApiProperty({ enum: ['declared', ...RECORDED] })
  source: ConflictSource;
  reason: string;
  /** Name of who recorded it. */
  recordedBy: string | null;
  recordedAt: Date;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
  abilities: ConflictAbilitiesDto;
}

/** Conflicts of interest with a candidate, the latest first. */
export class ConflictsDto {
  items: ConflictDto[];
}
