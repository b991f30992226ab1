import { Injectable } from '@nestjs/common';
import { panelPacket } from '../domain/debrief/panel-packet.js';
import { summarize } from '../domain/recommendation/recommend.js';
import { ScorecardsReader } from '../scorecards/scorecards.reader.js';
import { ImportEventsStore, inImport } from './import-events.store.js';
import { type CardPlace, ImportedCardsStore } from './imported-cards.store.js';
import type { ImportRun } from './import-run.js';

/** Keeps what is stored with an application true after its cards came in. */
@Injectable()
export class ImportedSummaries {
  constructor(
    private readonly store: ImportedCardsStore,
    private readonly cards: ScorecardsReader,
    private readonly events: ImportEventsStore,
  ) {}

  async settle({ tx, one, actor, now }: ImportRun, place: CardPlace): Promise<void> {
    const { debriefId, vetoes } = await this.store.debrief(tx, place.applicationId);
    const cards = await this.cards.packetCards(place.applicationId, tx);
    const submitted = cards.filter((card) => card.status === 'submitted');
    const figures = submitted.length === 0 ? { outcome: null, deciding: null } : summarize(panelPacket(place.rubric, submitted, vetoes));
    await this.store.saveOutcome(tx, place.applicationId, figures);
    const { before, after } = await this.store.refresh(tx, place.applicationId, now);
    if (before === after) return;
    const { applicationId, jobId, personId } = place;
    const payload = inImport(one.id, { before: { state: before }, after: { state: after } });
    await this.events.append(tx, actor, now, [
      { type: 'debrief.state_changed', subject: { kind: 'debrief', id: debriefId, applicationId, jobId, personId }, payload },
    ]);
  }
}
