/**
 * A session's secret is replaced from time to time. The one before stays good for a short grace, because a browser sends
 * several requests at once; shown again after that, it is a copy in somebody else's hands and the session ends.
 *
 * Source: product design, "Meeting the outside world" and issue "Access"; OWASP Session Management, renewal of session ids.
 */

/** Seconds for which a replaced secret is still taken. */
export const GRACE_SECONDS = 60;

/** Which of a session's secrets was shown: the current one, or one that was replaced. */
export type ShownSecret = { readonly kind: 'current'; readonly rotatedAt: Date } | { readonly kind: 'replaced'; readonly replacedAt: Date };

/** `use`: let in. `rotate`: let in and replace the secret. `revoke`: a copy is in other hands, end the session. */
export type SessionVerdict = 'use' | 'rotate' | 'revoke';

/**
 * What to do with a session whose secret was shown.
 *
 * In: the secret's state, the time, and minutes after which a secret is replaced (≥ 1). Out: the verdict. Never fails.
 */
export function judgeSession(secret: ShownSecret, now: Date, rotateAfterMinutes: number): SessionVerdict {
  if (secret.kind === 'replaced') return now.getTime() - secret.replacedAt.getTime() <= GRACE_SECONDS * 1000 ? 'use' : 'revoke';
  return now.getTime() - secret.rotatedAt.getTime() >= rotateAfterMinutes * 60_000 ? 'rotate' : 'use';
}
