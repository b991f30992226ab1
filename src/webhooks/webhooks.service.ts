import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { versionConflict } from '../platform/version.js';
import { FAN_OUT } from './webhook-jobs.js';
import { newWebhookSecret } from './webhook-signature.js';
import { type EndpointContent, type EndpointRow, WebhooksStore } from './webhooks.store.js';

/** Subscriptions of other systems, kept by admins. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly database: Database,
    private readonly store: WebhooksStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The id, and the secret, which nothing shows again. */
  create(actor: Actor, content: EndpointContent): Promise<{ id: string; secret: string }> {
    const secret = newWebhookSecret();
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const id = await this.store.insert(tx, content, actor.userId, now);
      await this.store.addSecret(tx, id, secret, now);
      await this.store.route(tx, FAN_OUT.name);
      const payload = { url: content.url, eventTypes: content.eventTypes };
      await this.audit.append(tx, actor, now, { type: 'webhook.created', subject: { kind: 'webhook', id }, payload });
      return { id, secret };
    });
  }

  change(actor: Actor, id: string, expected: number, after: EndpointContent): Promise<void> {
    return this.onEndpoint(id, async (tx, before) => {
      if (before.version !== expected) throw versionConflict(expected, before.version, contentOf(before));
      await this.store.save(tx, id, after);
      const payload = { before: contentOf(before), after };
      await this.audit.append(tx, actor, this.clock.now(), { type: 'webhook.changed', subject: { kind: 'webhook', id }, payload });
    });
  }

  setEnabled(actor: Actor, id: string, enabled: boolean): Promise<void> {
    return this.onEndpoint(id, async (tx, before) => {
      const status = enabled ? 'enabled' : 'disabled';
      if (before.status === status) return;
      await this.store.setStatus(tx, id, status, null);
      const payload = { before: { status: before.status }, after: { status } };
      await this.audit.append(tx, actor, this.clock.now(), { type: 'webhook.changed', subject: { kind: 'webhook', id }, payload });
    });
  }

  remove(actor: Actor, id: string): Promise<void> {
    return this.onEndpoint(id, async (tx, { url }) => {
      const now = this.clock.now();
      await this.store.setStatus(tx, id, 'removed', null);
      await this.store.endSecrets(tx, id, now, now);
      await this.audit.append(tx, actor, now, { type: 'webhook.removed', subject: { kind: 'webhook', id }, payload: { url } });
    });
  }

  /** A new secret beside the old ones, which sign until the overlap is over. */
  async rotateSecret(actor: Actor, id: string, overlapHours: number): Promise<{ secret: string; oldSecretsEndAt: Date }> {
    const secret = newWebhookSecret();
    const now = this.clock.now();
    const oldSecretsEndAt = new Date(now.getTime() + overlapHours * 3_600_000);
    await this.onEndpoint(id, async (tx) => {
      await this.store.endSecrets(tx, id, oldSecretsEndAt, now);
      await this.store.addSecret(tx, id, secret, now);
      const payload = { oldSecretsEndAt: oldSecretsEndAt.toISOString() };
      await this.audit.append(tx, actor, now, { type: 'webhook.secret_rotated', subject: { kind: 'webhook', id }, payload });
    });
    return { secret, oldSecretsEndAt };
  }

  private onEndpoint(id: string, work: (tx: Transaction, endpoint: EndpointRow) => Promise<void>): Promise<void> {
    return this.database.transaction(async (tx) => {
      const endpoint = await this.store.lock(tx, id);
      if (!endpoint) throw notFound('webhook');
      await work(tx, endpoint);
      await this.store.route(tx, FAN_OUT.name);
    });
  }
}

function contentOf({ url, description, eventTypes }: EndpointContent): EndpointContent {
  return { url, description, eventTypes };
}
