/**
 * The line an application really took: when it came to each round, when the round's last session was, and when it left. A round is
 * entered when the one before it was passed, the first with the start; a round skipped was never entered.
 *
 * Source: product design, "Pipeline and timeline".
 */
import type { RoundHeld } from './last-session.js';
import { type LocalDate, localDateOf } from './local-date.js';

export interface RoundTaken extends RoundHeld {
  /** Passed or ended at, ISO instant. */
  readonly decidedAt: string | null;
}

export interface ActualRound {
  readonly round: string;
  readonly enteredOn: LocalDate | null;
  readonly leftOn: LocalDate | null;
}

export interface ActualLine {
  readonly rounds: readonly ActualRound[];
  /** Where the application stands: a round's key, or `decision` once every round is over; since when. */
  readonly standsIn: { readonly round: string; readonly enteredOn: LocalDate };
}

/**
 * @param rounds in order  @param startedAt ISO instant  @param endedAt of the application, null while it is open
 * @param zone the job's; every date is read there
 */
export function actualLine(rounds: readonly RoundTaken[], startedAt: string, endedAt: string | null, zone: string): ActualLine {
  const on = (at: string) => localDateOf(at, zone);
  let entered = on(startedAt);
  let standsIn: ActualLine['standsIn'] | null = null;
  const line = rounds.map((round): ActualRound => {
    const here = { round: round.key, enteredOn: entered };
    if (round.status === 'skipped') return { round: round.key, enteredOn: null, leftOn: null };
    if (round.status === 'passed') {
      if (round.decidedAt !== null) entered = on(round.decidedAt);
      return { ...here, leftOn: round.decidedAt === null ? null : entered };
    }
    if (standsIn !== null || (round.status === 'pending' && rounds.some((other) => other.status === 'current'))) {
      return { round: round.key, enteredOn: null, leftOn: null };
    }
    standsIn = here;
    return { ...here, leftOn: endedAt === null ? null : on(endedAt) };
  });
  return { rounds: line, standsIn: standsIn ?? { round: 'decision', enteredOn: entered } };
}
