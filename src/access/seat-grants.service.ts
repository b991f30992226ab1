import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { type DebriefSeat, type SeatKind, mayEndSeat, mayGrantSeat } from '../domain/access/seat-rules.js';
import type { Actor } from '../domain/actor.js';
import type { Subject } from '../domain/events/events.js';
import { Refusal } from '../domain/refusal.js';
import type { JobSeat } from '../domain/visibility/visibility.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { type PlaceOfSeat, SeatPlaces } from './seat-places.service.js';
import { SeatsStore } from './seats.store.js';

export interface SeatGrant<Kind extends SeatKind> {
  readonly userId: string;
  readonly kind: Kind;
  readonly reason?: string;
}

/** Gives seats of jobs and of debriefs, and ends them. Interviewers are seated in the interview. */
@Injectable()
export class SeatGrantsService {
  constructor(
    private readonly database: Database,
    private readonly places: SeatPlaces,
    private readonly store: SeatsStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Answers the new seat's id. Somebody with a conflict on one candidate may run the job: that application is not there for them. */
  grantOnJob(actor: Actor, jobId: string, grant: SeatGrant<JobSeat>): Promise<string> {
    return this.database.transaction((tx) => this.grantOnJobWithin(tx, actor, jobId, grant));
  }

  /** The same in a transaction of the caller's. */
  async grantOnJobWithin(tx: Transaction, actor: Actor, jobId: string, grant: SeatGrant<JobSeat>): Promise<string> {
    return this.grant(tx, actor, await this.places.job(tx, actor, jobId), grant);
  }

  grantOnApplication(actor: Actor, applicationId: string, grant: SeatGrant<DebriefSeat>): Promise<string> {
    return this.database.transaction(async (tx) => {
      const place = await this.places.application(tx, actor, applicationId);
      if (place.debriefState === 'closed') throw new Refusal('wrong_state', 'This debrief is closed. Reopen it first.');
      return this.grant(tx, actor, place, grant);
    });
  }

  async end(actor: Actor, seatId: string, reason: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { seat, place } = await this.places.seat(tx, actor, seatId);
      if (!mayEndSeat(place.actor, seat.userId))
        throw new Refusal('forbidden', "Only its holder, the job's recruiter or hiring manager, or an admin may end a seat.");
      if (seat.kind === 'interviewer')
        throw new Refusal('wrong_state', 'An interviewer is taken off the panel in the interview, or hands the seat over.');
      const now = this.clock.now();
      await this.store.end(tx, seatId, now);
      const onBehalfOf = await this.places.behalfOf(tx, place);
      await this.audit.append(tx, actor, now, {
        type: 'seat.ended',
        subject: subjectOf(seatId, place),
        payload: { userId: seat.userId, seat: seat.kind },
        reason,
        onBehalfOf,
      });
    });
  }

  private async grant(tx: Transaction, actor: Actor, place: PlaceOfSeat, { userId, kind, reason }: SeatGrant<SeatKind>): Promise<string> {
    const now = this.clock.now();
    if (!mayGrantSeat(place.actor, userId, await this.store.isRun(tx, place.jobId, now))) {
      throw new Refusal('forbidden', "Only the job's recruiter or hiring manager, or an admin for somebody else, may give this seat.");
    }
    await this.places.requireSeatable(tx, userId, place);
    const { applicationId } = place;
    const jobId = applicationId === null ? place.jobId : null;
    if (await this.store.isHeld(tx, userId, { kind, jobId, applicationId }))
      throw new Refusal('already_exists', 'This person holds this seat already.');
    const id = newId();
    await this.store.insert(tx, { id, userId, kind, jobId, applicationId, reason: reason ?? null, grantedBy: actor.userId, grantedAt: now });
    const onBehalfOf = await this.places.behalfOf(tx, place);
    await this.audit.append(tx, actor, now, {
      type: 'seat.granted',
      subject: subjectOf(id, place),
      payload: { userId, seat: kind },
      reason,
      onBehalfOf,
    });
    return id;
  }
}

export function subjectOf(seatId: string, place: PlaceOfSeat): Subject {
  const { jobId, applicationId, personId } = place;
  return applicationId === null
    ? { kind: 'seat', id: seatId, jobId }
    : { kind: 'seat', id: seatId, jobId, applicationId, personId: personId ?? undefined };
}
