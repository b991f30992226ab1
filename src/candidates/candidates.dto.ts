import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsIn,
  IsISO31661Alpha2,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsTimeZone,
  IsUUID,
  IsUrl,
  MaxLength,
} from 'class-validator';
import { MayBeAbsent } from '../platform/may-be-absent.js';
import { PageQuery } from '../platform/page-query.dto.js';
import { QueryFlag } from '../platform/query-flag.js';

export const CANDIDATE_SORTS = ['name', 'newest'] as const;
export type CandidateSort = (typeof CANDIDATE_SORTS)[number];
export const RELATION_SOURCES = ['referrer', 'relation', 'linked_employee'] as const;
export type RelationSource = (typeof RELATION_SOURCES)[number];

export class ListCandidatesQuery extends PageQuery {
  /** Part of the name. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  search?: string;
  /** Only candidates with an application to this job that you may know of. */
  @IsOptional()
  @IsUUID()
  jobId?: string;
  /** Include archived candidates. */
  @QueryFlag()
  archived?: boolean;
  @ApiProperty({ enum: CANDIDATE_SORTS, required: false })
  @IsOptional()
  @IsIn(CANDIDATE_SORTS)
  sort?: CandidateSort;
}

class CandidateFieldsBody {
  @ApiPropertyOptional({ type: String, nullable: true, format: 'email' })
  @IsOptional()
  @IsEmail()
  @MaxLength(320)
  email?: string | null;
  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  phone?: string;
  @MayBeAbsent()
  @IsString()
  @MaxLength(300)
  location?: string;
  /** @example 'Asia/Shanghai' */
  @MayBeAbsent()
  @IsTimeZone()
  timeZone?: string;
  /** @example 'CN' */
  @MayBeAbsent()
  @IsISO31661Alpha2()
  country?: string;
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @MaxLength(2000, { each: true })
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true }, { each: true })
  links?: string[];
}

export class ChangeCandidateBody extends CandidateFieldsBody {
  @MayBeAbsent()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name?: string;
}

export class CreateCandidateBody extends CandidateFieldsBody {
  /** @example 'Lin Wei' */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;
  /** The employee who referred this person; they will not take part in judging them. */
  @MayBeAbsent()
  @IsUUID()
  referrerId?: string;
}

export class MergeCandidatesBody {
  /** The record that is merged into this one. */
  @IsUUID()
  duplicateId: string;
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}

export class RecordRelationBody {
  @IsUUID()
  userId: string;
  @ApiProperty({ enum: RELATION_SOURCES })
  @IsIn(RELATION_SOURCES)
  source: RelationSource;
  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  reason?: string;
}

export class RelationReasonBody {
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}

export class CandidateSummaryDto {
  id: string;
  name: string;
  location: string;
  createdAt: Date;
  archivedAt: Date | null;
  /** Applications you may know of. */
  applications: number;
}

export class CandidatePageDto {
  items: CandidateSummaryDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}

export class PossibleDuplicateDto {
  id: string;
  name: string;
  /** What the two records share. */
  @ApiProperty({ enum: ['email', 'name'] })
  because: 'email' | 'name';
}

export class CreatedCandidateDto {
  id: string;
  version: number;
  /** Other records that look like the same person, as far as you may know of them. */
  possibleDuplicates: PossibleDuplicateDto[];
}

export class CandidateRelationDto {
  id: string;
  userId: string;
  userName: string;
  @ApiProperty({ enum: RELATION_SOURCES })
  source: RelationSource;
  reason: string;
  recordedAt: Date;
}

export class CandidateApplicationDto {
  id: string;
  jobId: string;
  jobTitle: string;
  status: string;
  startedAt: Date;
}

export class CandidateAbilitiesDto {
  seeContact: boolean;
  edit: boolean;
  archive: boolean;
  restore: boolean;
  merge: boolean;
  addFile: boolean;
  removeFile: boolean;
  recordRelation: boolean;
}

export class CandidateDto {
  id: string;
  /** The person: this record, or the one it was merged into. */
  personId: string;
  name: string;
  /** Null where you may not reach them yourself. */
  email: string | null;
  phone: string | null;
  location: string;
  timeZone: string;
  country: string;
  links: string[];
  /** An employee applying inside the organisation. */
  internal: boolean;
  /** Records merged into this one. */
  mergedIds: string[];
  /** Other records that look like the same person, as far as you may know of them. */
  possibleDuplicates: PossibleDuplicateDto[];
  /** Who cannot judge this person, from what is on record; for those who keep the record. */
  relations: CandidateRelationDto[];
  /** The person's applications you may know of, merged records' included. */
  applications: CandidateApplicationDto[];
  /** The number for `If-Match`. */
  version: number;
  createdAt: Date;
  archivedAt: Date | null;
  abilities: CandidateAbilitiesDto;
}
