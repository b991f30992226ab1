/**
 * What changed in one criterion between two versions of a rubric: its words, weight, duties, rounds and anchors apart.
 *
 * Source: product design, "Rubric model", criteria[]; defaults from the fine print of the interfaces.
 */
import { changeOf, type RubricChange } from './rubric-change.js';
import type { Anchor, Criterion } from './rubric.js';

/** The changes from one criterion to its later self, with pointers below `at`. */
export function criterionChanges(before: Criterion, after: Criterion, at: string): RubricChange[] {
  const params = { key: after.key, name: after.name };
  const sorted = (keys: readonly string[] = []) => [...keys].sort();
  return [
    ...changeOf('criterion_renamed', `${at}/name`, params, before.name, after.name),
    ...changeOf('criterion_described_anew', `${at}/description`, params, before.description, after.description),
    ...changeOf('weight_changed', `${at}/weight`, params, before.weight ?? 1, after.weight ?? 1),
    ...changeOf('required_changed', `${at}/required`, params, before.required ?? false, after.required ?? false),
    ...changeOf('minimum_raters_changed', `${at}/minimumRaters`, params, before.minimumRaters ?? 1, after.minimumRaters ?? 1),
    ...changeOf('evidence_need_changed', `${at}/evidence`, params, before.evidence ?? 'optional', after.evidence ?? 'optional'),
    ...changeOf('criterion_forms_changed', `${at}/forms`, params, sorted(before.forms), sorted(after.forms)),
    ...changeOf('criterion_rounds_changed', `${at}/rounds`, params, sorted(before.rounds), sorted(after.rounds)),
    ...anchorChanges(before, after, at),
  ];
}

function anchorChanges(before: Criterion, after: Criterion, at: string): RubricChange[] {
  const find = (anchors: readonly Anchor[], level: number) => anchors.find((anchor) => anchor.level === level);
  const params = (anchor: Anchor) => ({ key: after.key, name: after.name, level: anchor.level });
  return [
    ...after.anchors.flatMap((anchor, index) => {
      const old = find(before.anchors, anchor.level);
      const code = old ? 'anchor_changed' : 'anchor_added';
      return changeOf(code, `${at}/anchors/${index}`, params(anchor), old, anchor);
    }),
    ...before.anchors.flatMap((anchor, index) =>
      find(after.anchors, anchor.level) ? [] : changeOf('anchor_removed', `${at}/anchors/${index}`, params(anchor), anchor, undefined),
    ),
  ];
}
