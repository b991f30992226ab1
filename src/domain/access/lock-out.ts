/**
 * Guessing is slowed down without locking anybody out of their account. Attempts are counted per pair of account and
 * address, and per address; never per account alone, so that a stranger elsewhere cannot block its owner. A browser on
 * which the person signed in before has a count of its own, so that somebody on the same address cannot block them either.
 * Unknown accounts are counted the same way.
 *
 * Source: issue "Access"; OWASP "Slow down online guessing attacks with device cookies".
 */

export interface AttemptLimit {
  /** Attempts before the first wait; ≥ 1. */
  readonly free: number;
  /** Minutes after the first attempt at which the count starts anew. */
  readonly windowMinutes: number;
  /** Seconds of the first wait; every further attempt doubles it. */
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
}

const DAY = 24 * 60;

export const ATTEMPT_LIMITS = {
  /** Sign-in to one account from one address. */
  pair: { free: 5, windowMinutes: DAY, firstWaitSeconds: 60, longestWaitSeconds: 3600 },
  /** Sign-in to one account from a browser that has done so before. */
  device: { free: 10, windowMinutes: DAY, firstWaitSeconds: 60, longestWaitSeconds: 3600 },
  /** Sign-in to any account from one address: an office behind one address fits, a dictionary does not. */
  address: { free: 200, windowMinutes: 60, firstWaitSeconds: 60, longestWaitSeconds: 900 },
  /** Asking for a new password, from one address. */
  resetByAddress: { free: 20, windowMinutes: 60, firstWaitSeconds: 60, longestWaitSeconds: 3600 },
  /** Mail to one account; past it nothing is sent and nothing is said. */
  resetByAccount: { free: 5, windowMinutes: 60, firstWaitSeconds: 600, longestWaitSeconds: 3600 },
  /** Use of one-time links from one address. */
  link: { free: 40, windowMinutes: 60, firstWaitSeconds: 60, longestWaitSeconds: 900 },
  /** One's own password asked again inside a session. */
  confirm: { free: 10, windowMinutes: 60, firstWaitSeconds: 60, longestWaitSeconds: 900 },
  /** Invitations sent by one admin. */
  invite: { free: 200, windowMinutes: 60, firstWaitSeconds: 60, longestWaitSeconds: 900 },
} as const satisfies Record<string, AttemptLimit>;

export interface AttemptCount {
  readonly attempts: number;
  readonly firstAt: Date;
  /** Until when attempts are refused; null when they are not. */
  readonly blockedUntil: Date | null;
}

export type AttemptAnswer =
  | { readonly allowed: true; readonly count: AttemptCount }
  /** `retryAfter` in whole seconds, ≥ 1. */
  | { readonly allowed: false; readonly retryAfter: number };

/**
 * Counts one attempt before it is tried.
 *
 * In: the limit, what was counted so far (null: nothing) and the time. Out: whether it may be tried, with the new count, or
 * how many seconds to wait. Refused attempts count for nothing, so that waiting helps. Never fails.
 */
export function countAttempt(limit: AttemptLimit, before: AttemptCount | null, now: Date): AttemptAnswer {
  if (before?.blockedUntil && before.blockedUntil > now) {
    return { allowed: false, retryAfter: Math.ceil((before.blockedUntil.getTime() - now.getTime()) / 1000) };
  }
  const isOver = !before || now.getTime() - before.firstAt.getTime() >= limit.windowMinutes * 60_000;
  const attempts = isOver ? 1 : before.attempts + 1;
  const wait = waitSeconds(limit, attempts);
  const blockedUntil = wait === 0 ? null : new Date(now.getTime() + wait * 1000);
  return { allowed: true, count: { attempts, firstAt: isOver ? now : before.firstAt, blockedUntil } };
}

/** Seconds to wait after the n-th attempt: 0 below the free ones, then doubling up to the longest. */
export function waitSeconds(limit: AttemptLimit, attempts: number): number {
  if (attempts < limit.free) return 0;
  return Math.min(limit.firstWaitSeconds * 2 ** Math.min(attempts - limit.free, 30), limit.longestWaitSeconds);
}

/**
 * Who counts as one address: an IPv4 address (also when written inside IPv6), or the /64 of an IPv6 one, because a single
 * subscriber holds at least that.
 */
export function addressGroup(address: string): string {
  const plain = (address.split('%')[0] ?? '').toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain);
  if (mapped?.[1]) return mapped[1];
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(8 - left.length - right.length, 0);
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
