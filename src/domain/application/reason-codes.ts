/**
 * Why a move was made: a code that reports can count, and words where the code says too little. A code says what the
 * stage became and never what somebody wrote on a card.
 *
 * Source: product design, "Application and debrief life": "records advance, hold or reject with a reason code".
 */
import { invalid, Refusal } from '../refusal.js';
import type { ApplicationMove } from './application-life.js';

export const REASON_CODES = {
  advance: ['round_passed', 'parallel_rounds', 'exception', 'other'],
  hold: ['candidate_asked', 'hiring_freeze', 'comparing_finalists', 'waiting_for_interviewer', 'other'],
  resume: ['hold_ended', 'other'],
  reject: ['below_bar', 'missing_requirement', 'work_authorisation', 'position_filled', 'job_closed', 'conduct', 'other'],
  withdraw: ['accepted_elsewhere', 'compensation', 'location', 'timing', 'no_answer', 'other'],
  reopen: ['new_evidence', 'candidate_returned', 'mistake', 'headcount', 'other'],
  offer: ['decided', 'other'],
  retract_offer: ['candidate_declined', 'headcount', 'debrief_reopened', 'other'],
  hire: ['accepted', 'other'],
} as const satisfies Readonly<Record<ApplicationMove, readonly string[]>>;

/** Every code of every move, for documentation. */
export const ALL_REASON_CODES: readonly string[] = [...new Set(Object.values(REASON_CODES).flat())];

/** Moves that need words beside the code, because they take back or end something. */
const NEEDS_WORDS: readonly ApplicationMove[] = ['reopen', 'retract_offer'];

/**
 * Checks the reason of a move.
 *
 * In: the move, a code and words. Errors: `validation_failed` at `/reasonCode` for a code that does not belong to the move; `reason_required`
 * at `/reason` where the code is `other` or the move needs words and none were given.
 */
export function checkReason(move: ApplicationMove, code: string, words: string): void {
  const known: readonly string[] = REASON_CODES[move];
  if (!known.includes(code)) throw invalid([{ pointer: '/reasonCode', code: 'unknown_word', detail: `must be one of: ${known.join(', ')}` }]);
  if (words.trim() === '' && (code === 'other' || NEEDS_WORDS.includes(move))) {
    throw new Refusal('reason_required', 'Say in words why.', [{ pointer: '/reason', code: 'required', detail: 'say in words why' }]);
  }
}
