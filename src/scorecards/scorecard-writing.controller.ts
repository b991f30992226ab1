import { Body, Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import { CurrentProof, type SessionProof } from '../access/session-proof.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { IfMatch, setVersion } from '../platform/version.js';
import { CardDutiesService } from './card-duties.service.js';
import { DraftsService } from './drafts.service.js';
import { IfMatchGiven } from './if-match-given.js';
import { AmendBody, DeclineBody, DraftDto, CardReasonBody, SaveDraftBody, SubmissionDto, SubmitBody } from './scorecard-writing.dto.js';
import { SubmissionService } from './submission.service.js';

@ApiTags('scorecards')
@Allow()
@Controller('scorecards/:scorecardId')
export class ScorecardWritingController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly submissions: SubmissionService,
    private readonly duties: CardDutiesService,
  ) {}

  /** The author's own draft; what was submitted last where there is none. */
  @Get('draft')
  @Refuses('not_found')
  async readDraft(
    @CurrentActor() actor: Actor,
    @Id('scorecardId') scorecardId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftDto> {
    return versioned(reply, await this.drafts.readDraft(actor, scorecardId));
  }

  /** Autosave: the whole card as typed, finished or not. A 409 carries what is saved (`current`) and what was sent (`yours`). */
  @Put('draft')
  @Allow({ proof: 'statement' })
  @Refuses('not_found', 'wrong_state', 'version_conflict', 'precondition_required')
  async saveDraft(
    @CurrentActor() actor: Actor,
    @CurrentProof() proof: SessionProof | null,
    @Id('scorecardId') scorecardId: string,
    @IfMatch() expected: number,
    @Body() body: SaveDraftBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftDto> {
    return versioned(reply, await this.drafts.saveDraft(actor, proof, scorecardId, { expected, content: body.content }));
  }

  /**
   * Puts the card on the record. What is refused as incomplete is kept as the draft (`draftVersion`). `If-Match` is needed where a
   * saved draft differs from what is sent.
   */
  @Post('submit')
  @HttpCode(200)
  @ApiHeader({ name: 'if-match', required: false })
  @Refuses('not_found', 'wrong_state', 'incomplete', 'version_conflict', 'precondition_required')
  async submit(
    @CurrentActor() actor: Actor,
    @Id('scorecardId') scorecardId: string,
    @IfMatchGiven() expected: number | null,
    @Body() body: SubmitBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubmissionDto> {
    return versioned(reply, await this.submissions.submit(actor, scorecardId, { content: body.content, expected }));
  }

  /** A new full revision of a submitted card, with its reason. Frozen while a ballot is open; after a decision the debrief is reopened first. */
  @Post('amend')
  @HttpCode(200)
  @ApiHeader({ name: 'if-match', required: false })
  @Refuses('not_found', 'wrong_state', 'incomplete', 'version_conflict')
  async amend(
    @CurrentActor() actor: Actor,
    @Id('scorecardId') scorecardId: string,
    @IfMatchGiven() expected: number | null,
    @Body() body: AmendBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubmissionDto> {
    return versioned(reply, await this.submissions.amend(actor, scorecardId, { content: body.content, reason: body.reason, expected }));
  }

  /** By its interviewer. It unlocks nothing before the debrief; for a conflict of interest the application is gone from their world. */
  @Post('decline')
  @HttpCode(204)
  @Refuses('not_found', 'wrong_state')
  decline(@CurrentActor() actor: Actor, @Id('scorecardId') scorecardId: string, @Body() body: DeclineBody): Promise<void> {
    return this.duties.decline(actor, scorecardId, body.reasonCode, body.reason);
  }

  /** By the hiring manager or a recruiter, never one's own. The card may still arrive until the first ballot opens. */
  @Post('waive')
  @HttpCode(204)
  @Refuses('not_found', 'wrong_state')
  waive(@CurrentActor() actor: Actor, @Id('scorecardId') scorecardId: string, @Body() body: CardReasonBody): Promise<void> {
    return this.duties.waive(actor, scorecardId, body.reason);
  }

  /** Asks again for a declined card (hiring manager, before the debrief is ready) or a waived one (before the first ballot). */
  @Post('restore')
  @HttpCode(204)
  @Refuses('not_found', 'wrong_state', 'conflict_of_interest')
  restore(@CurrentActor() actor: Actor, @Id('scorecardId') scorecardId: string, @Body() body: CardReasonBody): Promise<void> {
    return this.duties.restore(actor, scorecardId, body.reason);
  }
}

function versioned<Answer extends { version: number }>(reply: FastifyReply, answer: Answer): Answer {
  setVersion(reply, answer.version);
  return answer;
}
