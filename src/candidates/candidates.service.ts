import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { Refusal } from '../domain/refusal.js';
import { Database } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { versionConflict } from '../platform/version.js';
import { CandidateLock } from './candidate-lock.service.js';
import { CandidateRecord } from './candidate-record.service.js';
import { CandidateRelationsService } from './candidate-relations.service.js';
import { type CandidateFields, CandidatesStore, type LockedCandidate } from './candidates.store.js';

export type CandidateInput = Partial<CandidateFields>;

const EMPTY: Omit<CandidateFields, 'name'> = { email: null, phone: '', location: '', timeZone: 'UTC', country: 'US', links: [] };

/** Makes, changes and archives candidates. */
@Injectable()
export class CandidatesService {
  constructor(
    private readonly database: Database,
    private readonly locking: CandidateLock,
    private readonly store: CandidatesStore,
    private readonly relations: CandidateRelationsService,
    private readonly record: CandidateRecord,
  ) {}

  /** Answers the new candidate's id. Whoever refers somebody, or is the candidate, does not keep their record. */
  createCandidate(actor: Actor, input: CandidateInput & { name: string; referrerId?: string }): Promise<string> {
    const { referrerId, ...said } = input;
    return this.database.transaction(async (tx) => {
      const now = this.record.now();
      const fields = { ...EMPTY, ...defined(said), name: input.name };
      const userId = await this.store.userByEmail(tx, fields.email);
      if (userId === actor.userId) throw ownRecord();
      const id = newId();
      await this.store.insert(tx, id, fields, userId, actor.userId, now);
      const subject = { kind: 'candidate', id, personId: id } as const;
      await this.record.tell(tx, actor, { type: 'candidate.created', subject, payload: { name: fields.name, email: fields.email, userId } });
      if (userId !== null) await this.relations.recordIn(tx, actor, id, { userId, source: 'linked_employee', reason: 'same e-mail address' });
      if (referrerId !== undefined)
        await this.relations.recordIn(tx, actor, id, { userId: referrerId, source: 'referrer', reason: '' }, '/referrerId');
      return id;
    });
  }

  async changeCandidate(actor: Actor, id: string, expected: number, input: CandidateInput): Promise<void> {
    await this.database.transaction(async (tx) => {
      const candidate = await this.locking.lock(tx, actor, id, 'edit');
      if (candidate.version !== expected) throw versionConflict(expected, candidate.version, fieldsOf(candidate));
      const before = fieldsOf(candidate);
      const after = { ...before, ...defined(input) };
      const userId = await this.store.userByEmail(tx, after.email);
      if (userId === actor.userId) throw ownRecord();
      await this.store.save(tx, id, after, userId);
      const payload = differences(before, after);
      await this.record.tell(tx, actor, { type: 'candidate.changed', subject: { kind: 'candidate', id, personId: candidate.personId }, payload });
      await this.relations.relink(tx, actor, candidate, userId);
    });
  }

  async setArchived(actor: Actor, id: string, archived: boolean): Promise<void> {
    await this.database.transaction(async (tx) => {
      const candidate = await this.locking.lock(tx, actor, id, archived ? 'archive' : 'restore');
      const now = this.record.now();
      await this.store.setArchived(tx, id, archived ? now : null);
      const payload = { before: { archived: !archived }, after: { archived } };
      await this.record.tell(tx, actor, { type: 'candidate.archived', subject: { kind: 'candidate', id, personId: candidate.personId }, payload });
    });
  }
}

function ownRecord(): Refusal {
  return new Refusal('conflict_of_interest', 'This is your own e-mail address. Somebody else has to keep your record.');
}

function defined(input: CandidateInput): CandidateInput {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

function fieldsOf({ name, email, phone, location, timeZone, country, links }: LockedCandidate): CandidateFields {
  return { name, email, phone, location, timeZone, country, links };
}

/** What differs, member by member, for the record. */
function differences(before: CandidateFields, after: CandidateFields): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const is = new Map<string, unknown>(Object.entries(after));
  const changed = Object.entries(before).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(is.get(key)));
  return { before: Object.fromEntries(changed), after: Object.fromEntries(changed.map(([key]) => [key, is.get(key)])) };
}
