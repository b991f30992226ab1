import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isWebhookEvent, thinPayload } from '../domain/webhook/webhook-events.js';
import { JobHandlers } from '../outbox/job-handlers.js';
import { Outbox } from '../outbox/outbox.service.js';
import { Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database.js';
import { DeliveriesStore } from './deliveries.store.js';
import { DELIVER, FAN_OUT } from './webhook-jobs.js';

/** Makes a delivery of an event for every endpoint that asked for its type: once, whoever runs it. */
@Injectable()
export class WebhookFanOut implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly outbox: Outbox,
    private readonly store: DeliveriesStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.inDatabase(FAN_OUT, (tx, job) => this.fanOut(tx, job.payload.eventId));
  }

  private async fanOut(tx: Transaction, eventId: string): Promise<void> {
    const event = await this.store.event(tx, eventId);
    if (!event || !isWebhookEvent(event.type)) return;
    const { type, at, ...ids } = event;
    const body = thinPayload(type, at, ids);
    for (const endpointId of await this.store.subscribers(tx, type)) {
      const deliveryId = await this.store.insert(tx, endpointId, eventId, body, this.clock.now());
      if (deliveryId !== undefined) await this.outbox.enqueue(tx, DELIVER, { deliveryId });
    }
  }
}
