import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import type { Transaction } from '../platform/database.js';
import { Passwords } from './passwords.js';
import { SessionStore } from './session.store.js';
import { UsersReader } from './users.reader.js';
import { UsersStore } from './users.store.js';

/** Setting a new password ends every other session: whoever knew the old one is out. */
@Injectable()
export class PasswordSetting {
  constructor(
    private readonly passwords: Passwords,
    private readonly users: UsersStore,
    private readonly reader: UsersReader,
    private readonly sessions: SessionStore,
    private readonly audit: Audit,
  ) {}

  /** Refuses what the policy does not take; answers the hash. */
  async prepare(password: string, person: { name: string; email: string }, pointer: string): Promise<string> {
    const organisation = await this.reader.organisation();
    this.passwords.check(password, [person.name, person.email, organisation?.name ?? '', 'plumbline'], pointer);
    return this.passwords.hash(password);
  }

  /** Whether this is the person's present password. */
  async isPresent(userId: string, password: string): Promise<boolean> {
    const account = await this.reader.credentialsOf(userId);
    return this.passwords.verify(password, account?.passwordHash ?? null);
  }

  async set(tx: Transaction, actor: Actor, hash: string, now: Date, how: 'by_password' | 'by_link'): Promise<void> {
    const subject = { kind: 'user', id: actor.userId } as const;
    await this.users.setPassword(tx, actor.userId, hash);
    await this.audit.append(tx, actor, now, { type: 'password.changed', subject, payload: { how } });
    const sessionIds = await this.sessions.revoke(tx, actor.userId, now, { except: actor.sessionId });
    if (sessionIds.length > 0)
      await this.audit.append(tx, actor, now, { type: 'session.closed', subject, payload: { sessionIds, how: 'password_changed' } });
  }
}
