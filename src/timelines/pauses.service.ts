import { Injectable } from '@nestjs/common';
import { type Standing, StandingReader } from '../access/standing.reader.js';
import { timelineAbilities } from '../domain/abilities/timeline-abilities.js';
import type { Actor } from '../domain/actor.js';
import { invalid, notFound, Refusal } from '../domain/refusal.js';
import type { PauseReason } from '../domain/timeline/clock.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { ClockLaying } from './clock-laying.service.js';
import { PausesStore, type StoredPause } from './pauses.store.js';

export interface PauseInput {
  readonly reasonCode: PauseReason;
  readonly words: string;
  readonly from: Date | null;
  readonly until: Date | null;
}

interface Pausing {
  readonly tx: Transaction;
  readonly standing: Standing;
  readonly pauses: readonly StoredPause[];
  readonly now: Date;
}

const isUnfinished = (pause: StoredPause, now: Date) => pause.until === null || pause.until > now;

/** Pauses an application's clocks and lets them run on. One pause at a time: two that overlap would each be measured by the other. */
@Injectable()
export class PausesService {
  constructor(
    private readonly database: Database,
    private readonly standing: StandingReader,
    private readonly store: PausesStore,
    private readonly laying: ClockLaying,
    private readonly clock: Clock,
  ) {}

  async pause(actor: Actor, applicationId: string, input: PauseInput): Promise<void> {
    await this.change(actor, applicationId, async ({ tx, standing, pauses, now }) => {
      if (pauses.some((pause) => isUnfinished(pause, now)))
        throw new Refusal('wrong_state', 'A pause is running or to come. End it first.', [], { status: standing.status });
      const pause = { id: newId(), reasonCode: input.reasonCode, words: input.words, from: input.from ?? now, until: input.until };
      const startedAt = await this.store.startedAt(tx, applicationId);
      checkTimes(pause, pauses, startedAt ?? now, now);
      await this.store.insert(tx, applicationId, pause, actor.userId, now);
      await this.tell('timeline.paused', actor, { tx, standing, pauses, now }, pause);
    });
  }

  async endPause(actor: Actor, applicationId: string, pauseId: string, reason: string): Promise<void> {
    await this.change(actor, applicationId, async ({ tx, standing, pauses, now }) => {
      const pause = pauses.find((one) => one.id === pauseId);
      if (!pause) throw notFound('pause');
      if (!isUnfinished(pause, now)) throw new Refusal('wrong_state', 'This pause is over already.');
      // Ended before it began, it never was: nothing is taken out of any clock.
      const until = pause.from > now ? pause.from : now;
      await this.store.end(tx, pauseId, until, actor.userId, now, reason);
      await this.tell('timeline.pause_ended', actor, { tx, standing, pauses, now }, { ...pause, until }, reason);
    });
  }

  private async change(actor: Actor, applicationId: string, work: (pausing: Pausing) => Promise<void>): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.store.lockApplication(tx, applicationId);
      const standing = await this.standing.onApplication(actor, applicationId, tx);
      const pauses = await this.store.pauses(tx, applicationId);
      const viewer = { ...standing, siteRole: actor.siteRole };
      const may = timelineAbilities(viewer, 'active', false).pause;
      if (!may) throw new Refusal('forbidden', "Only the job's recruiter, hiring manager or coordinator may pause its clocks.");
      if (!timelineAbilities(viewer, standing.status, false).pause)
        throw new Refusal('wrong_state', 'The application has ended; no clock runs.', [], { status: standing.status });
      await work({ tx, standing, pauses, now: this.clock.now() });
    });
  }

  private async tell(
    type: 'timeline.paused' | 'timeline.pause_ended',
    actor: Actor,
    { tx, standing, now }: Pausing,
    pause: StoredPause,
    reason: string = pause.words,
  ): Promise<void> {
    const { applicationId, jobId, personId } = standing;
    await this.laying.tellAndMove(tx, actor, now, {
      type,
      subject: { kind: 'application', id: applicationId, applicationId, jobId, personId },
      payload: { pauseId: pause.id, reasonCode: pause.reasonCode, from: pause.from.toISOString(), until: pause.until?.toISOString() ?? null },
      ...(reason === '' ? {} : { reason }),
    });
  }
}

const YEAR = 366 * 86_400_000;

function checkTimes({ from, until }: StoredPause, earlier: readonly StoredPause[], startedAt: Date, now: Date): void {
  if (from < startedAt) throw invalid([{ pointer: '/from', code: 'order', detail: 'is before the application started' }]);
  if (from.getTime() - now.getTime() > YEAR) throw invalid([{ pointer: '/from', code: 'range', detail: 'lies more than a year ahead' }]);
  if (until === null && from > now) throw invalid([{ pointer: '/until', code: 'required', detail: 'a pause to come needs an end' }]);
  if (until !== null && until <= from) throw invalid([{ pointer: '/until', code: 'order', detail: 'must be after the beginning' }]);
  if (until !== null && until.getTime() - now.getTime() > 2 * YEAR)
    throw invalid([{ pointer: '/until', code: 'range', detail: 'lies more than two years ahead' }]);
  if (earlier.some((pause) => pause.until !== null && from < pause.until && (until === null || until > pause.from)))
    throw invalid([{ pointer: '/from', code: 'overlap', detail: 'overlaps an earlier pause' }]);
}
