import { ApiProperty } from '@nestjs/swagger';
import type { Recommendation } from '../domain/recommendation/recommendation.js';

export class UnexposedOutcomeDto {
  @ApiProperty({ enum: ['strong_hire', 'hire', 'no_hire', 'strong_no_hire', 'insufficient_evidence'] })
  outcome: string;
  /** In [0, 1]; null where it cannot be computed. */
  @ApiProperty({ type: Number, nullable: true })
  deciding: number | null;
  /** The outcome is another than the latest one. */
  differs: boolean;
}

export class StepDto {
  /** @example 'threshold_met' */
  code: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  params: Record<string, unknown>;
  /** The step in your language. */
  words: string;
}

export class RecommendationDto {
  debriefId: string;
  applicationId: string;
  /** Name it when you decide: the decision is refused if the recommendation changed since. */
  inputHash: string;
  engine: number;
  /** As `plumbline recommend` prints it, byte for byte in its compact form. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  recommendation: Recommendation;
  /** The outcome on revisions written before their authors saw another's card. */
  unexposed: UnexposedOutcomeDto;
  steps: StepDto[];
}
