import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import type { ApprovalRules } from '../domain/offer/approval-rules.js';
import type { JobBand } from '../domain/offer/job-band.js';
import { notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database.js';
import { versionConflict } from '../platform/version.js';
import { contentHashOf } from './draft-offer.service.js';
import type { JobPay } from './job-pay.reader.js';
import { JobPayStore } from './job-pay.store.js';

interface Saving {
  readonly jobId: string;
  /** The revision the caller read. */
  readonly expected: number;
  readonly reason: string;
}

/** Writes the next revision and tells the record; history commits to the figures by their hash, the revisions keep them. */
@Injectable()
export class JobPayRevisions {
  constructor(
    private readonly store: JobPayStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async lockJob(tx: Transaction, jobId: string): Promise<void> {
    if (!(await this.store.lockJob(tx, jobId))) throw notFound('job');
  }

  async bands(tx: Transaction, actor: Actor, saving: Saving, { bandsRevision, bands: before }: JobPay, bands: readonly JobBand[]): Promise<void> {
    const row = this.next(actor, saving, bandsRevision, { bands: before }, bands);
    await this.store.insertBands(tx, row, bands);
    await this.tell(tx, actor, saving, 'job.bands_changed', row);
  }

  async rules(tx: Transaction, actor: Actor, saving: Saving, { rulesRevision, rules: before }: JobPay, rules: ApprovalRules): Promise<void> {
    const row = this.next(actor, saving, rulesRevision, { rules: before }, rules);
    await this.store.insertRules(tx, row, rules);
    await this.tell(tx, actor, saving, 'job.offer_rules_changed', row);
  }

  private next(actor: Actor, { jobId, expected, reason }: Saving, revision: number, before: object, content: unknown) {
    if (revision !== expected) throw versionConflict(expected, revision, before);
    return { jobId, revision: revision + 1, contentHash: contentHashOf(content), reason, by: actor.userId, at: this.clock.now() };
  }

  private async tell(
    tx: Transaction,
    actor: Actor,
    { jobId, reason }: Saving,
    type: 'job.bands_changed' | 'job.offer_rules_changed',
    { revision, contentHash }: { readonly revision: number; readonly contentHash: string },
  ): Promise<void> {
    const subject = { kind: 'job', id: jobId, jobId } as const;
    await this.audit.append(tx, actor, this.clock.now(), { type, subject, payload: { revision, contentHash }, reason });
  }
}
