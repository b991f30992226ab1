/** What a person may do with a line of the board. The moves are those of the application's own page. */
import { canMove, type ApplicationStatus } from '../application/application-life.js';
import { type ApplicationViewer, coordinatesApplication, leadsApplication } from './application-abilities.js';

export interface BoardAbilities {
  readonly advance: boolean;
  readonly hold: boolean;
  readonly resume: boolean;
  readonly reject: boolean;
  readonly nudge: boolean;
  readonly assignSeats: boolean;
}

export interface BoardFactsForAbilities {
  readonly status: ApplicationStatus;
  /** Stands in a round. */
  readonly inRound: boolean;
  /** Who holds the earliest running clock; null where no clock runs or nobody holds it. */
  readonly clockHolderId: string | null;
}

/** Whoever coordinates may nudge whoever holds a clock, but not themselves. */
export function mayNudge(viewer: ApplicationViewer): boolean {
  return coordinatesApplication(viewer);
}

export function boardAbilities(viewer: ApplicationViewer & { readonly userId: string }, line: BoardFactsForAbilities): BoardAbilities {
  const leads = leadsApplication(viewer);
  const state = { status: line.status, rounds: line.inRound ? [{ key: '', status: 'current' as const, outcome: null }] : [] };
  return {
    advance: leads && canMove(state, 'advance'),
    hold: leads && canMove(state, 'hold'),
    resume: leads && canMove(state, 'resume'),
    reject: leads && canMove(state, 'reject'),
    nudge: mayNudge(viewer) && line.clockHolderId !== null && line.clockHolderId !== viewer.userId,
    assignSeats: leads,
  };
}
