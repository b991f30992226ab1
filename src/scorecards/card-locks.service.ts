import { Injectable } from '@nestjs/common';
import type { Standing } from '../access/standing.reader.js';
import type { Actor } from '../domain/actor.js';
import { Refusal, notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database.js';
import { CardStandings } from './card-standings.service.js';
import { CardsStore, type LockedCard } from './cards.store.js';

/** Takes a card for a change: the application locked, the card read after it, the caller's right to know of it checked. */
@Injectable()
export class CardLocks {
  constructor(
    private readonly store: CardsStore,
    private readonly standings: CardStandings,
    private readonly clock: Clock,
  ) {}

  /** For its author; without asking for their standing, which for an author without a conflict always knows the card. */
  async own(tx: Transaction, actor: Actor, cardId: string): Promise<{ card: LockedCard; now: Date }> {
    const { card, now } = await this.lock(tx, cardId);
    if (card.authorId !== actor.userId) {
      await this.standings.onCard(actor, card.applicationId, tx);
      throw new Refusal('forbidden', 'Only its interviewer writes a scorecard.');
    }
    if (card.authorConflicted) throw notFound('scorecard');
    return { card, now };
  }

  async any(tx: Transaction, actor: Actor, cardId: string): Promise<{ card: LockedCard; standing: Standing; now: Date }> {
    const { card, now } = await this.lock(tx, cardId);
    return { card, standing: await this.standings.onCard(actor, card.applicationId, tx), now };
  }

  private async lock(tx: Transaction, cardId: string): Promise<{ card: LockedCard; now: Date }> {
    const now = this.clock.now();
    const card = await this.store.lock(tx, cardId, now);
    if (!card) throw notFound('scorecard');
    return { card, now };
  }
}
