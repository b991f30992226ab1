/**
 * An interview plan can be kept when its rounds differ, follow each other in time, fit inside the whole process, and their
 * parts fit inside them. Kits belong to rounds of the plan, one each.
 *
 * Source: product design, "Pipeline and timeline".
 */
import type { InterviewKit, InterviewPlanContent, PanelPlace, PlanDeadlines, PlanRound, RoundFact, RoundPart } from './interview-plan.js';
import { flag, keyText, list, object, optional, parseAs, text, wholeNumber } from './json-shape.js';
import type { Fault } from './refusal.js';
import { duplicateFaults, unknownFaults } from './rubric/rubric-names.js';

const words = text({ maximum: 120 });
const sentences = text({ maximum: 2000 });
const minutes = wholeNumber(1, 24 * 60);

const round = object<PlanRound>({
  key: keyText,
  name: words,
  minutes,
  focus: sentences,
  targetDay: wholeNumber(0, 1000),
  panel: list(object<PanelPlace>({ title: words, count: wholeNumber(1, 20), qualification: optional(words) }), {
    minimum: 1,
    maximum: 20,
  }),
  owesCard: optional(flag),
  facts: optional(list(object<RoundFact>({ key: keyText, name: words }), { maximum: 20 })),
  parts: optional(list(object<RoundPart>({ name: words, minutes, focus: sentences, place: optional(words) }), { maximum: 20 })),
  location: optional(words),
  noticeHours: optional(wholeNumber(0, 24 * 60)),
  availabilityHours: optional(wholeNumber(1, 24 * 60)),
  scorecardDueBusinessDays: optional(wholeNumber(0, 60)),
});

const deadlines = object<PlanDeadlines>({
  decisionDueBusinessDays: optional(wholeNumber(0, 120)),
  processDays: optional(wholeNumber(1, 1000)),
  silentGapDays: optional(wholeNumber(1, 1000)),
  committeeBacklogDays: optional(wholeNumber(0, 1000)),
  debriefMinutes: optional(wholeNumber(5, 24 * 60)),
});

const plan = object<InterviewPlanContent>({ rounds: list(round, { minimum: 1, maximum: 30 }), deadlines });

const kit = object<InterviewKit>({
  round: keyText,
  purpose: sentences,
  prompts: list(object<InterviewKit['prompts'][number]>({ ask: sentences, listenFor: sentences }), { maximum: 40 }),
  notSignals: list(sentences, { maximum: 40 }),
});
const kits = list(kit, { maximum: 30 });

/**
 * Reads an interview plan from JSON: structure only.
 *
 * In: a parsed JSON value. Out: the same value, typed. Errors: `validation_failed` with a fault for every unknown or missing member, wrong
 * type, number out of range and over-long text or list.
 */
export function parseInterviewPlan(json: unknown): InterviewPlanContent {
  return parseAs(plan, json);
}

/** Reads interview kits from JSON: structure only; errors as for `parseInterviewPlan`. */
export function parseInterviewKits(json: unknown): readonly InterviewKit[] {
  return parseAs(kits, json);
}

/** Calendar days from start to decision where a plan is silent. */
const PROCESS_DAYS = 28;
/** Hours of notice where a round is silent. */
const NOTICE_HOURS = 48;

/**
 * Names everything that does not fit together in an interview plan.
 *
 * In: a plan whose structure is in order. Out: faults with JSON pointers into the plan, round by round; empty when the plan can be used. Source: product
 * design, "Pipeline and timeline".
 */
export function validateInterviewPlan(content: InterviewPlanContent): Fault[] {
  const { rounds } = content;
  const processDays = content.deadlines.processDays ?? PROCESS_DAYS;
  return [
    ...duplicateFaults(
      rounds.map((one) => one.key),
      (index) => `/rounds/${index}/key`,
    ),
    ...rounds.flatMap((one, index) => [
      ...dayFaults(one, rounds[index - 1], processDays, `/rounds/${index}/targetDay`),
      ...roundFaults(one, `/rounds/${index}`),
    ]),
  ];
}

function dayFaults(one: PlanRound, earlier: PlanRound | undefined, processDays: number, pointer: string): Fault[] {
  if (earlier && one.targetDay < earlier.targetDay)
    return [{ pointer, code: 'rounds_out_of_order', detail: `lies before the round "${earlier.name}"` }];
  if (one.targetDay > processDays) return [{ pointer, code: 'after_process_end', detail: `the whole process ends on day ${processDays}` }];
  return [];
}

function roundFaults(one: PlanRound, at: string): Fault[] {
  const facts = one.facts ?? [];
  const availability = one.availabilityHours;
  return [
    ...duplicateFaults(
      facts.map((fact) => fact.key),
      (index) => `${at}/facts/${index}/key`,
    ),
    ...partFaults(one, at),
    ...(availability !== undefined && availability < (one.noticeHours ?? NOTICE_HOURS)
      ? [
          {
            pointer: `${at}/availabilityHours`,
            code: 'shorter_than_notice',
            detail: 'the candidate would have to come before the notice ends',
          },
        ]
      : []),
  ];
}

function partFaults(one: PlanRound, at: string): Fault[] {
  const parts = one.parts ?? [];
  const total = parts.reduce((sum, part) => sum + part.minutes, 0);
  const places = new Set(one.panel.map((place) => place.title));
  return [
    ...(total > one.minutes
      ? [
          {
            pointer: `${at}/parts`,
            code: 'parts_too_long',
            detail: `the parts take ${total} minutes, the round ${one.minutes}`,
          },
        ]
      : []),
    ...parts.flatMap((part, index) =>
      part.place === undefined ? [] : unknownFaults('place', [part.place], places, () => `${at}/parts/${index}/place`),
    ),
  ];
}

/**
 * Names every kit that belongs to no round, and every second kit of a round.
 *
 * In: kits whose structure is in order, and the keys of the plan's rounds. Out: faults with JSON pointers into the list of kits.
 */
export function validateInterviewKits(content: readonly InterviewKit[], rounds: readonly string[]): Fault[] {
  const keys = content.map((one) => one.round);
  return [...unknownFaults('round', keys, new Set(rounds), (index) => `/${index}/round`), ...duplicateFaults(keys, (index) => `/${index}/round`)];
}
