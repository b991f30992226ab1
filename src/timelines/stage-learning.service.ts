import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database.js';
import { learnStages } from './learn-stages.js';
import { PassagesReader } from './passages.reader.js';
import { StageLawsStore } from './stage-laws.store.js';

const YEARS_LOOKED_AT = 3;

/** Learns how long each kind of round takes, from the rounds that ended and those still open. */
@Injectable()
export class StageLearning {
  constructor(
    private readonly reader: PassagesReader,
    private readonly store: StageLawsStore,
  ) {}

  async learn(tx: Transaction, now: Date): Promise<void> {
    const from = new Date(now);
    from.setUTCFullYear(from.getUTCFullYear() - YEARS_LOOKED_AT);
    await this.store.replace(tx, learnStages(await this.reader.since(tx, from), now.toISOString()), now);
  }
}
