import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { Refusal } from '../domain/refusal.js';
import type { Transaction } from '../platform/database.js';
import { Passwords } from './passwords.js';
import type { RequestWay } from './request-way.js';
import { type OpenedSession, SessionOpening } from './session-opening.service.js';
import { UsersService } from './users.service.js';
import { type NewUser, UsersStore } from './users.store.js';

/** The organisation's one row has no id of its own; in the record it goes by this. */
export const ORGANISATION_ID = '00000000-0000-0000-0000-000000000000';

/** What accepting any invitation comes to: an account, and a session in it. */
@Injectable()
export class AccountOpening {
  constructor(
    private readonly passwords: Passwords,
    private readonly users: UsersService,
    private readonly store: UsersStore,
    private readonly sessions: SessionOpening,
    private readonly audit: Audit,
  ) {}

  passwordHash(password: string, personal: readonly string[]): Promise<string> {
    this.passwords.check(password, [...personal, 'plumbline'], '/password');
    return this.passwords.hash(password);
  }

  async openOrganisation(tx: Transaction, actor: Actor, organisation: { name: string; timeZone: string; country: string }, now: Date): Promise<void> {
    const isFirst = await this.store.insertOrganisation(tx, organisation, now);
    if (!isFirst) throw new Refusal('already_exists', 'There is an organisation already.');
    const { name, timeZone, country } = organisation;
    await this.audit.append(tx, actor, now, {
      type: 'organisation.created',
      subject: { kind: 'organisation', id: ORGANISATION_ID },
      payload: { name, timeZone, country },
    });
  }

  async openFirst(tx: Transaction, actor: Actor, user: NewUser, way: RequestWay): Promise<OpenedSession> {
    await this.users.createUserIn(tx, actor, user, 'first_admin');
    return this.sessions.open(tx, actor, way, 'first_admin');
  }

  async openInvited(tx: Transaction, actor: Actor, user: NewUser, way: RequestWay, invitationId: string): Promise<OpenedSession> {
    await this.users.createUserIn(tx, actor, user, 'invitation');
    const session = await this.sessions.open(tx, actor, way, 'invitation');
    const payload = { email: user.email, userId: user.id };
    await this.audit.append(tx, actor, session.openedAt, { type: 'invitation.accepted', subject: { kind: 'invitation', id: invitationId }, payload });
    return session;
  }
}
