import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import type { InterviewPlanContent } from '../domain/interview-plan.js';
import { withPlanTimes } from '../domain/timeline/plan-times.js';
import type { Transaction } from '../platform/database.js';
import { ClockMoves } from './clock-moves.service.js';
import { ClockMovesStore } from './clock-moves.store.js';
import { PlanTimesStore } from './plan-times.store.js';

/** A changed plan promises its running applications the changed times, in the transaction of the change. */
@Injectable()
export class PlanTimes {
  constructor(
    private readonly moves: ClockMoves,
    private readonly movesStore: ClockMovesStore,
    private readonly store: PlanTimesStore,
  ) {}

  async follow(tx: Transaction, actor: Actor, now: Date, planId: string, before: InterviewPlanContent, after: InterviewPlanContent): Promise<void> {
    if (withPlanTimes(before, before, after) === before) return;
    const changed: string[] = [];
    for (const id of await this.movesStore.ofPlan(tx, planId)) {
      const pinned = await this.store.pinned(tx, id);
      const promised = withPlanTimes(pinned, before, after);
      if (promised === pinned) continue;
      await this.store.save(tx, id, pinned, promised);
      changed.push(id);
    }
    await this.moves.moveAll(tx, actor, now, { cause: 'plan', causeId: planId }, changed);
  }
}
