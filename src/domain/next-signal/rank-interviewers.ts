/**
 * Who could assess it: people who may sit in the round and are free for it in the next days. Whoever is in conflict of interest, has
 * been shown a card on the candidate, or has given one, is not among the people this is asked about, and nothing here says why somebody is
 * not named. Nobody is ranked as an interviewer: those a place was made for come first, then those with less to do, then those
 * free sooner.
 *
 * Source: product design, "People, seats and what they may do" (qualifications, availability) and "Recommendation"; issue "The debrief room", item 8.
 */
import type { PanelPlace } from '../interview-plan.js';
import type { WorkingHours } from '../access/availability.js';
import { addDays, isoWeekday, type LocalDate } from '../timeline/local-date.js';

/** A person who may be asked: active, without conflict, unexposed, and not on this panel. */
export interface PossibleInterviewer {
  readonly userId: string;
  readonly name: string;
  readonly qualifications: readonly string[];
  /** Empty: no wish stated, so any weekday but the weekend. */
  readonly availability: readonly WorkingHours[];
  readonly absences: readonly { readonly startsOn: LocalDate; readonly endsOn: LocalDate }[];
  /** The day it is for them. */
  readonly today: LocalDate;
  /** Interviews they hold in the days looked at. */
  readonly interviews: number;
}

export interface RankedInterviewer {
  readonly userId: string;
  readonly name: string;
  /** The place on the round's panel they would fill; null where the round names none. */
  readonly place: string | null;
  /** The first day they can be asked for. */
  readonly freeOn: LocalDate;
  readonly interviews: number;
}

/** Days looked at: two weeks from tomorrow. */
export const HORIZON_DAYS = 14;
const WORKDAYS = 5;

/**
 * In: the places of the round, the people who may be asked, how many to name. Out: those who fit a place and are free within
 * `HORIZON_DAYS`, best first; ties by name and id, so that the order of the list given changes nothing. Total.
 */
export function rankInterviewers(panel: readonly PanelPlace[], people: readonly PossibleInterviewer[], most: number): RankedInterviewer[] {
  const fitting = people.flatMap((person) => {
    const place = placeOf(panel, person.qualifications);
    const freeOn = firstFreeDay(person);
    if (place === undefined || freeOn === null) return [];
    const { userId, name, interviews } = person;
    return [{ qualified: place.qualification !== undefined, ranked: { userId, name, place: place.title, freeOn, interviews } }];
  });
  fitting.sort((left, right) => Number(right.qualified) - Number(left.qualified) || compare(left.ranked, right.ranked));
  return fitting.slice(0, most).map(({ ranked }) => ranked);
}

/** The first day from tomorrow on, within the horizon, on which the person works and is not away; null where there is none. */
export function firstFreeDay({ availability, absences, today }: Pick<PossibleInterviewer, 'availability' | 'absences' | 'today'>): LocalDate | null {
  for (let ahead = 1; ahead <= HORIZON_DAYS; ahead++) {
    const day = addDays(today, ahead);
    const weekday = isoWeekday(day);
    const works = availability.length === 0 ? weekday <= WORKDAYS : availability.some((hours) => hours.weekday === weekday);
    if (works && !absences.some((away) => away.startsOn <= day && day <= away.endsOn)) return day;
  }
  return null;
}

/** The place made for the person's qualifications, else one that asks for none; undefined where they may not sit. */
function placeOf(
  panel: readonly PanelPlace[],
  qualifications: readonly string[],
): { readonly title: string | null; readonly qualification?: string | undefined } | undefined {
  if (panel.length === 0) return { title: null };
  const own = panel.find((place) => place.qualification !== undefined && qualifications.includes(place.qualification));
  return own ?? panel.find((place) => place.qualification === undefined);
}

function compare(left: RankedInterviewer, right: RankedInterviewer): number {
  return left.interviews - right.interviews || order(left.freeOn, right.freeOn) || order(left.name, right.name) || order(left.userId, right.userId);
}

/** By code unit, the same in every locale. */
function order(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
