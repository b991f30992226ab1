/**
 * What somebody should look at before an interview is put at a time. Warnings stop nothing: people swap, move and agree. They say when somebody is
 * busy and never with whom.
 *
 * Source: product design, "Pipeline and timeline" (notice before a round in the candidate's zone); issue "Pipelines on time", item 5.
 */
import { DateTime } from 'luxon';
import { type Interval, overlap } from './intervals.js';
import { datesOf, isAway, type PersonTime, restOf, workingTime } from './working-time.js';

export const SLOT_WARNINGS = ['overlap', 'absent', 'day_off', 'outside_hours', 'short_notice', 'candidate_hours', 'candidate_overlap'] as const;
export type SlotWarningCode = (typeof SLOT_WARNINGS)[number];

export interface SlotWarning {
  readonly code: SlotWarningCode;
  /** The panel member concerned; null for the candidate. */
  readonly userId: string | null;
  /** In words, with local times. */
  readonly detail: string;
}

export interface CandidateTime {
  readonly zone: string;
  /** Their other interviews, as far as the asker may know of them. */
  readonly busy: readonly Interval[];
  /** Hours of notice the round promises, ≥ 0. */
  readonly noticeHours: number;
}

const HOUR = 3_600_000;
/** Local hours in which a candidate can decently be asked to come. */
const CANDIDATE_DAY = { from: 8, to: 20 } as const;

/**
 * What is to be said of a panel member at a time.
 *
 * In: the slot, the person. Out: one warning for each overlapping interview, in order; then away, else a day off, else outside their hours. Total.
 */
export function personWarnings(slot: Interval, person: PersonTime): readonly SlotWarning[] {
  const { userId, zone } = person;
  const busy = person.busy
    .filter((one) => overlap(one, slot))
    .sort((one, other) => one.from - other.from)
    .map(({ from, to }): SlotWarning => {
      const detail = `Has another interview from ${new Date(from).toISOString()} to ${new Date(to).toISOString()}.`;
      return { code: 'overlap', userId, detail };
    });
  const dates = datesOf(slot, zone);
  const away = dates.find((date) => isAway(person, date));
  if (away) return [...busy, { code: 'absent', userId, detail: `Is away on ${away}.` }];
  if (workingTime(person, slot).some((one) => one.from <= slot.from && slot.to <= one.to)) return busy;
  const rest = restOf(person);
  const off = dates.find((date) => rest(date) === 'holiday' || (person.hours.length === 0 && rest(date) === 'weekend'));
  if (off) return [...busy, { code: 'day_off', userId, detail: `Does not work on ${off}.` }];
  return [...busy, { code: 'outside_hours', userId, detail: `Outside their working hours: ${local(slot.from, zone)} to ${local(slot.to, zone)}.` }];
}

/** Fewer hours than the round promises lie between now and a slot still to come; hours are hours, whatever the clocks do in between. */
export function isShortNotice(slot: Interval, candidate: CandidateTime, now: number): boolean {
  return slot.from > now && slot.from - now < candidate.noticeHours * HOUR;
}

/** The slot lies between 8:00 and 20:00 of one day where the candidate is. */
export function inCandidateHours(slot: Interval, zone: string): boolean {
  const start = DateTime.fromMillis(slot.from, { zone });
  const end = DateTime.fromMillis(slot.to, { zone });
  const latest = start.set({ hour: CANDIDATE_DAY.to, minute: 0, second: 0, millisecond: 0 });
  return start.hour >= CANDIDATE_DAY.from && end.toMillis() <= latest.toMillis();
}

/** What is to be said for the candidate at a time. In: the slot, the candidate, now (epoch milliseconds). Total. */
export function candidateWarnings(slot: Interval, candidate: CandidateTime, now: number): readonly SlotWarning[] {
  const { zone, noticeHours } = candidate;
  const warnings: SlotWarning[] = [];
  const say = (code: SlotWarningCode, detail: string) => warnings.push({ code, userId: null, detail });
  if (isShortNotice(slot, candidate, now)) say('short_notice', `Less than ${noticeHours} hours before it begins at ${local(slot.from, zone)}.`);
  if (!inCandidateHours(slot, zone)) say('candidate_hours', `For the candidate it is ${local(slot.from, zone)} to ${local(slot.to, zone)}.`);
  for (const { from, to } of candidate.busy.filter((one) => overlap(one, slot)))
    say('candidate_overlap', `The candidate has another interview from ${new Date(from).toISOString()} to ${new Date(to).toISOString()}.`);
  return warnings;
}

/** All warnings of a slot: the panel's first, in the order of the people, then the candidate's. */
export function slotWarnings(slot: Interval, people: readonly PersonTime[], candidate: CandidateTime, now: number): readonly SlotWarning[] {
  return [...people.flatMap((person) => personWarnings(slot, person)), ...candidateWarnings(slot, candidate, now)];
}

function local(instant: number, zone: string): string {
  return `${DateTime.fromMillis(instant, { zone }).toFormat('yyyy-MM-dd HH:mm')} (${zone})`;
}
