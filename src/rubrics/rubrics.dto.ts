import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsNotEmpty, IsObject, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Transform } from 'class-transformer';
import type { RubricContent } from '../domain/rubric/rubric.js';
import { PageQuery } from '../platform/cursor.js';
import type { RubricVersionStatus } from './rubric.entity.js';

export class ListRubricsQuery extends PageQuery {
  /** Part of the name. */
  @IsOptional() @IsString() @MaxLength(200)
  search?: string;
  /** Include archived rubrics. */
  @IsOptional() @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value)) @IsBoolean()
  archived?: boolean;
}

export class CreateRubricBody {
  /** @example 'AI product manager' */
  @IsString() @IsNotEmpty() @MaxLength(200)
  name: string;
  /** The rubric of the first draft: scale, criteria, signals, evidence forms, gates, policy. May be unfinished. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject()
  content: RubricContent;
}

export class SaveRubricDraftBody {
  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject()
  content: RubricContent;
}

export class RubricDto {
  id: string;
  name: string;
  createdAt: Date;
  archivedAt: Date | null;
  latestVersionId: string;
  latestNumber: number;
  @ApiProperty({ enum: ['draft', 'published', 'retired'] })
  latestStatus: RubricVersionStatus;
}

export class RubricPageDto {
  items: RubricDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}

export class RubricAbilitiesDto {
  edit: boolean;
  publish: boolean;
  openDraft: boolean;
}

export class FaultDto {
  pointer: string;
  code: string;
  detail: string;
}

export class RubricVersionDto {
  id: string;
  rubricId: string;
  rubricName: string;
  number: number;
  /** The version this one was edited from. */
  parentId: string | null;
  @ApiProperty({ enum: ['draft', 'published', 'retired'] })
  status: RubricVersionStatus;
  @ApiProperty({ type: 'object', additionalProperties: true })
  content: RubricContent;
  contentHash: string | null;
  /** The number for `If-Match`. */
  version: number;
  createdAt: Date;
  publishedAt: Date | null;
  /** What keeps a draft from being published; empty when it may be. */
  faults: FaultDto[];
  abilities: RubricAbilitiesDto;
}

export class RubricVersionsDto {
  items: RubricVersionDto[];
}

export class CompareQuery {
  /** The version to compare with. */
  @IsUUID()
  with: string;
}
