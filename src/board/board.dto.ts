import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { APPLICATION_STATUSES, type ApplicationStatus } from '../domain/application/application-life.js';
import {
  BOARD_ROLES,
  BOARD_SORTS,
  type BoardRole,
  type BoardSort,
  LANE,
  OPEN_CLOCK_STATES,
  type OpenClockState,
  WAITS_FOR,
  type WaitsFor,
} from '../domain/board/board-line.js';
import { NEXT_ACTIONS, type NextActionCode } from '../domain/board/next-action.js';
import { CLOCK_KEYS, type ClockKey, type HolderRole } from '../domain/timeline/clock.js';
import { PageQuery } from '../platform/page-query.dto.js';
import { QueryFlag } from '../platform/query-flag.js';

const HOLDER_ROLES: readonly HolderRole[] = ['interviewer', 'hiring_manager', 'recruiter', 'coordinator', 'committee'];
export const URGENCIES = ['late', 'at_risk'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What the board is narrowed to. */
export class BoardFilterQuery extends PageQuery {
  @IsOptional()
  @IsUUID()
  jobId?: string;
  /** Applications to jobs of which this person is recruiter. */
  @IsOptional()
  @IsUUID()
  recruiterId?: string;
  /** Applications on which this person has to act. */
  @IsOptional()
  @IsUUID()
  holderId?: string;
  /** One column: `round:<key>`, `debrief`, `decided`, `offered`, `held`, or with `ended` also `hired`, `rejected`, `withdrawn`. */
  @ApiProperty({ pattern: LANE.source, required: false })
  @IsOptional()
  @IsString()
  @Matches(LANE)
  column?: string;
  /** `late`: a clock is past due. `at_risk`: none is, but one has little time left. */
  @ApiProperty({ enum: URGENCIES, required: false })
  @IsOptional()
  @IsIn(URGENCIES)
  urgency?: Urgency;
  @ApiProperty({ enum: WAITS_FOR, required: false })
  @IsOptional()
  @IsIn(WAITS_FOR)
  waitingFor?: WaitsFor;
  /** Part of the candidate's name. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  search?: string;
  /** True: applications that have ended (hired, rejected, withdrawn) instead of those still on. Default false. */
  @QueryFlag()
  ended?: boolean;
}

export class BoardQuery extends BoardFilterQuery {
  /** `due` (default): the earliest running clock first, so late ones on top. `stage`: longest in its stage first. `name`: by candidate. */
  @ApiProperty({ enum: BOARD_SORTS, required: false })
  @IsOptional()
  @IsIn(BOARD_SORTS)
  sort?: BoardSort;
}

export class BoardPersonDto {
  userId: string;
  name: string;
}

/** Who has to act. */
export class BoardHolderDto {
  @ApiProperty({ enum: BOARD_ROLES })
  role: BoardRole;
  /** Everybody in that role who can; empty where the seat is, and for the candidate. */
  people: BoardPersonDto[];
}

export class BoardClockDto {
  @ApiProperty({ enum: CLOCK_KEYS })
  key: ClockKey;
  /** The scorecard, the interview or the application it is about. */
  subjectId: string;
  /** Null when not known, or while an endless pause holds it. */
  dueAt: Date | null;
  @ApiProperty({ enum: OPEN_CLOCK_STATES })
  state: OpenClockState;
  @ApiProperty({ enum: HOLDER_ROLES })
  holderRole: HolderRole;
  /** Null while the seat is empty or belongs to a group. */
  holder: BoardPersonDto | null;
}

export class NextActionDto {
  @ApiProperty({ enum: NEXT_ACTIONS })
  code: NextActionCode;
  /** In the caller's language. */
  words: string;
  @ApiProperty({ enum: BOARD_ROLES })
  who: BoardRole;
  people: BoardPersonDto[];
  /** Where it is done. */
  @ApiProperty({ enum: ['application', 'debrief'] })
  target: 'application' | 'debrief';
  /** Id of the application or of the debrief. */
  targetId: string;
}

export class BoardAbilitiesDto {
  advance: boolean;
  hold: boolean;
  resume: boolean;
  reject: boolean;
  nudge: boolean;
  assignSeats: boolean;
}

export class BoardLineDto {
  applicationId: string;
  candidateId: string;
  candidateName: string;
  jobId: string;
  jobTitle: string;
  @ApiProperty({ enum: APPLICATION_STATUSES })
  status: ApplicationStatus;
  column: string;
  currentRoundKey: string | null;
  currentRoundName: string | null;
  debriefId: string;
  /** When the stage changed last. */
  stageChangedAt: Date;
  /** Null once the application has ended. */
  @ApiProperty({ enum: WAITS_FOR, nullable: true })
  waitsFor: WaitsFor | null;
  /** Who has to act on it. */
  holder: BoardHolderDto | null;
  /** The earliest clock that runs. */
  clock: BoardClockDto | null;
  nextAction: NextActionDto | null;
  abilities: BoardAbilitiesDto;
}

export class BoardPageDto {
  items: BoardLineDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}

export class BoardColumnDto {
  column: string;
  /** Of a round: its key, and its name and place in the job's plan (its key and null where it was added by hand). Null for other columns. */
  roundKey: string | null;
  name: string | null;
  position: number | null;
  count: number;
  late: number;
  atRisk: number;
}

export class BoardCountsDto {
  /** In the order of the board: rounds by their place, then debrief, decided, offered, held, and how applications ended. */
  columns: BoardColumnDto[];
  total: number;
  late: number;
  atRisk: number;
}

export class NudgeDto {
  applicationId: string;
  @ApiProperty({ enum: CLOCK_KEYS })
  clock: ClockKey;
  holder: BoardPersonDto;
  at: Date;
  /** Before this time the same person cannot be nudged again. */
  nextPossibleAt: Date;
}
