import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { notFound, Refusal } from '../domain/refusal.js';
import { Outbox } from '../outbox/outbox.service.js';
import { Database } from '../platform/database.js';
import { DeliveryRecording } from './delivery-recording.service.js';
import { DELIVER } from './webhook-jobs.js';
import { WebhooksReader } from './webhooks.reader.js';

/** Sends again what a receiver missed: the same body under the same webhook-id. */
@Injectable()
export class Redelivery {
  constructor(
    private readonly database: Database,
    private readonly recording: DeliveryRecording,
    private readonly reader: WebhooksReader,
    private readonly outbox: Outbox,
  ) {}

  /** One delivery, which the caller must be able to see. */
  async one(actor: Actor, endpointId: string, deliveryId: string): Promise<void> {
    await this.requireEnabled(endpointId);
    const { items } = await this.reader.deliveries(actor.userId, endpointId, { id: deliveryId, limit: 1 });
    if (items.length === 0) throw notFound('delivery');
    if (!(await this.again(actor, endpointId, deliveryId))) throw new Refusal('wrong_state', 'This delivery waits already.');
  }

  /** Everything that failed, also what the caller may not see; how much that is stays untold. */
  async failed(actor: Actor, endpointId: string): Promise<void> {
    await this.requireEnabled(endpointId);
    await this.again(actor, endpointId, null);
  }

  private again(actor: Actor, endpointId: string, deliveryId: string | null): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const ids = await this.recording.reopen(tx, actor, endpointId, deliveryId);
      for (const id of ids) await this.outbox.enqueue(tx, DELIVER, { deliveryId: id });
      return ids.length > 0;
    });
  }

  private async requireEnabled(endpointId: string): Promise<void> {
    const endpoint = await this.reader.one(endpointId);
    if (!endpoint) throw notFound('webhook');
    if (endpoint.status !== 'enabled') throw new Refusal('wrong_state', 'This webhook is disabled. Enable it first.');
  }
}
