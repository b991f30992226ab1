/**
 * What other systems are told: every public step of hiring, by type, with ids and a time and nothing else. Whoever wants to
 * know more asks the API, which applies the rule of visibility to the asker. Votes, vetoes, replies in a challenge, private notes, agenda
 * minutes and readings are not public steps.
 *
 * Source: product design, "Visibility" and "Meeting the outside world"; Standard Webhooks, "thin payloads".
 */
import type { EventType } from '../events/events.js';

export const WEBHOOK_EVENTS = [
  'job.created',
  'job.status_changed',
  'candidate.created',
  'candidate.merged',
  'application.started',
  'application.moved',
  'round.added',
  'round.skipped',
  'round.reordered',
  'interview.planned',
  'interview.scheduled',
  'interview.moved',
  'interview.held',
  'interview.cancelled',
  'interview.no_show',
  'interview.panel_assigned',
  'interview.panel_unassigned',
  'scorecard.submitted',
  'scorecard.amended',
  'scorecard.declined',
  'scorecard.waived',
  'debrief.state_changed',
  'debrief.reopened',
  'ballot.opened',
  'ballot.revealed',
  'challenge.raised',
  'challenge.resolved',
  'decision.recorded',
  'decision.superseded',
  'offer.halted',
  'offer.extended',
  'offer.countered',
  'offer.accepted',
  'offer.declined',
  'offer.rescinded',
  'offer.expired',
] as const satisfies readonly EventType[];

export type WebhookEventType = (typeof WEBHOOK_EVENTS)[number];

export function isWebhookEvent(type: string): type is WebhookEventType {
  return WEBHOOK_EVENTS.some((known) => known === type);
}

/** The ids an event stands under. */
export interface EventIds {
  readonly eventId: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly jobId: string | null;
  readonly applicationId: string | null;
  readonly personId: string | null;
  readonly scorecardId: string | null;
}

/**
 * The body of a delivery, exactly as it is signed and sent, at every attempt the same.
 *
 * In: the type, when it happened, the ids. Out: JSON text `{type, timestamp, data}`; ids an event does not stand under are left out.
 */
export function thinPayload(type: WebhookEventType, at: Date, ids: EventIds): string {
  const { personId, ...rest } = ids;
  const data = Object.entries({ ...rest, candidateId: personId }).filter(([, id]) => id !== null);
  return JSON.stringify({ type, timestamp: at.toISOString(), data: Object.fromEntries(data) });
}
