import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { type DebriefView, DebriefFactsReader } from '../debriefs/debrief-facts.reader.js';
import type { Actor } from '../domain/actor.js';
import type { DebriefFacts } from '../domain/debrief/debrief-facts.js';
import type { AgendaEvents } from '../domain/events/agenda-events.js';
import type { EventPayloads } from '../domain/events/events.js';
import type { Refusal } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { AgendaStore, type OpenAgenda, type Round } from './agenda.store.js';

/** One use case on one agenda: the debrief's locks are held and nobody else moves it until it ends. */
export interface AgendaSitting extends DebriefView, OpenAgenda {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly now: Date;
  readonly round: Round;
}

/** Runs use cases of one agenda one after another, each in a transaction of its own. */
@Injectable()
export class AgendaSittings {
  constructor(
    private readonly database: Database,
    private readonly facts: DebriefFactsReader,
    private readonly store: AgendaStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run<T>(actor: Actor, debriefId: string, check: (facts: DebriefFacts) => Refusal | null, work: (sitting: AgendaSitting) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      const applicationId = await this.facts.applicationOf(debriefId, tx);
      await this.store.lock(tx, applicationId);
      const view = await this.facts.ofApplication(actor, applicationId, tx);
      const refusal = check(view.facts);
      if (refusal) throw refusal;
      const round = { debriefId: view.head.id, roundNumber: view.head.roundNumber };
      return work({ ...view, tx, actor, now: this.clock.now(), round, ...(await this.store.open(tx, round)) });
    });
  }

  async tell<Type extends keyof AgendaEvents>(
    { tx, actor, now, head, standing }: AgendaSitting,
    type: Type,
    payload: EventPayloads[Type],
  ): Promise<void> {
    const { jobId, applicationId, personId } = standing;
    await this.audit.append(tx, actor, now, { type, subject: { kind: 'debrief', id: head.id, jobId, applicationId, personId }, payload });
  }
}
