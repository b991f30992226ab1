import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { notFound } from '../domain/refusal.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { Redelivery } from './redelivery.service.js';
import { WebhookDeliveryPageDto, ListDeliveriesQuery } from './webhooks.dto.js';
import { presentDelivery } from './webhooks.presenter.js';
import { WebhooksReader } from './webhooks.reader.js';

@ApiTags('webhooks')
@Allow({ roles: ['admin'], scope: 'admin' })
@Controller('webhooks/:webhookId')
export class DeliveriesController {
  constructor(
    private readonly reader: WebhooksReader,
    private readonly redelivery: Redelivery,
  ) {}

  /** What was sent and what became of it, newest first, as far as the caller may know of the event. */
  @Get('deliveries')
  @Refuses('not_found')
  async list(@CurrentActor() actor: Actor, @Id('webhookId') webhookId: string, @Query() query: ListDeliveriesQuery): Promise<WebhookDeliveryPageDto> {
    if (!(await this.reader.one(webhookId))) throw notFound('webhook');
    const page = await this.reader.deliveries(actor.userId, webhookId, query);
    return { items: page.items.map(presentDelivery), nextCursor: page.nextCursor };
  }

  /** Sends one again, delivered or not. */
  @Post('deliveries/:deliveryId/redeliver')
  @HttpCode(202)
  @Refuses('not_found', 'wrong_state')
  redeliver(@CurrentActor() actor: Actor, @Id('webhookId') webhookId: string, @Id('deliveryId') deliveryId: string): Promise<void> {
    return this.redelivery.one(actor, webhookId, deliveryId);
  }

  /** Sends again everything that failed, also what the caller may not see. */
  @Post('redeliver-failed')
  @HttpCode(202)
  @Refuses('not_found', 'wrong_state')
  redeliverFailed(@CurrentActor() actor: Actor, @Id('webhookId') webhookId: string): Promise<void> {
    return this.redelivery.failed(actor, webhookId);
  }
}
