import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { PausesService } from './pauses.service.js';
import { EndPauseBody, PauseBody, TimelineDto } from './timeline.dto.js';
import { TimelineShow } from './timeline-show.service.js';

@ApiTags('applications')
@Allow()
@Controller('applications/:applicationId')
export class TimelineController {
  constructor(
    private readonly page: TimelineShow,
    private readonly pauses: PausesService,
  ) {}

  /** What is due when and by whom, the planned line against the actual one, pauses, and when a decision is to be expected. */
  @Get('timeline')
  @Refuses('not_found')
  timeline(@CurrentActor() actor: Actor, @Id('applicationId') id: string): Promise<TimelineDto> {
    return this.page.show(actor, id);
  }

  /** Takes days out of every clock that runs, with a reason. One pause at a time. */
  @Post('pauses')
  @Refuses('not_found', 'wrong_state', 'idempotency_key_reused', 'idempotency_in_progress')
  async pause(@CurrentActor() actor: Actor, @Id('applicationId') id: string, @Body() body: PauseBody): Promise<TimelineDto> {
    const time = (text: string | null | undefined) => (text === null || text === undefined ? null : new Date(text));
    const { reasonCode, words = '', from, until } = body;
    await this.pauses.pause(actor, id, { reasonCode, words, from: time(from), until: time(until) });
    return this.page.show(actor, id);
  }

  /** Lets the clocks run on. */
  @Post('pauses/:pauseId/end')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state')
  async endPause(
    @CurrentActor() actor: Actor,
    @Id('applicationId') id: string,
    @Id('pauseId') pauseId: string,
    @Body() body: EndPauseBody,
  ): Promise<TimelineDto> {
    await this.pauses.endPause(actor, id, pauseId, body.reason);
    return this.page.show(actor, id);
  }
}
