import type { Timeline } from './queries';

const DAY = 86_400_000;

export interface DayTick {
  readonly date: string;
  readonly at: number;
}

export interface DayScale {
  /** Where a date stands on the line, in percent of its width. */
  readonly at: (date: string) => number;
  /** One day's width in percent. */
  readonly day: number;
  readonly ticks: readonly DayTick[];
}

const numberOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY;
const dateOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

/** Every date that is drawn must find its place between the two ends. */
function drawnDates({ planned, actual, rounds, forecast }: Timeline, today: string): string[] {
  return [
    planned.startedOn,
    planned.decisionDueOn,
    planned.processEndsOn,
    actual.decidedOn,
    actual.endedOn,
    actual.endedOn === null ? today : null,
    forecast?.earliestOn,
    forecast?.latestOn,
    ...rounds.flatMap(({ plannedOn, enteredOn, heldOn, leftOn }) => [plannedOn, enteredOn, heldOn, leftOn]),
  ].filter((date): date is string => typeof date === 'string');
}

/** From the first day to the last one that matters, with a mark every week, or every few where there are many. */
export function dayScale(timeline: Timeline, today: string): DayScale {
  const days = drawnDates(timeline, today).map(numberOf);
  const first = Math.min(...days) - 1;
  const last = Math.max(...days) + 2;
  const width = last - first;
  const step = 7 * Math.max(1, Math.ceil(width / 49));
  const at = (date: string) => (100 * (numberOf(date) - first)) / width;
  const ticks = Array.from({ length: Math.ceil((width - 1) / step) }, (_, index) => dateOf(first + 1 + index * step));
  return { at, day: 100 / width, ticks: ticks.map((date) => ({ date, at: at(date) })).filter((tick) => tick.at < 97) };
}

/** Days from one date to another; negative when it came before. */
export function daysBetween(from: string, to: string): number {
  return Math.round(numberOf(to) - numberOf(from));
}

/** Today where the job is. */
export function todayIn(zone: string, now: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}
