import { Body, Controller, Get, HttpCode, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { attachmentNamed } from '../domain/file-name.js';
import { notFound } from '../domain/refusal.js';
import { Config } from '../platform/config.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { AddFileBody, CandidateFileDto, CandidateFilesDto } from './candidate-files.dto.js';
import { CandidateFilesReader } from './candidate-files.reader.js';
import { CandidateFilesService } from './candidate-files.service.js';
import { RelationReasonBody } from './candidates.dto.js';
import { FileContentStore } from './file-content.store.js';
import { readUpload } from './uploaded-file.js';

@ApiTags('candidates')
@Allow()
@Controller('candidates/:candidateId/files')
export class CandidateFilesController {
  constructor(
    private readonly service: CandidateFilesService,
    private readonly reader: CandidateFilesReader,
    private readonly content: FileContentStore,
    private readonly config: Config,
  ) {}

  /** The person's files, oldest first; the content of each is at `…/content`. */
  @Get()
  @Refuses('not_found')
  async files(@CurrentActor() actor: Actor, @Id('candidateId') candidateId: string): Promise<CandidateFilesDto> {
    return { items: await this.reader.files(actor, candidateId) };
  }

  /** Adds a résumé, a work sample or another file. */
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: AddFileBody })
  @Refuses('not_found', 'wrong_state', 'payload_too_large', 'unsupported_media_type', 'idempotency_key_reused', 'idempotency_in_progress')
  async add(@CurrentActor() actor: Actor, @Id('candidateId') candidateId: string, @Req() request: FastifyRequest): Promise<CandidateFileDto> {
    const file = await readUpload(request, this.config.MAX_FILE_MEGABYTES);
    return this.reader.file(actor, candidateId, await this.service.addFile(actor, candidateId, file));
  }

  /** The bytes, to be saved: never shown by the browser as a page of this product. */
  @Get(':fileId/content')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Refuses('not_found')
  async download(
    @CurrentActor() actor: Actor,
    @Id('candidateId') candidateId: string,
    @Id('fileId') fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await this.reader.file(actor, candidateId, fileId);
    const content = await this.content.read(file.id);
    if (!content) throw notFound('file');
    void reply.headers({
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    return new StreamableFile(content, { type: file.mediaType, disposition: attachmentNamed(file.name), length: content.length });
  }

  @Post(':fileId/remove')
  @HttpCode(204)
  @Refuses('not_found', 'wrong_state')
  remove(
    @CurrentActor() actor: Actor,
    @Id('candidateId') candidateId: string,
    @Id('fileId') fileId: string,
    @Body() body: RelationReasonBody,
  ): Promise<void> {
    return this.service.removeFile(actor, candidateId, fileId, body.reason);
  }
}
