import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { invalid, notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { NotificationsReader } from './notifications.reader.js';
import { NotificationsStore } from './notifications.store.js';

const LONGEST_SNOOZE_MS = 90 * 86_400_000;

/** One's own inbox. What is not visible to its owner any more cannot be read or put off either. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly reader: NotificationsReader,
    private readonly store: NotificationsStore,
    private readonly clock: Clock,
  ) {}

  async markRead(actor: Actor, id: string): Promise<void> {
    await this.require(actor, id);
    await this.store.markRead(id, actor.userId, this.clock.now());
  }

  async markAllRead(actor: Actor): Promise<void> {
    await this.store.markAllRead(actor.userId, this.clock.now());
  }

  async snooze(actor: Actor, id: string, until: Date): Promise<void> {
    await this.require(actor, id);
    const wait = until.getTime() - this.clock.now().getTime();
    if (wait <= 0 || wait > LONGEST_SNOOZE_MS)
      throw invalid([{ pointer: '/until', code: 'range', detail: 'must be later than now, and at most 90 days' }]);
    await this.store.snooze(id, actor.userId, until);
  }

  private async require(actor: Actor, id: string): Promise<void> {
    if (!(await this.reader.one(actor.userId, id))) throw notFound('notification');
  }
}
