/** What happens in the access rooms, by event type. No event holds a secret, a password or a link. */
import type { Change } from './events.js';
import type { SiteRole } from '../visibility/visibility.js';

export interface AccessEvents {
  'organisation.created': { readonly name: string; readonly timeZone: string; readonly country: string };
  /** The first event of a demo begun anew; what went before is gone with its record. */
  'demo.reset': { readonly by: { readonly name: string; readonly email: string } };

  'user.created': {
    readonly email: string;
    readonly name: string;
    readonly siteRole: SiteRole;
    readonly how: 'first_admin' | 'invitation' | 'loaded';
  };
  'user.changed': Change;
  'user.deactivated': { readonly sessionsRevoked: number; readonly tokensRevoked: number };
  'user.reactivated': Record<string, never>;
  'user.absence_added': { readonly absenceId: string; readonly startsOn: string; readonly endsOn: string };
  'user.absence_removed': { readonly absenceId: string; readonly startsOn: string; readonly endsOn: string };

  'session.opened': { readonly sessionId: string; readonly how: 'password' | 'first_admin' | 'invitation' | 'demo' };
  'session.closed': {
    readonly sessionIds: readonly string[];
    readonly how: 'sign_out' | 'revoked' | 'password_changed' | 'secret_reused' | 'replaced';
  };
  'password.changed': { readonly how: 'by_password' | 'by_link' };
  'password.link_created': { readonly delivered: 'mailed' | 'shown' };
  'sign_in.unlocked': Record<string, never>;

  'invitation.created': { readonly email: string; readonly siteRole: SiteRole; readonly delivered: 'mailed' | 'shown' };
  'invitation.resent': { readonly email: string; readonly delivered: 'mailed' | 'shown' };
  'invitation.revoked': { readonly email: string };
  'invitation.accepted': { readonly email: string; readonly userId: string };

  'token.created': { readonly name: string; readonly scopes: readonly string[]; readonly expiresAt: string | null };
  'token.revoked': { readonly name: string };

  'seat.granted': { readonly userId: string; readonly seat: string };
  'seat.ended': { readonly userId: string; readonly seat: string };
  'seat.delegated': {
    readonly from: string;
    readonly to: string;
    readonly seat: string;
    readonly newSeatId: string;
    readonly startsOn: string;
    readonly endsOn: string;
  };
  'seat.handed_over': { readonly from: string; readonly to: string; readonly seat: string; readonly newSeatId: string };
  'scorecard.duty_moved': { readonly from: string; readonly to: string; readonly newScorecardId: string };
  'duty.escalated': { readonly duty: string; readonly late: string; readonly to: string; readonly as: string };

  'conflict.recorded': { readonly conflictId: string; readonly userId: string; readonly source: string };
  'conflict.withdrawn': { readonly conflictId: string; readonly userId: string; readonly source: string };

  'break_glass.opened': { readonly grantId: string; readonly userId: string; readonly minutes: number; readonly announcedTo: readonly string[] };
  'break_glass.ended': { readonly grantId: string; readonly userId: string };
  'break_glass.refused': { readonly userId: string; readonly because: 'conflict_of_interest' | 'owes_a_card' };
}
