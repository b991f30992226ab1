/**
 * A criterion can be scored when it has exactly one anchor per level of the scale, every anchor describes behaviour of its
 * own with a poor and a good example, and some round assesses it.
 *
 * Source: product design, "Rubric model", criteria[].
 */
import type { Fault } from '../refusal.js';
import type { Criterion } from './rubric.js';
import { duplicateFaults, unknownFaults, type RubricNames } from './rubric-names.js';

/**
 * Everything wrong with the criteria of a rubric.
 *
 * In: the criteria, the names the rubric defines, and whether the overall value decides (then some weight must be above
 * zero). Out: faults with pointers into the rubric; empty when in order.
 */
export function criteriaFaults(criteria: readonly Criterion[], names: RubricNames, decidesOverall: boolean): Fault[] {
  if (criteria.length === 0) return [{ pointer: '/criteria', code: 'too_few', detail: 'a rubric needs at least one criterion' }];
  const weightless = decidesOverall && criteria.every((criterion) => (criterion.weight ?? 1) === 0);
  return [
    ...duplicateFaults(
      criteria.map((criterion) => criterion.key),
      (index) => `/criteria/${index}/key`,
    ),
    ...(weightless
      ? [
          {
            pointer: '/criteria',
            code: 'no_weight',
            detail: 'every weight is zero, so nothing decides the overall value',
          },
        ]
      : []),
    ...criteria.flatMap((criterion, index) => criterionFaults(criterion, `/criteria/${index}`, names)),
  ];
}

function criterionFaults(criterion: Criterion, at: string, names: RubricNames): Fault[] {
  const forms = criterion.forms ?? [];
  return [
    ...weightFaults(criterion.weight, `${at}/weight`),
    ...(criterion.description.trim() === '' ? [{ pointer: `${at}/description`, code: 'blank', detail: 'say what the criterion measures' }] : []),
    ...raterFaults(criterion, at),
    ...unknownFaults('form', forms, names.forms, (index) => `${at}/forms/${index}`),
    ...duplicateFaults(forms, (index) => `${at}/forms/${index}`),
    ...(criterion.evidence === 'none' && forms.length > 0
      ? [
          {
            pointer: `${at}/forms`,
            code: 'forms_without_evidence',
            detail: 'a criterion without evidence has no forms',
          },
        ]
      : []),
    ...roundFaults(criterion.rounds, `${at}/rounds`, names),
    ...anchorFaults(criterion, `${at}/anchors`, names.levels),
  ];
}

export function weightFaults(weight: number | undefined, pointer: string): Fault[] {
  if (weight === undefined || (Number.isFinite(weight) && weight >= 0)) return [];
  return [{ pointer, code: 'negative_weight', detail: `a weight is zero or more, not ${weight}` }];
}

function raterFaults(criterion: Criterion, at: string): Fault[] {
  const raters = criterion.minimumRaters;
  if (raters === undefined || (Number.isInteger(raters) && raters >= 1)) return [];
  return [{ pointer: `${at}/minimumRaters`, code: 'not_a_whole_number', detail: 'at least one rater' }];
}

function roundFaults(rounds: readonly string[], at: string, names: RubricNames): Fault[] {
  if (rounds.length === 0) return [{ pointer: at, code: 'no_round', detail: 'no round assesses this criterion' }];
  return [
    ...duplicateFaults(rounds, (index) => `${at}/${index}`),
    ...(names.rounds ? unknownFaults('round', rounds, names.rounds, (index) => `${at}/${index}`) : []),
  ];
}

function anchorFaults(criterion: Criterion, at: string, levels: number): Fault[] {
  const present = criterion.anchors.map((anchor) => anchor.level);
  const missing = Array.from({ length: levels }, (_, index) => index + 1).filter((level) => !present.includes(level));
  return [
    ...missing.map((level) => ({ pointer: at, code: 'missing_anchor', detail: `level ${level} has no anchor` })),
    ...duplicateFaults(present, (index) => `${at}/${index}/level`),
    ...present.flatMap((level, index) =>
      Number.isInteger(level) && level >= 1 && level <= levels
        ? []
        : [{ pointer: `${at}/${index}/level`, code: 'level_off_scale', detail: `the scale runs from 1 to ${levels}` }],
    ),
    ...anchorTextFaults(criterion, at),
  ];
}

const ANCHOR_TEXTS = ['description', 'poorExample', 'goodExample'] as const;

/** Every text of every anchor is there and says something no other text of the criterion says. */
function anchorTextFaults(criterion: Criterion, at: string): Fault[] {
  const texts = criterion.anchors.flatMap((anchor, index) =>
    ANCHOR_TEXTS.map((member) => ({ pointer: `${at}/${index}/${member}`, words: anchor[member].trim() })),
  );
  const said = new Set<string>();
  return texts.flatMap(({ pointer, words }) => {
    if (words === '') return [{ pointer, code: 'blank', detail: 'an anchor needs its description and both examples' }];
    const plain = words.toLowerCase().replace(/\s+/g, ' ');
    if (said.has(plain)) return [{ pointer, code: 'anchor_not_distinct', detail: 'the same words stand in another anchor' }];
    said.add(plain);
    return [];
  });
}
