import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '../outbox/job-handlers.js';
import { jobKind } from '../outbox/job-kind.js';
import { PeriodicJobs } from '../outbox/periodic-jobs.service.js';
import { Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database.js';
import { AnswerOfferService } from './answer-offer.service.js';
import { OfferSittings } from './offer-sittings.service.js';
import { OffersStore } from './offers.store.js';

const EXPIRE = jobKind('offers.expire');
const EVERY_MS = 60_000;

/** Ends offers whose time is over, once, whichever process comes by first. */
@Injectable()
export class OfferExpiry implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly periodic: PeriodicJobs,
    private readonly sittings: OfferSittings,
    private readonly answering: AnswerOfferService,
    private readonly store: OffersStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.inDatabase(EXPIRE, (tx) => this.sweep(tx));
    this.periodic.register(EXPIRE, EVERY_MS);
  }

  /** Applications are locked in the order of their ids, so that two sweeps never wait for each other in a circle. */
  private async sweep(tx: Transaction): Promise<void> {
    for (const id of await this.store.dueToExpire(tx, this.clock.now()))
      await this.sittings.byClock(tx, id, (sitting) => this.answering.expire(sitting));
  }
}
