import { Injectable } from '@nestjs/common';
import { ATTEMPT_LIMITS, addressGroup } from '../domain/access/lock-out.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { AttemptsStore, accountKey } from './attempts.store.js';
import { tooMany } from './general-limiter.js';
import { LinkDelivery } from './link-delivery.service.js';
import { LinksStore } from './links.store.js';
import type { RequestWay } from './request-way.js';
import { UsersReader } from './users.reader.js';

/**
 * Asking for a new password. The answer, and the work done for it, are the same whether or not the account exists. Links
 * asked for earlier stay good until they expire, so that asking on somebody's behalf takes nothing away from them.
 */
@Injectable()
export class PasswordResetRequestService {
  constructor(
    private readonly database: Database,
    private readonly attempts: AttemptsStore,
    private readonly links: LinksStore,
    private readonly users: UsersReader,
    private readonly delivery: LinkDelivery,
    private readonly clock: Clock,
  ) {}

  async request(email: string, way: RequestWay): Promise<void> {
    const wait = await this.attempts.take(`reset:${addressGroup(way.address)}`, ATTEMPT_LIMITS.resetByAddress);
    if (wait > 0) throw tooMany(wait);
    const isFlood = (await this.attempts.take(`reset-account:${accountKey(email)}`, ATTEMPT_LIMITS.resetByAccount)) > 0;
    const account = await this.users.credentials(email);
    // For an unknown account a link to nobody is made: it opens nothing and costs the same.
    const link = await this.database.transaction((tx) =>
      this.links.create(tx, 'password_reset', this.clock.now(), { userId: account?.userId ?? null }),
    );
    if (!account || isFlood || this.delivery.how !== 'mailed') return;
    await this.delivery.deliver(link, { to: account.email, locale: account.locale, kind: 'password_reset' });
  }
}
