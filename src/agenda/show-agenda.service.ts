import { Injectable } from '@nestjs/common';
import { ExposureStore } from '../access/exposure.store.js';
import { DebriefsReader } from '../debriefs/debriefs.reader.js';
import type { Actor } from '../domain/actor.js';
import { agendaAbilities } from '../domain/agenda/agenda-actions.js';
import { type ClockReading, readClock } from '../domain/agenda/agenda-clock.js';
import type { AgendaItem } from '../domain/agenda/agenda-item.js';
import { changeInWords, reasonInWords } from '../domain/agenda/agenda-words.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import type { AgendaDto, AgendaItemDto, FormerItemDto, MinutesDto } from './agenda.dto.js';
import type { AgendaRecord, MinutesRow } from './agenda.reader.js';
import { ComposeAgenda, type ComposedAgenda } from './compose-agenda.service.js';

/** The agenda as the room reads it. It says what the cards say, so whoever is shown it has been shown them. */
@Injectable()
export class ShowAgenda {
  constructor(
    private readonly composer: ComposeAgenda,
    private readonly debriefs: DebriefsReader,
    private readonly exposures: ExposureStore,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async show(actor: Actor, debriefId: string): Promise<AgendaDto> {
    const composed = await this.composer.compose(actor, debriefId);
    const now = this.clock.now();
    const cards = await this.debriefs.submittedCards(composed.standing.applicationId);
    await this.exposures.record(this.database, actor.userId, cards, 'debrief', now);
    return present(actor, composed, now);
  }
}

function present(actor: Actor, composed: ComposedAgenda, now: Date): AgendaDto {
  const { head, facts, agenda, record, recommendation, names, minutes } = composed;
  const { running, elapsedSeconds, remainingSeconds, spent } = readClock(record.laps, minutes, now);
  return {
    debriefId: head.id,
    state: head.state,
    roundNumber: head.roundNumber,
    inputHash: recommendation.inputHash,
    outcome: recommendation.outcome,
    currentItem: record.currentItem,
    clock: { minutes, running, elapsedSeconds, remainingSeconds, asOf: now },
    items: agenda.items.map((item) => presentItem(actor, item, composed, spent)),
    formerItems: formerItems(composed, spent),
    undisputed: agenda.undisputed.map((one) => ({ ...one, name: names.criteria[one.criterion] ?? one.criterion })),
    abilities: { ...agendaAbilities(facts) },
  };
}

function presentItem(
  { locale }: Actor,
  { key, kind, why, could, rank, seconds }: AgendaItem,
  { record, names }: ComposedAgenda,
  spent: ClockReading['spent'],
): AgendaItemDto {
  return {
    key,
    kind,
    why: { code: why.code, params: { ...why.params }, words: reasonInWords(why, names, locale) },
    could: { code: could.code, params: { ...could.params }, words: changeInWords(could, names, locale) },
    rank: rank && { ...rank },
    plannedSeconds: seconds,
    spentSeconds: spent.get(key) ?? 0,
    minutes: minutesOn(record, key),
  };
}

function formerItems({ agenda, record }: ComposedAgenda, spent: ClockReading['spent']): FormerItemDto[] {
  const now = new Set(agenda.items.map(({ key }) => key));
  const touched = [...spent.keys(), ...record.minutes.map(({ item }) => item)];
  const former = [...new Set(touched)].filter((key) => !now.has(key));
  return former.map((key) => ({ key, spentSeconds: spent.get(key) ?? 0, minutes: minutesOn(record, key) }));
}

function minutesOn({ minutes }: AgendaRecord, key: string): MinutesDto | null {
  const row = minutes.find(({ item }) => item === key);
  return row ? presentMinutes(row) : null;
}

export function presentMinutes({ text, revision, by, byName, at }: MinutesRow): MinutesDto {
  return { text, revision, by, byName, at };
}
