/** What a person may do with an interview. Planning is the recruiter's, hiring manager's and coordinator's; the panel may say it was held. */
import { canMoveInterview, isLive, type InterviewMove, type InterviewState } from '../interview/interview-life.js';
import { coordinatesApplication, type ApplicationViewer } from './application-abilities.js';

export interface InterviewAbilities {
  readonly schedule: boolean;
  readonly move: boolean;
  /** Proposes times, sees when the panel is free, confirms and withdraws. */
  readonly propose: boolean;
  readonly markHeld: boolean;
  readonly cancel: boolean;
  readonly noShow: boolean;
  readonly changePanel: boolean;
}

export function interviewAbilities(
  viewer: ApplicationViewer & { readonly onPanel: boolean },
  interview: InterviewState,
  open: boolean,
  now: Date,
): InterviewAbilities {
  const plans = coordinatesApplication(viewer);
  const can = (move: InterviewMove, who: boolean) => who && canMoveInterview(interview, move, now);
  return {
    schedule: open && can('schedule', plans),
    move: open && can('move', plans),
    propose: open && (can('schedule', plans) || can('move', plans)),
    markHeld: can('mark_held', plans || viewer.onPanel),
    cancel: can('cancel', plans),
    noShow: can('no_show', plans || viewer.onPanel),
    changePanel: plans && open && isLive(interview.status),
  };
}
