import { Injectable } from '@nestjs/common';
import type { SeatActor } from '../domain/access/seat-rules.js';
import type { Actor } from '../domain/actor.js';
import { Refusal, invalid, notFound } from '../domain/refusal.js';
import type { Transaction } from '../platform/database.js';
import { SeatsReader } from './seats.reader.js';
import { type LockedSeat, type Person, SeatsStore } from './seats.store.js';
import { StandingReader } from './standing.reader.js';

/** Where a seat is, and what the caller is there. */
export interface PlaceOfSeat {
  readonly jobId: string;
  readonly applicationId: string | null;
  readonly personId: string | null;
  readonly debriefState: string | null;
  readonly actor: SeatActor;
}

/** Locks the job or the application of a seat and says what the caller is to it, or that it does not exist for them. */
@Injectable()
export class SeatPlaces {
  constructor(
    private readonly standing: StandingReader,
    private readonly reader: SeatsReader,
    private readonly store: SeatsStore,
  ) {}

  async job(tx: Transaction, actor: Actor, jobId: string): Promise<PlaceOfSeat> {
    if (!(await this.store.lockJob(tx, jobId)) || !(await this.reader.jobIsVisible(jobId, actor.userId, tx))) throw notFound('job');
    const jobSeats = await this.standing.onJob(actor, jobId, tx);
    return { jobId, applicationId: null, personId: null, debriefState: null, actor: { userId: actor.userId, siteRole: actor.siteRole, jobSeats } };
  }

  async application(tx: Transaction, actor: Actor, applicationId: string): Promise<PlaceOfSeat> {
    await this.store.lockApplication(tx, applicationId);
    const { jobId, personId, debriefState, jobSeats } = await this.standing.onApplication(actor, applicationId, tx);
    return { jobId, applicationId, personId, debriefState, actor: { userId: actor.userId, siteRole: actor.siteRole, jobSeats } };
  }

  /** An open seat, locked after its place; `not_found` where its place does not exist for the caller. */
  async seat(tx: Transaction, actor: Actor, seatId: string): Promise<{ seat: LockedSeat; place: PlaceOfSeat }> {
    const found = await this.reader.seat(seatId, tx);
    if (!found) throw notFound('seat');
    const place = await (found.applicationId === null ? this.job(tx, actor, found.jobId) : this.application(tx, actor, found.applicationId)).catch(
      (error: unknown) => {
        throw error instanceof Refusal && error.code === 'not_found' ? notFound('seat') : error;
      },
    );
    const seat = await this.store.lock(tx, seatId);
    if (!seat || seat.endedAt !== null) throw new Refusal('wrong_state', 'This seat has ended.');
    return { seat, place };
  }

  /** Somebody who may sit here: active, and without a conflict of interest on the candidate. */
  async requireSeatable(tx: Transaction, userId: string, place: PlaceOfSeat): Promise<Person> {
    const about = place.personId === null ? undefined : { personId: place.personId, jobId: place.jobId };
    const person = await this.store.person(tx, userId, about);
    if (!person?.active) throw invalid([{ pointer: '/userId', code: 'unknown_user', detail: 'names nobody who is active here' }]);
    if (person.conflicted) {
      throw new Refusal('conflict_of_interest', 'This person has a conflict of interest with the candidate. Choose somebody else.', [
        { pointer: '/userId', code: 'conflict_of_interest', detail: 'has a conflict of interest with the candidate' },
      ]);
    }
    return person;
  }

  /** For whom the caller acts, when they run the job only as a stand-in. */
  behalfOf(tx: Transaction, place: PlaceOfSeat): Promise<string | undefined> {
    return this.reader.behalfOf(place.actor.userId, { jobId: place.jobId }, ['recruiter', 'hiring_manager'], tx);
  }
}
