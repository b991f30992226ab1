import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { ListNotificationsQuery, NotificationPageDto, SnoozeBody, UnreadCountDto } from './notifications.dto.js';
import { presentNotification } from './notifications.presenter.js';
import { NotificationsReader } from './notifications.reader.js';
import { NotificationsService } from './notifications.service.js';

@ApiTags('me')
@Allow()
@Controller('me/notifications')
export class NotificationsController {
  constructor(
    private readonly reader: NotificationsReader,
    private readonly service: NotificationsService,
  ) {}

  /** What one was told, the latest first. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() query: ListNotificationsQuery): Promise<NotificationPageDto> {
    const page = await this.reader.list(actor.userId, query);
    return { items: page.items.map((row) => presentNotification(row, actor)), nextCursor: page.nextCursor };
  }

  @Get('unread-count')
  async unreadCount(@CurrentActor() actor: Actor): Promise<UnreadCountDto> {
    return { unread: await this.reader.unread(actor.userId) };
  }

  @Post('read')
  @HttpCode(204)
  markAllRead(@CurrentActor() actor: Actor): Promise<void> {
    return this.service.markAllRead(actor);
  }

  @Post(':notificationId/read')
  @HttpCode(204)
  @Refuses('not_found')
  markRead(@CurrentActor() actor: Actor, @Id('notificationId') notificationId: string): Promise<void> {
    return this.service.markRead(actor, notificationId);
  }

  /** Puts it off: it comes back as unread. */
  @Post(':notificationId/snooze')
  @HttpCode(204)
  @Refuses('not_found')
  snooze(@CurrentActor() actor: Actor, @Id('notificationId') notificationId: string, @Body() body: SnoozeBody): Promise<void> {
    return this.service.snooze(actor, notificationId, body.until);
  }
}
