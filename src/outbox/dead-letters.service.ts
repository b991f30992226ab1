import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { JobsStore } from './jobs.store.js';

/** What an admin does with work that was given up: have it done after all, or let it go with a reason. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly database: Database,
    private readonly store: JobsStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  retry(actor: Actor, ref: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const kind = await this.store.revive(tx, ref, now);
      if (kind === undefined) throw notFound('dead letter');
      await this.audit.append(tx, actor, now, { type: 'background_job.retried', subject: { kind: 'background_job', id: ref }, payload: { kind } });
    });
  }

  discard(actor: Actor, ref: string, reason: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      const kind = await this.store.discard(tx, ref);
      if (kind === undefined) throw notFound('dead letter');
      await this.audit.append(tx, actor, this.clock.now(), {
        type: 'background_job.discarded',
        subject: { kind: 'background_job', id: ref },
        payload: { kind },
        reason,
      });
    });
  }
}
