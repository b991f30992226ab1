import { businessDaysBetween } from '../domain/timeline/business-days.js';
import { calendarOf } from '../domain/timeline/known-calendars.js';
import { daysBetween, localDateOf } from '../domain/timeline/local-date.js';
import type { Spell } from '../domain/timeline/round-law.js';
import { type ForecastUnit, learnStage } from '../domain/timeline/stage-laws.js';
import type { PassageRow } from './passages.reader.js';
import type { StoredStage } from './stage-laws.store.js';

interface Pile {
  readonly family: string | null;
  readonly round: string;
  readonly unit: ForecastUnit;
  readonly spells: Spell[];
}

/** Learns each stage twice, for its department and for the whole organisation, and in both units. `now` is the time of the learning. */
export function learnStages(passages: readonly PassageRow[], now: string): readonly StoredStage[] {
  const piles = new Map<string, Pile>();
  const put = (family: string | null, round: string, unit: ForecastUnit, spell: Spell, times: number) => {
    const key = JSON.stringify([family, round, unit]);
    const pile = piles.get(key) ?? { family, round, unit, spells: [] };
    piles.set(key, pile);
    for (let each = 0; each < times; each += 1) pile.spells.push(spell);
  };
  for (const passage of passages) {
    for (const unit of ['business_days', 'calendar_days'] as const) {
      const spell = spellOf(passage, unit, localDateOf(now, passage.zone));
      if (!spell) continue;
      put(null, passage.round, unit, spell, passage.times);
      if (passage.family !== '') put(passage.family, passage.round, unit, spell, passage.times);
    }
  }
  return [...piles.values()].map(({ family, round, unit, spells }) => ({ family, round, unit, learned: learnStage(spells) }));
}

/** Null for a stay that begins today, and where the calendar does not know every day of it. */
function spellOf(passage: PassageRow, unit: ForecastUnit, today: string): Spell | null {
  const { enteredOn, leftOn, outcome } = passage;
  if (enteredOn >= today) return null;
  const over = leftOn !== null && leftOn < today;
  const until = over ? leftOn : today;
  const end = over ? (outcome ?? 'advanced') : 'open';
  if (unit === 'calendar_days') return { days: daysBetween(enteredOn, until), end };
  const counted = businessDaysBetween(calendarOf(passage), enteredOn, until);
  return counted.known ? { days: counted.days, end } : null;
}
