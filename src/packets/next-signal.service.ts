import { Injectable } from '@nestjs/common';
import { ExposureStore } from '../access/exposure.store.js';
import { DebriefFactsReader } from '../debriefs/debrief-facts.reader.js';
import { DebriefsReader } from '../debriefs/debriefs.reader.js';
import { PanelReader } from '../debriefs/panel.reader.js';
import type { Actor } from '../domain/actor.js';
import { type NextSignalPlan, nextSignalPlan, peopleWanted } from '../domain/next-signal/next-signal-plan.js';
import type { SignalNeeds } from '../domain/next-signal/signal-need.js';
import { signalNeeds } from '../domain/next-signal/signal-needs.js';
import { seesAggregates } from '../domain/visibility/visibility.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { PacketRefusals } from './packet-refusals.service.js';
import { type PlanOfApplication, PossibleInterviewersReader } from './possible-interviewers.reader.js';

/** Makes the plan of what to learn next: what is needed, in which round, and who is there to be asked. */
@Injectable()
export class MakePlan {
  constructor(private readonly reader: PossibleInterviewersReader) {}

  async of(applicationId: string, needs: SignalNeeds, plan: () => PlanOfApplication | Promise<PlanOfApplication>): Promise<NextSignalPlan> {
    if (needs.needs.length === 0) return nextSignalPlan(needs, { criteria: [], rounds: [], people: [] });
    const facts = await plan();
    return nextSignalPlan(needs, { ...facts, people: await this.reader.people(applicationId, peopleWanted(needs, facts)) });
  }
}

/** Whoever is told what cards come to has been shown them. */
@Injectable()
export class RecordShown {
  constructor(
    private readonly cards: DebriefsReader,
    private readonly store: ExposureStore,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async record(actor: Actor, applicationId: string): Promise<void> {
    await this.store.record(this.database, actor.userId, await this.cards.submittedCards(applicationId), 'recommendation', this.clock.now());
  }
}

/** The plan on its own. It tells how the panel rated, so it is for those who see the cards, and counts as having been shown them. */
@Injectable()
export class NextSignalService {
  constructor(
    private readonly facts: DebriefFactsReader,
    private readonly panels: PanelReader,
    private readonly plans: MakePlan,
    private readonly reader: PossibleInterviewersReader,
    private readonly shown: RecordShown,
    private readonly refusals: PacketRefusals,
  ) {}

  async read(actor: Actor, debriefId: string): Promise<NextSignalPlan> {
    const { standing } = await this.facts.ofDebrief(actor, debriefId);
    const { applicationId } = standing;
    if (!seesAggregates(standing.sight)) return this.refusals.refuse(actor, applicationId, 'next_signal');
    await this.shown.record(actor, applicationId);
    const { packet, recommendation } = await this.panels.latest(applicationId);
    return this.plans.of(applicationId, signalNeeds(packet, recommendation), () => this.reader.plan(applicationId));
  }
}
