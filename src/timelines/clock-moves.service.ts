import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { type Job, JobHandlers } from '../outbox/job-handlers.js';
import { jobKind } from '../outbox/job-kind.js';
import { Outbox } from '../outbox/outbox.service.js';
import { Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { ClockLaying, type MoveCause } from './clock-laying.service.js';
import { ClockMovesStore } from './clock-moves.store.js';

export const MOVE_CLOCKS = jobKind('timelines.move_clocks', 'moveId');

/** So many move together with the change itself; more would hold its locks for long. */
const AT_ONCE = 50;

/** Moves the clocks of every application a change concerns: a few with the change, the rest in the background, in portions. */
@Injectable()
export class ClockMoves implements OnModuleInit {
  constructor(
    private readonly laying: ClockLaying,
    private readonly store: ClockMovesStore,
    private readonly handlers: JobHandlers,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.inDatabase(MOVE_CLOCKS, (tx, job) => this.goOn(tx, job));
  }

  async moveAll(tx: Transaction, actor: Actor, now: Date, cause: MoveCause, applicationIds: readonly string[]): Promise<void> {
    if (applicationIds.length === 0) return;
    const id = newId();
    const few = applicationIds.length <= AT_ONCE;
    await this.store.insert(tx, { id, actor, ...cause }, applicationIds.length, few ? applicationIds.length : 0, now);
    if (few) {
      for (const applicationId of applicationIds) await this.laying.move(tx, actor, now, applicationId, cause);
      return;
    }
    await this.store.insertItems(tx, id, applicationIds);
    await this.outbox.enqueue(tx, MOVE_CLOCKS, { moveId: id });
  }

  private async goOn(tx: Transaction, job: Job<'moveId'>): Promise<void> {
    const move = await this.store.lock(tx, job.payload.moveId);
    if (!move) return;
    const now = this.clock.now();
    const portion = await this.store.take(tx, move.id, AT_ONCE);
    for (const applicationId of portion) await this.laying.move(tx, move.actor, now, applicationId, move);
    if (!(await this.store.advance(tx, move.id, portion.length, now))) await this.outbox.enqueue(tx, MOVE_CLOCKS, { moveId: move.id });
  }
}
