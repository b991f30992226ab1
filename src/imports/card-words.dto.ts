import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { VERDICTS, type Verdict } from '../domain/scorecard/scorecard.js';

export class CardWordsQuery {
  /** A rubric to look for criteria in, beside those of the jobs the plan names: the one new jobs are to be run with. */
  @IsOptional()
  @IsUUID()
  rubricVersionId?: string;
}

export class CardLevelDto {
  level: number;
  label: string;
}

export class CardCriterionDto {
  key: string;
  name: string;
}

export class VerdictWordDto {
  /** The source's overall call. */
  word: string;
  /** Cards that hold it. */
  count: number;
  @ApiProperty({ type: String, enum: VERDICTS, nullable: true })
  proposed: Verdict | null;
}

export class RatingWordDto {
  /** The source's rating. */
  word: string;
  /** Ratings that hold it. */
  count: number;
  /** A level as text, or `not_assessed`; null where nothing is proposed. */
  proposed: string | null;
}

export class CriterionNameDto {
  /** The source's name of what was rated. */
  word: string;
  /** Ratings under it. */
  count: number;
  /** Key of a criterion; null where nothing is proposed. */
  proposed: string | null;
}

/** What an import's scorecards say, and what it may mean here. Proposals are for a person to look at: nothing counts before it is said. */
export class CardWordsDto {
  /** Scorecards in the files. */
  cards: number;
  /** Of the rubric with the most levels; empty while no job with a rubric is known. */
  levels: CardLevelDto[];
  /** Of the rubrics the cards come under, each once. */
  criteria: CardCriterionDto[];
  /** The most frequent first; at most 100. */
  verdicts: VerdictWordDto[];
  /** The most frequent first; at most 100. */
  ratings: RatingWordDto[];
  /** The most frequent first; at most 200. */
  names: CriterionNameDto[];
}
