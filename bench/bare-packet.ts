/** The debrief packet of the bare server: four prepared statements on one connection, joined and written out as JSON here. */
import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { ComputedPacket, type PacketCardPart } from '../src/packets/computed-packet.js';

/** As many recommendations are remembered as in the product. */
const MOST = 400;

const rowsOf = (columns: string, from: string, order: string) =>
  `(select coalesce(json_agg(json_build_object(${columns}) order by ${order}), '[]') from ${from})`;
/** What hardly any debrief has much of, as lists beside the one row. */
const LISTS = {
  seats: rowsOf(
    `'kind', s.kind, 'userId', s.user_id, 'name', u.name, 'interviewId', s.interview_id, 'training', s.training, 'lead', s.lead, 'standsInFor', null, 'from', coalesce(s.starts_at, s.granted_at), 'until', least(s.ends_at, s.ended_at)`,
    'seats s join users u on u.id = s.user_id where s.job_id = a.job_id or s.application_id = a.id',
    's.granted_at, s.id',
  ),
  rounds: rowsOf(
    `'id', r.id, 'key', r.key, 'name', r.content->>'name', 'position', r.position, 'focus', r.content->>'focus', 'minutes', r.content->'minutes', 'status', r.status,
     'plannedOn', (a.started_at at time zone j.time_zone)::date + (r.content->>'targetDay')::integer, 'owesCard', coalesce((r.content->>'owesCard')::boolean, true),
     'outcome', r.outcome, 'reasonCode', r.reason_code, 'reason', r.reason, 'facts', r.facts, 'decidedBy', r.decided_by, 'decidedAt', r.decided_at`,
    'application_rounds r where r.application_id = a.id',
    'r.position',
  ),
  interviews: rowsOf(
    `'round', i.round_id, 'id', i.id, 'status', i.status, 'startsAt', i.starts_at, 'endsAt', i.ends_at, 'timeZone', i.time_zone, 'reason', i.reason`,
    'interviews i where i.application_id = a.id',
    'i.starts_at, i.created_at, i.id',
  ),
  ballots: rowsOf(`'id', b.id, 'kind', b.kind, 'status', b.status`, 'ballots b where b.debrief_id = d.id', 'b.id'),
  challenges: rowsOf(`'id', h.id, 'words', h.words, 'status', h.status`, 'challenges h where h.debrief_id = d.id', 'h.id'),
  vetoes: rowsOf(
    `'seat', x.seat, 'by', x.user_id, 'name', '', 'reason', x.reason, 'withdrawnAt', x.withdrawn_at`,
    'vetoes x where x.debrief_id = d.id',
    'x.id',
  ),
  decisions: rowsOf(`'id', x.id, 'outcome', x.outcome, 'rationale', x.rationale`, 'decisions x where x.debrief_id = d.id', 'x.id'),
  minutes: rowsOf(`'item', n.item, 'text', n.text`, 'agenda_minutes n where n.debrief_id = d.id', 'n.item'),
  shown: rowsOf(
    `'inputHash', k.input_hash, 'recommendation', k.recommendation`,
    'shown_recommendations k where k.application_id = a.id',
    'k.input_hash',
  ),
  reopenings: rowsOf(`'reason', r.reason, 'at', r.reopened_at`, 'debrief_reopenings r where r.debrief_id = d.id', 'r.round_number'),
};

const HEAD = `
  select a.person_id, a.debrief_policy, rv.id as rubric_version_id, rv.rubric_id, ru.name as rubric_name, rv.number, rv.published_at, rv.content_hash,
    d.id as debrief_id, d.state, d.round_number, d.due_at, d.ready_at, d.decided_at, d.closed_at,
    a.id as application_id, a.status, a.reason_code, a.visibility_policy, a.source, a.started_at, a.ended_at, c.id as candidate_id, c.name as candidate_name,
    j.id as job_id, j.title, j.department, j.location, j.time_zone, ${Object.entries(LISTS)
      .map(([name, list]) => `${list} as ${name}`)
      .join(',\n    ')}
  from debriefs d join applications a on a.id = d.application_id join candidates c on c.id = a.candidate_id join jobs j on j.id = a.job_id
    join rubric_versions rv on rv.id = a.rubric_version_id join rubrics ru on ru.id = rv.rubric_id
  where d.id = $1`;
const CARDS = `
  select s.*, u.name as interviewer_name, r.content->>'name' as round_name from scorecards s
    join users u on u.id = s.interviewer_id join application_rounds r on r.id = s.round_id
  where s.application_id = $1 order by r.position, s.created_at, s.id`;
const REVISIONS = `
  select v.scorecard_id, v.number, v.exposed, v.reason, v.submitted_at as "submittedAt", v.content_hash as "contentHash", v.salt, null as content
  from scorecard_revisions v where v.scorecard_id = any($1) order by v.number`;
const EVENT = `
  with event as (
    insert into events (at, type, actor_id, actor, subject_kind, subject_id, job_id, application_id, person_id, content_hash)
    values ($1, 'packet.read', $2, $3, 'debrief', $4, $5, $6, $7, $8) returning id),
  exposed as (
    insert into exposures (user_id, scorecard_id, revision, via, first_shown_at) select $2, id, 1, 'packet', $1 from unnest($11::uuid[]) id on conflict do nothing)
  insert into event_contents (event_id, salt, content) select id, $9, $10 from event`;

export class BarePackets {
  /** A published version never changes: parsed and as text. */
  private readonly rubrics = new Map<string, { content: PacketRubric; text: string }>();
  private readonly computed = new Map<string, ComputedPacket>();

