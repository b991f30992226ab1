/**
 * What an actor may do to a user's record. The services check the same functions that the screens are told.
 *
 * Source: product design, "People, seats and what they may do".
 */
import type { SiteRole } from '../visibility/visibility.js';

export interface UserAbilities {
  readonly edit: boolean;
  readonly changeRole: boolean;
  readonly deactivate: boolean;
  readonly reactivate: boolean;
  readonly createPasswordLink: boolean;
  readonly revokeSessions: boolean;
}

export interface UserFacts {
  readonly status: 'active' | 'deactivated';
  /** An active admin, and the only one. */
  readonly isLastAdmin: boolean;
}

/** The last active admin can be neither demoted nor deactivated: nobody would be left to invite another. */
export function userAbilities(actor: { readonly siteRole: SiteRole }, user: UserFacts): UserAbilities {
  const admin = actor.siteRole === 'admin';
  const active = user.status === 'active';
  return {
    edit: admin,
    changeRole: admin && !user.isLastAdmin,
    deactivate: admin && active && !user.isLastAdmin,
    reactivate: admin && !active,
    createPasswordLink: admin && active,
    revokeSessions: admin,
  };
}
