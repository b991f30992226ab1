/**
 * Who may sit where on a round's panel. A place may ask for a qualification (a kind of round); whoever fills it must have it. Training
 * seats fill no place: a shadow and the trainee of a reverse shadow need no qualification, and their cards never count.
 *
 * Source: product design, "People, seats and what they may do".
 */
import type { PanelPlace } from '../interview-plan.js';
import { invalid, Refusal } from '../refusal.js';

export type Training = 'shadow' | 'reverse_shadow';

export interface Assignment {
  readonly qualifications: readonly string[];
  /** Null: not in training, so the seat needs a place. */
  readonly training: Training | null;
  /** Title of the place asked for; null: the first that fits. */
  readonly place: string | null;
}

/** A seat somebody already holds; a training seat fills no place. */
export interface FilledPlace {
  readonly place: string | null;
}

/**
 * The place an assignment fills.
 *
 * In: the round's places, those already filled, the assignment. Out: the title of the place, or null for training seats and for a round without places
 * left, where one more person may sit in who is qualified for some place. Errors: `validation_failed` for an unknown place, `conflict` for a
 * full one, `not_qualified` naming the qualifications that would do.
 */
export function placeFor(panel: readonly PanelPlace[], filled: readonly FilledPlace[], assignment: Assignment): string | null {
  if (assignment.training !== null) return null;
  const free = panel.filter((place) => filled.filter((one) => one.place === place.title).length < place.count);
  if (assignment.place !== null) return namedPlace(panel, free, assignment, assignment.place);
  const fitting = free.find((place) => fits(place, assignment)) ?? null;
  if (fitting) return fitting.title;
  if (free.length > 0 || !panel.some((place) => fits(place, assignment))) throw notQualified(free.length > 0 ? free : panel);
  return null;
}

function namedPlace(panel: readonly PanelPlace[], free: readonly PanelPlace[], assignment: Assignment, title: string): string {
  const place = panel.find((one) => one.title === title);
  if (!place) throw invalid([{ pointer: '/place', code: 'unknown_place', detail: `must be one of: ${panel.map((one) => one.title).join(', ')}` }]);
  if (!fits(place, assignment)) throw notQualified([place]);
  if (!free.includes(place))
    throw new Refusal('conflict', 'Somebody fills this place already. Take them off the panel first, or choose another place.');
  return title;
}

function fits(place: PanelPlace, assignment: Assignment): boolean {
  return place.qualification === undefined || assignment.qualifications.includes(place.qualification);
}

function notQualified(places: readonly PanelPlace[]): Refusal {
  const needed = [...new Set(places.flatMap((place) => place.qualification ?? []))];
  return new Refusal(
    'not_qualified',
    `This person lacks the qualification the place asks for (${needed.join(', ')}). Choose somebody who has it, or seat them as a shadow.`,
    [{ pointer: '/userId', code: 'not_qualified', detail: `needs one of: ${needed.join(', ')}` }],
    { needed },
  );
}

/** Whether a panel member's card counts: never a trainee's. */
export function cardCounts(training: Training | null): boolean {
  return training === null;
}
