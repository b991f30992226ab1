import { ApiProperty } from '@nestjs/swagger';

const OUTCOMES = ['strong_hire', 'hire', 'no_hire', 'strong_no_hire', 'insufficient_evidence'];

/** Why a criterion needs another view. Which members there are depends on the kind. */
export class NeedReasonDto {
  @ApiProperty({ enum: ['raters', 'deciding', 'one_card_decides', 'few_steps_flip'] })
  kind: string;
  /** Of `raters`: how many there are. */
  have?: number;
  need?: number;
  /** Of `one_card_decides`. */
  scorecard?: string;
  /** Of `few_steps_flip`: one-level steps. */
  count?: number;
  /** The outcome it would then be. */
  @ApiProperty({ enum: OUTCOMES, required: false })
  outcome?: string;
}

export class NeededRoundDto {
  key: string;
  name: string;
  /** One more seat on a round to come, or a further interview of one that is over. */
  @ApiProperty({ enum: ['to_come', 'again'] })
  how: string;
}

export class PossibleInterviewerDto {
  userId: string;
  name: string;
  /** The place on the panel they would fill. */
  place: string | null;
  /** The first day they can be asked for. */
  freeOn: string;
  /** Interviews they hold in the next two weeks. */
  interviews: number;
}

export class SignalNeedDto {
  criterion: string;
  /** How many more people should rate it. */
  raters: number;
  @ApiProperty({ type: [NeedReasonDto] })
  reasons: readonly NeedReasonDto[];
  /** Null where no round of the application assesses it. */
  @ApiProperty({ type: NeededRoundDto, nullable: true })
  round: NeededRoundDto | null;
  /** Free, qualified, without conflict and unexposed; those a place was made for first, then those with less to do. */
  @ApiProperty({ type: [PossibleInterviewerDto] })
  interviewers: readonly PossibleInterviewerDto[];
}

export class SignalFollowUpDto {
  /** A card that is owed, or evidence a submitted card should have. */
  @ApiProperty({ enum: ['card', 'evidence'] })
  kind: string;
  scorecard: string;
  interviewer: string | null;
  /** Of `evidence`. */
  criterion?: string;
}

/** What a panel still has to learn; empty where the outcome is sufficient and steady. */
export class NextSignalDto {
  @ApiProperty({ type: [SignalNeedDto] })
  needs: readonly SignalNeedDto[];
  @ApiProperty({ type: [SignalFollowUpDto] })
  followUps: readonly SignalFollowUpDto[];
}
