import { Injectable } from '@nestjs/common';
import { ChallengesReader } from '../debriefs/challenges.reader.js';
import type { DebriefView } from '../debriefs/debrief-facts.reader.js';
import { PanelReader } from '../debriefs/panel.reader.js';
import type { Actor } from '../domain/actor.js';
import { computeAgenda } from '../domain/agenda/agenda.js';
import { minutesOf } from '../domain/agenda/agenda-clock.js';
import type { Agenda } from '../domain/agenda/agenda-item.js';
import type { StepNames } from '../domain/debrief/step-words.js';
import type { Recommendation } from '../domain/recommendation/recommendation.js';
import { AgendaDoor } from './agenda-door.service.js';
import { type AgendaRecord, AgendaReader } from './agenda.reader.js';

export interface ComposedAgenda extends DebriefView {
  readonly agenda: Agenda;
  readonly record: AgendaRecord;
  readonly recommendation: Recommendation;
  readonly names: StepNames;
  readonly minutes: number;
}

/** Computes the agenda of a debrief as it stands, for somebody who may read it. */
@Injectable()
export class ComposeAgenda {
  constructor(
    private readonly door: AgendaDoor,
    private readonly panels: PanelReader,
    private readonly challenges: ChallengesReader,
    private readonly reader: AgendaReader,
  ) {}

  async compose(actor: Actor, debriefId: string): Promise<ComposedAgenda> {
    const view = await this.door.enter(actor, debriefId);
    const { latest, names } = await this.panels.panel(view.standing.applicationId);
    const { packet, recommendation } = latest;
    const open = (await this.challenges.list(debriefId)).filter(({ status }) => status === 'open');
    const openChallenges = open.map(({ id, scorecardId, criterion, reasonCode, before }) => ({
      id,
      scorecard: scorecardId,
      criterion,
      level: before.level,
      reasonCode,
    }));
    const minutes = minutesOf(view.head.settings);
    const agenda = computeAgenda({ packet, recommendation, openChallenges, minutes });
    return { ...view, agenda, record: await this.reader.record(debriefId, view.head.roundNumber), recommendation, names, minutes };
  }
}

/** Whether an item stands on the agenda now, or was talked about in this round. */
export function isOnAgenda({ agenda, record }: ComposedAgenda, item: string): boolean {
  return (
    agenda.items.some(({ key }) => key === item) ||
    record.minutes.some((minutes) => minutes.item === item) ||
    record.laps.some((lap) => lap.item === item)
  );
}
