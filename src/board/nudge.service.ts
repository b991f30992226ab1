import { Injectable } from '@nestjs/common';
import { StandingReader } from '../access/standing.reader.js';
import { Audit } from '../audit/audit.service.js';
import { mayNudge } from '../domain/abilities/board-abilities.js';
import type { Actor } from '../domain/actor.js';
import { NUDGE_INTERVAL_MS, nextNudgeAt } from '../domain/board/nudge-interval.js';
import { notFound, Refusal } from '../domain/refusal.js';
import type { ClockKey } from '../domain/timeline/clock.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { type HeldClock, NudgesStore } from './nudges.store.js';

export interface Nudged {
  readonly applicationId: string;
  readonly clock: ClockKey;
  readonly holder: { readonly userId: string; readonly name: string };
  readonly at: Date;
  readonly nextPossibleAt: Date;
}

/** Asks whoever holds the earliest running clock of an application to go on: in their inbox and by mail, once a day. */
@Injectable()
export class NudgeService {
  constructor(
    private readonly database: Database,
    private readonly standing: StandingReader,
    private readonly store: NudgesStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  nudge(actor: Actor, applicationId: string): Promise<Nudged> {
    return this.database.transaction((tx) => this.nudgeWithin(tx, actor, applicationId));
  }

  async nudgeWithin(tx: Transaction, actor: Actor, applicationId: string): Promise<Nudged> {
    const application = await this.store.lock(tx, applicationId);
    const standing = await this.standing.onApplication(actor, applicationId, tx);
    if (!application) throw notFound('application');
    if (!mayNudge({ ...standing, siteRole: actor.siteRole }))
      throw new Refusal('forbidden', "Only the job's recruiter, hiring manager or coordinator may do this.");
    const at = this.clock.now();
    const { key, subjectId, dueAt, holderId, holderName } = holderOf(actor, await this.store.earliest(tx, applicationId, at));
    await this.refuseTooSoon(tx, actor, holderId, at);
    await this.store.insert(tx, { applicationId, clockKey: key, subjectId, holderId, nudgedBy: actor.userId, at });
    await this.audit.append(tx, actor, at, {
      type: 'application.nudged',
      subject: { kind: 'application', id: applicationId, applicationId, jobId: standing.jobId, personId: standing.personId },
      payload: { userId: holderId, clock: key, dueAt: dueAt?.toISOString() ?? null, cardId: key === 'scorecard_due' ? subjectId : null },
    });
    return { applicationId, clock: key, holder: { userId: holderId, name: holderName }, at, nextPossibleAt: nextNudgeAt(at) };
  }

  /** Nudges on applications the caller may not know of are not counted: the refusal would tell of them. */
  private async refuseTooSoon(tx: Transaction, actor: Actor, holderId: string, at: Date): Promise<void> {
    const last = await this.store.lastOf(tx, holderId, actor.userId, at, new Date(at.getTime() - NUDGE_INTERVAL_MS));
    if (!last) return;
    const next = nextNudgeAt(last).toISOString();
    throw new Refusal('wrong_state', `This person was nudged less than a day ago. The next nudge is possible at ${next}.`, [], {
      nextPossibleAt: next,
    });
  }
}

function holderOf(actor: Actor, clock: HeldClock | undefined): HeldClock & { holderId: string; holderName: string } {
  if (!clock) throw new Refusal('wrong_state', 'No clock runs on this application: nobody is waited for.');
  if (clock.state === 'paused') throw new Refusal('wrong_state', 'The clock is paused: nothing is owed now.');
  const { holderId, holderName } = clock;
  if (holderId === null || holderName === null)
    throw new Refusal('wrong_state', 'Nobody alone holds this clock. Fill the seat, or speak to the group.', [], { holderRole: clock.holderRole });
  if (holderId === actor.userId) throw new Refusal('wrong_state', 'You hold this clock yourself.');
  return { ...clock, holderId, holderName };
}
