/**
 * Who is told of what: for each event, the notifications it makes and to whom they go. An audience is a role, found among
 * the seats in force; who did it is not told of their own deed.
 *
 * Break-glass, escalation and seats passed on are announced by `access` itself, in the transaction of the deed.
 *
 * Source: product design, "People, seats and what they may do", "Application and debrief life", "Scorecard life".
 */
import type { EventPayloads, EventType } from '../events/events.js';
import type { NotificationKind, NotificationParams } from './notification-kinds.js';

/** An event as it stands in the record, without the reason. */
export interface RecordedEvent<Type extends EventType = EventType> {
  readonly type: Type;
  readonly payload: EventPayloads[Type];
  readonly at: Date;
  readonly actorId: string | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly applicationId: string | null;
  readonly jobId: string | null;
  readonly scorecardId: string | null;
}

export type Audience =
  | { readonly who: 'users'; readonly userIds: readonly string[] }
  | { readonly who: 'panel' }
  | { readonly who: 'card_author'; readonly scorecardId: string | null }
  | { readonly who: 'challenger'; readonly challengeId: string }
  | { readonly who: 'job_seats'; readonly seats: readonly ('recruiter' | 'hiring_manager' | 'coordinator')[] }
  | { readonly who: 'debrief_leads' }
  | { readonly who: 'electors'; readonly committee: boolean }
  | { readonly who: 'offer_seats'; readonly seats: readonly ('recruiter' | 'hiring_manager' | 'offer_approver')[] }
  | { readonly who: 'admins' };

export interface Notice {
  readonly kind: NotificationKind;
  readonly to: Audience;
  readonly params: NotificationParams;
}

type NoticeRules = { readonly [Type in EventType]?: (event: RecordedEvent<Type>) => readonly Notice[] };

const RUNNING = { who: 'job_seats', seats: ['recruiter', 'hiring_manager'] } as const;

function one(kind: NotificationKind, to: Audience, params: NotificationParams = {}): readonly Notice[] {
  return [{ kind, to, params }];
}

function users(...userIds: readonly string[]): Audience {
  return { who: 'users', userIds };
}

/** An event of a card tells of that card, whoever reads it sees only its round. */
function card(event: RecordedEvent): NotificationParams {
  return event.scorecardId ? { scorecardId: event.scorecardId } : {};
}

function actor(event: RecordedEvent): NotificationParams {
  return event.actorId ? { personId: event.actorId } : {};
}

function job(event: RecordedEvent): NotificationParams {
  return event.jobId ? { jobId: event.jobId } : {};
}

function seatsAsked(needs: readonly { readonly seat: string }[]): readonly ('offer_approver' | 'hiring_manager')[] {
  return (['offer_approver', 'hiring_manager'] as const).filter((seat) => needs.some((need) => need.seat === seat));
}

const OFFER_MAKERS = { who: 'offer_seats', seats: ['recruiter', 'hiring_manager'] } as const;

/** Who acted on an offer, and never what it says. */
function offer(event: RecordedEvent): NotificationParams {
  return { offerId: event.subjectId, ...actor(event) };
}

