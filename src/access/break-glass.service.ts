import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { Refusal, notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { BreakGlassStore, type Reading } from './break-glass.store.js';
import { StandingReader } from './standing.reader.js';

/** Why it was refused, for the record; the person is told what they may know. */
type Because = 'conflict_of_interest' | 'owes_a_card';

class SealedAgainst extends Error {
  constructor(
    readonly because: Because,
    readonly reading: Reading,
  ) {
    super(because);
  }
}

/**
 * Reading cards without a seat, by an admin, for a while, with a reason, announced to hiring manager and recruiter. A
 * conflicted admin gets nowhere (another admin or the operator has to), and neither does one who owes a judgement. What it
 * shows is decided where all sight is decided; it never opens drafts or sealed ballots.
 */
@Injectable()
export class BreakGlassService {
  constructor(
    private readonly database: Database,
    private readonly store: BreakGlassStore,
    private readonly standing: StandingReader,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Opens it for `readerId` (an admin for themselves; the operator for an admin); answers the grant's id. */
  async open(actor: Actor, readerId: string, applicationId: string, given: { reason: string; minutes: number }): Promise<string> {
    try {
      return await this.database.transaction((tx) => this.openIn(tx, actor, readerId, applicationId, given));
    } catch (error) {
      if (!(error instanceof SealedAgainst)) throw error;
      await this.recordRefusal(actor, readerId, applicationId, error);
      if (error.because === 'conflict_of_interest') throw notFound('application');
      throw new Refusal('sealed', 'You owe a scorecard on this candidate. Nobody reads the others before giving their own.');
    }
  }

  /** Ends it before its time: by its reader, or another admin for whom the application exists. */
  async end(actor: Actor, applicationId: string, grantId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { jobId, personId } = await this.standing.onApplication(actor, applicationId, tx);
      const now = this.clock.now();
      const grant = await this.store.lockOpen(tx, grantId, applicationId, now);
      if (!grant || (grant.userId !== actor.userId && actor.siteRole !== 'admin')) throw notFound('open break-glass reading');
      await this.store.end(tx, grantId, now);
      const subject = { kind: 'application', id: applicationId, applicationId, jobId, personId } as const;
      await this.audit.append(tx, actor, now, { type: 'break_glass.ended', subject, payload: { grantId, userId: grant.userId } });
    });
  }

  private async openIn(
    tx: Transaction,
    actor: Actor,
    readerId: string,
    applicationId: string,
    { reason, minutes }: { reason: string; minutes: number },
  ): Promise<string> {
    const now = this.clock.now();
    const reading = await this.store.reading(tx, applicationId, readerId, now);
    if (!reading) throw notFound('application');
    if (!reading.isAdmin) throw new Refusal('forbidden', 'Only an active admin reads by break-glass.');
    if (reading.conflicted) throw new SealedAgainst('conflict_of_interest', reading);
    if (reading.owes) throw new SealedAgainst('owes_a_card', reading);
    if ((await this.store.sight(tx, applicationId, readerId, now)) === 'content')
      throw new Refusal('wrong_state', 'These cards are open to this reader already.');
    const id = newId();
    const expiresAt = new Date(now.getTime() + minutes * 60_000);
    await this.store.insert(tx, {
      id,
      userId: readerId,
      applicationId,
      reason,
      grantedBy: actor.via === 'cli' ? null : actor.userId,
      at: now,
      expiresAt,
    });
    const announcedTo = await this.store.announce(
      tx,
      applicationId,
      reading,
      readerId,
      { userId: readerId, reason, minutes, until: expiresAt.toISOString() },
      now,
    );
    const payload = { grantId: id, userId: readerId, minutes, announcedTo };
    await this.audit.append(tx, actor, now, { type: 'break_glass.opened', subject: subjectOf(applicationId, reading), payload, reason });
    return id;
  }

  /** In its own transaction: the refused one was rolled back. */
  private recordRefusal(actor: Actor, readerId: string, applicationId: string, { because, reading }: SealedAgainst): Promise<void> {
    const event = { type: 'break_glass.refused', subject: subjectOf(applicationId, reading), payload: { userId: readerId, because } } as const;
    return this.database.transaction((tx) => this.audit.append(tx, actor, this.clock.now(), event));
  }
}

function subjectOf(applicationId: string, { jobId, personId }: Reading) {
  return { kind: 'application', id: applicationId, applicationId, jobId, personId } as const;
}
