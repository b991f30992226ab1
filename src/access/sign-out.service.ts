import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { SessionStore } from './session.store.js';

/** Ends sessions: one's own, or as an admin those of others. */
@Injectable()
export class SignOutService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async signOut(actor: Actor): Promise<void> {
    if (!actor.sessionId) return;
    await this.end(actor, actor.userId, 'sign_out', { sessionId: actor.sessionId });
  }

  /** Answers how many sessions were ended. */
  end(actor: Actor, userId: string, how: 'sign_out' | 'revoked', which: { sessionId?: string; except?: string | undefined }): Promise<number> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const sessionIds = await this.sessions.revoke(tx, userId, now, which);
      if (sessionIds.length > 0) {
        await this.audit.append(tx, actor, now, { type: 'session.closed', subject: { kind: 'user', id: userId }, payload: { sessionIds, how } });
      }
      return sessionIds.length;
    });
  }
}
