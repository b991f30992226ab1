import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import { type RequestWay, Way } from '../access/request-way.js';
import type { Actor } from '../domain/actor.js';
import { Refuses } from '../platform/openapi.js';
import { DemoStateDto, ResetDemoBody } from './demo.dto.js';
import { DemoReset } from './demo-reset.service.js';

/** Beginning the demo anew, on the machine it runs on only. */
@ApiTags('demo')
@Allow({ roles: ['admin'], scope: 'admin' })
@Controller('demo')
export class DemoResetController {
  constructor(private readonly service: DemoReset) {}

  /** Whether this is the demo, and whether it can be begun anew from here. */
  @Get()
  async state(@Way() way: RequestWay): Promise<DemoStateDto> {
    const organisation = await this.service.demoOrganisation();
    return { organisation, abilities: { reset: organisation !== null && this.service.isPossible(way) } };
  }

  /** Throws away everything and loads the demo anew. Every session ends with the old data, the caller's too. */
  @Post('reset')
  @HttpCode(204)
  @Refuses('not_found', 'conflict')
  reset(@CurrentActor() actor: Actor, @Way() way: RequestWay, @Body() body: ResetDemoBody): Promise<void> {
    return this.service.reset(actor, way, body.confirmation);
  }
}
