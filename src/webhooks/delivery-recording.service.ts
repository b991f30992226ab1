import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { type Actor, systemActor } from '../domain/actor.js';
import { disablesEndpoint } from '../domain/webhook/delivery-schedule.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { DeliveriesStore, type DeliveryToSend } from './deliveries.store.js';
import { FAN_OUT } from './webhook-jobs.js';
import { WebhooksStore } from './webhooks.store.js';

interface Outcome {
  readonly milliseconds: number;
  readonly statusCode: number | null;
  readonly error?: string;
}

const GONE = 410;

/** Keeps the log of attempts, and disables an endpoint that is gone or takes nothing any more. */
@Injectable()
export class DeliveryRecording {
  constructor(
    private readonly database: Database,
    private readonly store: DeliveriesStore,
    private readonly endpoints: WebhooksStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  toSend(id: string): Promise<DeliveryToSend | undefined> {
    return this.store.toSend(id, this.now());
  }

  async delivered(tx: Transaction, delivery: DeliveryToSend, { milliseconds, statusCode }: Outcome): Promise<void> {
    await this.store.recordAttempt(tx, delivery, { at: this.now(), milliseconds, statusCode, error: null }, true);
    await this.store.end(tx, delivery.id, 'delivered', this.now());
  }

  failed(delivery: DeliveryToSend, { milliseconds, statusCode, error }: Outcome): Promise<void> {
    return this.database.transaction(async (tx) => {
      await this.store.recordAttempt(tx, delivery, { at: this.now(), milliseconds, statusCode, error: (error ?? '').slice(0, 500) }, false);
      if (statusCode === GONE) await this.disable(tx, delivery.endpointId, 'gone');
    });
  }

  /** After the last attempt, or when its endpoint is not enabled any more. */
  async giveUp(tx: Transaction, deliveryId: string): Promise<void> {
    const delivery = await this.store.toSend(deliveryId, this.now(), tx);
    await this.store.end(tx, deliveryId, 'failed', this.now());
    if (!delivery?.enabled) return;
    const endpoint = await this.endpoints.lock(tx, delivery.endpointId);
    const firstAttemptAt = await this.store.firstAttemptAt(tx, deliveryId);
    if (endpoint?.status === 'enabled' && disablesEndpoint(endpoint.failingSince, firstAttemptAt))
      await this.disable(tx, endpoint.id, 'failed_repeatedly');
  }

  /** Opens one delivery again, or all that failed; answers which. */
  async reopen(tx: Transaction, actor: Actor, endpointId: string, deliveryId: string | null): Promise<readonly string[]> {
    const ids = deliveryId === null ? await this.store.reopenFailed(tx, endpointId) : await this.store.reopen(tx, endpointId, deliveryId);
    const payload = { deliveryIds: deliveryId === null ? 'failed' : ids } as const;
    if (ids.length > 0)
      await this.audit.append(tx, actor, this.now(), { type: 'webhook.redelivered', subject: { kind: 'webhook', id: endpointId }, payload });
    return ids;
  }

  private async disable(tx: Transaction, endpointId: string, because: 'failed_repeatedly' | 'gone'): Promise<void> {
    const endpoint = await this.endpoints.lock(tx, endpointId);
    if (endpoint?.status !== 'enabled') return;
    await this.endpoints.setStatus(tx, endpointId, 'disabled', because);
    await this.endpoints.route(tx, FAN_OUT.name);
    const event = { type: 'webhook.disabled', subject: { kind: 'webhook', id: endpointId }, payload: { url: endpoint.url, because } } as const;
    await this.audit.append(tx, systemActor('system', randomUUID()), this.now(), event);
  }
}
