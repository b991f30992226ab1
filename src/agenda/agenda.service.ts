import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { checkLeadAgenda, checkTakeMinutes } from '../domain/agenda/agenda-actions.js';
import { sha256Hex } from '../domain/audit/canonical-json.js';
import { notFound } from '../domain/refusal.js';
import { versionConflict } from '../platform/version.js';
import { AgendaReader, type MinutesRow } from './agenda.reader.js';
import { AgendaSittings } from './agenda-sittings.service.js';
import { AgendaStore } from './agenda.store.js';
import { ComposeAgenda, isOnAgenda } from './compose-agenda.service.js';

/** Leads the room through the agenda and keeps the minutes. */
@Injectable()
export class AgendaService {
  constructor(
    private readonly sittings: AgendaSittings,
    private readonly store: AgendaStore,
    private readonly reader: AgendaReader,
    private readonly composer: ComposeAgenda,
  ) {}

  /** Turns the room to an item; a running clock counts for it from now on. */
  async setCurrent(actor: Actor, debriefId: string, item: string | null): Promise<void> {
    if (item !== null) await this.mustBeOnAgenda(actor, debriefId, item);
    await this.sittings.run(actor, debriefId, checkLeadAgenda, async (sitting) => {
      const { tx, round, now, currentItem } = sitting;
      if (currentItem === item) return;
      await this.store.setCurrent(tx, round, item);
      if (await this.store.endLap(tx, round, now)) await this.store.beginLap(tx, round, item, now, actor.userId);
      const { roundNumber } = round;
      await this.sittings.tell(sitting, 'agenda.current_item_set', { roundNumber, before: { item: currentItem }, after: { item } });
    });
  }

  /** Two who press start at once start one clock. */
  startClock(actor: Actor, debriefId: string): Promise<void> {
    return this.sittings.run(actor, debriefId, checkLeadAgenda, async (sitting) => {
      const { tx, round, now, running, currentItem } = sitting;
      if (running) return;
      await this.store.beginLap(tx, round, currentItem, now, actor.userId);
      await this.sittings.tell(sitting, 'agenda.clock_started', { roundNumber: round.roundNumber, item: currentItem });
    });
  }

  pauseClock(actor: Actor, debriefId: string): Promise<void> {
    return this.sittings.run(actor, debriefId, checkLeadAgenda, async (sitting) => {
      const { tx, round, now, currentItem } = sitting;
      if (!(await this.store.endLap(tx, round, now))) return;
      await this.sittings.tell(sitting, 'agenda.clock_paused', { roundNumber: round.roundNumber, item: currentItem });
    });
  }

  /** Writes the minutes of an item anew; `expected` is the revision they were read at, 0 for none. */
  async saveMinutes(actor: Actor, debriefId: string, item: string, expected: number, text: string): Promise<void> {
    await this.mustBeOnAgenda(actor, debriefId, item);
    await this.sittings.run(actor, debriefId, checkTakeMinutes, async (sitting) => {
      const { tx, round, now } = sitting;
      const [latest] = await this.reader.revisions(round.debriefId, round.roundNumber, item, tx);
      const actual = latest?.revision ?? 0;
      if (actual !== expected) throw versionConflict(expected, actual, { text: latest?.text ?? '' });
      if (latest?.text === text) return;
      const salt = randomBytes(16).toString('base64url');
      const minutes = { ...round, item, revision: actual + 1, text, salt, contentHash: sha256Hex(`${salt}\n${text}`), by: actor.userId, at: now };
      await this.store.addMinutes(tx, minutes);
      const { roundNumber, revision, contentHash } = minutes;
      await this.sittings.tell(sitting, 'agenda.minutes_saved', { roundNumber, item, revision, contentHash });
    });
  }

  /** Every revision of an item's minutes in this round. */
  async minutes(actor: Actor, debriefId: string, item: string): Promise<MinutesRow[]> {
    const composed = await this.mustBeOnAgenda(actor, debriefId, item);
    return this.reader.revisions(debriefId, composed.head.roundNumber, item);
  }

  /** Asked before the locks are taken: the arithmetic takes its time, and an item settled meanwhile may still be talked about. */
  private async mustBeOnAgenda(actor: Actor, debriefId: string, item: string) {
    const composed = await this.composer.compose(actor, debriefId);
    if (!isOnAgenda(composed, item)) throw notFound('agenda item');
    return composed;
  }
}
