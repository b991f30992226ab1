import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { conversionOf } from '../domain/report/conversion.js';
import { stayFigures } from '../domain/report/stay-quantile.js';
import { FunnelDto } from './funnel.dto.js';
import { PipelineReportQuery } from './pipeline-report-query.dto.js';
import { RoundStaysReader } from './round-stays.reader.js';
import { presentStall } from './stalls.presenter.js';
import { StallsDto, StallsQuery } from './stalls.dto.js';
import { StallsReader } from './stalls.reader.js';
import { TimeInRoundDto } from './time-in-round.dto.js';

@ApiTags('reports')
@Allow()
@Controller('reports')
export class PipelineReportsController {
  constructor(
    private readonly stays: RoundStaysReader,
    private readonly stalled: StallsReader,
  ) {}

  /** How long applications you may know of stand in each round, holds included; those still there count as not yet ended. */
  @Get('time-in-round')
  async timeInRound(@CurrentActor() actor: Actor, @Query() query: PipelineReportQuery): Promise<TimeInRoundDto> {
    const rows = await this.stays.times(actor, query);
    const items = rows.map(({ ended, open, ...round }) => ({
      ...round,
      ...stayFigures([...ended.map((length) => ({ length, open: false })), ...open.map((length) => ({ length, open: true }))]),
    }));
    return { ...this.stays.period(query), items };
  }

  /** How many came into each round, and what became of them there. */
  @Get('funnel')
  async funnel(@CurrentActor() actor: Actor, @Query() query: PipelineReportQuery): Promise<FunnelDto> {
    const rows = await this.stays.flow(actor, query);
    return { ...this.stays.period(query), items: rows.map((row) => ({ ...row, conversion: conversionOf(row) })) };
  }

  /** Applications whose candidate has heard nothing for longer than the plan's silent gap. */
  @Get('stalls')
  async stalls(@CurrentActor() actor: Actor, @Query() query: StallsQuery): Promise<StallsDto> {
    const { page, now } = await this.stalled.stalls(actor, query);
    return { items: page.items.map((row) => presentStall(actor, row, now)), nextCursor: page.nextCursor };
  }
}
