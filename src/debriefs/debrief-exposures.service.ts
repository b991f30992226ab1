import { Injectable } from '@nestjs/common';
import { ExposureStore, type ShownIn } from '../access/exposure.store.js';
import type { Actor } from '../domain/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { DebriefsReader } from './debriefs.reader.js';

/** Every part of a debrief carries what the panel judged: whoever reads one has been shown the cards. */
@Injectable()
export class DebriefExposures {
  constructor(
    private readonly store: ExposureStore,
    private readonly reader: DebriefsReader,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async record(actor: Actor, applicationId: string, shownIn: ShownIn): Promise<void> {
    const cards = await this.reader.submittedCards(applicationId);
    await this.store.record(this.database, actor.userId, cards, shownIn, this.clock.now());
  }
}
