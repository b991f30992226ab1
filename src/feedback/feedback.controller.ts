import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import { DebriefFactsReader } from '../debriefs/debrief-facts.reader.js';
import type { Actor } from '../domain/actor.js';
import { checkMarking, FEWEST_FOR_TOTALS, markableCards, totalsShown } from '../domain/feedback/evidence-feedback.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { EvidenceFeedbackDto, MarkEvidenceBody } from './feedback.dto.js';
import { FeedbackReader } from './feedback.reader.js';
import { FeedbackService } from './feedback.service.js';

@ApiTags('feedback')
@Allow()
@Controller('debriefs/:debriefId/feedback')
export class FeedbackController {
  constructor(
    private readonly service: FeedbackService,
    private readonly reader: FeedbackReader,
    private readonly facts: DebriefFactsReader,
  ) {}

  /** Your marks on others' evidence, and what at least three people made of yours. Nobody sees who. */
  @Get()
  @Refuses('not_found')
  async read(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string): Promise<EvidenceFeedbackDto> {
    const { facts } = await this.facts.ofDebrief(actor, debriefId);
    const [mine, counts, cards] = await Promise.all([
      this.reader.mine(debriefId, actor.userId),
      this.reader.countsOnCardsOf(debriefId, actor.userId),
      this.reader.cardsOf(debriefId),
    ]);
    const onYourCards = facts.viewer.sight === 'content' ? totalsShown(counts) : [];
    return {
      mine,
      onYourCards: onYourCards.map((one) => ({ ...one, counts: { ...one.counts } })),
      fewestForTotals: FEWEST_FOR_TOTALS,
      markable: markableCards(facts, cards).map(({ scorecardId, revision }) => ({ scorecardId, revision })),
      abilities: { mark: checkMarking(facts) === null },
    };
  }

  /** Marks a piece of evidence on another's card; again to change it, with null to take it back. */
  @Put()
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found', 'wrong_state', 'conflict')
  async mark(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string, @Body() body: MarkEvidenceBody): Promise<EvidenceFeedbackDto> {
    const { mark, ...place } = body;
    await this.service.mark(actor, debriefId, place, mark);
    return this.read(actor, debriefId);
  }
}
