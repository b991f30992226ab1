import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { Refusal } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { AccountOpening } from './account-opening.service.js';
import { LinksStore } from './links.store.js';
import type { RequestWay } from './request-way.js';
import type { OpenedSession } from './session-opening.service.js';
import { UsersReader } from './users.reader.js';

export interface FirstAdmin {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly organisation: { readonly name: string; readonly timeZone: string; readonly country: string };
}

/** The way into an empty database: one link, printed where only the operator reads it. */
@Injectable()
export class FirstAdminService {
  constructor(
    private readonly database: Database,
    private readonly links: LinksStore,
    private readonly users: UsersReader,
    private readonly opening: AccountOpening,
    private readonly clock: Clock,
  ) {}

  /** A fresh link while there is nobody yet (earlier ones die), or null. */
  ensureLink(): Promise<string | null> {
    return this.database.transaction(async (tx) => {
      if (await this.users.isAnybody(tx)) return null;
      const now = this.clock.now();
      await this.links.revokeKind(tx, 'first_admin', now);
      return (await this.links.create(tx, 'first_admin', now, {})).url;
    });
  }

  /** Makes the organisation and its first admin, and signs them in. */
  async accept(given: FirstAdmin, way: RequestWay): Promise<OpenedSession> {
    await this.links.find(this.database, given.token, this.clock.now());
    const { organisation, name, email } = given;
    const passwordHash = await this.opening.passwordHash(given.password, [name, email, organisation.name]);
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      await this.links.use(tx, 'first_admin', given.token, now);
      if (await this.users.isAnybody(tx)) throw new Refusal('already_exists', 'There is an admin already. Ask them for an invitation.');
      const actor: Actor = {
        userId: newId(),
        name,
        email,
        siteRole: 'admin',
        via: 'session',
        scopes: null,
        address: way.address,
        requestId: way.requestId,
        locale: 'en',
        timeZone: organisation.timeZone,
      };
      await this.opening.openOrganisation(tx, actor, organisation, now);
      const user = {
        id: actor.userId,
        name,
        email,
        siteRole: 'admin',
        passwordHash,
        timeZone: organisation.timeZone,
        country: organisation.country,
        locale: 'en',
      } as const;
      return this.opening.openFirst(tx, actor, user, way);
    });
  }
}
