import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { CardDuty } from './card-duty.service.js';
import { CardDutyStore } from './card-duty.store.js';
import type { ConflictSource } from './conflicts.reader.js';
import { ConflictsStore, type OpenConflict } from './conflicts.store.js';

/**
 * Puts a conflict on record with what follows from it: the cards the person owes on the candidate are declined, because from
 * here on they cannot give them. Why is kept with the conflict and shown to those who run the job; the record, which a whole
 * panel reads, says that there is one.
 */
@Injectable()
export class ConflictRecording {
  constructor(
    private readonly store: ConflictsStore,
    private readonly cards: CardDutyStore,
    private readonly duty: CardDuty,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** False when the same is on record already. Locks the person's applications, before anything else of theirs. */
  async recordIn(
    tx: Transaction,
    actor: Actor,
    about: { userId: string; personId: string; source: ConflictSource; reason: string },
  ): Promise<boolean> {
    const now = this.clock.now();
    await this.cards.lockOpenApplications(tx, about.personId);
    const conflict = { id: newId(), ...about };
    if (!(await this.store.insert(tx, { ...conflict, recordedBy: actor.userId, recordedAt: now }))) return false;
    await this.tell(tx, actor, now, 'conflict.recorded', conflict);
    await this.duty.declineOwed(tx, actor, now, about.userId, about.personId);
    return true;
  }

  /** Of a conflict locked while open. What was declined because of it stays declined. */
  async withdrawIn(tx: Transaction, actor: Actor, conflict: OpenConflict, reason: string): Promise<void> {
    const now = this.clock.now();
    await this.store.withdraw(tx, conflict.id, now, reason);
    await this.tell(tx, actor, now, 'conflict.withdrawn', conflict);
  }

  private async tell(
    tx: Transaction,
    actor: Actor,
    now: Date,
    type: 'conflict.recorded' | 'conflict.withdrawn',
    conflict: OpenConflict,
  ): Promise<void> {
    const { id: conflictId, userId, personId, source } = conflict;
    await this.audit.append(tx, actor, now, {
      type,
      subject: { kind: 'candidate', id: personId, personId },
      payload: { conflictId, userId, source },
    });
  }
}
