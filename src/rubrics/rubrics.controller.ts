import { Body, Controller, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { notFound } from '../domain/refusal.js';
import { diffRubrics } from '../domain/rubric/rubric-diff.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { IfMatch, setVersion } from '../platform/version.js';
import {
  CompareQuery,
  CreateRubricBody,
  ListRubricsQuery,
  RubricDifferencesDto,
  RubricPageDto,
  RubricVersionDto,
  RubricVersionsDto,
  SaveRubricDraftBody,
} from './rubrics.dto.js';
import { presentVersion } from './rubrics.presenter.js';
import { RubricsReader } from './rubrics.reader.js';
import { RubricsService } from './rubrics.service.js';

@ApiTags('rubrics')
@Allow()
@Controller('rubrics')
export class RubricsController {
  constructor(
    private readonly service: RubricsService,
    private readonly reader: RubricsReader,
  ) {}

  /** Rubrics by name, each with its latest version. */
  @Get()
  list(@Query() query: ListRubricsQuery): Promise<RubricPageDto> {
    return this.reader.list(query);
  }

  /** Makes a rubric with its first draft. */
  @Post()
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('idempotency_key_reused', 'idempotency_in_progress')
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateRubricBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RubricVersionDto> {
    return this.show(actor, await this.service.createRubric(actor, body.name, body.content), reply);
  }

  /** Every version of a rubric, newest first. */
  @Get(':rubricId/versions')
  @Refuses('not_found')
  async versions(@CurrentActor() actor: Actor, @Id('rubricId') rubricId: string): Promise<RubricVersionsDto> {
    const rows = await this.reader.versions(rubricId);
    if (rows.length === 0) throw notFound('rubric');
    return { items: rows.map((row) => presentVersion(actor, row)) };
  }

  @Get('versions/:versionId')
  @Refuses('not_found')
  async version(
    @CurrentActor() actor: Actor,
    @Id('versionId') versionId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RubricVersionDto> {
    return this.show(actor, versionId, reply);
  }

  /** What changed from this version to another. */
  @Get('versions/:versionId/differences')
  @Refuses('not_found')
  async differences(@Id('versionId') versionId: string, @Query() query: CompareQuery): Promise<RubricDifferencesDto> {
    const [before, after] = await Promise.all([this.reader.version(versionId), this.reader.version(query.with)]);
    if (!before || !after) throw notFound('rubric version');
    return { changes: diffRubrics(before.content, after.content) };
  }

  @Put('versions/:versionId/draft')
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found', 'wrong_state', 'version_conflict', 'precondition_required')
  async saveDraft(
    @CurrentActor() actor: Actor,
    @Id('versionId') versionId: string,
    @IfMatch() expected: number,
    @Body() body: SaveRubricDraftBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RubricVersionDto> {
    await this.service.saveDraft(actor, versionId, expected, body.content);
    return this.show(actor, versionId, reply);
  }

  @Post('versions/:versionId/publish')
  @HttpCode(200)
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found', 'wrong_state')
  async publish(
    @CurrentActor() actor: Actor,
    @Id('versionId') versionId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RubricVersionDto> {
    await this.service.publish(actor, versionId);
    return this.show(actor, versionId, reply);
  }

  /** Starts a new draft from a published version. */
  @Post('versions/:versionId/drafts')
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found', 'wrong_state', 'conflict')
  async openDraft(
    @CurrentActor() actor: Actor,
    @Id('versionId') versionId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RubricVersionDto> {
    return this.show(actor, await this.service.openDraft(actor, versionId), reply);
  }

  @Post(':rubricId/archive')
  @HttpCode(204)
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found')
  archive(@CurrentActor() actor: Actor, @Id('rubricId') rubricId: string): Promise<void> {
    return this.service.setArchived(actor, rubricId, true);
  }

  @Post(':rubricId/restore')
  @HttpCode(204)
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found')
  restore(@CurrentActor() actor: Actor, @Id('rubricId') rubricId: string): Promise<void> {
    return this.service.setArchived(actor, rubricId, false);
  }

  private async show(actor: Actor, versionId: string, reply: FastifyReply): Promise<RubricVersionDto> {
    const row = await this.reader.version(versionId);
    if (!row) throw notFound('rubric version');
    setVersion(reply, row.version);
    return presentVersion(actor, row);
  }
}
