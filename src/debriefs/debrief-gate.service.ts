import { Injectable } from '@nestjs/common';
import { ExposureStore, type ShownIn } from '../access/exposure.store.js';
import type { Actor } from '../domain/actor.js';
import { Refusal } from '../domain/refusal.js';
import { seesAggregates } from '../domain/visibility/visibility.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { DebriefFactsReader, type DebriefView } from './debrief-facts.reader.js';
import { DebriefsReader } from './debriefs.reader.js';

/** What is said in a debrief is for those who may see every card in it; and whoever reads it has been shown those cards. */
@Injectable()
export class DebriefGate {
  constructor(
    private readonly facts: DebriefFactsReader,
    private readonly debriefs: DebriefsReader,
    private readonly exposures: ExposureStore,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async content(actor: Actor, debriefId: string, shownIn: ShownIn = 'debrief'): Promise<DebriefView> {
    const view = await this.facts.ofDebrief(actor, debriefId);
    if (!seesAggregates(view.standing.sight)) throw new Refusal('forbidden', 'This is for those who may see every card of the panel.');
    await this.markShown(actor, view, shownIn);
    return view;
  }

  /** Notes that this viewer is being shown what the panel judged. */
  async markShown(actor: Actor, view: DebriefView, shownIn: ShownIn = 'debrief'): Promise<void> {
    const cards = await this.debriefs.submittedCards(view.head.applicationId);
    await this.exposures.record(this.database, actor.userId, cards, shownIn, this.clock.now());
  }
}
