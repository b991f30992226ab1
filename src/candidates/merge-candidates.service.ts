import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { invalid, Refusal } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { CandidateLock } from './candidate-lock.service.js';
import { CandidatesStore } from './candidates.store.js';

/**
 * Two records of one person become one person. Nothing is deleted: the duplicate keeps its id, files and history and points to the
 * survivor; applications follow the person, and so do duties and conflicts, which are asked by person.
 */
@Injectable()
export class MergeCandidatesService {
  constructor(
    private readonly database: Database,
    private readonly lock: CandidateLock,
    private readonly store: CandidatesStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async mergeCandidates(actor: Actor, survivorId: string, duplicateId: string, reason: string): Promise<void> {
    if (survivorId === duplicateId) throw invalid([{ pointer: '/duplicateId', code: 'same', detail: 'names the same record' }]);
    await this.database.transaction(async (tx) => {
      // Applications first, as everywhere: two merges of the same people wait for each other instead of crossing.
      const applications = await this.store.lockApplications(tx, [survivorId, duplicateId]);
      const [first, second] = [survivorId, duplicateId].sort();
      await this.lock.lock(tx, actor, first ?? survivorId, 'merge');
      await this.lock.lock(tx, actor, second ?? duplicateId, 'merge');
      const open = applications.filter((one) => one.open).map((one) => one.jobId);
      if (new Set(open).size !== open.length) {
        throw new Refusal('conflict', 'Both records have an open application to the same job. End one of them first.');
      }
      const conflictIds = (await this.store.conflictsOf(tx, duplicateId)).map((conflict) => conflict.id);
      const moved = await this.store.applicationIds(tx, duplicateId);
      await this.store.movePerson(tx, duplicateId, survivorId);
      const payload = { mergedId: duplicateId, survivorId, applicationIds: moved, conflictIds };
      const now = this.clock.now();
      for (const id of [survivorId, duplicateId]) {
        await this.audit.append(tx, actor, now, {
          type: 'candidate.merged',
          subject: { kind: 'candidate', id, personId: survivorId },
          payload,
          reason,
        });
      }
    });
  }
}
