import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import type { DomainEvent, EventType } from '../domain/events/events.js';
import { parseInterviewPlan } from '../domain/interview-plan-validation.js';
import type { InterviewPlanContent } from '../domain/interview-plan.js';
import type { Transaction } from '../platform/database.js';
import { ClockLaying } from './clock-laying.service.js';
import { PlaceMoves } from './place-moves.service.js';
import { PlanTimes } from './plan-times.service.js';

/** Whatever happens to an application may start, stop or move a clock, except what is named here. */
const LEAVES_CLOCKS: readonly EventType[] = [
  // stopped by the database in the statement that writes it
  'scorecard.submitted',
  'scorecard.amended',
  'scorecard.private_note_saved',
  'debrief.state_changed',
  'debrief.reading_refused',
  'ballot.voted',
];
const TOUCHES_CLOCKS = ['application.', 'round.', 'interview.', 'scorecard.', 'decision.', 'debrief.', 'ballot.', 'seat.', 'duty.', 'candidate.'];

/**
 * Keeps the clocks true: hears of every event in the transaction of its change, and lays them anew before it commits. Rooms need
 * not know of it.
 */
@Injectable()
export class ClockHearing implements OnModuleInit {
  constructor(
    private readonly audit: Audit,
    private readonly laying: ClockLaying,
    private readonly places: PlaceMoves,
    private readonly plans: PlanTimes,
  ) {}

  onModuleInit(): void {
    this.audit.listen((tx, actor, now, event) => this.hear(tx, actor, now, event));
  }

  private hear(tx: Transaction, actor: Actor, now: Date, event: DomainEvent): void {
    const { applicationId, jobId } = event.subject;
    if (touchesClocks(event.type)) {
      if (applicationId !== undefined) tx.beforeCommit(`clocks:${applicationId}`, () => this.laying.lay(tx, applicationId, now));
      else if (jobId !== undefined) tx.beforeCommit(`seats:${jobId}`, () => this.laying.reseatJob(tx, jobId));
    }
    if (event.type === 'interview_plan.changed') this.followPlan(tx, actor, now, event);
    if (event.type === 'job.changed' || event.type === 'user.changed' || event.type === 'calendar.named') this.followPlace(tx, actor, now, event);
    if (event.type === 'user.deactivated' || event.type === 'user.reactivated') {
      const userId = event.subject.id;
      tx.beforeCommit(`seats of:${userId}`, () => this.laying.reseatUser(tx, userId));
    }
  }

  private followPlan(tx: Transaction, actor: Actor, now: Date, event: DomainEvent): void {
    const planId = event.subject.id;
    const before = planIn(event.payload, 'before');
    const after = planIn(event.payload, 'after');
    if (before && after) tx.beforeCommit(`plan:${planId}`, () => this.plans.follow(tx, actor, now, planId, before, after));
  }

  /** A job or a person moved to another country or zone, or follows another calendar. */
  private followPlace(tx: Transaction, actor: Actor, now: Date, event: DomainEvent): void {
    if (event.type !== 'calendar.named' && !placeDiffers(event.payload)) return;
    const { id, kind } = event.subject;
    tx.beforeCommit(`place:${id}`, () => (kind === 'job' ? this.places.jobMoved(tx, actor, now, id) : this.places.userMoved(tx, actor, now, id)));
  }
}

function touchesClocks(type: EventType): boolean {
  return !LEAVES_CLOCKS.includes(type) && TOUCHES_CLOCKS.some((prefix) => type.startsWith(prefix));
}

/** The plan's content on one side of a recorded change; null where the record has none. */
function planIn(payload: unknown, side: 'before' | 'after'): InterviewPlanContent | null {
  const state = member(payload, side);
  const content = member(state, 'content');
  return content === undefined ? null : parseInterviewPlan(content);
}

function member(of: unknown, key: string): unknown {
  return typeof of === 'object' && of !== null ? new Map<string, unknown>(Object.entries(of)).get(key) : undefined;
}

function placeDiffers(payload: unknown): boolean {
  const place = (side: 'before' | 'after') => ['country', 'timeZone'].map((key) => member(member(payload, side), key) ?? null);
  return JSON.stringify(place('before')) !== JSON.stringify(place('after'));
}
