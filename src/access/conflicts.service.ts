import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { Refusal, invalid, notFound } from '../domain/refusal.js';
import { Database } from '../platform/database.js';
import { ConflictRecording } from './conflict-recording.service.js';
import { type ConflictSource, ConflictsReader } from './conflicts.reader.js';
import { ConflictsStore } from './conflicts.store.js';

/** Conflicts of interest: declared by the person, recorded by who keeps the candidate's record, withdrawn with a reason. */
@Injectable()
export class ConflictsService {
  constructor(
    private readonly database: Database,
    private readonly reader: ConflictsReader,
    private readonly store: ConflictsStore,
    private readonly recording: ConflictRecording,
  ) {}

  /** One's own. From here on the candidate does not exist for the person who declared it. */
  declare(actor: Actor, candidateId: string, reason: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      const { personId } = await this.reader.standing(actor, candidateId, tx);
      await this.recording.recordIn(tx, actor, { userId: actor.userId, personId, source: 'declared', reason });
    });
  }

  /** Somebody else's, as the candidate's record says. */
  record(actor: Actor, candidateId: string, about: { userId: string; source: Exclude<ConflictSource, 'declared'>; reason: string }): Promise<void> {
    return this.database.transaction(async (tx) => {
      const { personId, keeps } = await this.reader.standing(actor, candidateId, tx);
      if (!keeps) throw notKept();
      if (!(await this.store.isActive(tx, about.userId)))
        throw invalid([{ pointer: '/userId', code: 'unknown_user', detail: 'names nobody who is active here' }]);
      const isNew = await this.recording.recordIn(tx, actor, { ...about, personId });
      if (!isNew) throw new Refusal('already_exists', 'This conflict is on record already.');
    });
  }

  /** Nobody withdraws their own: for them the candidate, and so the conflict, is not there. */
  withdraw(actor: Actor, candidateId: string, conflictId: string, reason: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      const { personId, keeps } = await this.reader.standing(actor, candidateId, tx);
      if (!keeps) throw notKept();
      const conflict = await this.store.lockOpen(tx, conflictId);
      if (!conflict || conflict.personId !== personId) throw notFound('open conflict');
      await this.recording.withdrawIn(tx, actor, conflict, reason);
    });
  }
}

function notKept(): Refusal {
  return new Refusal('forbidden', "Only a recruiter of the candidate's job or an admin may do this.");
}
