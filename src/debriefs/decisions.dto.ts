import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { VotedOutcome } from '../domain/debrief/ballot-tally.js';
import type { Outcome } from '../domain/recommendation/recommendation.js';

export const DECISION_OUTCOMES: readonly VotedOutcome[] = ['strong_hire', 'hire', 'no_hire', 'strong_no_hire'];
const RECOMMENDED: readonly Outcome[] = ['strong_hire', 'hire', 'no_hire', 'strong_no_hire', 'insufficient_evidence'];

export class DecideBody {
  @ApiProperty({ enum: DECISION_OUTCOMES })
  @IsIn(DECISION_OUTCOMES)
  outcome: VotedOutcome;
  /** Why, in words. */
  @IsString()
  @MaxLength(20000)
  @Matches(/\S/, { message: 'must say something' })
  rationale: string;
  /** `inputHash` of the recommendation you read. */
  @Matches(/^[0-9a-f]{64}$/, { message: 'must be the inputHash of the recommendation' })
  inputHash: string;
  /** Why the decision differs from the recommendation; required exactly where it does. */
  @IsOptional()
  @IsString()
  @MaxLength(20000)
  explanation?: string | null;
  /** The level to be offered, in the company's own words. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  level?: string;
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  conditions?: string;
  /** Why it is made with a challenge open; required where one is. */
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  overrideReason?: string | null;
  /** Why it is made in the place of the hiring manager; required of a recruiter to whom an overdue decision passed. */
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  escalationReason?: string | null;
}

export class DissentBody {
  /** In your own words; kept as they are. */
  @IsString()
  @MaxLength(20000)
  @Matches(/\S/, { message: 'must say something' })
  words: string;
}

export class DissentDto {
  authorId: string;
  authorName: string;
  words: string;
  writtenAt: string;
}

export class DecisionDto {
  id: string;
  roundNumber: number;
  @ApiProperty({ enum: DECISION_OUTCOMES })
  outcome: VotedOutcome;
  rationale: string;
  explanation: string | null;
  level: string;
  conditions: string;
  /** It differs from what the rules recommended. */
  departs: boolean;
  @ApiProperty({ enum: RECOMMENDED })
  recommended: Outcome;
  inputHash: string;
  engine: number;
  @ApiProperty({ enum: ['hiring_manager', 'committee_majority', 'committee_unanimous'] })
  decider: string;
  decidedBy: string;
  decidedByName: string;
  /** The holder of the seat a stand-in acted for. */
  onBehalfOf: string | null;
  overrideReason: string | null;
  escalationReason: string | null;
  decidedAt: Date;
  /** Null while it stands. */
  supersededAt: Date | null;
  dissents: DissentDto[];
}

export class DecisionsDto {
  /** Newest first; at most the first stands. */
  items: DecisionDto[];
}
