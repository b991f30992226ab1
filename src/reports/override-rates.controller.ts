import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { OverrideRatesDto, OverrideRatesQuery } from './override-rates.dto.js';
import { OverrideRatesReader } from './override-rates.reader.js';

@ApiTags('reports')
@Allow()
@Controller('reports/override-rates')
export class OverrideRatesController {
  constructor(private readonly reader: OverrideRatesReader) {}

  /** How often each decider decided otherwise than the rules recommended, over the applications you may read. */
  @Get()
  async rates(@CurrentActor() actor: Actor, @Query() query: OverrideRatesQuery): Promise<OverrideRatesDto> {
    return { items: await this.reader.rates(actor, query) };
  }
}
