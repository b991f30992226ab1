import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { type Delivery, LinkDelivery } from './link-delivery.service.js';
import { LinksStore, type NewLink } from './links.store.js';
import { type CredentialsRow, UsersReader } from './users.reader.js';

/** An admin or the operator gives a person a day to choose a new password; one who asks for it has an hour. */
const GIVEN_MINUTES = 24 * 60;

/** One-time links to a new password, made by an admin or the operator for somebody who cannot get in. */
@Injectable()
export class PasswordLinkService {
  constructor(
    private readonly database: Database,
    private readonly links: LinksStore,
    private readonly users: UsersReader,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async forUser(actor: Actor, userId: string, delivery: LinkDelivery): Promise<Delivery> {
    const account = await this.users.credentialsOf(userId);
    if (!account) throw notFound('active user');
    return delivery.deliver(await this.create(actor, account, delivery.how), { to: account.email, locale: account.locale, kind: 'password_reset' });
  }

  /** For the operator, who passes the link on. */
  async forEmail(actor: Actor, email: string): Promise<NewLink> {
    const account = await this.users.credentials(email);
    if (!account) throw notFound('active user');
    return this.create(actor, account, 'shown');
  }

  private create(actor: Actor, account: CredentialsRow, delivered: 'mailed' | 'shown'): Promise<NewLink> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const createdBy = actor.via === 'cli' ? null : actor.userId;
      const link = await this.links.create(tx, 'password_reset', now, { userId: account.userId, createdBy, minutes: GIVEN_MINUTES });
      await this.audit.append(tx, actor, now, {
        type: 'password.link_created',
        subject: { kind: 'user', id: account.userId },
        payload: { delivered },
      });
      return link;
    });
  }
}
