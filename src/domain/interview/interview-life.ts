/**
 * The life of an interview, as data: planned, scheduled, held, or called off (cancelled, no-show). Calling one off ends the duty of its
 * panel; it cannot be called off once somebody has submitted a card on it.
 *
 * Source: product design, "Application and debrief life" and "Visibility".
 */
import { invalid, Refusal, type Fault } from '../refusal.js';

export const INTERVIEW_STATUSES = ['planned', 'scheduled', 'held', 'cancelled', 'no_show'] as const;
export type InterviewStatus = (typeof INTERVIEW_STATUSES)[number];

export interface InterviewState {
  readonly status: InterviewStatus;
  readonly startsAt: Date | null;
  /** Grows with every change a calendar has to learn (RFC 5545, SEQUENCE). */
  readonly sequence: number;
  readonly cardsSubmitted: number;
}

export const INTERVIEW_MOVES = ['schedule', 'move', 'mark_held', 'cancel', 'no_show'] as const;
export type InterviewMove = (typeof INTERVIEW_MOVES)[number];

interface Step {
  readonly from: readonly InterviewStatus[];
  readonly to: InterviewStatus;
  /** The interview must have begun. */
  readonly begun: boolean;
  /** Nobody may have submitted a card. */
  readonly noCards: boolean;
  readonly otherwise: string;
}

export const INTERVIEW_STEPS: Readonly<Record<InterviewMove, Step>> = {
  schedule: {
    from: ['planned'],
    to: 'scheduled',
    begun: false,
    noCards: false,
    otherwise: 'Only a planned interview can be scheduled. Move a scheduled one; plan a new one in place of one called off.',
  },
  move: { from: ['scheduled'], to: 'scheduled', begun: false, noCards: true, otherwise: 'Only a scheduled interview can be moved.' },
  mark_held: { from: ['scheduled'], to: 'held', begun: true, noCards: false, otherwise: 'Only a scheduled interview can be marked as held.' },
  cancel: {
    from: ['planned', 'scheduled'],
    to: 'cancelled',
    begun: false,
    noCards: true,
    otherwise: 'Only a planned or scheduled interview can be cancelled.',
  },
  no_show: { from: ['scheduled'], to: 'no_show', begun: true, noCards: true, otherwise: 'Only a scheduled interview can be a no-show.' },
};

/** An interview that happened or may still happen. */
export function isLive(status: InterviewStatus): boolean {
  return status !== 'cancelled' && status !== 'no_show';
}

/**
 * Makes a move.
 *
 * In: the interview's state, the move, now. Out: the next status and sequence. Errors: `wrong_state` when the status does not allow the move or the
 * interview has not begun; `in_use` when a card has been submitted on it.
 */
export function moveInterview(
  state: InterviewState,
  move: InterviewMove,
  now: Date,
): { readonly status: InterviewStatus; readonly sequence: number } {
  const step = INTERVIEW_STEPS[move];
  if (!step.from.includes(state.status)) throw new Refusal('wrong_state', step.otherwise, [], { status: state.status });
  if (step.begun && !hasBegun(state, now)) throw new Refusal('wrong_state', 'The interview has not begun yet.', [], { status: state.status });
  if (step.noCards && state.cardsSubmitted > 0) throw new Refusal('in_use', 'A scorecard has been submitted on this interview, so it was held.');
  return { status: step.to, sequence: move === 'mark_held' ? state.sequence : state.sequence + 1 };
}

/** True when `moveInterview` would not refuse. */
export function canMoveInterview(state: InterviewState, move: InterviewMove, now: Date): boolean {
  const step = INTERVIEW_STEPS[move];
  return step.from.includes(state.status) && (!step.begun || hasBegun(state, now)) && (!step.noCards || state.cardsSubmitted === 0);
}

function hasBegun(state: InterviewState, now: Date): boolean {
  return state.startsAt !== null && state.startsAt <= now;
}

/** Hours an interview may last at most. */
const LONGEST_HOURS = 24;

/** Names what is wrong with a time: the end must follow the start within a day, and the start must lie between 2000 and 2199. */
export function timeFaults(startsAt: Date, endsAt: Date): Fault[] {
  const faults: Fault[] = [];
  const year = startsAt.getUTCFullYear();
  if (!(year >= 2000 && year <= 2199)) faults.push({ pointer: '/startsAt', code: 'out_of_range', detail: 'must lie between 2000 and 2199' });
  const hours = (endsAt.getTime() - startsAt.getTime()) / 3_600_000;
  if (!(hours > 0)) faults.push({ pointer: '/endsAt', code: 'before_start', detail: 'must come after the start' });
  else if (hours > LONGEST_HOURS)
    faults.push({ pointer: '/endsAt', code: 'too_long', detail: `must come within ${LONGEST_HOURS} hours of the start` });
  return faults;
}

/** Refuses a time in which nothing can be held. */
export function checkTime(startsAt: Date, endsAt: Date): void {
  const faults = timeFaults(startsAt, endsAt);
  if (faults.length > 0) throw invalid(faults);
}
