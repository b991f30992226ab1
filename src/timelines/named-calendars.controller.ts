import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { notFound } from '../domain/refusal.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { FollowedCalendarDto, NameCalendarBody } from './calendars.dto.js';
import { presentFollowed } from './calendars.presenter.js';
import { CalendarsReader } from './calendars.reader.js';
import { type CalendarOwner, NamedCalendars } from './named-calendars.service.js';

@ApiTags('calendars')
@Allow()
@Controller()
export class NamedCalendarsController {
  constructor(
    private readonly named: NamedCalendars,
    private readonly reader: CalendarsReader,
  ) {}

  /** The calendar and zone a job works by. */
  @Get('jobs/:jobId/calendar')
  @Refuses('not_found')
  job(@CurrentActor() actor: Actor, @Id('jobId') id: string): Promise<FollowedCalendarDto> {
    return this.show(actor, 'job', id);
  }

  @Put('jobs/:jobId/calendar')
  @Refuses('not_found')
  async nameForJob(@CurrentActor() actor: Actor, @Id('jobId') id: string, @Body() body: NameCalendarBody): Promise<FollowedCalendarDto> {
    await this.named.name(actor, 'job', id, body.calendarId?.toLowerCase() ?? null);
    return this.show(actor, 'job', id);
  }

  /** The calendar and zone a person works by. */
  @Get('users/:userId/calendar')
  @Refuses('not_found')
  user(@CurrentActor() actor: Actor, @Id('userId') id: string): Promise<FollowedCalendarDto> {
    return this.show(actor, 'user', id);
  }

  @Put('users/:userId/calendar')
  @Refuses('not_found')
  async nameForUser(@CurrentActor() actor: Actor, @Id('userId') id: string, @Body() body: NameCalendarBody): Promise<FollowedCalendarDto> {
    await this.named.name(actor, 'user', id, body.calendarId?.toLowerCase() ?? null);
    return this.show(actor, 'user', id);
  }

  private async show(actor: Actor, owner: CalendarOwner, id: string): Promise<FollowedCalendarDto> {
    const edit = await this.named.mayName(actor, owner, id);
    const row = await this.reader.followed(owner, id);
    if (!row) throw notFound(owner);
    return presentFollowed(row, edit);
  }
}
