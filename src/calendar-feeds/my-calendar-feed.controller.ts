import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Refuses } from '../platform/openapi.js';
import { AnswersSecret } from '../platform/secrets.decorator.js';
import { IssuedCalendarFeedDto, MyCalendarFeedDto } from './calendar-feeds.dto.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';
import { CalendarFeedsStore } from './calendar-feeds.store.js';

@ApiTags('me')
@Allow()
@Controller('me/calendar-feed')
export class MyCalendarFeedController {
  constructor(
    private readonly service: CalendarFeedsService,
    private readonly store: CalendarFeedsStore,
  ) {}

  /** Whether an address of your calendar is open, without its secret. */
  @Get()
  async show(@CurrentActor() actor: Actor): Promise<MyCalendarFeedDto> {
    const row = await this.store.open(actor.userId);
    const feed = row ? { hint: row.hint, createdAt: row.createdAt, lastReadAt: row.lastReadAt } : null;
    return { feed, abilities: { issue: actor.via !== 'token', revoke: feed !== null } };
  }

  /** Makes the secret address of your calendar and shows it, this once. An address made before ends. */
  @Post()
  @AnswersSecret('url')
  @Refuses('idempotency_key_reused', 'idempotency_in_progress')
  async issue(@CurrentActor() actor: Actor): Promise<IssuedCalendarFeedDto> {
    const url = await this.service.issue(actor);
    return { ...(await this.show(actor)), url };
  }

  /** Ends the address. */
  @Delete()
  @HttpCode(204)
  @Refuses('not_found')
  revoke(@CurrentActor() actor: Actor): Promise<void> {
    return this.service.revoke(actor);
  }
}
