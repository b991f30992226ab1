import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { SignInThrottle } from './sign-in-throttle.service.js';
import { UsersReader } from './users.reader.js';

/** Lets somebody who mistyped too often try again at once. */
@Injectable()
export class UnlockService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersReader,
    private readonly throttle: SignInThrottle,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async unlock(actor: Actor, who: { userId: string } | { email: string }): Promise<void> {
    await this.database.transaction(async (tx) => {
      const account = await ('userId' in who ? this.users.credentialsOf(who.userId, tx) : this.users.credentials(who.email, tx));
      if (!account) throw notFound('active user');
      await this.throttle.unlock(tx, account.email);
      await this.audit.append(tx, actor, this.clock.now(), { type: 'sign_in.unlocked', subject: { kind: 'user', id: account.userId }, payload: {} });
    });
  }
}
