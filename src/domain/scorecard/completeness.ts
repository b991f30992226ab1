/**
 * Two questions about a card: is what it says possible under the rubric (asked at every save), and is everything there that
 * a submission needs (asked once)? A card can be submitted when every required criterion of its round is rated or explicitly
 * not assessed, required evidence is there and a verdict is given.
 *
 * A panel member may rate a criterion of another round too: what was seen is never turned away, only what is owed is limited
 * to the round.
 *
 * Source: product design, "Scorecard life".
 */
import { pointerStep } from '../json-shape.js';
import type { Fault } from '../refusal.js';
import { checkEvidence } from '../rubric/evidence-check.js';
import { formOf, type EvidenceItem } from '../rubric/evidence.js';
import { duplicateFaults } from '../rubric/rubric-names.js';
import type { Criterion, RubricContent } from '../rubric/rubric.js';
import type { CardContent, Rating } from './scorecard.js';

/** The criteria a round assesses, in rubric order. */
export function criteriaOfRound(rubric: Pick<RubricContent, 'criteria'>, roundKey: string): Criterion[] {
  return rubric.criteria.filter((criterion) => criterion.rounds.includes(roundKey));
}

/**
 * What a card says that cannot be, whether or not it is finished.
 *
 * In: the pinned rubric, the keys of the round's yes/no facts, and a card whose structure is in order. Out: faults with JSON pointers into
 * the card: unknown and repeated criteria, levels off the scale, unknown forms, evidence of the wrong type, unknown facts.
 */
export function checkCard(rubric: RubricContent, facts: readonly string[], card: CardContent): Fault[] {
  return [
    ...duplicateFaults(
      card.ratings.map((rating) => rating.criterion),
      (index) => `/ratings/${index}/criterion`,
    ),
    ...card.ratings.flatMap((rating, index) => ratingFaults(rubric, rating, `/ratings/${index}`)),
    ...Object.keys(card.facts)
      .filter((key) => !facts.includes(key))
      .map((key) => ({
        pointer: `/facts/${pointerStep(key)}`,
        code: 'unknown_fact',
        detail: `the round has no fact "${key}"`,
      })),
  ];
}

function ratingFaults(rubric: RubricContent, rating: Rating, at: string): Fault[] {
  const { levels } = rubric.scale;
  const criterion = rubric.criteria.find((one) => one.key === rating.criterion);
  if (!criterion)
    return [
      {
        pointer: `${at}/criterion`,
        code: 'unknown_criterion',
        detail: `the rubric has no criterion "${rating.criterion}"`,
      },
    ];
  const level = rating.level;
  const offScale = typeof level === 'number' && !(Number.isInteger(level) && level >= 1 && level <= levels);
  return [
    ...(offScale ? [{ pointer: `${at}/level`, code: 'level_off_scale', detail: `the scale runs from 1 to ${levels}` }] : []),
    ...(criterion.evidence === 'none' && rating.evidence.length > 0
      ? [{ pointer: `${at}/evidence`, code: 'no_evidence_asked', detail: `"${criterion.name}" takes no evidence` }]
      : []),
    ...itemFaults(rubric, rating.evidence, `${at}/evidence`, true),
  ];
}

function itemFaults(rubric: RubricContent, items: readonly EvidenceItem[], at: string, partial: boolean): Fault[] {
  return items.flatMap((item, index) => {
    const form = formOf(rubric, item.form);
    return form
      ? checkEvidence(form, item.fields, { pointer: `${at}/${index}/fields`, partial })
      : [{ pointer: `${at}/${index}/form`, code: 'unknown_form', detail: `the rubric has no form "${item.form}"` }];
  });
}

/**
 * What a card still lacks before it can be submitted.
 *
 * In: the pinned rubric, the key of the card's round, and a card that `checkCard` has nothing against. Out: faults with JSON
 * pointers into the card, the criteria in rubric order first, the verdict last; empty when the card can be submitted. Source:
 * product design, "Scorecard life".
 */
export function missingForSubmission(rubric: RubricContent, roundKey: string, card: CardContent): Fault[] {
  const required = criteriaOfRound(rubric, roundKey).filter((criterion) => criterion.required === true);
  const unanswered = required.filter((criterion) => !card.ratings.some((rating) => rating.criterion === criterion.key));
  return [
    ...unanswered.map((criterion) => notAnswered('/ratings', criterion.name)),
    ...card.ratings.flatMap((rating, index) => missingInRating(rubric, rating, `/ratings/${index}`)),
    ...(card.verdict === null ? [{ pointer: '/verdict', code: 'required', detail: 'give your verdict' }] : []),
  ];
}

function notAnswered(pointer: string, name: string): Fault {
  return { pointer, code: 'not_answered', detail: `rate "${name}" or say that you did not assess it` };
}

function missingInRating(rubric: RubricContent, rating: Rating, at: string): Fault[] {
  const criterion = rubric.criteria.find((one) => one.key === rating.criterion);
  if (!criterion) return [];
  const lacksEvidence = typeof rating.level === 'number' && criterion.evidence === 'required' && rating.evidence.length === 0;
  return [
    ...(rating.level === undefined ? [notAnswered(`${at}/level`, criterion.name)] : []),
    ...(lacksEvidence
      ? [
          {
            pointer: `${at}/evidence`,
            code: 'evidence_required',
            detail: `"${criterion.name}" needs evidence for its level`,
          },
        ]
      : []),
    ...itemFaults(rubric, rating.evidence, `${at}/evidence`, false),
  ];
}
