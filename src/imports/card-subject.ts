import type { Subject } from '../domain/events/events.js';
import type { CardPlace } from './imported-cards.store.js';

/** Nothing happened in the future. */
export function atMost(time: string | null, now: Date): Date {
  const said = time === null ? now : new Date(time);
  return said > now ? now : said;
}

/** Whose history a change of an imported card stands in. */
export function subjectOf(id: string, { applicationId, jobId, personId }: CardPlace): Subject {
  return { kind: 'scorecard', id, applicationId, jobId, personId, scorecardId: id };
}
