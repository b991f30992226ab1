import { Injectable } from '@nestjs/common';
import { StandingReader } from '../access/standing.reader.js';
import { leadsApplication } from '../domain/abilities/application-abilities.js';
import type { Actor } from '../domain/actor.js';
import { type ApplicationMove, type ApplicationState, currentRound, moveApplication } from '../domain/application/application-life.js';
import { checkReason } from '../domain/application/reason-codes.js';
import { Refusal, notFound } from '../domain/refusal.js';
import { Database, type Transaction } from '../platform/database.js';
import { versionConflict } from '../platform/version.js';
import { ApplicationMoving, type ApplicationStand, type Moved, type MoveInput } from './application-moving.port.js';
import { ApplicationRecord, subjectOf } from './application-record.service.js';
import { ApplicationsStore, type LockedApplication, type StoredRound } from './applications.store.js';

const DECIDES_ROUND: readonly ApplicationMove[] = ['advance', 'hold', 'reject'];
const ENDS: readonly ApplicationMove[] = ['reject', 'withdraw'];

/** Moves an application: advance, hold, resume, reject, withdraw, reopen, offer, retract the offer, hire. */
@Injectable()
export class MoveApplicationService extends ApplicationMoving {
  constructor(
    private readonly database: Database,
    private readonly standing: StandingReader,
    private readonly store: ApplicationsStore,
    private readonly record: ApplicationRecord,
  ) {
    super();
  }

  async moveApplication(actor: Actor, id: string, move: ApplicationMove, input: MoveInput): Promise<void> {
    checkReason(move, input.reasonCode, input.reason);
    await this.database.transaction((tx) => this.moveWithin(tx, actor, id, move, input));
  }

  async moveWithin(tx: Transaction, actor: Actor, id: string, move: ApplicationMove, input: MoveInput): Promise<Moved> {
    checkReason(move, input.reasonCode, input.reason);
    const application = await this.store.lock(tx, id);
    const standing = await this.standing.onApplication(actor, id, tx);
    if (!application) throw notFound('application');
    if (!leadsApplication({ ...standing, siteRole: actor.siteRole }))
      throw new Refusal('forbidden', "Only the job's recruiter or hiring manager may do this.");
    if (input.version !== undefined && input.version !== application.version) throw versionConflict(input.version, application.version);
    const rounds = await this.store.rounds(tx, id);
    if (input.round !== undefined && input.round !== application.currentRoundKey) {
      throw new Refusal('wrong_state', 'The application stands in another round by now. Reload and look.', [], {
        currentRoundKey: application.currentRoundKey,
      });
    }
    const before: ApplicationState = { status: application.status, rounds };
    const after = moveApplication(before, move);
    await this.checkWay(tx, application, move, rounds);
    await this.save(tx, actor, application, rounds, after, move, input);
    await this.callOff(tx, actor, application, move);
    await this.endOffers(tx, actor, application, move, input.reason);
    await this.record.settle(tx, actor, application, standing.debriefId);
    const { version } = application;
    return {
      before: standOf(application.status, application.currentRoundKey, rounds, version),
      after: standOf(after.status, currentRound(after.rounds), rounds, version + 1),
    };
  }

  /** What a move needs beside the right status. */
  private async checkWay(tx: Transaction, application: LockedApplication, move: ApplicationMove, rounds: readonly StoredRound[]): Promise<void> {
    const current = rounds.find((round) => round.status === 'current');
    if (move === 'advance' && current) {
      const now = this.record.now();
      const ahead = (await this.store.liveInterviews(tx, current.id)).find(
        (one) => one.status !== 'held' && !(one.startsAt !== null && one.startsAt <= now),
      );
      if (ahead)
        throw new Refusal('wrong_state', 'An interview of this round is still to come. Hold it, cancel it, or skip the round.', [], {
          interviewId: ahead.id,
        });
    }
    if (move === 'offer' && !(await this.store.decidedToHire(tx, application.id))) {
      throw new Refusal('wrong_state', 'An offer needs a decision to hire. Decide in the debrief first.');
    }
    if (move === 'hire' && (await this.store.hasLiveOffer(tx, application.id))) {
      throw new Refusal('wrong_state', 'The offer is on record and not accepted yet. Accept it there.');
    }
    if (move === 'reopen') {
      const open = (await this.store.earlier(tx, application.personId, application.jobId)).find((one) => one.open);
      if (open)
        throw new Refusal('already_exists', 'This person has another open application to this job. Go on with that one.', [], {
          applicationId: open.id,
        });
    }
  }

  private async save(
    tx: Transaction,
    actor: Actor,
    application: LockedApplication,
    rounds: readonly StoredRound[],
    after: ApplicationState,
    move: ApplicationMove,
    input: MoveInput,
  ): Promise<void> {
    const now = this.record.now();
    const currentRoundKey = currentRound(after.rounds);
    await this.store.saveRounds(tx, rounds, after.rounds);
    const decided = DECIDES_ROUND.includes(move) ? rounds.find((round) => round.status === 'current') : undefined;
    if (decided) await this.store.decideRound(tx, decided.id, input.reasonCode, input.reason, actor.userId, now);
    await this.store.saveStage(
      tx,
      application.id,
      { status: after.status, currentRoundKey, reasonCode: input.reasonCode, reason: input.reason },
      now,
    );
    await this.record.tell(tx, actor, {
      type: 'application.moved',
      subject: subjectOf(application),
      payload: {
        move,
        reasonCode: input.reasonCode,
        roundKey: application.currentRoundKey,
        before: { status: application.status, currentRoundKey: application.currentRoundKey },
        after: { status: after.status, currentRoundKey },
      },
      ...(input.reason === '' ? {} : { reason: input.reason }),
    });
  }

  /** An offer does not outlive the stage it was made in. */
  private async endOffers(tx: Transaction, actor: Actor, application: LockedApplication, move: ApplicationMove, words: string): Promise<void> {
    if (!ENDS.includes(move) && move !== 'retract_offer') return;
    const withdrew = move === 'withdraw';
    const because = words || (withdrew ? 'The candidate withdrew.' : 'The application was rejected.');
    for (const { id, status, ended, ...revision } of await this.store.endOffers(tx, application.id, withdrew, this.record.now(), because)) {
      const subject = { ...subjectOf(application), kind: 'offer', id } as const;
      const payload = { ...revision, before: { status }, after: { status: ended } };
      await this.record.tell(tx, actor, { type: `offer.${ended}`, subject, payload, reason: because });
    }
  }

  /** Nobody is expected at an interview of an application that has ended. */
  private async callOff(tx: Transaction, actor: Actor, application: LockedApplication, move: ApplicationMove): Promise<void> {
    if (!ENDS.includes(move)) return;
    const reason = move === 'reject' ? 'The application was rejected.' : 'The candidate withdrew.';
    for (const interview of await this.store.callOffInterviews(tx, application.id, reason)) {
      const subject = { ...subjectOf(application), kind: 'interview', id: interview.id } as const;
      await this.record.tell(tx, actor, { type: 'interview.cancelled', subject, payload: { after: { status: 'cancelled' } }, reason });
    }
  }
}

function standOf(status: ApplicationState['status'], roundKey: string | null, rounds: readonly StoredRound[], version: number): ApplicationStand {
  return { status, roundKey, roundName: rounds.find((round) => round.key === roundKey)?.content.name ?? null, version };
}
