import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { notFound } from '../domain/refusal.js';
import { WEBHOOK_EVENTS } from '../domain/webhook/webhook-events.js';
import { Config } from '../platform/config.js';
import { PageQuery } from '../platform/cursor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { AnswersSecret } from '../platform/secrets.decorator.js';
import { IfMatch, setVersion } from '../platform/version.js';
import { readWebhookUrl } from './webhook-url.js';
import { RotateSecretBody, WebhookBody, WebhookDto, WebhookEventTypesDto, WebhookPageDto, WebhookSecretDto } from './webhooks.dto.js';
import { presentWebhook } from './webhooks.presenter.js';
import { WebhooksReader } from './webhooks.reader.js';
import { WebhooksService } from './webhooks.service.js';

@ApiTags('webhooks')
@Allow({ roles: ['admin'], scope: 'admin' })
@Controller('webhooks')
export class WebhooksController {
  constructor(
    private readonly service: WebhooksService,
    private readonly reader: WebhooksReader,
    private readonly config: Config,
  ) {}

  @Get()
  async list(@Query() query: PageQuery): Promise<WebhookPageDto> {
    const page = await this.reader.list(query);
    return { items: page.items.map(presentWebhook), nextCursor: page.nextCursor };
  }

  /** Everything one can be told of. */
  @Get('event-types')
  eventTypes(): WebhookEventTypesDto {
    return { eventTypes: [...WEBHOOK_EVENTS] };
  }

  /** Subscribes an address. The answer holds its secret, once. */
  @Post()
  @AnswersSecret('secret')
  @Refuses('idempotency_key_reused', 'idempotency_in_progress')
  async create(@CurrentActor() actor: Actor, @Body() body: WebhookBody): Promise<WebhookSecretDto> {
    const made = await this.service.create(actor, this.contentOf(body));
    return { ...made, oldSecretsEndAt: null };
  }

  @Get(':webhookId')
  @Refuses('not_found')
  webhook(@Id('webhookId') webhookId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<WebhookDto> {
    return this.show(webhookId, reply);
  }

  @Put(':webhookId')
  @Refuses('not_found', 'version_conflict', 'precondition_required')
  async change(
    @CurrentActor() actor: Actor,
    @Id('webhookId') webhookId: string,
    @IfMatch() expected: number,
    @Body() body: WebhookBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookDto> {
    await this.service.change(actor, webhookId, expected, this.contentOf(body));
    return this.show(webhookId, reply);
  }

  @Post(':webhookId/enable')
  @HttpCode(200)
  @Refuses('not_found')
  async enable(
    @CurrentActor() actor: Actor,
    @Id('webhookId') webhookId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookDto> {
    await this.service.setEnabled(actor, webhookId, true);
    return this.show(webhookId, reply);
  }

  @Post(':webhookId/disable')
  @HttpCode(200)
  @Refuses('not_found')
  async disable(
    @CurrentActor() actor: Actor,
    @Id('webhookId') webhookId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookDto> {
    await this.service.setEnabled(actor, webhookId, false);
    return this.show(webhookId, reply);
  }

  @Delete(':webhookId')
  @HttpCode(204)
  @Refuses('not_found')
  remove(@CurrentActor() actor: Actor, @Id('webhookId') webhookId: string): Promise<void> {
    return this.service.remove(actor, webhookId);
  }

  /** Makes a new secret; the old one signs beside it for a while. */
  @Post(':webhookId/rotate-secret')
  @AnswersSecret('secret')
  @Refuses('not_found', 'idempotency_key_reused', 'idempotency_in_progress')
  async rotateSecret(@CurrentActor() actor: Actor, @Id('webhookId') webhookId: string, @Body() body: RotateSecretBody): Promise<WebhookSecretDto> {
    return { id: webhookId, ...(await this.service.rotateSecret(actor, webhookId, body.overlapHours)) };
  }

  private contentOf(body: WebhookBody) {
    return { url: readWebhookUrl(body.url, this.config.ALLOW_PRIVATE_WEBHOOKS), description: body.description ?? '', eventTypes: body.eventTypes };
  }

  private async show(webhookId: string, reply: FastifyReply): Promise<WebhookDto> {
    const row = await this.reader.one(webhookId);
    if (!row) throw notFound('webhook');
    setVersion(reply, row.version);
    return presentWebhook(row);
  }
}
