import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { BoardCountsDto, BoardFilterQuery, BoardPageDto, BoardQuery } from './board.dto.js';
import { presentCounts, presentLine } from './board.presenter.js';
import { BoardReader } from './board.reader.js';

@ApiTags('board')
@Allow()
@Controller('board')
export class BoardController {
  constructor(private readonly reader: BoardReader) {}

  /** Applications you may know of, by what they wait for: late ones first. */
  @Get()
  async lines(@CurrentActor() actor: Actor, @Query() query: BoardQuery): Promise<BoardPageDto> {
    const page = await this.reader.lines(actor, query);
    return { items: page.items.map((row) => presentLine(actor, row)), nextCursor: page.nextCursor };
  }

  /** How many lines stand in each column under the same filters; `limit` and `cursor` say nothing here. */
  @Get('counts')
  async counts(@CurrentActor() actor: Actor, @Query() query: BoardFilterQuery): Promise<BoardCountsDto> {
    return presentCounts(await this.reader.counts(actor, query));
  }
}
