import { Injectable } from '@nestjs/common';
import { debriefAbilities } from '../domain/abilities/debrief-abilities.js';
import type { Actor } from '../domain/actor.js';
import type { DebriefFacts } from '../domain/debrief/debrief-facts.js';
import { isOwed } from '../domain/debrief/debrief-moves.js';
import { BALLOT_KINDS, type Elector } from '../domain/debrief/electorate.js';
import { notFound } from '../domain/refusal.js';
import { DebriefFactsReader, type DebriefView } from './debrief-facts.reader.js';
import { DebriefExposures } from './debrief-exposures.service.js';
import type { DebriefContentDto, DebriefDto, ElectorDto, PanelCards } from './debriefs.dto.js';
import { type DebriefRecordRow, DebriefsReader } from './debriefs.reader.js';
import { ScorecardsReader } from '../scorecards/scorecards.reader.js';

/** A debrief as the viewer may see it: the stage for some, all of it for those who see the cards. */
@Injectable()
export class ShowDebrief {
  constructor(
    private readonly facts: DebriefFactsReader,
    private readonly reader: DebriefsReader,
    private readonly exposures: DebriefExposures,
    private readonly scorecards: ScorecardsReader,
  ) {}

  async one(actor: Actor, debriefId: string): Promise<DebriefDto> {
    const view = await this.facts.ofDebrief(actor, debriefId);
    const { facts, standing } = view;
    const row = await this.reader.one(actor, debriefId);
    if (!row) throw notFound('debrief');
    const content = standing.sight === 'content' ? await this.content(actor, view) : null;
    return { ...row, content, abilities: debriefAbilities(facts) };
  }

  private async content(actor: Actor, { facts, head }: DebriefView): Promise<DebriefContentDto> {
    await this.exposures.record(actor, head.applicationId, 'debrief');
    const { cards } = await this.scorecards.visibleCards(actor, head.applicationId);
    return contentOf(facts, await this.reader.record(head.id), cards);
  }

  async ofApplication(actor: Actor, applicationId: string): Promise<DebriefDto> {
    const { head } = await this.facts.ofApplication(actor, applicationId);
    return this.one(actor, head.id);
  }
}

function contentOf(facts: DebriefFacts, record: DebriefRecordRow, cards: PanelCards): DebriefContentDto {
  const { readyAt, decidedAt, closedAt, reopenings, vetoes, openChallenges } = record;
  const { policy, panel, committee, openBallot, state } = facts;
  const running = state !== 'decided' && state !== 'closed';
  const owed = BALLOT_KINDS.filter((kind) => kind !== openBallot && isOwed(kind, facts));
  return {
    cards,
    readyAt,
    decidedAt,
    closedAt,
    openChallenges,
    openBallot,
    policy: { ...policy, vetoSeats: [...policy.vetoSeats] },
    panel: panel.map(electorOf),
    committee: committee.map(electorOf),
    ballotsHeld: [...facts.revealed],
    ballotsOwed: running ? owed : [],
    vetoes: [...vetoes],
    reopenings: [...reopenings],
    escalated: running && policy.decider === 'hiring_manager' && facts.decisionOverdue && !facts.hiringManagerAvailable,
  };
}

function electorOf({ userId, name, kinds }: Elector): ElectorDto {
  return { userId, name, kinds: [...kinds] };
}
