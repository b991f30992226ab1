import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { EventPageDto, ListEventsQuery } from './events.dto.js';
import { EventsReader } from './events.reader.js';

@ApiTags('audit')
@Allow()
@Controller('audit/events')
export class EventsController {
  constructor(private readonly reader: EventsReader) {}

  /** The history of any object, newest first, as far as the caller may see it. */
  @Get()
  list(@CurrentActor() actor: Actor, @Query() query: ListEventsQuery): Promise<EventPageDto> {
    return this.reader.list(actor, query);
  }
}
