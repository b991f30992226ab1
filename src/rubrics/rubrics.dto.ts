import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsNotEmpty, IsObject, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Transform } from 'class-transformer';
import type { RubricContent } from '../domain/rubric/rubric.js';
import { RUBRIC_CHANGE_CODES, type RubricChangeCode } from '../domain/rubric/rubric-change.js';
import { AnyJson } from '../platform/any-json.js';
import { PageQuery } from '../platform/cursor.js';
import type { RubricVersionStatus } from './rubric.entity.js';

export class ListRubricsQuery extends PageQuery {
  /** Part of the name. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  search?: string;
  /** Include archived rubrics. */
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  archived?: boolean;
}

export class CreateRubricBody {
  /** @example 'AI product manager' */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
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

/** One thing that differs between two versions. */
export class RubricChangeDto {
  @ApiProperty({ enum: RUBRIC_CHANGE_CODES })
  code: RubricChangeCode;
  /** Into the later rubric; for something removed, into the earlier one. */
  pointer: string;
  /** What the sentence speaks of: the key and name of the thing, the level of an anchor. */
  @ApiProperty({ type: 'object', additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] } })
  params: Readonly<Record<string, string | number>>;
  @AnyJson()
  before: unknown;
  @AnyJson()
  after: unknown;
}

export class RubricDifferencesDto {
  changes: RubricChangeDto[];
}

export class CompareQuery {
  /** The version to compare with. */
  @IsUUID()
  with: string;
}
