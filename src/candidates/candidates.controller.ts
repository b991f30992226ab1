import { Body, Controller, Get, HttpCode, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { IfMatch, setVersion } from '../platform/version.js';
import { CandidateRelationsService } from './candidate-relations.service.js';
import {
  CandidateDto,
  CandidatePageDto,
  ChangeCandidateBody,
  CreateCandidateBody,
  CreatedCandidateDto,
  ListCandidatesQuery,
  MergeCandidatesBody,
  RelationReasonBody,
  RecordRelationBody,
} from './candidates.dto.js';
import { presentCandidate } from './candidates.presenter.js';
import { CandidatesReader } from './candidates.reader.js';
import { CandidatesService } from './candidates.service.js';
import { MergeCandidatesService } from './merge-candidates.service.js';

@ApiTags('candidates')
@Allow({ roles: ['admin', 'member'] })
@Controller('candidates')
export class CandidatesController {
  constructor(
    private readonly service: CandidatesService,
    private readonly merging: MergeCandidatesService,
    private readonly relations: CandidateRelationsService,
    private readonly reader: CandidatesReader,
  ) {}

  /** Candidates you may know of, by name or newest first. */
  @Get()
  @Allow()
  list(@CurrentActor() actor: Actor, @Query() query: ListCandidatesQuery): Promise<CandidatePageDto> {
    return this.reader.list(actor, query);
  }

  /** Makes a candidate. `possibleDuplicates` names other records with the same e-mail address or name. */
  @Post()
  @Refuses('conflict_of_interest', 'idempotency_key_reused', 'idempotency_in_progress')
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateCandidateBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CreatedCandidateDto> {
    const id = await this.service.createCandidate(actor, body);
    setVersion(reply, 1);
    return { id, version: 1, possibleDuplicates: await this.reader.duplicates(actor, id) };
  }

  @Get(':candidateId')
  @Allow()
  @Refuses('not_found')
  candidate(
    @CurrentActor() actor: Actor,
    @Id('candidateId') candidateId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CandidateDto> {
    return this.show(actor, candidateId, reply);
  }

  @Patch(':candidateId')
  @Refuses('not_found', 'wrong_state', 'version_conflict', 'precondition_required')
  async change(
    @CurrentActor() actor: Actor,
    @Id('candidateId') candidateId: string,
    @IfMatch() expected: number,
    @Body() body: ChangeCandidateBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CandidateDto> {
    await this.service.changeCandidate(actor, candidateId, expected, body);
    return this.show(actor, candidateId, reply);
  }

  @Post(':candidateId/archive')
  @HttpCode(204)
  @Refuses('not_found', 'wrong_state')
  archive(@CurrentActor() actor: Actor, @Id('candidateId') candidateId: string): Promise<void> {
    return this.service.setArchived(actor, candidateId, true);
  }

  @Post(':candidateId/restore')
  @HttpCode(204)
  @Refuses('not_found', 'wrong_state')
  restore(@CurrentActor() actor: Actor, @Id('candidateId') candidateId: string): Promise<void> {
    return this.service.setArchived(actor, candidateId, false);
  }

  /** Makes another record part of this person; both histories stay. */
  @Post(':candidateId/merge')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state', 'conflict')
  async merge(
    @CurrentActor() actor: Actor,
    @Id('candidateId') candidateId: string,
    @Body() body: MergeCandidatesBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CandidateDto> {
    await this.merging.mergeCandidates(actor, candidateId, body.duplicateId.toLowerCase(), body.reason);
    return this.show(actor, candidateId, reply);
  }

  /** Records who is close to this person; their applications do not exist for that user from then on. */
  @Post(':candidateId/relations')
  @HttpCode(204)
  @Refuses('not_found', 'wrong_state', 'idempotency_key_reused', 'idempotency_in_progress')
  recordRelation(@CurrentActor() actor: Actor, @Id('candidateId') candidateId: string, @Body() body: RecordRelationBody): Promise<void> {
    return this.relations.recordRelation(actor, candidateId, { ...body, reason: body.reason ?? '' });
  }

  @Post(':candidateId/relations/:relationId/withdraw')
  @HttpCode(204)
  @Refuses('not_found', 'wrong_state')
  withdrawRelation(
    @CurrentActor() actor: Actor,
    @Id('candidateId') candidateId: string,
    @Id('relationId') relationId: string,
    @Body() body: RelationReasonBody,
  ): Promise<void> {
    return this.relations.withdrawRelation(actor, candidateId, relationId, body.reason);
  }

  private async show(actor: Actor, candidateId: string, reply: FastifyReply): Promise<CandidateDto> {
    const row = await this.reader.candidate(actor, candidateId);
    setVersion(reply, row.version);
    return presentCandidate(actor, row);
  }
}
