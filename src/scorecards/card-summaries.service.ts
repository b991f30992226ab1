import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { type ApplicationSummary, type SummaryCard, summarizeApplication } from '../domain/scorecard/application-summary.js';
import type { Transaction } from '../platform/database.js';
import { CardsStore, type LockedCard } from './cards.store.js';
import { PinnedRubrics } from './pinned-rubrics.service.js';

/** Keeps the application's stored summary and the first step of its debrief true after a change to one card. */
@Injectable()
export class CardSummaries {
  constructor(
    private readonly store: CardsStore,
    private readonly rubrics: PinnedRubrics,
    private readonly audit: Audit,
  ) {}

  /** The summary with this card changed; everything else as it was read under the lock. */
  async after(tx: Transaction, card: LockedCard, change: Partial<SummaryCard>): Promise<ApplicationSummary> {
    const cards = card.cards.map((one) => (one.id === card.id ? { ...one, ...change } : one));
    return summarizeApplication(await this.rubrics.of(card.rubricVersionId, tx), cards, card.vetoes, card);
  }

  /** A card that came in, or came to be owed again, may open the debrief or close it: stored and told where it does. */
  async moveDebrief(tx: Transaction, actor: Actor, now: Date, card: LockedCard, summary: ApplicationSummary): Promise<void> {
    const after = summary.debrief;
    if (after === card.debrief) return;
    await this.store.moveDebrief(tx, card.applicationId, after, now);
    const subject = { kind: 'debrief', id: card.debriefId, jobId: card.jobId, applicationId: card.applicationId, personId: card.personId } as const;
    await this.audit.append(tx, actor, now, {
      type: 'debrief.state_changed',
      subject,
      payload: { before: { state: card.debrief }, after: { state: after } },
    });
  }
}
