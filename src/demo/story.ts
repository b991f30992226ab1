import type { EvidenceItem } from '../domain/rubric/evidence.js';
import type { CardContent, Confidence, Rating, Verdict } from '../domain/scorecard/scorecard.js';

/** One scorecard of a story: who wrote it in which round, and what it says. */
export interface StoryCard {
  readonly interviewer: string;
  /** Null: never submitted; the interviewer still owes it. */
  readonly content: CardContent | null;
  /** Hours after the interview ended at which it was submitted. */
  readonly after?: number;
}

export interface StoryRound {
  readonly round: string;
  /** Working days before today on which the interview was held; negative lies ahead. */
  readonly daysAgo: number;
  readonly cards: readonly StoryCard[];
}

export type StoryEnding =
  | { readonly kind: 'open' }
  | { readonly kind: 'hold' | 'reject' | 'withdraw'; readonly reason: string }
  | {
      readonly kind: 'decided';
      readonly outcome: Verdict;
      readonly rationale: string;
      readonly explanation?: string;
      readonly then: 'offer' | 'reject';
      /** What the candidate asks for once the offer is out. */
      readonly counter?: { readonly base: string; readonly signOn: string };
    };

/** One candidate's way through one job. */
export interface Story {
  readonly key: string;
  readonly candidate: { readonly name: string; readonly location: string; readonly timeZone: string; readonly country: string };
  readonly startedDaysAgo: number;
  readonly source: string;
  readonly rounds: readonly StoryRound[];
  readonly ending: StoryEnding;
}

type Level = 1 | 2 | 3 | 4;

export interface Rated {
  readonly level: Level | null;
  readonly confidence: Confidence;
  readonly evidence: readonly EvidenceItem[];
}

export const rated = (level: Level, ...evidence: readonly EvidenceItem[]): Rated => ({ level, confidence: 'high', evidence });
export const unsure = (level: Level, ...evidence: readonly EvidenceItem[]): Rated => ({ level, confidence: 'low', evidence });
export const skipped: Rated = { level: null, confidence: 'medium', evidence: [] };

/** A card from its verdict, its summary and its ratings by criterion. */
export function card(
  verdict: Verdict,
  summary: string,
  ratings: Readonly<Record<string, Rated>>,
  facts: Readonly<Record<string, boolean>> = {},
): CardContent {
  const list = Object.entries(ratings).map(([criterion, { level, confidence, evidence }]): Rating => ({
    criterion,
    level,
    confidence,
    evidence,
    note: '',
  }));
  return { verdict, summary, ratings: list, facts };
}
