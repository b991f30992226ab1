import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsNotEmpty, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import type { InterviewKit, InterviewPlanContent } from '../domain/interview-plan.js';
import { MayBeAbsent } from '../platform/may-be-absent.js';
import { PageQuery } from '../platform/page-query.dto.js';
import { QueryFlag } from '../platform/query-flag.js';
import { type PlanContentDto, PlanKitDto } from './plan-content.dto.js';

export class ListPlansQuery extends PageQuery {
  /** Part of the name. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  search?: string;
  /** Include archived plans. */
  @QueryFlag()
  archived?: boolean;
}

export class SavePlanBody {
  /** @example 'Five rounds in four weeks' */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;
  /** Rounds in order, and the times the company promises to keep. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject()
  content: InterviewPlanContent;
  /** What interviewers prepare from, one kit a round. */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  @MayBeAbsent()
  @IsArray()
  @IsObject({ each: true })
  kits?: InterviewKit[];
}

export class PlanFaultDto {
  /** Into the body. */
  pointer: string;
  code: string;
  detail: string;
}

export class PlanCheckDto {
  /** Empty when the plan could be kept as it is. */
  faults: PlanFaultDto[];
}

export class PlanSummaryDto {
  id: string;
  name: string;
  rounds: number;
  templateKey: string | null;
  createdAt: Date;
  archivedAt: Date | null;
}

export class PlanPageDto {
  items: PlanSummaryDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}

export class PlanAbilitiesDto {
  edit: boolean;
  archive: boolean;
  restore: boolean;
}

export class PlanDto {
  id: string;
  name: string;
  content: PlanContentDto;
  @ApiProperty({ type: [PlanKitDto] })
  kits: readonly PlanKitDto[];
  templateKey: string | null;
  /** The number for `If-Match`. */
  version: number;
  createdAt: Date;
  archivedAt: Date | null;
  abilities: PlanAbilitiesDto;
}
