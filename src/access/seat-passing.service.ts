import { Injectable } from '@nestjs/common';
import { delegationPeriod } from '../domain/access/seat-rules.js';
import type { Actor } from '../domain/actor.js';
import { Refusal } from '../domain/refusal.js';
import { CardDuty, type DutyMove } from './card-duty.service.js';
import { type Passing, SeatPassingFrame } from './seat-passing-frame.service.js';
import { type NewSeat, SeatsStore } from './seats.store.js';
import { newId } from '../platform/new-id.js';

/** Passes a seat on: for some dates, or for good. */
@Injectable()
export class SeatPassingService {
  constructor(
    private readonly frame: SeatPassingFrame,
    private readonly store: SeatsStore,
    private readonly duty: CardDuty,
  ) {}

  /** A stand-in for some dates; answers the new seat's id. The holder keeps the seat. */
  delegate(actor: Actor, seatId: string, given: { userId: string; startsOn: string; endsOn: string; reason: string }): Promise<string> {
    return this.frame.pass(actor, seatId, given.userId, given.reason, async (passing) => {
      const { tx, seat, now } = passing;
      const period = delegationPeriod(given.startsOn, given.endsOn, seat.holderZone, now);
      if (await this.store.isDelegated(tx, seatId, period.startsAt, period.endsAt))
        throw new Refusal('conflict', 'Somebody stands in for this seat in that time already. End that first, or choose other dates.');
      // A stand-in on a panel gives the card, which is theirs from then on: their seat lasts until it is in.
      const lasting = isInterviewers(seat) ? {} : period;
      const id = await this.seatOf(passing, { ...lasting, delegatedFrom: seatId });
      if (isInterviewers(seat)) await this.moveCard(passing, seat, period);
      await this.frame.tell(passing, 'seat.delegated', {
        from: seat.userId,
        to: given.userId,
        seat: seat.kind,
        newSeatId: id,
        startsOn: given.startsOn,
        endsOn: given.endsOn,
      });
      return id;
    });
  }

  /** Somebody else in the holder's place, from now on; answers the new seat's id. */
  handOver(actor: Actor, seatId: string, toUserId: string, reason: string): Promise<string> {
    return this.frame.pass(actor, seatId, toUserId, reason, async (passing) => {
      const { tx, seat, now } = passing;
      if (isInterviewers(seat)) await this.moveCard(passing, seat, null);
      await this.store.end(tx, seatId, now);
      const id = await this.seatOf(passing, {});
      await this.frame.tell(passing, 'seat.handed_over', { from: seat.userId, to: toUserId, seat: seat.kind, newSeatId: id });
      return id;
    });
  }

  private async moveCard(passing: Passing, seat: DutyMove['seat'], period: { startsAt: Date; endsAt: Date } | null): Promise<void> {
    const { tx, actor, now, to, reason, place } = passing;
    const interview = await this.duty.interviewOf(tx, seat, to);
    if (period && !(interview.startsAt && interview.startsAt >= period.startsAt && interview.startsAt < period.endsAt)) {
      throw new Refusal('wrong_state', 'The interview is not within these dates. Hand the seat over instead.');
    }
    await this.duty.move(tx, actor, now, interview, { seat, to, reason, personId: place.personId ?? '', jobId: place.jobId });
  }

  private async seatOf({ tx, actor, seat, to, now, reason }: Passing, more: Pick<NewSeat, 'startsAt' | 'endsAt' | 'delegatedFrom'>): Promise<string> {
    const { kind, jobId, applicationId, interviewId, training, lead, place } = seat;
    const id = newId();
    await this.store.insert(tx, {
      id,
      userId: to.id,
      kind,
      jobId,
      applicationId,
      interviewId,
      training,
      lead,
      place,
      reason,
      grantedBy: actor.userId,
      grantedAt: now,
      ...more,
    });
    return id;
  }
}

function isInterviewers<Seat extends { kind: string; interviewId: string | null; applicationId: string | null }>(
  seat: Seat,
): seat is Seat & DutyMove['seat'] {
  return seat.kind === 'interviewer' && seat.interviewId !== null && seat.applicationId !== null;
}
