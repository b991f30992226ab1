import { Body, Controller, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { notFound } from '../domain/refusal.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { IfMatch, setVersion } from '../platform/version.js';
import { CalendarDto, CalendarPageDto, ListCalendarsQuery, SaveCalendarBody } from './calendars.dto.js';
import { presentCalendar } from './calendars.presenter.js';
import { CalendarsReader } from './calendars.reader.js';
import { CalendarsService } from './calendars.service.js';
import type { CalendarFields } from './calendars.store.js';

@ApiTags('calendars')
@Allow()
@Controller('calendars')
export class CalendarsController {
  constructor(
    private readonly service: CalendarsService,
    private readonly reader: CalendarsReader,
  ) {}

  /** The organisation's own calendars, by name. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() query: ListCalendarsQuery): Promise<CalendarPageDto> {
    const page = await this.reader.list(query);
    return { items: page.items.map((row) => presentCalendar(actor, row)), nextCursor: page.nextCursor };
  }

  @Post()
  @Allow({ roles: ['admin'], scope: 'admin' })
  @Refuses('already_exists', 'idempotency_key_reused', 'idempotency_in_progress')
  async create(@CurrentActor() actor: Actor, @Body() body: SaveCalendarBody, @Res({ passthrough: true }) reply: FastifyReply): Promise<CalendarDto> {
    return this.show(actor, await this.service.create(actor, fieldsFrom(body)), reply);
  }

  @Get(':calendarId')
  @Refuses('not_found')
  calendar(@CurrentActor() actor: Actor, @Id('calendarId') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<CalendarDto> {
    return this.show(actor, id, reply);
  }

  /** Changes a calendar, enters a year, and moves the open clocks of everybody who follows it. */
  @Put(':calendarId')
  @Allow({ roles: ['admin'], scope: 'admin' })
  @Refuses('not_found', 'wrong_state', 'already_exists', 'version_conflict', 'precondition_required')
  async change(
    @CurrentActor() actor: Actor,
    @Id('calendarId') id: string,
    @IfMatch() expected: number,
    @Body() body: SaveCalendarBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CalendarDto> {
    await this.service.change(actor, id, expected, fieldsFrom(body));
    return this.show(actor, id, reply);
  }

  @Post(':calendarId/archive')
  @HttpCode(204)
  @Allow({ roles: ['admin'], scope: 'admin' })
  @Refuses('not_found', 'in_use')
  archive(@CurrentActor() actor: Actor, @Id('calendarId') id: string): Promise<void> {
    return this.service.setArchived(actor, id, true);
  }

  @Post(':calendarId/restore')
  @HttpCode(204)
  @Allow({ roles: ['admin'], scope: 'admin' })
  @Refuses('not_found', 'already_exists')
  restore(@CurrentActor() actor: Actor, @Id('calendarId') id: string): Promise<void> {
    return this.service.setArchived(actor, id, false);
  }

  private async show(actor: Actor, id: string, reply: FastifyReply): Promise<CalendarDto> {
    const row = await this.reader.calendar(id);
    if (!row) throw notFound('calendar');
    setVersion(reply, row.version);
    return presentCalendar(actor, row);
  }
}

function fieldsFrom(body: SaveCalendarBody): CalendarFields {
  const { name, country = null, weekend = null, closingDays = [], workingDays = [], suppliedYears = [], forCountry = false } = body;
  return { name, country, weekend, closingDays, workingDays, suppliedYears: [...new Set(suppliedYears)].sort((a, b) => a - b), forCountry };
}
