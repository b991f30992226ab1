/**
 * The life of a scorecard: assigned → draft → submitted → amended*; or declined by its interviewer, or waived by the hiring
 * manager or a recruiter. Who may make which move, and when; each refusal says why and the way out.
 *
 * - A card can be submitted once its interview has started. A waived card may still arrive; from the first ballot on it is kept
 *   and not counted.
 * - A submitted card is never edited: an amendment is a new full revision. An open ballot freezes amendments; after the decision
 *   the debrief has to be reopened first.
 * - Nobody waives their own.
 * - A waiver can be taken back until the first ballot opens, a declined card by the hiring manager until the debrief is ready.
 *
 * Source: product design, "Scorecard life" and "Application and debrief life".
 */
import type { DebriefState } from '../debrief/debrief-states.js';
import { Refusal } from '../refusal.js';

export type CardState = 'assigned' | 'draft' | 'submitted' | 'declined' | 'waived';
export type InterviewState = 'planned' | 'scheduled' | 'held' | 'cancelled' | 'no_show';
export type CardMove = 'saveDraft' | 'submit' | 'amend' | 'decline' | 'waive' | 'restore';

/** A card as one person finds it. */
export interface CardSituation {
  readonly status: CardState;
  readonly isAuthor: boolean;
  /** Seats of the job in force now. */
  readonly isRecruiter: boolean;
  readonly isHiringManager: boolean;
  readonly interview: InterviewState;
  /** The interview was held, or its start has passed. */
  readonly started: boolean;
  readonly debrief: DebriefState;
}

export const DECLINE_REASONS = ['conflict_of_interest', 'not_available', 'not_qualified', 'did_not_take_part', 'other'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

const BALLOTS: readonly DebriefState[] = ['first_ballot', 'second_ballot', 'committee_ballot'];

/** Until the first ballot opens (or is skipped) a late card still counts. */
export function beforeFirstBallot(debrief: DebriefState): boolean {
  return debrief === 'collecting' || debrief === 'ready';
}

/** Why this person may not make this move now; null when they may. Pure and total. */
export function refusalOfMove(move: CardMove, card: CardSituation): Refusal | null {
  switch (move) {
    case 'saveDraft':
      return refusalOfWriting(card);
    case 'submit':
      return refusalOfWriting(card) ?? refusalOfInterview(card);
    case 'amend':
      return refusalOfAmending(card);
    case 'decline':
      return onlyAuthor(card) ?? (isOpen(card) ? null : wrongState(card, 'declined'));
    case 'waive':
      return refusalOfWaiving(card);
    case 'restore':
      return refusalOfRestoring(card);
  }
}

function refusalOfWriting(card: CardSituation): Refusal | null {
  const notAuthor = onlyAuthor(card);
  if (notAuthor) return notAuthor;
  if (card.status === 'submitted') return new Refusal('wrong_state', 'This scorecard is submitted and is never edited. Amend it, and say why.');
  if (card.status === 'declined') return new Refusal('wrong_state', 'You declined this scorecard. The hiring manager can ask for it again.');
  return null;
}

function refusalOfInterview(card: CardSituation): Refusal | null {
  if (card.interview === 'cancelled' || card.interview === 'no_show') {
    return new Refusal('wrong_state', 'The interview did not take place, so there is nothing to judge. Your draft is kept.');
  }
  return card.started ? null : new Refusal('wrong_state', 'A scorecard can be submitted once the interview has started. Your draft is kept.');
}

function refusalOfAmending(card: CardSituation): Refusal | null {
  const notAuthor = onlyAuthor(card);
  if (notAuthor) return notAuthor;
  if (card.status !== 'submitted') return new Refusal('wrong_state', 'Only a submitted scorecard is amended. Submit it first.');
  if (BALLOTS.includes(card.debrief))
    return new Refusal('wrong_state', 'A ballot is open, and cards do not change while people vote on them. Amend after it.');
  if (card.debrief === 'decided' || card.debrief === 'closed') {
    return new Refusal('wrong_state', 'The decision is made. The debrief has to be reopened before a scorecard can be amended.');
  }
  return null;
}

function refusalOfWaiving(card: CardSituation): Refusal | null {
  if (!card.isRecruiter && !card.isHiringManager)
    return new Refusal('forbidden', 'A scorecard is waived by the hiring manager or a recruiter of the job.');
  if (card.isAuthor) return new Refusal('forbidden', 'Nobody waives their own scorecard. Decline it, or ask another recruiter or hiring manager.');
  return isOpen(card) ? null : wrongState(card, 'waived');
}

function refusalOfRestoring(card: CardSituation): Refusal | null {
  if (card.status === 'declined') {
    if (!card.isHiringManager) return new Refusal('forbidden', 'A declined scorecard is asked for again by the hiring manager.');
    return card.debrief === 'collecting' ? null : new Refusal('wrong_state', 'The debrief is ready: a declined scorecard stays declined.');
  }
  if (!card.isRecruiter && !card.isHiringManager)
    return new Refusal('forbidden', 'A waiver is taken back by the hiring manager or a recruiter of the job.');
  if (card.status !== 'waived') return new Refusal('wrong_state', 'Only a declined or waived scorecard can be asked for again.');
  return beforeFirstBallot(card.debrief) ? null : new Refusal('wrong_state', 'The first ballot has opened: a waived scorecard stays waived.');
}

function onlyAuthor(card: CardSituation): Refusal | null {
  return card.isAuthor ? null : new Refusal('forbidden', 'Only its interviewer writes a scorecard.');
}

function isOpen(card: CardSituation): boolean {
  return card.status === 'assigned' || card.status === 'draft';
}

function wrongState(card: CardSituation, wanted: string): Refusal {
  return new Refusal('wrong_state', `This scorecard is ${card.status} and cannot be ${wanted} any more.`);
}
