/** What a person may do with an application's times. */
import { type ApplicationStatus, OPEN_STATUSES } from '../application/application-life.js';
import { coordinatesApplication, type ApplicationViewer } from './application-abilities.js';

export interface TimelineAbilities {
  readonly pause: boolean;
  readonly endPause: boolean;
}

/**
 * In: the viewer's seats, the application's status, whether a pause is running or to come. Out: what they may do. Source: product
 * design, "Pipeline and timeline".
 */
export function timelineAbilities(viewer: ApplicationViewer, status: ApplicationStatus, unfinishedPause: boolean): TimelineAbilities {
  const may = coordinatesApplication(viewer) && OPEN_STATUSES.includes(status);
  return { pause: may && !unfinishedPause, endPause: may && unfinishedPause };
}
