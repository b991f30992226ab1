import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsNotEmpty, IsObject, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { APPLICATION_STATUSES, type ApplicationStatus, type RoundOutcome, type RoundStatus } from '../domain/application/application-life.js';
import { ALL_REASON_CODES } from '../domain/application/reason-codes.js';
import type { InterviewKit, PlanRound, RoundFact } from '../domain/interview-plan.js';
import { INTERVIEW_STATUSES, type InterviewStatus } from '../domain/interview/interview-life.js';
import type { Training } from '../domain/interview/panel-place.js';
import type { CardStanding } from '../interviews/interviews.reader.js';
import { MayBeAbsent } from '../platform/may-be-absent.js';
import { PageQuery } from '../platform/page-query.dto.js';

export const APPLICATION_SORTS = ['activity', 'started', 'name'] as const;
export type ApplicationSort = (typeof APPLICATION_SORTS)[number];
const ROUND_STATUSES: readonly RoundStatus[] = ['pending', 'current', 'passed', 'skipped', 'not_reached'];
const KEY = /^[a-z0-9][a-z0-9_-]{0,63}$/;

export class CountApplicationsQuery {
  @IsOptional()
  @IsUUID()
  jobId?: string;
}

export class ListApplicationsQuery extends PageQuery {
  @IsOptional()
  @IsUUID()
  jobId?: string;
  @ApiProperty({ enum: APPLICATION_STATUSES, required: false })
  @IsOptional()
  @IsIn(APPLICATION_STATUSES)
  status?: ApplicationStatus;
  /** Key of the round the application stands in. */
  @IsOptional()
  @IsString()
  @Matches(KEY)
  round?: string;
  /** Part of the candidate's name. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  search?: string;
  /** `activity` (default): last change of stage first, never of a card. `started`: newest first. `name`: by candidate. */
  @ApiProperty({ enum: APPLICATION_SORTS, required: false })
  @IsOptional()
  @IsIn(APPLICATION_SORTS)
  sort?: ApplicationSort;
}

export class StartApplicationBody {
  @IsUUID()
  candidateId: string;
  @IsUUID()
  jobId: string;
  /** Where the candidate came from. @example 'referral' */
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  source?: string;
}

export class MoveApplicationBody {
  @ApiProperty({ enum: ALL_REASON_CODES })
  @IsString()
  @MaxLength(64)
  reasonCode: string;
  /** Words; needed where the code says too little. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(4000)
  reason?: string;
  /** Key of the round you mean; refused when the application stands elsewhere by now. */
  @MayBeAbsent()
  @IsString()
  @Matches(KEY)
  round?: string;
}

export class AddRoundBody {
  /** The round, as in an interview plan. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject()
  round: PlanRound;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @MayBeAbsent()
  @IsObject()
  kit?: InterviewKit;
  /** Key of the round it follows. Default: it comes last. */
  @MayBeAbsent()
  @IsString()
  @Matches(KEY)
  after?: string;
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}

export class SkipRoundBody {
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}

export class ReorderRoundsBody {
  /** Keys of the rounds that lie ahead, in their new order. */
  @IsArray()
  @ArrayMaxSize(30)
  @Matches(KEY, { each: true })
  order: string[];
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}

export class RecordFactsBody {
  /** Yes or no by fact; a fact left out keeps what it was. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'boolean' }, example: { work_authorised: true } })
  @IsObject()
  facts: Record<string, boolean>;
}

export class ChangeRubricBody {
  @IsUUID()
  rubricVersionId: string;
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}

export class CardCountsDto {
  due: number;
  submitted: number;
  /** Declined ones included. */
  waived: number;
}

export class ApplicationSummaryDto {
  id: string;
  candidateId: string;
  candidateName: string;
  jobId: string;
  jobTitle: string;
  @ApiProperty({ enum: APPLICATION_STATUSES })
  status: ApplicationStatus;
  currentRoundKey: string | null;
  currentRoundName: string | null;
  source: string;
  startedAt: Date;
  /** When the stage changed last. */
  stageChangedAt: Date;
  debriefState: string;
  cards: CardCountsDto;
  /** `status`: stage and card statuses only. `content`: the cards too. */
  @ApiProperty({ enum: ['status', 'content'] })
  sight: 'status' | 'content';
  /** The stored recommendation; null where you may not see the cards it comes from. */
  outcome: string | null;
}

export class ApplicationPageDto {
  items: ApplicationSummaryDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}

export class StatusCountDto {
  @ApiProperty({ enum: APPLICATION_STATUSES })
  status: ApplicationStatus;
  count: number;
}

export class StatusCountsDto {
  items: StatusCountDto[];
}

export class ApplicationCardDto {
  id: string;
  @ApiProperty({ enum: ['due', 'submitted', 'declined', 'waived'] })
  status: CardStanding;
  counts: boolean;
}

export class ApplicationPanelMemberDto {
  userId: string;
  name: string;
  @ApiProperty({ enum: ['shadow', 'reverse_shadow'], nullable: true })
  training: Training | null;
  lead: boolean;
  place: string | null;
  seated: boolean;
  /** Null where the round owes no card. */
  card: ApplicationCardDto | null;
}

export class ApplicationInterviewAbilitiesDto {
  schedule: boolean;
  move: boolean;
  propose: boolean;
  markHeld: boolean;
  cancel: boolean;
  noShow: boolean;
  changePanel: boolean;
}

export class ApplicationInterviewDto {
  id: string;
  applicationId: string;
  roundKey: string;
  roundName: string;
  @ApiProperty({ enum: INTERVIEW_STATUSES })
  status: InterviewStatus;
  startsAt: Date | null;
  endsAt: Date | null;
  timeZone: string;
  location: string;
  reason: string | null;
  version: number;
  panel: ApplicationPanelMemberDto[];
  abilities: ApplicationInterviewAbilitiesDto;
}

export class ApplicationRoundDto {
  key: string;
  name: string;
  position: number;
  minutes: number;
  focus: string;
  targetDay: number;
  owesCard: boolean;
  @ApiProperty({ enum: ROUND_STATUSES })
  status: RoundStatus;
  @ApiProperty({ enum: ['advance', 'hold', 'reject'], nullable: true })
  outcome: RoundOutcome | null;
  /** Why, for those who see the application's content and whoever decided it. */
  reasonCode: string | null;
  reason: string | null;
  decidedAt: Date | null;
  /** The facts this round records. */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  factsAsked: RoundFact[];
  /** What was recorded; null where you may not see the application's content. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'boolean' }, nullable: true })
  facts: Record<string, boolean> | null;
  interviews: ApplicationInterviewDto[];
}

export class ApplicationAbilitiesDto {
  advance: boolean;
  hold: boolean;
  resume: boolean;
  reject: boolean;
  withdraw: boolean;
  reopen: boolean;
  offer: boolean;
  retractOffer: boolean;
  hire: boolean;
  changeRounds: boolean;
  recordFacts: boolean;
  changeRubric: boolean;
  planInterview: boolean;
  /** Lay it beside others of the job that came as far, for a complaint. */
  compare: boolean;
}

export class ApplicationDto extends ApplicationSummaryDto {
  rubricVersionId: string;
  visibilityPolicy: string;
  debriefId: string;
  previousApplicationId: string | null;
  endedAt: Date | null;
  /** Why it stands where it stands, for those who see the application's content. */
  reasonCode: string | null;
  reason: string | null;
  rounds: ApplicationRoundDto[];
  version: number;
  abilities: ApplicationAbilitiesDto;
}
