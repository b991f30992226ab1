import { Injectable } from '@nestjs/common';
import { type PanelCardState, panelPacket } from '../domain/debrief/panel-packet.js';
import type { StepNames } from '../domain/debrief/step-words.js';
import type { Packet } from '../domain/recommendation/packet.js';
import { recommend, recommendationJson } from '../domain/recommendation/recommend.js';
import type { Recommendation } from '../domain/recommendation/recommendation.js';
import type { RubricContent } from '../domain/rubric/rubric.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import { ScorecardsReader } from '../scorecards/scorecards.reader.js';

interface PanelRow {
  readonly rubric: RubricContent;
  readonly vetoes: readonly { readonly seat: string; readonly by: string; readonly reason: string }[];
  readonly rounds: readonly { readonly key: string; readonly name: string }[];
  readonly people: Readonly<Record<string, string>>;
}

/** What a recommendation says now, what it was computed from, and its exact bytes. */
export interface ComputedRecommendation {
  readonly packet: Packet;
  readonly recommendation: Recommendation;
  readonly bytes: string;
}

/** The figures an event names: enough to find what was shown and to say how it stood. */
export function figuresOf({ recommendation }: ComputedRecommendation) {
  const { inputHash, engine, outcome, deciding } = recommendation;
  return { inputHash, engine, outcome, deciding: deciding.value };
}

export interface Panel {
  readonly latest: ComputedRecommendation;
  /** The same rules over the revisions nobody had seen another's card before writing. */
  readonly unexposed: Recommendation;
  readonly names: StepNames;
}

const PANEL = sql`
  select rv.content as rubric,
    (select coalesce(jsonb_agg(jsonb_build_object('seat', v.seat, 'by', v.user_id, 'reason', v.reason) order by v.cast_at, v.id), '[]')
      from vetoes v where v.debrief_id = d.id and v.withdrawn_at is null) as vetoes,
    (select coalesce(jsonb_agg(jsonb_build_object('key', r.key, 'name', coalesce(r.content->>'name', r.key)) order by r.position), '[]')
      from application_rounds r where r.application_id = a.id) as rounds,
    (select coalesce(jsonb_object_agg(u.id, u.name), '{}') from users u
      where u.id in (select s.interviewer_id from scorecards s where s.application_id = a.id)
         or u.id in (select v.user_id from vetoes v where v.debrief_id = d.id)) as people
  from applications a join debriefs d on d.application_id = a.id join rubric_versions rv on rv.id = a.rubric_version_id
  where a.id = $1`;

/** Reads a panel and computes what the rules say about it. Only for those who may see every card in it. */
@Injectable()
export class PanelReader {
  constructor(
    private readonly database: Database,
    private readonly scorecards: ScorecardsReader,
  ) {}

  async panel(applicationId: string, from: Database | Transaction = this.database): Promise<Panel> {
    const row = await this.read(applicationId, from);
    const cards = await this.scorecards.packetCards(applicationId, from);
    const blind = cards.map((card) => ({ ...card, content: card.unexposedContent }));
    return { latest: compute(row, cards), unexposed: recommend(panelPacket(row.rubric, blind, row.vetoes)), names: namesOf(row) };
  }

  async latest(applicationId: string, from: Database | Transaction = this.database): Promise<ComputedRecommendation> {
    return compute(await this.read(applicationId, from), await this.scorecards.packetCards(applicationId, from));
  }

  private async read(applicationId: string, from: Database | Transaction): Promise<PanelRow> {
    const [row] = await from.query<PanelRow>(PANEL, [applicationId]);
    if (!row) throw new Error('a debrief without its application');
    return row;
  }
}

function compute(row: PanelRow, cards: readonly PanelCardState[]): ComputedRecommendation {
  const packet = panelPacket(row.rubric, cards, row.vetoes);
  const recommendation = recommend(packet);
  return { packet, recommendation, bytes: recommendationJson(recommendation) };
}

function namesOf({ rubric, rounds, people }: PanelRow): StepNames {
  const byKey = (items: readonly { readonly key: string; readonly name?: string }[]) =>
    Object.fromEntries(items.map(({ key, name }) => [key, name ?? key]));
  return {
    criteria: byKey(rubric.criteria),
    signals: byKey(rubric.signals),
    gates: byKey(rubric.gates),
    forms: byKey(rubric.evidenceForms),
    rounds: byKey(rounds),
    people,
  };
}
