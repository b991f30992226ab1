import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { checkVeto, checkVetoWithdrawal, vetoSeatsOf } from '../domain/debrief/debrief-actions.js';
import { Refusal } from '../domain/refusal.js';
import { DebriefSittings, type Sitting, refuse } from './debrief-sittings.service.js';
import { DebriefsStore } from './debriefs.store.js';
import { PanelReader } from './panel.reader.js';
import { VetoesStore } from './vetoes.store.js';
import { newId } from '../platform/new-id.js';

/** A veto stands, through reopenings too, until its seat takes it back. */
@Injectable()
export class VetoesService {
  constructor(
    private readonly sittings: DebriefSittings,
    private readonly store: VetoesStore,
    private readonly debriefs: DebriefsStore,
    private readonly panels: PanelReader,
  ) {}

  cast(actor: Actor, debriefId: string, reason: string): Promise<void> {
    return this.sittings.run(actor, debriefId, async (sitting) => {
      const { tx, head, facts, now } = sitting;
      refuse(checkVeto(facts));
      const seat = vetoSeatsOf(facts).find((one) => !facts.vetoes.includes(one));
      if (seat === undefined) throw new Error('a veto was allowed without a free seat');
      const id = newId();
      await this.store.cast(tx, { id, debriefId: head.id, roundNumber: head.roundNumber, seat, userId: actor.userId, reason, at: now });
      await this.sittings.tell(sitting, 'veto.cast', { vetoId: id, seat }, { reason });
      await this.storeOutcome(sitting);
    });
  }

  withdraw(actor: Actor, debriefId: string, reason: string): Promise<void> {
    return this.sittings.run(actor, debriefId, async (sitting) => {
      const { tx, head, facts, now } = sitting;
      refuse(checkVetoWithdrawal(facts));
      const withdrawn = await this.store.withdraw(tx, head.id, vetoSeatsOf(facts), actor.userId, reason, now);
      if (withdrawn.length === 0) throw new Refusal('wrong_state', 'No veto of your seat stands.');
      for (const { id, seat } of withdrawn) await this.sittings.tell(sitting, 'veto.withdrawn', { vetoId: id, seat }, { reason });
      await this.storeOutcome(sitting);
    });
  }

  /** A veto changes the outcome on the board as much as a card does. */
  private async storeOutcome({ tx, head }: Sitting): Promise<void> {
    const { packet } = await this.panels.latest(head.applicationId, tx);
    await this.debriefs.storeOutcome(tx, head.applicationId, packet);
  }
}
