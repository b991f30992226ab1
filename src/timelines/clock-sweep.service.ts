import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database.js';
import { ClockLaying } from './clock-laying.service.js';
import { ClocksStore } from './clocks.store.js';

/** In one go, so that the locks are held for a moment only; the next turn goes on. */
const PORTION = 200;

/** Lays the clocks of open applications that have none: those from before there were clocks, and those copied in without an event. */
@Injectable()
export class ClockSweep {
  constructor(
    private readonly store: ClocksStore,
    private readonly laying: ClockLaying,
  ) {}

  async layMissing(tx: Transaction, now: Date): Promise<void> {
    for (const id of await this.store.withoutClocks(tx, PORTION)) await this.laying.lay(tx, id, now);
  }
}
