import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { requireSession } from '../access/password-change.service.js';
import { hashOfSecret } from '../access/session.reader.js';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { webAddress } from '../platform/web-address.js';
import { CalendarFeedsStore } from './calendar-feeds.store.js';

/** A person's calendar address: its secret is shown once and kept as a hash only; a new one ends the one before. */
@Injectable()
export class CalendarFeedsService {
  constructor(
    private readonly database: Database,
    private readonly store: CalendarFeedsStore,
    private readonly audit: Audit,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Answers the address, which nobody can be shown again. */
  issue(actor: Actor): Promise<string> {
    requireSession(actor);
    const secret = randomBytes(32).toString('base64url');
    const hint = secret.slice(-4);
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      await this.store.lockOwner(tx, actor.userId);
      const replaced = (await this.store.revoke(tx, actor.userId, now)) !== undefined;
      await this.store.insert(tx, { id: newId(), userId: actor.userId, hash: hashOfSecret(secret), hint, at: now });
      const subject = { kind: 'user', id: actor.userId } as const;
      await this.audit.append(tx, actor, now, { type: 'calendar_feed.issued', subject, payload: { hint, replaced } });
      return `${webAddress(this.config)}/calendar/${secret}.ics`;
    });
  }

  /** One who lost a device may end it with a token too. */
  revoke(actor: Actor): Promise<void> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const hint = await this.store.revoke(tx, actor.userId, now);
      if (hint === undefined) throw notFound('calendar address');
      const subject = { kind: 'user', id: actor.userId } as const;
      await this.audit.append(tx, actor, now, { type: 'calendar_feed.revoked', subject, payload: { hint } });
    });
  }
}
