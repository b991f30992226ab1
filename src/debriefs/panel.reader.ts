import { Injectable } from '@nestjs/common';
import { type PanelCardState, panelPacket } from '../domain/debrief/panel-packet.js';
import type { StepNames } from '../domain/debrief/step-words.js';
import type { Packet, Veto } from '../domain/recommendation/packet.js';
import { recommend, recommendationJson } from '../domain/recommendation/recommend.js';
import type { Recommendation } from '../domain/recommendation/recommendation.js';
import type { RubricContent } from '../domain/rubric/rubric.js';
import type { CardContent } from '../domain/scorecard/scorecard.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

interface PanelCardRow extends PanelCardState {
  readonly interviewerName: string;
  readonly revision: number;
  /** The last revision written before its author was shown another's card; null where there is none. */
  readonly unexposedContent: CardContent | null;
  readonly unexposedRevision: number | null;
}

interface PanelRow {
  readonly rubric: RubricContent;
  readonly cards: readonly PanelCardRow[];
  readonly vetoes: readonly { readonly seat: string; readonly by: string; readonly name: string; readonly reason: string }[];
  readonly rounds: readonly { readonly key: string; readonly name: string }[];
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

const CARDS = {
  fragment: true,
  text: `(select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'interviewerId', s.interviewer_id, 'interviewerName', u.name, 'roundKey', s.round_key,
      'status', s.status, 'content', s.content, 'revision', s.revision, 'unexposedContent', blind.content, 'unexposedRevision', blind.number)
      order by r.position, s.created_at, s.id), '[]')
    from scorecards s
    join interviews i on i.id = s.interview_id
    join application_rounds r on r.id = s.round_id
    join users u on u.id = s.interviewer_id
    left join lateral (select v.content, v.number from scorecard_revisions v where v.scorecard_id = s.id and not v.exposed order by v.number desc limit 1) blind on true
    where s.application_id = a.id and s.counts and (s.status = 'submitted' or i.status not in ('cancelled', 'no_show')))`,
} as const;

const PANEL = sql`
  select rv.content as rubric, ${CARDS} as cards,
    (select coalesce(jsonb_agg(jsonb_build_object('seat', v.seat, 'by', v.user_id, 'name', u.name, 'reason', v.reason) order by v.cast_at, v.id), '[]')
      from vetoes v join debriefs d on d.id = v.debrief_id join users u on u.id = v.user_id
      where d.application_id = a.id and v.withdrawn_at is null) as vetoes,
    (select coalesce(jsonb_agg(jsonb_build_object('key', r.key, 'name', coalesce(r.content->>'name', r.key)) order by r.position), '[]')
      from application_rounds r where r.application_id = a.id) as rounds
  from applications a join rubric_versions rv on rv.id = a.rubric_version_id
  where a.id = $1`;

/** Reads a panel and computes what the rules say about it. Only for those who may see every card in it. */
@Injectable()
export class PanelReader {
  constructor(private readonly database: Database) {}

  async panel(applicationId: string, from: Database | Transaction = this.database): Promise<Panel> {
    const row = await this.read(applicationId, from);
    const blind = row.cards.map((card) => ({ ...card, content: card.unexposedContent }));
    return { latest: compute(row, row.cards), unexposed: recommend(panelPacket(row.rubric, blind, vetoesOf(row))), names: namesOf(row) };
  }

  async latest(applicationId: string, from: Database | Transaction = this.database): Promise<ComputedRecommendation> {
    const row = await this.read(applicationId, from);
    return compute(row, row.cards);
  }

  private async read(applicationId: string, from: Database | Transaction): Promise<PanelRow> {
    const [row] = await from.query<PanelRow>(PANEL, [applicationId]);
    if (!row) throw new Error('a debrief without its application');
    return row;
  }
}

function vetoesOf(row: PanelRow): Veto[] {
  return row.vetoes.map(({ seat, by, reason }) => ({ seat, by, reason }));
}

function compute(row: PanelRow, cards: readonly PanelCardState[]): ComputedRecommendation {
  const packet = panelPacket(row.rubric, cards, vetoesOf(row));
  const recommendation = recommend(packet);
  return { packet, recommendation, bytes: recommendationJson(recommendation) };
}

function namesOf({ rubric, cards, rounds, vetoes }: PanelRow): StepNames {
  const byKey = (items: readonly { readonly key: string; readonly name?: string }[]) => Object.fromEntries(items.map(({ key, name }) => [key, name ?? key]));
  return {
    criteria: byKey(rubric.criteria),
    signals: byKey(rubric.signals),
    gates: byKey(rubric.gates),
    forms: byKey(rubric.evidenceForms),
    rounds: byKey(rounds),
    people: Object.fromEntries([...cards.map((card) => [card.interviewerId, card.interviewerName]), ...vetoes.map((veto) => [veto.by, veto.name])]),
  };
}
