import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** A place on a round's panel. */
export class PlanPlaceDto {
  /** Who is meant, in words. @example 'senior data scientist' */
  title: string;
  /** How many people sit in this place. */
  count: number;
  /** Qualification a person needs for the place. */
  qualification?: string;
}

/** A yes/no fact a round records; never a rating. */
export class PlanFactDto {
  key: string;
  name: string;
}

/** A named part of a round with its own length. */
export class PlanPartDto {
  name: string;
  minutes: number;
  focus: string;
  /** Title of the panel place that conducts the part, where not the whole panel does. */
  place?: string;
}

export class PlanRoundDto {
  key: string;
  name: string;
  /** In all. */
  minutes: number;
  /** What the round assesses. */
  focus: string;
  /** Calendar day, counted from the application's start. */
  targetDay: number;
  @ApiProperty({ type: [PlanPlaceDto] })
  panel: readonly PlanPlaceDto[];
  /** False for a round that owes no scorecard. Default true. */
  owesCard?: boolean;
  @ApiPropertyOptional({ type: [PlanFactDto] })
  facts?: readonly PlanFactDto[];
  @ApiPropertyOptional({ type: [PlanPartDto] })
  parts?: readonly PlanPartDto[];
  /** Where the round is held, in words. */
  location?: string;
  /** Notice the candidate gets, hours. Default 48. */
  noticeHours?: number;
  /** Hours within which the candidate is expected to be able to attend; at least the notice. */
  availabilityHours?: number;
  /** Business days after the interview. Default 1. */
  scorecardDueBusinessDays?: number;
}

export class PlanDeadlinesDto {
  /** Business days after the last round. Default 2. */
  decisionDueBusinessDays?: number;
  /** Calendar days from start to decision. Default 28. */
  processDays?: number;
  /** Calendar days without any contact that count as a stall. Default 21. */
  silentGapDays?: number;
  /** Calendar days the committee's backlog may take. */
  committeeBacklogDays?: number;
  /** Length of the debrief. Default 60. */
  debriefMinutes?: number;
}

export class PlanContentDto {
  @ApiProperty({ type: [PlanRoundDto] })
  rounds: readonly PlanRoundDto[];
  deadlines: PlanDeadlinesDto;
}

export class PlanPromptDto {
  ask: string;
  listenFor: string;
}

/** What interviewers prepare from, for one round. */
export class PlanKitDto {
  /** Its key. */
  round: string;
  purpose: string;
  @ApiProperty({ type: [PlanPromptDto] })
  prompts: readonly PlanPromptDto[];
  /** Things that must not move a score. */
  @ApiProperty({ type: [String] })
  notSignals: readonly string[];
}
