import { ApiProperty } from '@nestjs/swagger';

export class OwnEffectDto {
  /** Scale of the rubrics it was measured on. */
  levels: number;
  @ApiProperty({ enum: ['shown', 'too_few_ratings', 'interviewers_not_told_apart'] })
  status: 'shown' | 'too_few_ratings' | 'interviewers_not_told_apart';
  ratings: number;
  /** In levels; above zero means rating higher than colleagues did the same candidates. */
  effect: number | null;
  @ApiProperty({ type: [Number], minItems: 2, maxItems: 2, nullable: true })
  interval95: number[] | null;
  @ApiProperty({ enum: ['reml', 'fixed_prior'] })
  method: 'reml' | 'fixed_prior';
  engine: number;
  computedAt: Date;
}

export class LevelCountsDto {
  levels: number;
  /** How often each level was given, level 1 first. */
  @ApiProperty({ type: [Number] })
  counts: number[];
  notAssessed: number;
}

export class PanelComparisonDto {
  candidates: number;
  ratings: number;
  /** Share of ratings at most half a level from the mean of the others'. */
  withinHalfLevel: number;
  withinOneLevel: number;
  /** In levels; above zero means higher than the others. */
  meanDifference: number;
  meanDistance: number;
}

export class CardHabitsDto {
  cards: number;
  /** Those that were due at a time. */
  dueCards: number;
  onTime: number;
  /** Null without a card that was due. */
  onTimeShare: number | null;
  /** First submitted after another's card on the candidate was shown. */
  exposed: number;
  exposedShare: number;
}

export class CalibrationDto {
  userId: string;
  name: string;
  own: boolean;
  /** `theirs_first`: the interviewer has not had the time to read it before others. */
  @ApiProperty({ enum: ['shown', 'not_enough_yet', 'theirs_first'] })
  status: 'shown' | 'not_enough_yet' | 'theirs_first';
  /** Candidates on closed debriefs; null before it is yours to read. */
  candidates: number | null;
  /** From how many candidates figures are told. */
  fewestCandidates: number;
  /** One entry a scale; empty unless `status` is `shown`. */
  @ApiProperty({ type: [OwnEffectDto] })
  effects: OwnEffectDto[];
  @ApiProperty({ type: [LevelCountsDto] })
  distribution: LevelCountsDto[];
  /** Null under ten candidates whom others rated too. */
  @ApiProperty({ type: PanelComparisonDto, nullable: true })
  panels: PanelComparisonDto | null;
  @ApiProperty({ type: CardHabitsDto, nullable: true })
  habits: CardHabitsDto | null;
}
