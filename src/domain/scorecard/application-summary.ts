/**
 * The summary stored with an application, after a change to its cards: how many are due, submitted and waived, whether the
 * debrief is ready, and what the submitted cards say. It is computed under the application's lock from everything that was
 * committed before it, so that of two submissions at once the second counts the first.
 *
 * The debrief is ready when every round that owes a card is over or covered, and no counted card is outstanding; it falls back
 * to collecting when a card comes to be owed before the first ballot.
 *
 * Source: product design, "Application and debrief life". The same rule in SQL is `refresh_application`; a test holds them equal.
 */
import type { DebriefState } from '../debrief/debrief-states.js';
import { panelPacket } from '../debrief/panel-packet.js';
import type { Veto } from '../recommendation/packet.js';
import type { Outcome } from '../recommendation/recommendation.js';
import { summarize } from '../recommendation/recommend.js';
import type { RubricContent } from '../rubric/rubric.js';
import type { CardContent } from './scorecard.js';
import type { CardState } from './scorecard-moves.js';

export interface SummaryCard {
  readonly id: string;
  readonly interviewerId: string;
  readonly roundKey: string;
  readonly status: CardState;
  readonly counts: boolean;
  /** False where the interview was cancelled or nobody came. */
  readonly live: boolean;
  readonly content: CardContent | null;
}

export interface ApplicationSummary {
  readonly due: number;
  readonly submitted: number;
  readonly waived: number;
  readonly debrief: DebriefState;
  /** Null before the first submitted card. */
  readonly outcome: Outcome | null;
  /** In [0, 1]. */
  readonly deciding: number | null;
}

/**
 * The summary after a change. In: every card of the application in round order as it is after the change, the rounds that owe
 * a card and have nobody on them yet, the debrief's stage before, the pinned rubric and the standing vetoes. Out: the summary;
 * outstanding cards do not enter the outcome, they make it insufficient wherever it is shown. Pure and total.
 */
export function summarizeApplication(
  rubric: RubricContent,
  cards: readonly SummaryCard[],
  vetoes: readonly Veto[],
  at: { readonly openRounds: number; readonly debrief: DebriefState },
): ApplicationSummary {
  const counted = cards.filter((card) => card.counts);
  const due = counted.filter((card) => card.live && (card.status === 'assigned' || card.status === 'draft')).length;
  const submitted = counted.filter((card) => card.status === 'submitted');
  const waived = counted.filter((card) => card.status === 'declined' || card.status === 'waived').length;
  const debrief = stageAfter(at.debrief, due, at.openRounds, submitted.length + waived);
  const figures = submitted.length === 0 ? null : summarize(panelPacket(rubric, submitted, vetoes));
  return { due, submitted: submitted.length, waived, debrief, outcome: figures?.outcome ?? null, deciding: figures?.deciding ?? null };
}

function stageAfter(before: DebriefState, due: number, openRounds: number, settled: number): DebriefState {
  const outstanding = due > 0 || openRounds > 0;
  if (before === 'collecting' && !outstanding && settled > 0) return 'ready';
  return before === 'ready' && outstanding ? 'collecting' : before;
}
