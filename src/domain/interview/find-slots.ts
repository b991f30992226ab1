/**
 * Times at which a whole panel is free: the working hours of all, less their other interviews and the candidate's, cut into slots. Slots begin on a
 * grid of the clock (every half hour, say) and may overlap each other: they are choices, not a timetable.
 *
 * Source: issue "Pipelines on time", item 5.
 */
import { type Interval, intersected, without } from './intervals.js';
import { type CandidateTime, inCandidateHours, isShortNotice } from './slot-warnings.js';
import { freeTime, type PersonTime } from './working-time.js';

export interface SlotSearch {
  /** Where to look; nothing before `now` is found. */
  readonly window: Interval;
  /** Length, minutes, ≥ 1. */
  readonly minutes: number;
  /** Distance of beginnings, minutes, counted from the full hour UTC; ≥ 1. */
  readonly stepMinutes: number;
  readonly people: readonly PersonTime[];
  readonly candidate: CandidateTime;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Most slots, ≥ 1. */
  readonly limit: number;
}

export interface FoundSlot extends Interval {
  /** The round promises the candidate more notice. */
  readonly shortNotice: boolean;
  /** Between 8:00 and 20:00 where the candidate is. */
  readonly inCandidateHours: boolean;
}

const MINUTE = 60_000;

/**
 * The first slots in which everybody is free, earliest first.
 *
 * In: the search. Out: at most `limit` slots and whether there are more; with nobody to look for, every slot of the window that the candidate has free.
 * Total for valid zones.
 */
export function findSlots(search: SlotSearch): { readonly slots: readonly FoundSlot[]; readonly more: boolean } {
  const { candidate, now, limit } = search;
  const length = search.minutes * MINUTE;
  const step = search.stepMinutes * MINUTE;
  const slots: FoundSlot[] = [];
  for (const { from, to } of sharedTime(search)) {
    for (let start = Math.ceil(from / step) * step; start + length <= to; start += step) {
      if (slots.length === limit) return { slots, more: true };
      const slot = { from: start, to: start + length };
      slots.push({ ...slot, shortNotice: isShortNotice(slot, candidate, now), inCandidateHours: inCandidateHours(slot, candidate.zone) });
    }
  }
  return { slots, more: false };
}

function sharedTime({ window, people, candidate, now }: SlotSearch): readonly Interval[] {
  const ahead = { from: Math.max(window.from, now), to: window.to };
  if (ahead.from >= ahead.to) return [];
  const open = people.reduce((shared, person) => intersected(shared, freeTime(person, ahead)), [ahead] as readonly Interval[]);
  return without(open, candidate.busy);
}
