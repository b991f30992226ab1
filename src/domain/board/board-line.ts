/**
 * A line of the board: where an application stands, what it waits for and who has to act. All of it follows from stages and from
 * which cards are due, never from what a card says.
 *
 * Source: product design, "Pipeline and timeline" and "Visibility".
 */

/**
 * `schedule`: a time for an interview of the round. `interview`: the interview itself. `card`: scorecards of interviews held. `advance`:
 * the decision about the round. `decision`: the debrief's. `committee`: its ballot. `outcome`: the offer or rejection after the
 * decision. `candidate`: their answer to an offer. `hold`: the end of the hold.
 */
export const WAITS_FOR = ['schedule', 'interview', 'card', 'advance', 'decision', 'committee', 'outcome', 'candidate', 'hold'] as const;
export type WaitsFor = (typeof WAITS_FOR)[number];

export const BOARD_ROLES = ['interviewer', 'hiring_manager', 'recruiter', 'coordinator', 'committee', 'candidate'] as const;
export type BoardRole = (typeof BOARD_ROLES)[number];

/** Columns that are no rounds, in the order in which they stand after the rounds. */
export const LANES_AFTER_ROUNDS = ['debrief', 'decided', 'offered', 'held', 'hired', 'rejected', 'withdrawn'] as const;

/** How a column is named: `round:<key>`, or one of `LANES_AFTER_ROUNDS`. */
export const LANE = /^(?:round:[a-z0-9][a-z0-9_-]{0,63}|debrief|decided|offered|held|hired|rejected|withdrawn)$/;

export const BOARD_SORTS = ['due', 'stage', 'name'] as const;
export type BoardSort = (typeof BOARD_SORTS)[number];

/** A clock that runs: its states as the record knows them while it is open. */
export const OPEN_CLOCK_STATES = ['on_time', 'at_risk', 'late', 'paused', 'not_known'] as const;
export type OpenClockState = (typeof OPEN_CLOCK_STATES)[number];

interface Column {
  /** Place of the round in its plan; null where the column is no round. */
  readonly position: number | null;
  readonly lane: string;
}

/** The order of columns: rounds by their place in the plan, then what comes after the rounds; the lane's name decides ties. */
export function columnOrder(one: Column, other: Column): number {
  return placeOf(one) - placeOf(other) || (one.lane < other.lane ? -1 : one.lane > other.lane ? 1 : 0);
}

function placeOf({ position, lane }: Column): number {
  const after = LANES_AFTER_ROUNDS.findIndex((name) => name === lane);
  return after < 0 ? (position ?? 999) : 1000 + after;
}
