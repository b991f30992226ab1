/**
 * The names a rubric defines, gathered once, so that each rule can ask whether a key it meets is known.
 */
import type { Fault } from '../refusal.js';
import type { RubricContent, Signal } from './rubric.js';

/** The form of plain words; always there, never defined by a rubric. */
export const NOTE_FORM_KEY = 'note';
/** The value every rubric has without defining it. */
export const OVERALL = 'overall';
/** Seats that can hold a veto. */
export const SEATS = [
  'recruiter',
  'hiring_manager',
  'coordinator',
  'offer_approver',
  'interviewer',
  'facilitator',
  'committee_member',
  'bar_raiser',
] as const;

export interface RubricNames {
  readonly levels: number;
  readonly criteria: ReadonlySet<string>;
  readonly signals: ReadonlyMap<string, Signal>;
  readonly forms: ReadonlySet<string>;
  /** Undefined where the plan is not known. */
  readonly rounds: ReadonlySet<string> | undefined;
}

export function namesOf(content: RubricContent, rounds?: readonly string[]): RubricNames {
  return {
    levels: content.scale.levels,
    criteria: new Set(content.criteria.map((criterion) => criterion.key)),
    signals: new Map(content.signals.map((signal) => [signal.key, signal])),
    forms: new Set([NOTE_FORM_KEY, ...content.evidenceForms.map((form) => form.key)]),
    rounds: rounds && new Set(rounds),
  };
}

/**
 * A fault for every element whose name was already used before it.
 *
 * In: names in order, and the pointer of the n-th name. Out: one `duplicate` per repeated name, at the later one.
 */
export function duplicateFaults(names: readonly (string | number)[], pointerOf: (index: number) => string): Fault[] {
  const seen = new Set<string | number>();
  return names.flatMap((name, index) => {
    if (seen.has(name)) return [{ pointer: pointerOf(index), code: 'duplicate', detail: `"${name}" is there twice` }];
    seen.add(name);
    return [];
  });
}

/** One `unknown_<what>` fault per key outside the known ones. */
export function unknownFaults(
  what: string,
  keys: readonly string[],
  known: { has(key: string): boolean },
  pointerOf: (index: number) => string,
): Fault[] {
  return keys.flatMap((key, index) =>
    known.has(key) ? [] : [{ pointer: pointerOf(index), code: `unknown_${what}`, detail: `there is no ${what} "${key}"` }],
  );
}
