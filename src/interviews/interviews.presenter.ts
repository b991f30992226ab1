import type { Standing } from '../access/standing.reader.js';
import { coordinatesApplication } from '../domain/abilities/application-abilities.js';
import { interviewAbilities } from '../domain/abilities/interview-abilities.js';
import type { Actor } from '../domain/actor.js';
import type { InterviewRow, InterviewView } from './interviews.reader.js';

const OPEN = ['active', 'on_hold', 'offered'];

/** An interview as the viewer sees it, with what they may do. */
export function presentInterview(actor: Actor, standing: Standing, { sequence, cardsSubmitted, ...row }: InterviewRow, now: Date): InterviewView {
  const viewer = { siteRole: actor.siteRole, jobSeats: standing.jobSeats, applicationSeats: standing.applicationSeats };
  const onPanel = row.panel.some((member) => member.userId === actor.userId && member.seated);
  const state = { status: row.status, startsAt: row.startsAt, sequence, cardsSubmitted };
  const seesWords = standing.sight === 'content' || coordinatesApplication(viewer);
  return {
    ...row,
    reason: seesWords ? row.reason : null,
    abilities: interviewAbilities({ ...viewer, onPanel }, state, OPEN.includes(standing.status), now),
  };
}
