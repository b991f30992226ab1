import { Body, Controller, Delete, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { CardWordsDto, CardWordsQuery } from './card-words.dto.js';
import { CardWordsReader } from './card-words.reader.js';
import { ImportMappingService } from './import-mapping.service.js';
import { ImportReportFile } from './import-report-file.service.js';
import {
  ImportDto,
  ImportPageDto,
  ImportReportDto,
  ImportReportQuery,
  ListImportsQuery,
  MapImportBody,
  SavedMappingsDto,
  UploadImportBody,
} from './imports.dto.js';
import { ImportsReader } from './imports.reader.js';
import { ImportsService } from './imports.service.js';
import { UploadImportService } from './upload-import.service.js';

/** An import is its owner's alone: its files say what they say about people whom others may not know of. */
@ApiTags('imports')
@Allow({ roles: ['admin', 'member'] })
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly uploads: UploadImportService,
    private readonly service: ImportsService,
    private readonly mapping: ImportMappingService,
    private readonly reader: ImportsReader,
    private readonly reportFile: ImportReportFile,
    private readonly cardWords: CardWordsReader,
  ) {}

  /** Your imports, the latest first. */
  @Get()
  list(@CurrentActor() actor: Actor, @Query() query: ListImportsQuery): Promise<ImportPageDto> {
    return this.reader.list(actor, query);
  }

  /** Takes files of another system and reads them into a plan. Nothing is made before the plan is run. For recruiters and admins. */
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadImportBody })
  @Refuses('payload_too_large', 'unsupported_media_type', 'idempotency_key_reused', 'idempotency_in_progress')
  async upload(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<ImportDto> {
    return this.reader.import(actor, await this.uploads.upload(actor, request));
  }

  /** Mappings you saved. */
  @Get('mappings')
  mappings(@CurrentActor() actor: Actor): Promise<SavedMappingsDto> {
    return this.reader.mappings(actor);
  }

  @Delete('mappings/:mappingId')
  @HttpCode(204)
  @Refuses('not_found')
  removeMapping(@CurrentActor() actor: Actor, @Id('mappingId') mappingId: string): Promise<void> {
    return this.mapping.remove(actor, mappingId);
  }

  @Get(':importId')
  @Refuses('not_found')
  import(@CurrentActor() actor: Actor, @Id('importId') importId: string): Promise<ImportDto> {
    return this.reader.import(actor, importId);
  }

  /** The plan row by row: what is made, changed, left as it is or skipped, and why. After the run the same rows say what was done. */
  @Get(':importId/report')
  @Refuses('not_found')
  report(@CurrentActor() actor: Actor, @Id('importId') importId: string, @Query() query: ImportReportQuery): Promise<ImportReportDto> {
    return this.reader.report(actor, importId, query);
  }

  /** The whole report as CSV. */
  @Get(':importId/report.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Refuses('not_found')
  reportAsCsv(@CurrentActor() actor: Actor, @Id('importId') importId: string): Promise<StreamableFile> {
    return this.reportFile.csv(actor, importId);
  }

  /** The words of its scorecards for overall calls, levels and criteria, with what each may mean here. Empty once the import is over. */
  @Get(':importId/card-words')
  @Refuses('not_found')
  words(@CurrentActor() actor: Actor, @Id('importId') importId: string, @Query() query: CardWordsQuery): Promise<CardWordsDto> {
    return this.cardWords.words(actor, importId, query.rubricVersionId);
  }

  /** Says how the file reads here, and plans anew. */
  @Post(':importId/mapping')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state')
  async map(@CurrentActor() actor: Actor, @Id('importId') importId: string, @Body() body: MapImportBody): Promise<ImportDto> {
    await this.mapping.map(actor, importId, body);
    return this.reader.import(actor, importId);
  }

  /** Does what the plan says, all of it or nothing. Where the ground moved since, nothing is done and there is a new plan to look at. */
  @Post(':importId/run')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state')
  async run(@CurrentActor() actor: Actor, @Id('importId') importId: string): Promise<ImportDto> {
    await this.service.run(actor, importId);
    return this.reader.import(actor, importId);
  }

  /** Gives an import up; one that runs stops at its next step, with nothing done. */
  @Post(':importId/cancel')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state')
  async cancel(@CurrentActor() actor: Actor, @Id('importId') importId: string): Promise<ImportDto> {
    await this.service.cancel(actor, importId);
    return this.reader.import(actor, importId);
  }
}
