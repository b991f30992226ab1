/**
 * Times proposed for an interview: one to ten, one of which is confirmed. Proposing again takes a withdrawal first, so that nobody chooses from two
 * lists; scheduling otherwise or calling the interview off ends the proposal by itself.
 *
 * Source: issue "Pipelines on time", item 5.
 */
import { type Fault, invalid } from '../refusal.js';
import { timeFaults } from './interview-life.js';

export const PROPOSAL_STATUSES = ['open', 'confirmed', 'withdrawn', 'overtaken'] as const;
/** `overtaken`: the interview got its time another way, or was called off. */
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

export interface ProposedTime {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/**
 * Refuses times that nobody could choose.
 *
 * In: the times as proposed, now. Errors: `validation_failed` naming each time that is no time, lies in the past, or is named twice.
 */
export function checkProposedTimes(times: readonly ProposedTime[], now: Date): void {
  const faults = times.flatMap((time, index): Fault[] => {
    const at = `/slots/${index}`;
    const own = timeFaults(time.startsAt, time.endsAt).map((fault) => ({ ...fault, pointer: `${at}${fault.pointer}` }));
    if (own.length > 0) return own;
    if (time.startsAt <= now) return [{ pointer: `${at}/startsAt`, code: 'past', detail: 'must lie ahead' }];
    const twice = times.slice(0, index).some((other) => +other.startsAt === +time.startsAt && +other.endsAt === +time.endsAt);
    return twice ? [{ pointer: at, code: 'duplicate', detail: 'is proposed twice' }] : [];
  });
  if (faults.length > 0) throw invalid(faults);
}
