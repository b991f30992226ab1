/**
 * What happens to times, by event type: calendars, pauses, and open clocks that a change moved. Nothing here carries a judgement; clocks that
 * stand or stop by themselves tell nothing, what started and stopped them does.
 */
import type { ClockMove } from '../timeline/move-clocks.js';
import type { Change } from './events.js';

export const CLOCK_MOVE_CAUSES = ['plan', 'calendar', 'job', 'user', 'pause'] as const;
export type ClockMoveCause = (typeof CLOCK_MOVE_CAUSES)[number];

interface PauseTold {
  readonly pauseId: string;
  readonly reasonCode: string;
  readonly from: string;
  readonly until: string | null;
}

export interface TimelineEvents {
  'calendar.created': { readonly name: string; readonly content: unknown };
  'calendar.changed': Change;
  'calendar.archived': Change<{ readonly archived: boolean }>;
  'calendar.named': Change<{ readonly calendarId: string | null }>;
  'timeline.paused': PauseTold;
  'timeline.pause_ended': PauseTold;
  /** Open clocks of one application whose due time a change moved; `causeId` is the plan, calendar, job, user or pause. */
  'timeline.clocks_moved': { readonly cause: ClockMoveCause; readonly causeId: string; readonly moves: readonly ClockMove[] };
}
