import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { NudgeDto } from './board.dto.js';
import { NudgeService } from './nudge.service.js';

@ApiTags('board')
@Allow()
@Controller('applications/:applicationId/nudge')
export class NudgeController {
  constructor(private readonly service: NudgeService) {}

  /** Asks whoever holds the earliest running clock to go on; a person is nudged once a day at most. */
  @Post()
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state', 'idempotency_key_reused', 'idempotency_in_progress')
  nudge(@CurrentActor() actor: Actor, @Id('applicationId') applicationId: string): Promise<NudgeDto> {
    return this.service.nudge(actor, applicationId);
  }
}
