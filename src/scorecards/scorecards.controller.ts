import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { setVersion } from '../platform/version.js';
import { CardReadingService } from './card-reading.service.js';
import { KitDto } from './kits.dto.js';
import { KitsService } from './kits.service.js';
import { CompareRevisionsQuery, ListScorecardsQuery, RevisionComparisonDto, RevisionsDto, ScorecardDto, ScorecardPageDto } from './scorecards.dto.js';

@ApiTags('scorecards')
@Allow()
@Controller('scorecards')
export class ScorecardsController {
  constructor(
    private readonly cards: CardReadingService,
    private readonly kits: KitsService,
  ) {}

  /** The caller's own cards (`mine=true`), or the cards of one application. A list never carries what a card says. */
  @Get()
  @Refuses('not_found')
  list(@CurrentActor() actor: Actor, @Query() query: ListScorecardsQuery): Promise<ScorecardPageDto> {
    return this.cards.list(actor, query);
  }

  /** A card as far as the caller may know it. Showing somebody else's is recorded. */
  @Get(':scorecardId')
  @Refuses('not_found')
  async read(
    @CurrentActor() actor: Actor,
    @Id('scorecardId') scorecardId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ScorecardDto> {
    const card = await this.cards.read(actor, scorecardId);
    if (card.version !== undefined) setVersion(reply, card.version);
    return card;
  }

  /** What to prepare from: focus, prompts, anchors, evidence forms, what other rounds cover, the candidate's files. */
  @Get(':scorecardId/kit')
  @Refuses('not_found')
  kit(@CurrentActor() actor: Actor, @Id('scorecardId') scorecardId: string): Promise<KitDto> {
    return this.kits.read(actor, scorecardId);
  }

  /** Every revision, first to last. */
  @Get(':scorecardId/revisions')
  @Refuses('not_found')
  async revisions(@CurrentActor() actor: Actor, @Id('scorecardId') scorecardId: string): Promise<RevisionsDto> {
    return { items: await this.cards.readRevisions(actor, scorecardId) };
  }

  /** What changed from one revision to another, rating by rating. */
  @Get(':scorecardId/revisions/compare')
  @Refuses('not_found')
  compare(
    @CurrentActor() actor: Actor,
    @Id('scorecardId') scorecardId: string,
    @Query() query: CompareRevisionsQuery,
  ): Promise<RevisionComparisonDto> {
    return this.cards.compare(actor, scorecardId, query.from, query.to);
  }
}
