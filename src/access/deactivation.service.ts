import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { userAbilities } from '../domain/abilities/user-abilities.js';
import type { Actor } from '../domain/actor.js';
import { Refusal, notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { UsersReader, type UserRow } from './users.reader.js';
import { lastAdmin } from './users.service.js';
import { UsersStore } from './users.store.js';

/** Closing an account and opening it again. Seats and owed cards stay with the person until somebody hands them over. */
@Injectable()
export class DeactivationService {
  constructor(
    private readonly database: Database,
    private readonly store: UsersStore,
    private readonly reader: UsersReader,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Nothing of the person gets in any more; what they submitted stays. */
  async deactivate(actor: Actor, userId: string, reason: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const user = await this.locked(tx, userId);
      if (user.status === 'deactivated') throw new Refusal('wrong_state', 'This account is deactivated already.');
      if (!userAbilities(actor, user).deactivate) throw lastAdmin();
      const now = this.clock.now();
      await this.store.setStatus(tx, userId, 'deactivated', now);
      const payload = await this.store.closeEveryWay(tx, userId, now);
      await this.audit.append(tx, actor, now, { type: 'user.deactivated', subject: { kind: 'user', id: userId }, payload, reason });
    });
  }

  async reactivate(actor: Actor, userId: string, reason: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const user = await this.locked(tx, userId);
      if (user.status === 'active') throw new Refusal('wrong_state', 'This account is active.');
      const now = this.clock.now();
      await this.store.setStatus(tx, userId, 'active', null);
      await this.audit.append(tx, actor, now, { type: 'user.reactivated', subject: { kind: 'user', id: userId }, payload: {}, reason });
    });
  }

  private async locked(tx: Transaction, userId: string): Promise<UserRow> {
    await this.store.lockAdmins(tx);
    await this.store.lock(tx, userId);
    const user = await this.reader.user(userId, tx);
    if (!user) throw notFound('user');
    return user;
  }
}
