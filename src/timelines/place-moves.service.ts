import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import type { Transaction } from '../platform/database.js';
import { ClockMoves } from './clock-moves.service.js';
import { ClockMovesStore } from './clock-moves.store.js';

/** Moves the open clocks of whoever works by other days than before. */
@Injectable()
export class PlaceMoves {
  constructor(
    private readonly moves: ClockMoves,
    private readonly store: ClockMovesStore,
  ) {}

  async jobMoved(tx: Transaction, actor: Actor, now: Date, jobId: string): Promise<void> {
    await this.moves.moveAll(tx, actor, now, { cause: 'job', causeId: jobId }, await this.store.ofJob(tx, jobId));
  }

  async userMoved(tx: Transaction, actor: Actor, now: Date, userId: string): Promise<void> {
    await this.moves.moveAll(tx, actor, now, { cause: 'user', causeId: userId }, await this.store.ofUser(tx, userId));
  }

  /** `countries`: those whose people and jobs follow the calendar, or did, without naming it. */
  async calendarMoved(tx: Transaction, actor: Actor, now: Date, calendarId: string, countries: readonly string[]): Promise<void> {
    await this.moves.moveAll(tx, actor, now, { cause: 'calendar', causeId: calendarId }, await this.store.ofCalendar(tx, calendarId, countries));
  }
}
