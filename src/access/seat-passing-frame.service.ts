import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { mayPassOnSeat } from '../domain/access/seat-rules.js';
import type { Actor } from '../domain/actor.js';
import type { EventPayloads } from '../domain/events/events.js';
import { Refusal, invalid } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { subjectOf } from './seat-grants.service.js';
import { type PlaceOfSeat, SeatPlaces } from './seat-places.service.js';
import { type LockedSeat, type Person, SeatsStore } from './seats.store.js';

/** A seat being passed on: locked, with whom it goes to, and everything checked that both ways of passing it share. */
export interface Passing {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly seat: LockedSeat;
  readonly place: PlaceOfSeat;
  readonly to: Person;
  readonly now: Date;
  readonly reason: string;
}

/** The frame of delegating and handing over: lock, ask, change, tell the record and the person. */
@Injectable()
export class SeatPassingFrame {
  constructor(
    private readonly database: Database,
    private readonly places: SeatPlaces,
    private readonly store: SeatsStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Runs the change; answers the new seat's id, which `work` gives. */
  pass(actor: Actor, seatId: string, toUserId: string, reason: string, work: (passing: Passing) => Promise<string>): Promise<string> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const { seat, place } = await this.places.seat(tx, actor, seatId);
      if (!mayPassOnSeat(place.actor, seat.userId, toUserId))
        throw new Refusal('forbidden', "Only its holder, the job's recruiter, or an admin for somebody else may pass a seat on.");
      if (seat.delegatedFrom !== null) throw new Refusal('wrong_state', "A stand-in's seat is not passed on. Let its holder choose somebody else.");
      if (toUserId === seat.userId) throw invalid([{ pointer: '/userId', code: 'holder', detail: 'holds this seat' }]);
      const to = await this.places.requireSeatable(tx, toUserId, place);
      if (await this.store.isHeld(tx, to.id, seat)) throw new Refusal('already_exists', 'This person holds such a seat already.');
      return work({ tx, actor, seat, place, to, now, reason });
    });
  }

  /** One event in the record, one word to the person; the holder's name stands beside whoever acted for them. */
  async tell<Type extends 'seat.delegated' | 'seat.handed_over'>(passing: Passing, type: Type, payload: EventPayloads[Type]): Promise<void> {
    const { tx, actor, seat, place, to, now, reason } = passing;
    const onBehalfOf = seat.userId === actor.userId ? undefined : seat.userId;
    await this.audit.append(tx, actor, now, { type, subject: subjectOf(seat.id, place), payload, reason, onBehalfOf });
    await this.store.notify(tx, to.id, type, { seat: seat.kind, jobId: place.jobId, from: seat.userId }, place.applicationId, now);
  }
}
