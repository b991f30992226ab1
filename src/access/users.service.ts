import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { userAbilities } from '../domain/abilities/user-abilities.js';
import { availabilityFaults } from '../domain/access/availability.js';
import type { Actor } from '../domain/actor.js';
import { Refusal, invalid, notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { versionConflict } from '../platform/version.js';
import { UsersReader, type UserRow } from './users.reader.js';
import { type NewUser, type UserChange, UsersStore } from './users.store.js';

/** Users as an admin keeps them, and as people keep their own record. */
@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly store: UsersStore,
    private readonly reader: UsersReader,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Makes a user inside the caller's transaction; the actor may be the user themselves (first admin, accepted invitation). */
  async createUserIn(
    tx: Transaction,
    actor: Actor,
    user: Omit<NewUser, 'id'> & { id?: string },
    how: 'first_admin' | 'invitation' | 'loaded',
  ): Promise<string> {
    const id = user.id ?? newId();
    if (await this.reader.credentials(user.email, tx)) throw taken();
    const now = this.clock.now();
    await this.store.insert(tx, { ...user, id }, now);
    const { email, name, siteRole } = user;
    await this.audit.append(tx, actor, now, { type: 'user.created', subject: { kind: 'user', id }, payload: { email, name, siteRole, how } });
    return id;
  }

  /** A change by an admin, made on the version they read. */
  async change(actor: Actor, userId: string, expected: number, change: UserChange): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (change.siteRole) await this.store.lockAdmins(tx);
      const before = await this.lockedUser(tx, userId);
      if (before.version !== expected) throw versionConflict(expected, before.version, contentOf(before));
      const abilities = userAbilities(actor, before);
      if (!abilities.edit) throw new Refusal('forbidden', 'Only an admin may change this.');
      if (change.siteRole && change.siteRole !== before.siteRole && !abilities.changeRole) throw lastAdmin();
      await this.apply(tx, actor, before, change);
    });
  }

  /** A change people make to their own record; the last one wins, nobody else writes it meanwhile. */
  async changeOwn(actor: Actor, change: Omit<UserChange, 'siteRole' | 'email' | 'qualifications'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.apply(tx, actor, await this.lockedUser(tx, actor.userId), change);
    });
  }

  /** The operator's way out when nobody is left who could give a role. */
  async makeAdmin(actor: Actor, email: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const account = await this.reader.credentials(email, tx);
      if (!account) throw notFound('active user');
      const user = await this.lockedUser(tx, account.userId);
      if (user.siteRole === 'admin') throw new Refusal('wrong_state', 'This user is an admin already.');
      await this.apply(tx, actor, user, { siteRole: 'admin' });
    });
  }

  private async apply(tx: Transaction, actor: Actor, before: UserRow, change: UserChange): Promise<void> {
    const faults = availabilityFaults(change.availability ?? [], '/availability');
    if (faults.length > 0) throw invalid(faults);
    if (change.email !== undefined) {
      const owner = await this.reader.credentials(change.email, tx);
      if (owner && owner.userId !== before.id) throw taken();
    }
    await this.store.change(tx, before.id, change);
    const after = await this.reader.user(before.id, tx);
    if (!after) throw notFound('user');
    const payload = { before: contentOf(before), after: contentOf(after) };
    await this.audit.append(tx, actor, this.clock.now(), { type: 'user.changed', subject: { kind: 'user', id: before.id }, payload });
  }

  private async lockedUser(tx: Transaction, userId: string): Promise<UserRow> {
    await this.store.lock(tx, userId);
    const user = await this.reader.user(userId, tx);
    if (!user) throw notFound('user');
    return user;
  }
}

/** What of a user can be changed, as the record and a conflict show it. */
function contentOf(user: UserRow): Record<string, unknown> {
  const { email, name, siteRole, timeZone, country, locale, qualifications, languages, availability } = user;
  return { email, name, siteRole, timeZone, country, locale, qualifications, languages, availability };
}

function taken(): Refusal {
  return new Refusal('already_exists', 'Somebody with this e-mail address exists already.', [
    { pointer: '/email', code: 'taken', detail: 'belongs to another user' },
  ]);
}

export function lastAdmin(): Refusal {
  return new Refusal('in_use', 'This is the last active admin. Make somebody else admin first.');
}
