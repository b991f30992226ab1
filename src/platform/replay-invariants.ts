import { canonicalJson, sha256Hex } from '../domain/audit/canonical-json.js';
import type { VoteChoice } from '../domain/debrief/ballot-tally.js';
import { panelPacket, type PanelCardState } from '../domain/debrief/panel-packet.js';
import { voteCommitment } from '../domain/debrief/vote-commitment.js';
import type { Veto } from '../domain/recommendation/packet.js';
import { parsePacket } from '../domain/recommendation/packet-parser.js';
import { recommendationJson, recommendWith, summarize } from '../domain/recommendation/recommend.js';
import type { RubricContent } from '../domain/rubric/rubric.js';
import type { Database } from './database.js';

/** Each breach, with what it was found on. */
export interface Breach {
  readonly invariant: string;
  readonly found: Record<string, unknown>;
}

const PAGE = 500;

/** Every row of a statement that takes the last key ($1) and a limit ($2), page by page, so that a large installation can be checked too. */
async function* allRows<Row extends { readonly key: string }>(database: Database, text: string): AsyncGenerator<Row> {
  for (let last: string | null = null; ;) {
    const rows: Row[] = await database.queryText<Row>(text, [last, PAGE]);
    yield* rows;
    last = rows.at(-1)?.key ?? null;
    if (rows.length < PAGE || last === null) return;
  }
}

interface KeptRow {
  readonly key: string;
  readonly engine: number;
  readonly input: unknown;
  readonly inputHash: string;
  readonly recommendation: string;
}

const DECIDED = `select id::text as key, engine, input, input_hash as "inputHash", recommendation from decisions
  where $1::uuid is null or id > $1 order by id limit $2`;
const SHOWN = `select application_id || ' ' || input_hash || ' ' || engine as key, engine, input, input_hash as "inputHash", recommendation
  from shown_recommendations where $1::text is null or application_id || ' ' || input_hash || ' ' || engine > $1 order by 1 limit $2`;

/** Every recommendation that was shown at a ballot, a challenge or a decision comes out again, byte for byte, from the inputs kept with it. */
export async function unreplayable(database: Database): Promise<Breach[]> {
  const breaches: Breach[] = [];
  for (const [kept, statement] of [
    ['decided', DECIDED],
    ['shown', SHOWN],
  ] as const) {
    for await (const row of allRows<KeptRow>(database, statement)) {
      if (!replays(row)) breaches.push({ invariant: `every ${kept} recommendation replays to the same bytes`, found: { [kept]: row.key } });
    }
  }
  return breaches;
}

function replays({ engine, input, inputHash, recommendation }: KeptRow): boolean {
  try {
    const again = recommendWith(engine, parsePacket(input));
    return again.inputHash === inputHash && recommendationJson(again) === recommendation && sha256Hex(canonicalJson(input)) === inputHash;
  } catch {
    return false;
  }
}

interface VoteRow {
  readonly key: string;
  readonly ballotId: string;
  readonly voterId: string;
  readonly choice: VoteChoice;
  readonly words: string;
  readonly salt: string;
  readonly commitment: string;
}

const VOTES = `select ballot_id || ' ' || voter_id as key, ballot_id as "ballotId", voter_id as "voterId", choice, words, salt, commitment
  from ballot_votes where $1::text is null or ballot_id || ' ' || voter_id > $1 order by 1 limit $2`;

/** Every vote is the one that was committed to when it was cast. */
export async function alteredVotes(database: Database): Promise<Breach[]> {
  const breaches: Breach[] = [];
  for await (const { key, salt, commitment, ...vote } of allRows<VoteRow>(database, VOTES)) {
    if (voteCommitment({ ballotId: vote.ballotId, voterId: vote.voterId, choice: vote.choice, words: vote.words }, salt) === commitment) continue;
    breaches.push({ invariant: 'every vote is the one committed to when it was cast', found: { vote: key } });
  }
  return breaches;
}

interface SummaryRow {
  readonly key: string;
  readonly outcome: string | null;
  readonly deciding: string | null;
  readonly rubric: RubricContent;
  readonly vetoes: readonly Veto[];
  readonly cards: readonly PanelCardState[];
}

const SUMMARIES = `
  select a.id::text as key, a.panel_outcome as outcome, a.deciding_value::text as deciding, rv.content as rubric,
    (select coalesce(jsonb_agg(jsonb_build_object('seat', v.seat, 'by', v.user_id, 'reason', v.reason) order by v.cast_at, v.id), '[]')
      from vetoes v join debriefs d on d.id = v.debrief_id where d.application_id = a.id and v.withdrawn_at is null) as vetoes,
    (select jsonb_agg(jsonb_build_object('id', s.id, 'interviewerId', s.interviewer_id, 'roundKey', s.round_key, 'status', s.status, 'content', s.content)
        order by r.position, s.created_at, s.id)
      from scorecards s join application_rounds r on r.id = s.round_id where s.application_id = a.id and s.counts and s.status = 'submitted') as cards
  from applications a join rubric_versions rv on rv.id = a.rubric_version_id
  where a.cards_submitted > 0 and ($1::uuid is null or a.id > $1) order by a.id limit $2`;

/** The outcome stored with an application is what its submitted cards and standing vetoes say. */
export async function staleSummaries(database: Database): Promise<Breach[]> {
  const breaches: Breach[] = [];
  for await (const row of allRows<SummaryRow>(database, SUMMARIES)) {
    const { outcome, deciding } = summarize(panelPacket(row.rubric, row.cards, row.vetoes));
    const stored = row.deciding === null ? null : Number(row.deciding);
    if (row.outcome === outcome && stored === deciding) continue;
    breaches.push({ invariant: 'the stored outcome of an application is what its cards say', found: { applicationId: row.key } });
  }
  return breaches;
}
