/**
 * When the panel's sessions are over: the end of the last session, once every round that is still to be held has its sessions
 * set. A session that was called off does not count; a round that was not reached means that there never was a last session.
 *
 * Source: product design, "Pipeline and timeline": decision due after the last round.
 */
export interface RoundHeld {
  readonly key: string;
  readonly status: 'pending' | 'current' | 'passed' | 'skipped' | 'not_reached';
}

export interface Session<Ending> {
  /** Key of its round. */
  readonly round: string;
  readonly calledOff: boolean;
  /** How and when it ends, null until a time is set. */
  readonly ends: Ending | null;
}

/**
 * The ends of all sessions, the last of which starts the time for the decision.
 * @returns null while a round has no session, a session has no time, or there never was one
 */
export function sessionEnds<Ending>(rounds: readonly RoundHeld[], sessions: readonly Session<Ending>[]): readonly Ending[] | null {
  if (rounds.some((round) => round.status === 'not_reached')) return null;
  const live = sessions.filter((session) => !session.calledOff);
  const awaited = rounds.filter((round) => round.status === 'pending' || round.status === 'current');
  if (awaited.some((round) => !live.some((session) => session.round === round.key))) return null;
  const ends = live.flatMap((session) => (session.ends === null ? [] : [session.ends]));
  return ends.length === live.length && ends.length > 0 ? ends : null;
}
