import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { candidatesOf, FEWEST_OWN_CANDIDATES, othersMayRead, type OwnCalibration, ownCalibration } from '../domain/calibration/own-calibration.js';
import { notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { CalibrationStore } from './calibration.store.js';
import type { CalibrationDto, OwnEffectDto } from './own-calibration.dto.js';
import { type CalibrationPageRow, type EffectRow, OwnCalibrationReader } from './own-calibration.reader.js';

/** An interviewer's own page, theirs first. That somebody else read it is recorded. */
@Injectable()
export class ShowCalibration {
  constructor(
    private readonly database: Database,
    private readonly reader: OwnCalibrationReader,
    private readonly store: CalibrationStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async own(actor: Actor): Promise<CalibrationDto> {
    const shown = await this.compose(actor, actor.userId, await this.pageOf(actor.userId));
    if (shown.status === 'shown') await this.store.opened(actor.userId, this.clock.now());
    return shown;
  }

  async of(actor: Actor, userId: string): Promise<CalibrationDto> {
    if (userId === actor.userId) return this.own(actor);
    const page = await this.pageOf(userId);
    const { name, availableSince, openedAt } = page;
    const theirs = availableSince === null ? null : { availableSince, openedAt };
    const nothing = { effects: [], distribution: [], panels: null, habits: null };
    const head = { userId, name, own: false, candidates: null, fewestCandidates: FEWEST_OWN_CANDIDATES };
    if (!othersMayRead(theirs, this.clock.now())) return { ...head, status: 'theirs_first', ...nothing };
    await this.database.transaction((tx) =>
      this.audit.append(tx, actor, this.clock.now(), { type: 'calibration.read', subject: { kind: 'user', id: userId }, payload: {} }),
    );
    return this.compose(actor, userId, page);
  }

  private async pageOf(userId: string): Promise<CalibrationPageRow> {
    const page = await this.reader.page(userId);
    if (!page) throw notFound('user');
    return page;
  }

  private async compose(actor: Actor, userId: string, { name }: CalibrationPageRow): Promise<CalibrationDto> {
    const cards = await this.reader.closedCards(userId, actor.userId);
    const known = ownCalibration(cards);
    const head = { userId, name, own: userId === actor.userId, candidates: candidatesOf(cards), fewestCandidates: FEWEST_OWN_CANDIDATES };
    if (known === null) return { ...head, status: 'not_enough_yet', effects: [], distribution: [], panels: null, habits: null };
    return { ...head, status: 'shown', effects: (await this.reader.effects(userId)).map(presentEffect), ...presentOwn(known) };
  }
}

function presentOwn({ distribution, panels, habits }: OwnCalibration): Pick<CalibrationDto, 'distribution' | 'panels' | 'habits'> {
  const { cards, dueCards, onTime, exposed } = habits;
  return {
    distribution: distribution.map((one) => ({ ...one, counts: [...one.counts] })),
    panels: panels && { ...panels },
    habits: { ...habits, onTimeShare: dueCards === 0 ? null : onTime / dueCards, exposedShare: exposed / cards },
  };
}

function presentEffect({ effect, levels, method, engine, computedAt }: EffectRow): OwnEffectDto {
  const head = { levels, method, engine, computedAt, ratings: effect.ratings };
  if (!effect.shown) return { ...head, status: effect.why, effect: null, interval95: null };
  return { ...head, status: 'shown', effect: effect.effect, interval95: [...effect.interval95] };
}
