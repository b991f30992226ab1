/**
 * What changed between two revisions of one card, rating by rating, so that an amendment can be read at a glance.
 *
 * Source: product design, "Scorecard life": an amendment is a new full revision.
 */
import canonicalize from 'canonicalize';
import { pointerStep } from '../json-shape.js';
import type { CardContent, Rating } from './scorecard.js';

export const CARD_CHANGE_CODES = [
  'verdict_changed',
  'summary_changed',
  'rating_added',
  'rating_removed',
  'level_changed',
  'confidence_changed',
  'evidence_changed',
  'note_changed',
  'fact_changed',
] as const;
export type CardChangeCode = (typeof CARD_CHANGE_CODES)[number];

export interface CardChange {
  readonly code: CardChangeCode;
  /** Into the later revision; for `rating_removed` and a fact no longer there into the earlier one. */
  readonly pointer: string;
  /** The criterion or fact concerned. */
  readonly key?: string;
  /** JSON; undefined where there was nothing. */
  readonly before: unknown;
  readonly after: unknown;
}

function same(a: unknown, b: unknown): boolean {
  return canonicalize(a) === canonicalize(b);
}

/**
 * The changes from one revision of a card to another.
 *
 * In: the earlier and the later content. Out: verdict and summary first, then ratings in the later card's order, then ratings removed,
 * then facts; empty exactly when both say the same. An absent confidence is the same as none; the order of ratings says nothing.
 */
export function compareRevisions(before: CardContent, after: CardContent): CardChange[] {
  return [
    ...changed('verdict_changed', '/verdict', before.verdict, after.verdict),
    ...changed('summary_changed', '/summary', before.summary, after.summary),
    ...after.ratings.flatMap((rating, index) => {
      const earlier = before.ratings.find((one) => one.criterion === rating.criterion);
      const pointer = `/ratings/${index}`;
      return earlier
        ? ratingChanges(earlier, rating, pointer)
        : [{ code: 'rating_added' as const, pointer, key: rating.criterion, before: undefined, after: rating }];
    }),
    ...before.ratings.flatMap((rating, index) =>
      after.ratings.some((one) => one.criterion === rating.criterion)
        ? []
        : [
            {
              code: 'rating_removed' as const,
              pointer: `/ratings/${index}`,
              key: rating.criterion,
              before: rating,
              after: undefined,
            },
          ],
    ),
    ...factChanges(before.facts, after.facts),
  ];
}

function changed(code: CardChangeCode, pointer: string, before: unknown, after: unknown, key?: string): CardChange[] {
  return same(before, after) ? [] : [{ code, pointer, ...(key === undefined ? {} : { key }), before, after }];
}

function ratingChanges(before: Rating, after: Rating, at: string): CardChange[] {
  const key = after.criterion;
  return [
    ...changed('level_changed', `${at}/level`, before.level, after.level, key),
    ...changed('confidence_changed', `${at}/confidence`, before.confidence ?? null, after.confidence ?? null, key),
    ...changed('evidence_changed', `${at}/evidence`, before.evidence, after.evidence, key),
    ...changed('note_changed', `${at}/note`, before.note, after.note, key),
  ];
}

function factChanges(before: CardContent['facts'], after: CardContent['facts']): CardChange[] {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return keys.flatMap((key) => changed('fact_changed', `/facts/${pointerStep(key)}`, before[key], after[key], key));
}
