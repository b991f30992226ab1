import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { type EscalationRole, chooseEscalationHolder } from '../domain/access/escalation.js';
import type { Actor } from '../domain/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { EscalationStore } from './escalation.store.js';
import { SeatsStore } from './seats.store.js';

export interface OverdueDuty {
  readonly applicationId: string;
  /** What is late: `scorecard`, `decision`, … */
  readonly duty: string;
  /** Names this duty and this time of being late, so that it is escalated once: a card's id, or a card's id with its due time. */
  readonly key: string;
  readonly lateUserId: string;
}

/** Brings an overdue duty to somebody who can move it. For background work; running it twice tells nobody twice. */
@Injectable()
export class EscalationService {
  constructor(
    private readonly database: Database,
    private readonly store: EscalationStore,
    private readonly seats: SeatsStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** To whom it went; null when it went there before, or nobody is left to whom it could go. */
  escalate(actor: Actor, overdue: OverdueDuty): Promise<{ userId: string; as: EscalationRole } | null> {
    const { applicationId, duty, key, lateUserId } = overdue;
    return this.database.transaction(async (tx) => {
      const application = await this.store.lock(tx, applicationId);
      if (!application || (await this.store.already(tx, applicationId, key))) return null;
      const now = this.clock.now();
      const holder = chooseEscalationHolder(lateUserId, await this.store.holders(tx, applicationId, now));
      if (!holder) return null;
      const { userId, role } = holder;
      await this.seats.notify(tx, userId, 'duty.escalated', { duty, key, late: lateUserId, as: role }, applicationId, now);
      const payload = { duty, late: lateUserId, to: userId, as: role };
      await this.audit.append(tx, actor, now, {
        type: 'duty.escalated',
        subject: { kind: 'application', id: applicationId, applicationId, ...application },
        payload,
      });
      return { userId, as: role };
    });
  }
}
