import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { AccountOpening } from './account-opening.service.js';
import { type LinkRow, LinksStore, noSuchLink } from './links.store.js';
import type { RequestWay } from './request-way.js';
import type { OpenedSession } from './session-opening.service.js';
import { UsersReader } from './users.reader.js';
import type { NewUser } from './users.store.js';

export interface AcceptedInvitation {
  readonly token: string;
  readonly name: string;
  readonly password: string;
  readonly timeZone?: string;
  readonly country?: string;
  readonly locale?: 'en' | 'zh-CN';
}

/** Accepting an invitation: the account is made with the address and the role the admin chose, and signed in. */
@Injectable()
export class InvitationAcceptanceService {
  constructor(
    private readonly database: Database,
    private readonly links: LinksStore,
    private readonly users: UsersReader,
    private readonly opening: AccountOpening,
    private readonly clock: Clock,
  ) {}

  async accept(given: AcceptedInvitation, way: RequestWay): Promise<OpenedSession> {
    const shown = invited(await this.links.find(this.database, given.token, this.clock.now()));
    const organisation = await this.users.organisation();
    const passwordHash = await this.opening.passwordHash(given.password, [given.name, shown.email, organisation?.name ?? '']);
    return this.database.transaction(async (tx) => {
      const link = invited(await this.links.use(tx, 'invitation', given.token, this.clock.now()));
      const user: NewUser = {
        id: newId(),
        email: link.email,
        name: given.name,
        siteRole: link.siteRole,
        passwordHash,
        timeZone: given.timeZone ?? organisation?.timeZone ?? 'UTC',
        country: given.country ?? organisation?.country ?? 'US',
        locale: given.locale ?? 'en',
      };
      const { id: userId, email, name, siteRole, locale, timeZone } = user;
      const actor: Actor = {
        userId,
        email,
        name,
        siteRole,
        locale,
        timeZone,
        via: 'session',
        scopes: null,
        address: way.address,
        requestId: way.requestId,
      };
      return this.opening.openInvited(tx, actor, user, way, link.id);
    });
  }
}

function invited(link: LinkRow): LinkRow & { readonly email: string; readonly siteRole: NonNullable<LinkRow['siteRole']> } {
  const { kind, email, siteRole } = link;
  return kind === 'invitation' && email !== null && siteRole !== null ? { ...link, email, siteRole } : noSuchLink();
}
