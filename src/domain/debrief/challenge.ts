/**
 * A challenge is against one rating of one card, with a reason code and words. The card's author answers: upheld, or revised
 * through an amendment that changed this rating; the challenger may withdraw it. Either way both values stay on the record.
 *
 * Source: product design, "Application and debrief life" (challenge).
 */
import { Refusal, invalid } from '../refusal.js';
import { compareRevisions } from '../scorecard/card-changes.js';
import type { CardContent } from '../scorecard/scorecard.js';

export const CHALLENGE_REASONS = [
  'no_decision_evidence',
  'jargon',
  'missing_evidence',
  'anchor_mismatch',
  'contradicts_other_round',
  'possible_bias',
  'other',
] as const;
export type ChallengeReason = (typeof CHALLENGE_REASONS)[number];

export const CHALLENGE_ANSWERS = ['upheld', 'revised', 'withdrawn'] as const;
export type ChallengeAnswer = (typeof CHALLENGE_ANSWERS)[number];
export type ChallengeStatus = 'open' | ChallengeAnswer;

export interface ChallengedCard {
  readonly authorId: string;
  readonly submitted: boolean;
  readonly revision: number;
  readonly content: CardContent;
}

/** The rated level of a criterion on a card; null where not assessed; undefined where the card does not speak of it. */
export function ratedLevel(content: CardContent, criterion: string): number | null | undefined {
  return content.ratings.find((rating) => rating.criterion === criterion)?.level;
}

/** Refuses a challenge of something that is not there: a card without a submission, a criterion it did not rate, one's own card. */
export function checkChallenged(card: ChallengedCard, criterion: string, challengerId: string): Refusal | null {
  if (!card.submitted) return invalid([{ pointer: '/scorecardId', code: 'not_submitted', detail: 'was not submitted' }]);
  if (card.authorId === challengerId) return new Refusal('forbidden', 'This is your own card: amend it instead.');
  if (ratedLevel(card.content, criterion) === undefined)
    return invalid([{ pointer: '/criterion', code: 'not_rated', detail: 'is not on this card' }]);
  return null;
}

export interface OpenChallenge {
  readonly status: ChallengeStatus;
  readonly raisedBy: string;
  readonly criterion: string;
  /** Content of the revision that was challenged. */
  readonly challenged: CardContent;
  readonly revision: number;
}

/** Refuses an answer by the wrong person, to a challenge that is closed, or `revised` where the rating was not amended. */
export function checkAnswer(challenge: OpenChallenge, answer: ChallengeAnswer, card: ChallengedCard, viewerId: string): Refusal | null {
  if (challenge.status !== 'open') return new Refusal('wrong_state', `This challenge is ${challenge.status} already.`);
  if (answer === 'withdrawn')
    return viewerId === challenge.raisedBy ? null : new Refusal('forbidden', 'Only whoever raised a challenge may withdraw it.');
  if (viewerId !== card.authorId) return new Refusal('forbidden', 'Only the author of the card may answer a challenge of it.');
  if (answer === 'upheld') return null;
  const changes = compareRevisions(challenge.challenged, card.content);
  const amended =
    card.revision > challenge.revision && changes.some((change) => change.key === challenge.criterion && change.code !== 'fact_changed');
  return amended ? null : new Refusal('incomplete', 'The rating stands as it was challenged. Amend the card first, then answer with "revised".');
}
