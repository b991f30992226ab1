import { Injectable } from '@nestjs/common';
import { SeatGrantsService } from '../access/seat-grants.service.js';
import { StandingReader } from '../access/standing.reader.js';
import { ApplicationMoving } from '../applications/application-moving.port.js';
import type { Actor } from '../domain/actor.js';
import type { BulkRequest } from '../domain/board/bulk-request.js';
import { Refusal } from '../domain/refusal.js';
import type { Transaction } from '../platform/database.js';
import { NudgeService } from './nudge.service.js';

/** What is kept of an item, before and after. */
export interface BulkStand {
  readonly status?: string;
  readonly roundKey?: string | null;
  readonly roundName?: string | null;
  readonly userId?: string;
  readonly jobId?: string;
}

export interface BulkOutcome {
  readonly before: BulkStand | null;
  readonly after: BulkStand;
  /** Versions of the application; null where the action does not move it. */
  readonly version: number | null;
  readonly versionAfter: number | null;
}

/** What was shown to whoever asked for the run. */
export interface ShownItem {
  readonly version: number | null;
  readonly after: BulkStand | null;
}

/** A seat of a job is given once in a run, however many of its applications are named. */
export type GivenInRun = (jobId: string) => Promise<boolean>;

/** One application of a bulk request: the single use case, with its rules and its words. */
@Injectable()
export class BulkActions {
  constructor(
    private readonly moving: ApplicationMoving,
    private readonly seats: SeatGrantsService,
    private readonly nudges: NudgeService,
    private readonly standing: StandingReader,
  ) {}

  async perform(
    tx: Transaction,
    actor: Actor,
    request: BulkRequest,
    applicationId: string,
    given: GivenInRun,
    shown?: ShownItem,
  ): Promise<BulkOutcome> {
    switch (request.action) {
      case 'assign_seat':
        return this.assign(tx, actor, request, applicationId, given);
      case 'nudge':
        return this.nudge(tx, actor, applicationId, shown);
      default: {
        const { action, reasonCode, reason, round } = request;
        const version = shown?.version ?? null;
        const input = { reasonCode, reason, ...(round === undefined ? {} : { round }), ...(version === null ? {} : { version }) };
        const { before, after } = await this.moving.moveWithin(tx, actor, applicationId, action, input);
        return { before: standOf(before), after: standOf(after), version: before.version, versionAfter: after.version };
      }
    }
  }

  private async assign(
    tx: Transaction,
    actor: Actor,
    { seat, userId, reason }: Extract<BulkRequest, { action: 'assign_seat' }>,
    applicationId: string,
    given: GivenInRun,
  ): Promise<BulkOutcome> {
    const { jobId } = await this.standing.onApplication(actor, applicationId, tx);
    if (!(await given(jobId))) await this.seats.grantOnJobWithin(tx, actor, jobId, { userId, kind: seat, ...(reason === '' ? {} : { reason }) });
    return { before: null, after: { userId, jobId }, version: null, versionAfter: null };
  }

  private async nudge(tx: Transaction, actor: Actor, applicationId: string, shown: ShownItem | undefined): Promise<BulkOutcome> {
    const { holder } = await this.nudges.nudgeWithin(tx, actor, applicationId);
    if (shown?.after && shown.after.userId !== holder.userId)
      throw new Refusal('conflict', 'Somebody else holds the clock by now. Look at the preview again.');
    return { before: null, after: { userId: holder.userId }, version: null, versionAfter: null };
  }
}

function standOf({ status, roundKey, roundName }: { status: string; roundKey: string | null; roundName: string | null }): BulkStand {
  return { status, roundKey, roundName };
}
