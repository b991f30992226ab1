/**
 * The life of an application, as data: which move leads from which status to which, who may make it, and what happens to its
 * rounds. A move says something about the stage and nothing about anybody's card.
 *
 * Source: product design, "Application and debrief life".
 */
import { Refusal } from '../refusal.js';

export const APPLICATION_STATUSES = ['active', 'on_hold', 'offered', 'hired', 'rejected', 'withdrawn'] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** While one of these holds, nobody may start a second application of the same person to the same job. */
export const OPEN_STATUSES: readonly ApplicationStatus[] = ['active', 'on_hold', 'offered'];

export type RoundStatus = 'pending' | 'current' | 'passed' | 'skipped' | 'not_reached';
export type RoundOutcome = 'advance' | 'hold' | 'reject';

export interface RoundState {
  readonly key: string;
  readonly status: RoundStatus;
  readonly outcome: RoundOutcome | null;
}

export interface ApplicationState {
  readonly status: ApplicationStatus;
  /** In the order in which they are held. */
  readonly rounds: readonly RoundState[];
}

export const APPLICATION_MOVES = ['advance', 'hold', 'resume', 'reject', 'withdraw', 'reopen', 'offer', 'retract_offer', 'hire'] as const;
export type ApplicationMove = (typeof APPLICATION_MOVES)[number];

interface Step {
  readonly from: readonly ApplicationStatus[];
  readonly to: ApplicationStatus;
  /** What the caller is told when the status does not fit. */
  readonly otherwise: string;
}

/** The whole machine. A status that no step leads out of is an end. */
export const APPLICATION_STEPS: Readonly<Record<ApplicationMove, Step>> = {
  advance: { from: ['active'], to: 'active', otherwise: 'Only an active application advances. Resume or reopen it first.' },
  hold: { from: ['active'], to: 'on_hold', otherwise: 'Only an active application can be put on hold.' },
  resume: { from: ['on_hold'], to: 'active', otherwise: 'Only an application on hold can be resumed.' },
  reject: {
    from: ['active', 'on_hold'],
    to: 'rejected',
    otherwise: 'Only an active application or one on hold can be rejected. Retract an offer first.',
  },
  withdraw: { from: ['active', 'on_hold', 'offered'], to: 'withdrawn', otherwise: 'The application has ended already.' },
  reopen: { from: ['rejected', 'withdrawn'], to: 'active', otherwise: 'Only a rejected or withdrawn application can be reopened.' },
  offer: { from: ['active'], to: 'offered', otherwise: 'Only an active application can be offered to. Resume it first.' },
  retract_offer: { from: ['offered'], to: 'active', otherwise: 'There is no offer to retract.' },
  hire: { from: ['offered'], to: 'hired', otherwise: 'Only somebody who was offered to can be hired.' },
};

/**
 * Makes a move.
 *
 * In: the application's status and rounds, the move. Out: the next state; the same rounds in the same order. Errors: `wrong_state` with the way
 * out when the status does not allow the move or no round is current to advance from. Source: product design, "Application and debrief life".
 */
export function moveApplication(state: ApplicationState, move: ApplicationMove): ApplicationState {
  const step = APPLICATION_STEPS[move];
  if (!step.from.includes(state.status)) throw new Refusal('wrong_state', step.otherwise, [], { status: state.status });
  return { status: step.to, rounds: roundsAfter(state.rounds, move) };
}

/** True when `moveApplication` would not refuse. */
export function canMove(state: ApplicationState, move: ApplicationMove): boolean {
  if (!APPLICATION_STEPS[move].from.includes(state.status)) return false;
  return move !== 'advance' || state.rounds.some((round) => round.status === 'current');
}

/** The key of the round the application stands in; null between the last round and the end. */
export function currentRound(rounds: readonly RoundState[]): string | null {
  return rounds.find((round) => round.status === 'current')?.key ?? null;
}

function roundsAfter(rounds: readonly RoundState[], move: ApplicationMove): readonly RoundState[] {
  switch (move) {
    case 'advance':
      if (currentRound(rounds) === null) throw new Refusal('wrong_state', 'Every round is over; the debrief decides now.');
      return toNextRound(decideCurrent(rounds, 'advance', 'passed'));
    case 'hold':
      return decideCurrent(rounds, 'hold', 'current');
    case 'resume':
      return rounds.map((round) => (round.status === 'current' ? { ...round, outcome: null } : round));
    case 'reject':
      return endRounds(decideCurrent(rounds, 'reject', 'passed'));
    case 'withdraw':
      return endRounds(rounds);
    case 'reopen':
      return reopenRounds(rounds);
    case 'offer':
    case 'retract_offer':
    case 'hire':
      return rounds;
  }
}

function decideCurrent(rounds: readonly RoundState[], outcome: RoundOutcome, status: RoundStatus): readonly RoundState[] {
  return rounds.map((round) => (round.status === 'current' ? { ...round, outcome, status } : round));
}

/** The first pending round becomes the current one, where none is. */
export function toNextRound(rounds: readonly RoundState[]): readonly RoundState[] {
  if (rounds.some((round) => round.status === 'current')) return rounds;
  const next = rounds.find((round) => round.status === 'pending');
  return rounds.map((round) => (round === next ? { ...round, status: 'current' } : round));
}

function endRounds(rounds: readonly RoundState[]): readonly RoundState[] {
  return rounds.map((round) => (round.status === 'current' || round.status === 'pending' ? { ...round, status: 'not_reached' } : round));
}

/** A rejection is taken back with its round; what was not reached lies ahead again. */
function reopenRounds(rounds: readonly RoundState[]): readonly RoundState[] {
  const ahead = rounds.map((round): RoundState => {
    if (round.outcome === 'reject' || round.status === 'not_reached') return { ...round, status: 'pending', outcome: null };
    return round;
  });
  return toNextRound(ahead);
}
