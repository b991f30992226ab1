import { ApiProperty } from '@nestjs/swagger';
import type { RoundPart } from '../domain/interview-plan.js';
import type { Anchor, Criterion, EvidenceForm } from '../domain/rubric/rubric.js';
import { InterviewTimeDto, NamedDto } from './scorecards.dto.js';

const JSON_OBJECTS = { type: 'array', items: { type: 'object', additionalProperties: true } } as const;

export class PromptDto {
  ask: string;
  listenFor: string;
}

export class FactDto {
  key: string;
  name: string;
}

export class KitCriterionDto {
  key: string;
  name: string;
  description: string;
  required: boolean;
  @ApiProperty({ enum: ['required', 'optional', 'none'] })
  evidence: NonNullable<Criterion['evidence']>;
  /** Keys of the evidence forms that fit. */
  forms: string[];
  /** What each level looks like, with evidence recorded badly and well. */
  @ApiProperty(JSON_OBJECTS)
  anchors: readonly Anchor[];
}

export class KitRoundDto {
  key: string;
  name: string;
  minutes: number | null;
  /** Calendar day from the application's start on which it should be held. */
  targetDay: number | null;
  focus: string;
  @ApiProperty(JSON_OBJECTS)
  parts: readonly RoundPart[];
  /** Yes/no facts the round records. */
  facts: FactDto[];
}

export class OtherRoundDto {
  key: string;
  name: string;
  focus: string;
  /** Names of the criteria it assesses, so that nobody asks twice. */
  criteria: string[];
}

export class KitFileDto {
  id: string;
  candidateId: string;
  @ApiProperty({ enum: ['resume', 'work_sample', 'other'] })
  kind: string;
  name: string;
  mediaType: string;
  size: number;
  uploadedAt: Date;
}

export class ScaleDto {
  levels: number;
  labels: string[];
}

/** What an interviewer prepares from and writes with. It holds nobody's judgement. */
export class KitDto {
  scorecardId: string;
  applicationId: string;
  @ApiProperty({ type: NamedDto })
  candidate: NamedDto;
  @ApiProperty({ type: NamedDto })
  job: NamedDto;
  @ApiProperty({ type: InterviewTimeDto })
  interview: InterviewTimeDto;
  round: KitRoundDto;
  purpose: string;
  prompts: PromptDto[];
  /** Things that must not move a score. */
  notSignals: string[];
  rubricVersionId: string;
  scale: ScaleDto;
  /** What this round assesses, in rubric order. */
  criteria: KitCriterionDto[];
  /** Every form the rubric has: what was seen is never turned away. */
  @ApiProperty(JSON_OBJECTS)
  evidenceForms: readonly EvidenceForm[];
  otherRounds: OtherRoundDto[];
  files: KitFileDto[];
}