const NOTICES: NoticeRules = {
  'interview.panel_assigned': (e) => one('interview.assigned', users(e.payload.userId), { interviewId: e.subjectId }),
  'interview.panel_unassigned': (e) => one('interview.unassigned', users(e.payload.userId), { interviewId: e.subjectId, ...job(e) }),
  'interview.scheduled': (e) => one('interview.scheduled', { who: 'panel' }, { interviewId: e.subjectId }),
  'interview.moved': (e) => one('interview.moved', { who: 'panel' }, { interviewId: e.subjectId }),
  'interview.cancelled': (e) => one('interview.cancelled', { who: 'panel' }, { interviewId: e.subjectId }),
  'interview.no_show': (e) => one('interview.cancelled', { who: 'panel' }, { interviewId: e.subjectId }),
  'scorecard.waived': (e) => one('scorecard.waived', { who: 'card_author', scorecardId: e.scorecardId }, card(e)),
  'scorecard.declined': (e) => one('scorecard.declined', RUNNING, { ...card(e), ...actor(e) }),
  'debrief.state_changed': (e) => (e.payload.after?.state === 'ready' ? one('debrief.ready', { who: 'debrief_leads' }) : []),
  'debrief.reopened': () => [
    ...one('debrief.reopened', { who: 'debrief_leads' }),
    ...one('debrief.reopened', { who: 'job_seats', seats: ['recruiter'] }),
  ],
  'ballot.opened': (e) => one('ballot.opened', { who: 'electors', committee: e.payload.kind === 'committee' }),
  'challenge.raised': (e) =>
    one('challenge.raised', { who: 'card_author', scorecardId: e.payload.scorecardId }, { scorecardId: e.payload.scorecardId }),
  'challenge.resolved': (e) => one('challenge.resolved', { who: 'challenger', challengeId: e.payload.challengeId }),
  'decision.recorded': () => one('decision.recorded', RUNNING),
  'application.nudged': (e) =>
    one('duty.nudged', users(e.payload.userId), {
      ...actor(e),
      ...(e.payload.dueAt === null ? {} : { dueAt: e.payload.dueAt }),
      ...(e.payload.cardId === null ? {} : { scorecardId: e.payload.cardId }),
    }),
  'offer.submitted': (e) => one('offer.submitted', { who: 'offer_seats', seats: seatsAsked(e.payload.needs) }, offer(e)),
  'offer.approved': (e) => (e.payload.complete ? one('offer.approved', OFFER_MAKERS, offer(e)) : []),
  'offer.refused': (e) => one('offer.refused', OFFER_MAKERS, offer(e)),
  'offer.countered': (e) => one('offer.countered', OFFER_MAKERS, offer(e)),
  'offer.accepted': (e) => one('offer.accepted', OFFER_MAKERS, offer(e)),
  'offer.declined': (e) => one('offer.declined', OFFER_MAKERS, offer(e)),
  'offer.expired': (e) => one('offer.expired', OFFER_MAKERS, offer(e)),
  'seat.granted': (e) => one('seat.granted', users(e.payload.userId), { seat: e.payload.seat, ...job(e) }),
  'webhook.disabled': (e) => one('webhook.disabled', { who: 'admins' }, { webhookId: e.subjectId }),
};

/** The types that make notifications. */
export const NOTICED_EVENTS = Object.keys(NOTICES) as readonly EventType[];

/** The notifications an event makes; none for a type nobody is told of. Pure and total. */
export function noticesOf<Type extends EventType>(event: RecordedEvent<Type>): readonly Notice[] {
  const rule: NoticeRules[Type] = NOTICES[event.type];
  return rule ? rule(event) : [];
}

/** Where in the web app a notification leads. */
export function pathOf(kind: string, applicationId: string | null, params: NotificationParams): string {
  if (kind === 'webhook.disabled') return '/webhooks';
  if (kind === 'interview.unassigned') return '/';
  if (kind.startsWith('scorecard.due_') || kind === 'scorecard.overdue') return `/scorecards/${params.scorecardId ?? ''}`;
  if (kind === 'duty.nudged' && params.scorecardId !== undefined) return `/scorecards/${params.scorecardId}`;
  if (kind.startsWith('interview.')) return `/interviews/${params.interviewId ?? ''}`;
  if (!applicationId) return params.jobId ? `/jobs/${params.jobId}` : '/';
  if (kind === 'break_glass.opened') return `/applications/${applicationId}/history`;
  if (kind.startsWith('offer')) return `/applications/${applicationId}/offers`;
  const inDebrief = /^(debrief|ballot|challenge|decision)\./.test(kind);
  return inDebrief ? `/applications/${applicationId}/debrief` : `/applications/${applicationId}`;
}
