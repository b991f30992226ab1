import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsObject, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IMPORT_STATES, type ImportState, ROW_ACTIONS, type RowAction } from '../domain/import/import-life.js';
import { IMPORT_SOURCES, type ImportSource, RECORD_KINDS, type RecordKind } from '../domain/import/neutral-record.js';
import { MayBeAbsent } from '../platform/may-be-absent.js';
import { PageQuery } from '../platform/page-query.dto.js';

/** The parts of the upload: `source` and `system` come before the files. */
export class UploadImportBody {
  @ApiProperty({ enum: IMPORT_SOURCES })
  source: ImportSource;
  /** Whose ids the files use, where there are two systems of one kind. Default: the source. @example 'greenhouse-europe' */
  @ApiPropertyOptional({ pattern: '^[a-z0-9][a-z0-9_-]{0,63}$' })
  system?: string;
  /** One or more files, read in this order. */
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'binary' } })
  file: unknown[];
}

export class ListImportsQuery extends PageQuery {}

export class ImportReportQuery extends PageQuery {
  @ApiProperty({ enum: ROW_ACTIONS, required: false })
  @IsOptional()
  @IsIn(ROW_ACTIONS)
  action?: RowAction;
  @ApiProperty({ enum: RECORD_KINDS, required: false })
  @IsOptional()
  @IsIn(RECORD_KINDS)
  kind?: RecordKind;
  /** Only rows with this code. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  code?: string;
}

export class NewJobPartsDto {
  @IsUUID()
  rubricVersionId: string;
  @IsUUID()
  planId: string;
}

export class ImportSettingsBody {
  /** Of a CSV file: field → name of the column. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' }, example: { name: 'Candidate', email: 'E-mail', job: 'Position' } })
  @MayBeAbsent()
  @IsObject()
  columns?: Readonly<Record<string, string>>;
  /** The source's id or title of a job → id of the job here. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string', format: 'uuid' } })
  @MayBeAbsent()
  @IsObject()
  jobs?: Readonly<Record<string, string>>;
  /** The job of rows that name none. */
  @MayBeAbsent()
  @IsUUID()
  defaultJobId?: string;
  /** `{rubricVersionId, planId}`: what jobs made from the file are run with. Without it they stay drafts, and take no applications. */
  @MayBeAbsent()
  @IsObject()
  newJobs?: NewJobPartsDto;
  /** A stage of the source → key of the round an application stands in. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  @MayBeAbsent()
  @IsObject()
  rounds?: Readonly<Record<string, string>>;
  /** A word of the file → status of an application here. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  @MayBeAbsent()
  @IsObject()
  statuses?: Readonly<Record<string, string>>;
  /**
   * How the source's words read on the rubric: `{verdicts: {word: verdict}, levels: {word: level or null}, criteria: {name: key}}`. Without it
   * imported cards are kept to read and do not count.
   */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @MayBeAbsent()
  @IsObject()
  cards?: Readonly<Record<string, unknown>>;
}

export class MapImportBody extends ImportSettingsBody {
  /** A saved mapping to take instead of the members above. */
  @MayBeAbsent()
  @IsUUID()
  mappingId?: string;
  /** Keeps this mapping under a name, for the next file of the same sort. */
  @MayBeAbsent()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  saveAs?: string;
}

export class ImportFileDto {
  name: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

export class ImportColumnsDto {
  header: string[];
  /** The first rows, as they are in the file. */
  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'string' } } })
  sample: string[][];
  /** What the columns seem to be: field → name of the column. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  suggestion: Readonly<Record<string, string>>;
  /** @example 'utf-8' */
  encoding: string;
  /** @example ';' */
  delimiter: string;
}

export class ImportProgressDto {
  /** Bytes while it is read, rows while it is run. */
  done: number;
  total: number;
}

/** Why nothing could be read, and where. */
export class ImportProblemDto {
  code: string;
  detail: string;
  file: string | null;
  line: number | null;
  column: number | null;
}

export class ImportCountDto {
  @ApiProperty({ enum: RECORD_KINDS })
  kind: RecordKind;
  @ApiProperty({ enum: ROW_ACTIONS })
  action: RowAction;
  /** Why; null where nothing stood in the way. */
  code: string | null;
  count: number;
}

export class ImportAbilitiesDto {
  map: boolean;
  run: boolean;
  cancel: boolean;
}

export class ImportSummaryDto {
  id: string;
  @ApiProperty({ enum: IMPORT_SOURCES })
  source: ImportSource;
  system: string;
  @ApiProperty({ enum: IMPORT_STATES })
  state: ImportState;
  createdAt: Date;
  finishedAt: Date | null;
}

export class ImportPageDto {
  items: ImportSummaryDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}

export class ImportDto extends ImportSummaryDto {
  files: ImportFileDto[];
  @ApiProperty({ type: ImportSettingsBody })
  settings: ImportSettingsBody;
  /** Of a CSV file. */
  @ApiProperty({ type: ImportColumnsDto, nullable: true })
  columns: ImportColumnsDto | null;
  progress: ImportProgressDto;
  @ApiProperty({ type: ImportProblemDto, nullable: true })
  problem: ImportProblemDto | null;
  /** The plan, counted; of a finished import what was done. */
  counts: ImportCountDto[];
  /** When it was to be run the ground had moved: nothing was done, and this is the plan as it is now. Look at it and run again. */
  replanned: boolean;
  plannedAt: Date | null;
  version: number;
  abilities: ImportAbilitiesDto;
}

export class ImportWarningDto {
  /** Into the file: an RFC 6901 pointer, or the column of a CSV file. */
  pointer: string;
  code: string;
  detail: string;
}

export class ImportRowDto {
  position: number;
  file: string;
  /** The first line of the record, from 1. */
  line: number;
  pointer: string;
  @ApiProperty({ enum: RECORD_KINDS })
  kind: RecordKind;
  externalId: string;
  /** Who or what it is, until the import is over. */
  label: string | null;
  @ApiProperty({ enum: ROW_ACTIONS })
  action: RowAction;
  code: string | null;
  /** Why, in words. */
  detail: string | null;
  warnings: ImportWarningDto[];
  /** What is made or changed here. Null where nothing is. */
  targetId: string | null;
}

export class ImportReportDto {
  items: ImportRowDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}

export class SavedMappingDto {
  id: string;
  name: string;
  @ApiProperty({ enum: IMPORT_SOURCES })
  source: ImportSource;
  @ApiProperty({ type: ImportSettingsBody })
  settings: ImportSettingsBody;
  createdAt: Date;
}

export class SavedMappingsDto {
  items: SavedMappingDto[];
}

export class ImportedRatingDto {
  name: string;
  group: string;
  /** The source's own word. */
  rating: string | null;
  note: string;
}

export class ImportedAnswerDto {
  question: string;
  answer: string;
}

/** What another system said of a card, word for word. It is never edited here. */
export class ImportedCardDto {
  scorecardId: string;
  /** @example 'greenhouse' */
  system: string;
  externalId: string;
  title: string;
  interviewer: string;
  /** True where an explicit mapping read it on the rubric's scale. */
  counts: boolean;
  submittedAt: Date;
  overall: string | null;
  @ApiProperty({ type: [ImportedRatingDto] })
  ratings: ImportedRatingDto[];
  @ApiProperty({ type: [ImportedAnswerDto] })
  answers: ImportedAnswerDto[];
}

export class ImportedCardsDto {
  /** Cards imported for this application, shown or not. */
  count: number;
  /** Empty for whoever may not see the cards. */
  items: ImportedCardDto[];
}
