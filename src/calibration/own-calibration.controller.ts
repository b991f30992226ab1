import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { CalibrationDto } from './own-calibration.dto.js';
import { ShowCalibration } from './show-calibration.service.js';

@ApiTags('calibration')
@Allow()
@Controller()
export class OwnCalibrationController {
  constructor(private readonly service: ShowCalibration) {}

  /** How you score: your effect, your levels, how near you are to your panels, how your cards came in. From closed debriefs that you may read. */
  @Get('me/calibration')
  own(@CurrentActor() actor: Actor): Promise<CalibrationDto> {
    return this.service.own(actor);
  }

  /** Another's page, after it was theirs: once they read it, or could have for 14 days. The reading is recorded. */
  @Get('users/:userId/calibration')
  @Allow({ roles: ['admin', 'auditor'] })
  @Refuses('not_found')
  of(@CurrentActor() actor: Actor, @Id('userId') userId: string): Promise<CalibrationDto> {
    return this.service.of(actor, userId);
  }
}
