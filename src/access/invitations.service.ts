import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { Refusal, notFound } from '../domain/refusal.js';
import type { SiteRole } from '../domain/visibility/visibility.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { InvitationsStore, type OpenInvitation } from './invitations.store.js';
import { LinksStore, type NewLink } from './links.store.js';

type Delivered = 'mailed' | 'shown';

/** Invitations as admins keep them. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly store: InvitationsStore,
    private readonly links: LinksStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  invite(actor: Actor, person: { email: string; name?: string; siteRole: SiteRole }, delivered: Delivered): Promise<NewLink> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const fault = { pointer: '/email', code: 'taken' } as const;
      if (await this.store.isUser(tx, person.email)) {
        throw new Refusal('already_exists', 'Somebody with this e-mail address exists already.', [{ ...fault, detail: 'belongs to a user' }]);
      }
      const open = await this.store.openFor(tx, person.email, now);
      if (open)
        throw new Refusal(
          'already_exists',
          'This address is invited already: send the invitation again, or revoke it.',
          [{ ...fault, detail: 'is invited already' }],
          { invitationId: open },
        );
      const link = await this.links.create(tx, 'invitation', now, { ...person, createdBy: actor.userId });
      const payload = { email: person.email, siteRole: person.siteRole, delivered };
      await this.audit.append(tx, actor, now, { type: 'invitation.created', subject: { kind: 'invitation', id: link.id }, payload });
      return link;
    });
  }

  /** The same invitation with a new link and a new week; the link sent before is dead. */
  resend(actor: Actor, id: string, delivered: Delivered): Promise<{ link: NewLink; email: string }> {
    return this.database.transaction(async (tx) => {
      const { email } = await this.locked(tx, id);
      const now = this.clock.now();
      const link = await this.links.renew(tx, id, 'invitation', now);
      await this.audit.append(tx, actor, now, { type: 'invitation.resent', subject: { kind: 'invitation', id }, payload: { email, delivered } });
      return { link, email };
    });
  }

  revoke(actor: Actor, id: string, reason: string | undefined): Promise<void> {
    return this.database.transaction(async (tx) => {
      const { email } = await this.locked(tx, id);
      const now = this.clock.now();
      await this.store.revoke(tx, id, now);
      await this.audit.append(tx, actor, now, { type: 'invitation.revoked', subject: { kind: 'invitation', id }, payload: { email }, reason });
    });
  }

  private async locked(tx: Transaction, id: string): Promise<OpenInvitation> {
    return (await this.store.lock(tx, id)) ?? closed();
  }
}

function closed(): never {
  throw notFound('open invitation');
}
