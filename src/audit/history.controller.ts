import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { EventPageDto, ListEventsQuery } from './events.dto.js';
import { EventsReader } from './events.reader.js';
import { Refuses } from '../platform/openapi.js';
import { PastStateDto, PastStateQuery } from './past-state.dto.js';
import { PastStateReader } from './past-state.reader.js';

@ApiTags('audit')
@Allow()
@Controller('audit')
export class HistoryController {
  constructor(
    private readonly reader: EventsReader,
    private readonly past: PastStateReader,
  ) {}

  /** The history of any object, newest first, as far as the caller may see it. */
  @Get('events')
  list(@CurrentActor() actor: Actor, @Query() query: ListEventsQuery): Promise<EventPageDto> {
    return this.reader.list(actor, query);
  }

  /** A scorecard or a debrief as it stood at a past moment, rebuilt from revisions and events. */
  @Get('state')
  @Refuses('not_found')
  state(@CurrentActor() actor: Actor, @Query() query: PastStateQuery): Promise<PastStateDto> {
    return this.past.read(actor, query);
  }
}
