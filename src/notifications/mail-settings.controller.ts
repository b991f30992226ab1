import { Body, Controller, Get, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { deliveryOf } from '../domain/notification/mail-list.js';
import { NOTIFICATION_KINDS, ruleOf } from '../domain/notification/notification-kinds.js';
import { Config } from '../platform/config.js';
import { Refuses } from '../platform/openapi.js';
import { IfMatch, setVersion } from '../platform/version.js';
import { ChangeMailSettingsBody, MailSettingsDto } from './mail-settings.dto.js';
import { MailSettingsService } from './mail-settings.service.js';

@ApiTags('me')
@Allow()
@Controller('me/mail-settings')
export class MailSettingsController {
  constructor(
    private readonly service: MailSettingsService,
    private readonly config: Config,
  ) {}

  /** What is mailed to one, and when. */
  @Get()
  async settings(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<MailSettingsDto> {
    const stored = await this.service.of(actor.userId);
    setVersion(reply, stored.version);
    const kinds = NOTIFICATION_KINDS.map((kind) => ({ kind, delivery: deliveryOf(kind, stored), default: ruleOf(kind).mail }));
    const { digestAt, workingHours, quietDays, quietOnHolidays, version } = stored;
    return {
      kinds,
      digestAt,
      workingHours: [...workingHours],
      quietDays: [...quietDays],
      quietOnHolidays,
      mailed: this.config.SMTP_URL !== undefined,
      version,
    };
  }

  @Put()
  @Refuses('version_conflict', 'precondition_required')
  async change(
    @CurrentActor() actor: Actor,
    @IfMatch() expected: number,
    @Body() body: ChangeMailSettingsBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MailSettingsDto> {
    await this.service.change(actor, expected, { ...body });
    return this.settings(actor, reply);
  }
}
