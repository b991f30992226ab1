import { ApiProperty } from '@nestjs/swagger';
import type { InterviewKit, InterviewPlanContent } from '../domain/interview-plan.js';
import type { RubricContent } from '../domain/rubric/rubric.js';
import type { OfferShape, Origin, PackVariant, TemplateJob } from '../domain/rubric/template-pack.js';

export class TemplateSummaryDto {
  /** @example 'ai-pm-loop' */
  key: string;
  name: string;
  summary: string;
  jobTitle: string;
  rounds: number;
  criteria: number;
}

export class TemplateListDto {
  items: TemplateSummaryDto[];
}

/** A whole pack. Start from it with `POST /jobs` and `template`. */
export class TemplatePackDto {
  key: string;
  name: string;
  summary: string;
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  variants: readonly PackVariant[];
  /** JSON pointers into the pack: which parts are facts of the real process and which were completed. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', enum: ['source', 'proposed'] } })
  origins: Readonly<Record<string, Origin>>;
  @ApiProperty({ type: 'object', additionalProperties: true })
  job: TemplateJob;
  @ApiProperty({ type: 'object', additionalProperties: true })
  plan: InterviewPlanContent;
  @ApiProperty({ type: 'object', additionalProperties: true })
  rubric: RubricContent;
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  kits: readonly InterviewKit[];
  @ApiProperty({ type: 'object', additionalProperties: true })
  offer: OfferShape;
}