  constructor(private readonly pool: pg.Pool) {}

  async read(debriefId: string, user: string, actor: string): Promise<string> {
    const client = await this.pool.connect();
    try {
      const head = (await client.query({ name: 'head', text: HEAD, values: [debriefId] })).rows[0];
      const { rows } = await client.query({ name: 'cards', text: CARDS, values: [head.application_id] });
      const revisions = (await client.query({ name: 'revisions', text: REVISIONS, values: [rows.map((row) => row.id)] })).rows;
      const content = JSON.stringify({ payload: { form: 'json' } });
      const salt = randomBytes(16).toString('base64url');
      const hash = createHash('sha256').update(`${salt}\n${content}`).digest('hex');
      await client.query({
        name: 'read',
        text: EVENT,
        values: [
          new Date(),
          user,
          actor,
          debriefId,
          head.job_id,
          head.application_id,
          head.person_id,
          hash,
          salt,
          content,
          rows.map((row) => row.id),
        ],
      });
      const rubric = await this.rubric(client, head.rubric_version_id);
      return this.join(
        head,
        rows.map((row) =>
          cardOf(
            row,
            revisions.filter((one) => one.scorecard_id === row.id),
          ),
        ),
        rubric,
        user,
      );
    } finally {
      client.release();
    }
  }

  private async rubric(client: pg.PoolClient, id: string): Promise<{ content: PacketRubric; text: string }> {
    const known = this.rubrics.get(id);
    if (known) return known;
    const { content } = (await client.query({ name: 'rubric', text: 'select content from rubric_versions where id = $1', values: [id] })).rows[0];
    const rubric = { content, text: JSON.stringify(content) };
    this.rubrics.set(id, rubric);
    return rubric;
  }

  // Rows as they come from the database.
  private join(head: Row, cards: PacketCardPart[], rubric: { content: PacketRubric; text: string }, user: string): string {
    const rounds = head['rounds'].map(({ id, ...round }: { id: string }) => ({
      ...round,
      decidedByName: null,
      interviews: head['interviews'].filter((one: { round: string }) => one.round === id).map(({ round: _, ...one }: { round: string }) => one),
    }));
    const computed = this.compute(head, cards, rubric.content, rounds);
    const packet = {
      packet: 1,
      opened: { userId: user, name: '', at: new Date() },
      debrief: {
        id: head['debrief_id'],
        state: head['state'],
        roundNumber: head['round_number'],
        dueAt: head['due_at'],
        readyAt: head['ready_at'],
        decidedAt: head['decided_at'],
        closedAt: head['closed_at'],
        reopenings: head['reopenings'],
      },
      application: {
        id: head['application_id'],
        status: head['status'],
        reasonCode: head['reason_code'],
        visibilityPolicy: head['visibility_policy'],
        source: head['source'],
        startedAt: head['started_at'],
        endedAt: head['ended_at'],
      },
      candidate: { id: head['candidate_id'], name: head['candidate_name'] },
      job: { id: head['job_id'], title: head['title'], department: head['department'], location: head['location'], timeZone: head['time_zone'] },
      rounds,
      seats: head['seats'],
      cards,
      nextSignal: { needs: [], followUps: [] },
      ballots: head['ballots'],
      movements: [],
      challenges: head['challenges'],
      vetoes: head['vetoes'],
      decisions: head['decisions'],
      minutes: head['minutes'],
      shown: head['shown'],
    };
    const version = {
      id: head['rubric_version_id'],
      rubricId: head['rubric_id'],
      name: head['rubric_name'],
      number: head['number'],
      publishedAt: head['published_at'],
      contentHash: head['content_hash'],
    };
    return `${JSON.stringify(packet).slice(0, -1)},"rubricVersion":${JSON.stringify(version).slice(0, -1)},"content":${rubric.text}},${computed.text},"steps":${computed.stepsIn('en')}}`;
  }

  private compute(head: Row, cards: PacketCardPart[], rubric: PacketRubric, rounds: { key: string; name: string }[]): ComputedPacket {
    const key: string = head['debrief_id'];
    const computed =
      this.computed.get(key) ?? new ComputedPacket({ rubric, settings: head['debrief_policy'], cards, rounds, vetoes: head['vetoes'] });
    this.computed.delete(key);
    this.computed.set(key, computed);
    const [oldest] = this.computed.keys();
    if (this.computed.size > MOST && oldest !== undefined) this.computed.delete(oldest);
    return computed;
  }
}

/** A row as it comes from the database. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Row = Record<string, any>;

type PacketRubric = ConstructorParameters<typeof ComputedPacket>[0]['rubric'];

function cardOf(row: Row, revisions: Row[]): PacketCardPart & Record<string, unknown> {
  return {
    id: row['id'],
    round: { key: row['round_key'], name: row['round_name'] },
    interviewer: { id: row['interviewer_id'], name: row['interviewer_name'] },
    interviewId: row['interview_id'],
    status: row['status'],
    counts: row['counts'],
    counted: row['counts'],
    reasonCode: row['reason_code'],
    reason: row['reason'],
    dueAt: row['due_at'],
    submittedAt: row['submitted_at'],
    firstSubmittedAt: row['first_submitted_at'],
    revision: row['revision'],
    exposed: row['exposed'],
    imported: row['imported'],
    content: row['content'],
    revisions: revisions.map(({ scorecard_id: _, ...one }) => one) as unknown as PacketCardPart['revisions'],
  };
}
