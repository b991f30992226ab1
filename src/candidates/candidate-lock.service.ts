import { Injectable } from '@nestjs/common';
import { candidateAbilities, type CandidateAbilities } from '../domain/abilities/candidate-abilities.js';
import type { Actor } from '../domain/actor.js';
import { Refusal, notFound } from '../domain/refusal.js';
import type { Transaction } from '../platform/database.js';
import { CandidatesReader } from './candidates.reader.js';
import { CandidatesStore, type LockedCandidate } from './candidates.store.js';

/** The way into every change of a candidate: locked, known to the viewer, and theirs to change. */
@Injectable()
export class CandidateLock {
  constructor(
    private readonly reader: CandidatesReader,
    private readonly store: CandidatesStore,
  ) {}

  async lock(tx: Transaction, actor: Actor, id: string, ability: keyof CandidateAbilities): Promise<LockedCandidate> {
    const candidate = await this.store.lock(tx, id);
    const manages = await this.reader.manages(actor, id, tx);
    if (!candidate) throw notFound('candidate');
    const viewer = { siteRole: actor.siteRole, manages };
    const state = { archived: candidate.archivedAt !== null, merged: candidate.personId !== candidate.id };
    if (candidateAbilities(viewer, state)[ability]) return candidate;
    if (!manages || actor.siteRole === 'auditor') throw new Refusal('forbidden', 'Only those who keep this candidate’s record may change it.');
    if (state.merged)
      throw new Refusal('wrong_state', 'This record was merged into another one. Change that one.', [], { personId: candidate.personId });
    throw new Refusal('wrong_state', state.archived ? 'This candidate is archived. Restore them first.' : 'This candidate is not archived.');
  }
}
