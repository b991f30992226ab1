import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { type Actor, systemActor } from '../domain/actor.js';
import { checkMove } from '../domain/debrief/debrief-moves.js';
import { type DebriefState, type Move, TRANSITIONS } from '../domain/debrief/debrief-states.js';
import type { DebriefEvents } from '../domain/events/debrief-events.js';
import type { EventPayloads, Subject } from '../domain/events/events.js';
import { Refusal } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { DebriefFactsReader, type DebriefView } from './debrief-facts.reader.js';
import { DebriefsStore } from './debriefs.store.js';

/** One use case on one debrief: its locks are held, its facts are read, and nobody else changes it until it ends. */
export interface Sitting extends DebriefView {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly now: Date;
}

type DebriefEventType = keyof DebriefEvents | 'offer.stopped';

interface Telling {
  readonly reason?: string;
  readonly onBehalfOf?: string;
  /** Told by the product itself: while a ballot is sealed, history must not name the voter. */
  readonly sealed?: boolean;
  readonly subject?: Subject;
}

/** Runs use cases of the debrief one after another, each in a transaction of its own. */
@Injectable()
export class DebriefSittings {
  constructor(
    private readonly database: Database,
    private readonly store: DebriefsStore,
    private readonly facts: DebriefFactsReader,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run<T>(actor: Actor, debriefId: string, work: (sitting: Sitting) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      const applicationId = await this.facts.applicationOf(debriefId, tx);
      await this.store.lock(tx, applicationId);
      const view = await this.facts.ofApplication(actor, applicationId, tx);
      return work({ ...view, tx, actor, now: this.clock.now() });
    });
  }

  /** Makes a person's move, or refuses it. */
  async move(sitting: Sitting, move: Move, telling: Telling & { skipped?: readonly string[] } = {}): Promise<void> {
    refuse(checkMove(move, sitting.facts));
    await this.enter(sitting, TRANSITIONS[move].to, telling);
  }

  /** Enters a state without asking: what led there was checked, or is not a person's move. */
  async enter(sitting: Sitting, to: DebriefState, telling: Telling & { skipped?: readonly string[] } = {}): Promise<void> {
    const { tx, now, head } = sitting;
    await this.store.move(tx, head.id, head.applicationId, to, now);
    const { skipped, ...rest } = telling;
    const payload = { before: { state: head.state }, after: { state: to }, roundNumber: head.roundNumber, ...(skipped ? { skipped } : {}) };
    await this.tell(sitting, 'debrief.state_changed', payload, rest);
  }

  async tell<Type extends DebriefEventType>(sitting: Sitting, type: Type, payload: EventPayloads[Type], telling: Telling = {}): Promise<void> {
    const { tx, actor, now, head, standing } = sitting;
    const { jobId, applicationId, personId } = standing;
    const { sealed, subject, ...rest } = telling;
    const teller = sealed ? systemActor('system', head.id) : actor;
    await this.audit.append(tx, teller, now, {
      type,
      subject: subject ?? { kind: 'debrief', id: head.id, jobId, applicationId, personId },
      payload,
      ...rest,
    });
  }
}

/** Throws the refusal where there is one. */
export function refuse(refusal: Refusal | null): void {
  if (refusal) throw refusal;
}
