/**
 * Feedback on feedback: whoever takes part in a debrief may say of a piece of evidence on another's card that it helped, was vague, or
 * does not support its rating. Once each per piece, to be changed or taken back until the debrief is closed. It teaches authors and touches
 * no figure. An author sees totals of a piece once three people have marked it, nobody else sees any, and nobody sees who.
 *
 * Source: issue "The debrief room", item 10. Three is the smallest group in which a total does not name a person outright.
 */
import { type DebriefFacts, takesPart } from '../debrief/debrief-facts.js';
import { invalid, Refusal } from '../refusal.js';
import type { CardContent } from '../scorecard/scorecard.js';

export const EVIDENCE_MARKS = ['helpful', 'vague', 'unsupported'] as const;
export type EvidenceMark = (typeof EVIDENCE_MARKS)[number];

/** So many people must have marked a piece before its author learns anything of it. */
export const FEWEST_FOR_TOTALS = 3;

/** One piece of evidence, as it stood on one revision of a card. */
export interface EvidencePlace {
  readonly scorecardId: string;
  readonly revision: number;
  readonly criterion: string;
  /** Position on the rating, from 0. */
  readonly item: number;
}

export interface MarkedCard {
  readonly authorId: string;
  readonly submitted: boolean;
  readonly revision: number;
  readonly content: CardContent;
}

/** Whether the viewer may mark evidence now. In: the facts. Out: null, or why not. Pure. */
export function checkMarking(facts: DebriefFacts): Refusal | null {
  if (!takesPart(facts)) return new Refusal('forbidden', 'Only those who take part in the debrief mark its evidence.');
  if (facts.state === 'collecting') return new Refusal('wrong_state', 'Evidence can be marked once every card is in.');
  return facts.state === 'closed' ? new Refusal('wrong_state', 'This debrief is closed; what was marked stays as it is.') : null;
}

/** A card as far as it matters to who may mark it. */
export interface MarkableCard {
  readonly scorecardId: string;
  readonly authorId: string;
  readonly submitted: boolean;
  readonly revision: number;
}

/**
 * The cards whose evidence the viewer may mark now.
 *
 * In: the facts, and every card of the application. Out: those of others that are submitted, in the order given; none where the viewer may not
 * mark at all. Pure, total.
 */
export function markableCards<Card extends MarkableCard>(facts: DebriefFacts, cards: readonly Card[]): Card[] {
  if (checkMarking(facts)) return [];
  return cards.filter((card) => checkCard(card, facts.viewer.userId) === null);
}

/** Whether this card's evidence is the viewer's to mark. Out: null; `forbidden` for one's own, `conflict` where it is not submitted. Pure. */
function checkCard(card: Pick<MarkedCard, 'authorId' | 'submitted'>, viewerId: string): Refusal | null {
  if (card.authorId === viewerId) return new Refusal('forbidden', 'Nobody marks the evidence of their own card.');
  return card.submitted ? null : amendedMeanwhile();
}

function amendedMeanwhile(): Refusal {
  return new Refusal('conflict', 'This card was amended meanwhile. Read it again, then mark what it says now.');
}

/**
 * Whether this piece can be marked by this person. Out: null, or a refusal: `forbidden` for one's own card, `conflict` where the card was
 * amended meanwhile, `validation_failed` where there is no such piece. Pure.
 */
export function checkPlace(place: EvidencePlace, card: MarkedCard, viewerId: string): Refusal | null {
  const refusal = checkCard(card, viewerId);
  if (refusal) return refusal;
  if (card.revision !== place.revision) return amendedMeanwhile();
  const rating = card.content.ratings.find((one) => one.criterion === place.criterion);
  if (rating === undefined) return invalid([{ pointer: '/criterion', code: 'unknown_criterion', detail: 'is not rated on this card' }]);
  return place.item < rating.evidence.length
    ? null
    : invalid([{ pointer: '/item', code: 'unknown_item', detail: `this rating has ${rating.evidence.length} pieces of evidence` }]);
}

export interface MarkTotals extends EvidencePlace {
  readonly counts: Readonly<Record<EvidenceMark, number>>;
}

/**
 * What the author of the marked pieces sees.
 *
 * In: how many people gave each mark to each piece. Out: the pieces that at least `FEWEST_FOR_TOTALS` marked, with all three counts, in the
 * order given. Total.
 */
export function totalsShown(counted: readonly MarkTotals[]): MarkTotals[] {
  return counted.filter(({ counts }) => counts.helpful + counts.vague + counts.unsupported >= FEWEST_FOR_TOTALS);
}

export interface MarksReceived {
  /** Pieces of evidence with enough marks to be told. */
  readonly pieces: number;
  readonly counts: Readonly<Record<EvidenceMark, number>>;
}

/**
 * What an author sees of all their evidence together.
 *
 * In: how many people gave each mark to each piece. Out: how many pieces `totalsShown` tells, and the sums over those alone: a piece that fewer
 * have marked adds to no figure either. Total.
 */
export function marksReceived(counted: readonly MarkTotals[]): MarksReceived {
  const shown = totalsShown(counted);
  const sum = (mark: EvidenceMark) => shown.reduce((whole, { counts }) => whole + counts[mark], 0);
  return { pieces: shown.length, counts: { helpful: sum('helpful'), vague: sum('vague'), unsupported: sum('unsupported') } };
}
