/**
 * What the product is measured against: node:http and pg, one process, a pool of ten, named prepared statements, no framework, no checks and no
 * access control. It answers the four routes as the product does and writes the same rows, events included.
 * The caller says who they are in `x-user`. Prints its port when it listens. Started by `bench.ts`.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { BarePackets } from './bare-packet.js';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const packets = new BarePackets(pool);

const ACTOR = JSON.stringify({
  userId: '',
  name: 'Bare',
  email: 'bare@example.test',
  siteRole: 'member',
  via: 'session',
  sessionId: '',
  address: '127.0.0.1',
  requestId: '',
});

/** The values of an event as the product stores them: content salted and hashed apart. */
export function eventOf(payload: unknown): { hash: string; salt: string; content: string } {
  const content = JSON.stringify({ payload });
  const salt = randomBytes(16).toString('base64url');
  return { hash: createHash('sha256').update(`${salt}\n${content}`).digest('hex'), salt, content };
}

async function autosave(cardId: string, request: IncomingMessage): Promise<unknown> {
  const { content } = await bodyOf(request);
  const now = new Date();
  const { rows } = await pool.query({
    name: 'save',
    text: `update scorecards set draft = $3, draft_version = draft_version + 1, draft_saved_at = $4, status = case when status = 'assigned' then 'draft' else status end
      where id = $1 and draft_version = $2 returning draft_version as version, status`,
    values: [cardId, versionOf(request), JSON.stringify(content), now],
  });
  return { content, version: rows[0].version, status: rows[0].status, savedAt: now, missing: [] };
}

const SUBMIT = {
  lock: `select a.id, a.job_id, a.person_id, s.revision, s.draft_version, s.round_key from scorecards s join applications a on a.id = s.application_id where s.id = $1 for update of a`,
  card: `update scorecards set status = 'submitted', revision = $2, content = $3, draft = null, draft_saved_at = null, draft_version = draft_version + 1,
      first_submitted_at = coalesce(first_submitted_at, $4), submitted_at = $4 where id = $1`,
  revision: `insert into scorecard_revisions (scorecard_id, number, content, content_hash, salt, exposed, submitted_by, submitted_at) values ($1, $2, $3, $4, $5, false, $6, $7)`,
  event: `with event as (
      insert into events (at, type, actor_id, actor, subject_kind, subject_id, job_id, application_id, person_id, scorecard_id, content_hash)
      values ($1, 'scorecard.submitted', $2, $3, 'scorecard', $4, $5, $6, $7, $4, $8) returning id)
    insert into event_contents (event_id, salt, content) select id, $9, $10 from event`,
  summary: `update applications a set cards_due = k.due, cards_submitted = k.submitted, cards_waived = k.waived from (
      select count(*) filter (where status in ('assigned', 'draft')) as due, count(*) filter (where status = 'submitted') as submitted,
        count(*) filter (where status in ('declined', 'waived')) as waived from scorecards where application_id = $1 and counts) k where a.id = $1`,
} as const;

/** Begin, lock, card, revision, event, summary, commit. The outcome of the panel, which the product stores too, is left out here. */
async function submit(cardId: string, request: IncomingMessage): Promise<unknown> {
  const { content } = await bodyOf(request);
  const client = await pool.connect();
  const run = (name: keyof typeof SUBMIT, values: unknown[]) => client.query({ name, text: SUBMIT[name], values });
  const now = new Date();
  const user = String(request.headers['x-user']);
  const text = JSON.stringify(content);
  const salt = randomBytes(16).toString('base64url');
  const contentHash = createHash('sha256').update(`${salt}\n${text}`).digest('hex');
  try {
    await client.query('begin');
    const card = (await run('lock', [cardId])).rows[0];
    const number = card.revision + 1;
    const event = eventOf({
      roundKey: card.round_key,
      revision: number,
      contentHash,
      exposed: false,
      counts: true,
      before: { status: 'assigned' },
      after: { status: 'submitted' },
    });
    await run('card', [cardId, number, text, now]);
    await run('revision', [cardId, number, text, contentHash, salt, user, now]);
    await run('event', [now, user, ACTOR, cardId, card.job_id, card.id, card.person_id, event.hash, event.salt, event.content]);
    await run('summary', [card.id]);
    await client.query('commit');
    const abilities = { saveDraft: false, submit: false, amend: true, decline: false, waive: false, restore: false, read: true };
    return {
      id: cardId,
      status: 'submitted',
      revision: number,
      version: card.draft_version + 1,
      submittedAt: now,
      contentHash,
      exposed: false,
      counts: true,
      content,
      abilities,
    };
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

const SORTS: Readonly<Record<string, string>> = {
  activity: 'stage_changed_at desc, id desc',
  started: 'started_at desc, id desc',
  name: 'candidate_sort, id',
};

async function list(query: URLSearchParams): Promise<unknown> {
  const sort = query.get('sort') ?? 'activity';
  const limit = Number(query.get('limit'));
  const order = SORTS[sort] ?? '';
  const { rows } = await pool.query({
    name: `list ${sort}`,
    text: `select a.id, a.candidate_id as "candidateId", c.name as "candidateName", a.job_id as "jobId", j.title as "jobTitle", a.status,
        a.current_round_key as "currentRoundKey", r.content->>'name' as "currentRoundName", a.source, a.started_at as "startedAt",
        a.stage_changed_at as "stageChangedAt", d.state as "debriefState", a.cards_due, a.cards_submitted, a.cards_waived, 'content' as sight, a.outcome
      from (select * from applications where job_id = $1 and status = $2 order by ${order} limit $3) a
      join candidates c on c.id = a.candidate_id join jobs j on j.id = a.job_id join debriefs d on d.application_id = a.id
      left join application_rounds r on r.application_id = a.id and r.key = a.current_round_key
      order by ${order.replace(/\b(stage_changed_at|started_at|candidate_sort|id)\b/g, 'a.$1')}`,
    values: [query.get('jobId'), query.get('status'), limit + 1],
  });
  const items = rows
    .slice(0, limit)
    .map(({ cards_due: due, cards_submitted: submitted, cards_waived: waived, ...row }) => ({ ...row, cards: { due, submitted, waived } }));
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit ? Buffer.from(JSON.stringify([last.stageChangedAt, last.id])).toString('base64url') : null };
}

function versionOf(request: IncomingMessage): number {
  return Number(String(request.headers['if-match']).replaceAll('"', ''));
}

async function bodyOf(request: IncomingMessage): Promise<{ content: unknown }> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString()) as { content: unknown };
}

async function answer(request: IncomingMessage): Promise<string> {
  const url = new URL(request.url ?? '/', 'http://bare');
  const [, , , room, id = '', part] = url.pathname.split('/');
  if (room === 'applications') return JSON.stringify(await list(url.searchParams));
  if (part === 'packet') return packets.read(id, String(request.headers['x-user']), ACTOR);
  return JSON.stringify(part === 'submit' ? await submit(id, request) : await autosave(id, request));
}

function serve(request: IncomingMessage, response: ServerResponse): void {
  answer(request)
    .then((text) =>
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }).end(text),
    )
    .catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
}

const server = createServer(serve).listen(0, '127.0.0.1', () => console.log(`ready at http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.on('SIGTERM', () => process.exit(0));
