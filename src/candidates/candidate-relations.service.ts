import { Injectable } from '@nestjs/common';
import { ConflictRecording } from '../access/conflict-recording.service.js';
import type { Actor } from '../domain/actor.js';
import { invalid, notFound } from '../domain/refusal.js';
import { Database, type Transaction } from '../platform/database.js';
import { CandidateLock } from './candidate-lock.service.js';
import type { RelationSource } from './candidates.dto.js';
import { CandidatesStore, type LockedCandidate } from './candidates.store.js';

export interface RelationInput {
  readonly userId: string;
  readonly source: RelationSource;
  readonly reason: string;
}

/**
 * What a candidate's record says about who is close to them: who referred them, who is related, whose record it is. Each is a
 * conflict of interest, so that the person's applications do not exist for that user, and what they owe on them is declined.
 */
@Injectable()
export class CandidateRelationsService {
  constructor(
    private readonly database: Database,
    private readonly lock: CandidateLock,
    private readonly store: CandidatesStore,
    private readonly conflicts: ConflictRecording,
  ) {}

  async recordRelation(actor: Actor, candidateId: string, input: RelationInput): Promise<void> {
    await this.database.transaction(async (tx) => {
      const candidate = await this.lock.lock(tx, actor, candidateId, 'recordRelation');
      await this.recordIn(tx, actor, candidate.personId, input);
    });
  }

  async recordIn(tx: Transaction, actor: Actor, personId: string, input: RelationInput, pointer = '/userId'): Promise<void> {
    if (input.source !== 'linked_employee' && !(await this.store.isActiveUser(tx, input.userId))) {
      throw invalid([{ pointer, code: 'unknown_user', detail: 'names nobody who is active here' }]);
    }
    const { userId, source, reason } = input;
    await this.conflicts.recordIn(tx, actor, { userId, personId, source, reason });
  }

  async withdrawRelation(actor: Actor, candidateId: string, relationId: string, reason: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const candidate = await this.lock.lock(tx, actor, candidateId, 'recordRelation');
      const conflict = await this.store.lockConflict(tx, relationId, candidate.personId);
      if (!conflict) throw notFound('relation');
      await this.conflicts.withdrawIn(tx, actor, { ...conflict, personId: candidate.personId }, reason);
    });
  }

  /** After a change of e-mail address the record may be another employee's, or nobody's. */
  async relink(tx: Transaction, actor: Actor, before: LockedCandidate, userId: string | null): Promise<void> {
    if (before.userId === userId) return;
    const old = before.userId === null ? undefined : await this.store.linkedConflict(tx, before.id, before.userId);
    if (old) await this.conflicts.withdrawIn(tx, actor, { ...old, personId: before.personId }, 'the e-mail address changed');
    if (userId !== null) await this.recordIn(tx, actor, before.id, { userId, source: 'linked_employee', reason: 'same e-mail address' });
  }
}
