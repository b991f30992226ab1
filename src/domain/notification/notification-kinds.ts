/**
 * What people are told, by kind. A notification never carries a judgement: its words are made from `NotificationFacts`,
 * which holds names, a round, a seat and times, and nothing else.
 *
 * `needs` is the sight of the application without which a notification does not exist for its reader, asked anew whenever
 * it is listed, counted or mailed. That somebody challenged a rating says something about the rating: it needs `content`. `offer` is for those
 * for whom offers of the application exist; the kinds that need it, and no others, begin with `offer`.
 *
 * Source: product design, "Visibility" and "Pipeline and timeline".
 */

/** `nothing`: its words name no candidate, or it is about no application. */
export type NeededSight = 'nothing' | 'status' | 'content' | 'offer';

/** How mail of a kind goes out unless the person chose otherwise. */
export type MailDelivery = 'at_once' | 'digest' | 'off';
export const MAIL_DELIVERIES: readonly MailDelivery[] = ['at_once', 'digest', 'off'];

export interface NotificationKindRule {
  readonly needs: NeededSight;
  readonly mail: MailDelivery;
  /** Does not wait for working hours. */
  readonly urgent?: boolean;
  /** Stops once the duty is done: asked again before it is mailed. */
  readonly reminder?: boolean;
}

export const NOTIFICATION_RULES = {
  'interview.assigned': { needs: 'status', mail: 'at_once' },
  'interview.unassigned': { needs: 'nothing', mail: 'at_once' },
  'interview.scheduled': { needs: 'status', mail: 'at_once' },
  'interview.moved': { needs: 'status', mail: 'at_once' },
  'interview.cancelled': { needs: 'status', mail: 'at_once' },
  'scorecard.due_soon': { needs: 'status', mail: 'at_once', reminder: true },
  'scorecard.due_now': { needs: 'status', mail: 'at_once', reminder: true },
  'scorecard.overdue': { needs: 'status', mail: 'at_once', reminder: true },
  'scorecard.waived': { needs: 'status', mail: 'digest' },
  'scorecard.declined': { needs: 'status', mail: 'at_once' },
  'debrief.ready': { needs: 'status', mail: 'at_once' },
  'debrief.reopened': { needs: 'status', mail: 'at_once' },
  'ballot.opened': { needs: 'status', mail: 'at_once' },
  'challenge.raised': { needs: 'content', mail: 'at_once' },
  'challenge.resolved': { needs: 'content', mail: 'digest' },
  'decision.due_soon': { needs: 'status', mail: 'at_once', reminder: true },
  'decision.due_now': { needs: 'status', mail: 'at_once', reminder: true },
  'decision.overdue': { needs: 'status', mail: 'at_once', reminder: true },
  'decision.recorded': { needs: 'status', mail: 'at_once' },
  'offer.submitted': { needs: 'offer', mail: 'at_once' },
  'offer_approval.due_soon': { needs: 'offer', mail: 'at_once', reminder: true },
  'offer_approval.due_now': { needs: 'offer', mail: 'at_once', reminder: true },
  'offer_approval.overdue': { needs: 'offer', mail: 'at_once', reminder: true },
  'offer.approved': { needs: 'offer', mail: 'at_once' },
  'offer.refused': { needs: 'offer', mail: 'at_once' },
  'offer.countered': { needs: 'offer', mail: 'at_once' },
  'offer.accepted': { needs: 'offer', mail: 'at_once' },
  'offer.declined': { needs: 'offer', mail: 'at_once' },
  'offer.expired': { needs: 'offer', mail: 'at_once' },
  'duty.escalated': { needs: 'status', mail: 'at_once' },
  'duty.nudged': { needs: 'status', mail: 'at_once' },
  'seat.granted': { needs: 'status', mail: 'at_once' },
  'seat.delegated': { needs: 'status', mail: 'at_once' },
  'seat.handed_over': { needs: 'status', mail: 'at_once' },
  'break_glass.opened': { needs: 'status', mail: 'at_once', urgent: true },
  'webhook.disabled': { needs: 'nothing', mail: 'at_once' },
} as const satisfies Record<string, NotificationKindRule>;

export type NotificationKind = keyof typeof NOTIFICATION_RULES;

export const NOTIFICATION_KINDS = Object.keys(NOTIFICATION_RULES) as readonly NotificationKind[];

export function isNotificationKind(kind: string): kind is NotificationKind {
  return Object.hasOwn(NOTIFICATION_RULES, kind);
}

export function ruleOf(kind: NotificationKind): NotificationKindRule {
  return NOTIFICATION_RULES[kind];
}

/** Kinds that exist only for those who see at least this much of the application. */
export function kindsNeeding(sight: NeededSight): readonly NotificationKind[] {
  return NOTIFICATION_KINDS.filter((kind) => ruleOf(kind).needs === sight);
}

/**
 * What is kept with a notification: ids, looked up again whenever it is shown, so that a renamed or erased person is shown as they
 * are now; and the due time it spoke of.
 */
export interface NotificationParams {
  readonly interviewId?: string;
  readonly scorecardId?: string;
  readonly jobId?: string;
  readonly webhookId?: string;
  readonly offerId?: string;
  /** Whose deed or duty it tells of. */
  readonly personId?: string;
  /** ISO time. */
  readonly dueAt?: string;
  readonly seat?: string;
}

/** All that words can be made from. Empty where there is none. */
export interface NotificationFacts {
  readonly candidate: string;
  readonly job: string;
  readonly round: string;
  readonly person: string;
  readonly seat: string;
  /** When it is due or starts, in words of the reader's language and zone. */
  readonly when: string;
}
