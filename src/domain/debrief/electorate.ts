/**
 * Who votes in a ballot. A panel ballot has the interviewers with a counted card, the hiring manager and the bar raiser; a
 * committee ballot has the committee's members. A person has one vote however many seats they hold. A stand-in in force
 * votes for the holder, except for an interviewer: the estimate of somebody who was not in the room cannot be given by
 * another. Whoever may not know of the application has no seat in its ballots, nor has a deactivated user, unless somebody
 * stands in for them.
 *
 * Source: product design, "Application and debrief life" (ballot seats) and "People, seats and what they may do".
 */

export const BALLOT_KINDS = ['first', 'second', 'committee'] as const;
export type BallotKind = (typeof BALLOT_KINDS)[number];

export type VotingSeat = 'interviewer' | 'hiring_manager' | 'bar_raiser' | 'committee_member';

/** A person who may hold a seat, as facts. */
export interface SeatPerson {
  readonly userId: string;
  readonly name: string;
  readonly active: boolean;
  readonly conflicted: boolean;
}

export interface Holding {
  readonly kind: VotingSeat;
  readonly holder: SeatPerson;
  /** Standing in for the holder now. */
  readonly standIn: SeatPerson | null;
}

/** One vote: the person who casts it and the seats it speaks for. */
export interface Elector {
  readonly userId: string;
  readonly name: string;
  readonly kinds: readonly VotingSeat[];
  /** Holders of the seats, the elector among them where a seat is their own. */
  readonly covers: readonly string[];
}

const PANEL_SEATS: readonly VotingSeat[] = ['interviewer', 'hiring_manager', 'bar_raiser'];

export function seatsOfBallot(kind: BallotKind): readonly VotingSeat[] {
  return kind === 'committee' ? ['committee_member'] : PANEL_SEATS;
}

/**
 * The electors of a ballot.
 *
 * In: every seat in force on the application. Out: one entry per person who has a vote, by name, then id. Pure.
 */
export function electorate(kind: BallotKind, holdings: readonly Holding[]): Elector[] {
  const seats = seatsOfBallot(kind);
  const electors = new Map<string, { name: string; kinds: Set<VotingSeat>; covers: Set<string> }>();
  for (const holding of holdings) {
    const voter = seats.includes(holding.kind) ? voterOf(holding) : null;
    if (!voter) continue;
    const elector = electors.get(voter.userId) ?? { name: voter.name, kinds: new Set(), covers: new Set() };
    elector.kinds.add(holding.kind);
    elector.covers.add(holding.holder.userId);
    electors.set(voter.userId, elector);
  }
  return [...electors]
    .map(([userId, { name, kinds, covers }]) => ({ userId, name, kinds: seats.filter((seat) => kinds.has(seat)), covers: [...covers].sort() }))
    .sort((a, b) => (a.name === b.name ? compare(a.userId, b.userId) : compare(a.name, b.name)));
}

/** Whether every seat of an elector has been voted for, by whoever stood in it then. `covered`: holders of the seats voted for so far. */
export function hasVoted(elector: Elector, covered: ReadonlySet<string>): boolean {
  return elector.covers.every((holder) => covered.has(holder));
}

function voterOf({ kind, holder, standIn }: Holding): SeatPerson | null {
  const fit = (person: SeatPerson | null) => person !== null && person.active && !person.conflicted;
  if (kind !== 'interviewer' && standIn !== null && fit(standIn)) return standIn;
  return fit(holder) ? holder : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
