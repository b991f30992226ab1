import type { DebriefState } from './queries';

/** Where somebody has to act, it is warm; where it is over, it is quiet. */
export const STATE_COLORS: Readonly<Record<DebriefState, string>> = {
  collecting: 'gray',
  ready: 'plumb',
  first_ballot: 'amber',
  discussing: 'plumb',
  second_ballot: 'amber',
  committee_ballot: 'amber',
  decided: 'green',
  closed: 'gray',
};
