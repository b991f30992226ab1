import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import type { Response } from 'superagent';
import { ROWS_AT_ONCE, RowCursor } from '../../src/platform/row-cursor.js';
import { buildPanel, type Panel } from '../support/builders.js';
import { TestApp, type TestUser } from '../support/test-app.js';

type Rows = Record<string, string>[];

describe('exports', () => {
  let app: TestApp;
  let panel: Panel;
  let auditor: TestUser;
  beforeAll(async () => {
    app = await TestApp.start();
    panel = await buildPanel(app, {
      rounds: ['recruiter_screen', 'technical_deep_dive'],
      interviewers: 2,
      held: true,
      candidateName: '=HYPERLINK("http://evil.test"),"x"',
    });
    auditor = await app.user('Auditor', 'auditor');
    await app.rows(
      `update scorecards set status = 'submitted', revision = 1, content = '{"verdict":"hire","summary":"=1+1 sharp"}', submitted_at = $2, first_submitted_at = $2 where id = $1`,
      [panel.interviews[0]!.scorecardId, app.clock.now()],
    );
  });
  afterAll(() => app.stop());

  const csv = async (user: TestUser, kind: string, query = ''): Promise<Rows> =>
    parse((await app.as(user).get(`/exports/${kind}.csv${query}`).expect(200)).text, { columns: true, record_delimiter: '\r\n' });
  const jsonl = async (user: TestUser, kind: string, query = ''): Promise<Record<string, unknown>[]> => {
    const lines = (await app.as(user).get(`/exports/${kind}.jsonl${query}`).buffer(true).parse(asText).expect(200)).body.split('\n') as string[];
    expect(lines.pop()).toBe('');
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  };
  const told = () =>
    app.rows<{ type: string; payload: Record<string, unknown>; actor: string }>(
      `select e.type, c.content->'payload' as payload, e.actor_id as actor from events e join event_contents c on c.event_id = e.id where e.type like 'export.%' order by e.id`,
    );

  it('are CSV that no spreadsheet computes, or JSON Lines, with the same rows', async () => {
    const answer = await app.as(panel.recruiter).get('/exports/applications.csv?bom=true').expect(200);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="applications-${app.clock.now().toISOString().slice(0, 10)}.csv"`);
    expect(answer.text.startsWith('\ufeffid,candidateId,candidateName')).toBe(true);
    const [row] = await csv(panel.recruiter, 'applications');
    expect(row).toMatchObject({ id: panel.application.id, candidateName: `'${panel.candidate.name}`, status: 'active', cardsSubmitted: '0' });
    const [line] = await jsonl(panel.recruiter, 'applications');
    expect(line).toMatchObject({ id: panel.application.id, candidateName: panel.candidate.name, status: 'active', cardsSubmitted: 0 });
    expect(Object.keys(line!)).toEqual(Object.keys(row!));
    expect((await app.as(panel.recruiter).get('/exports/applications.xlsx').expect(404)).body.code).toBe('not_found');
    expect(await csv(panel.recruiter, 'interviews', `?jobId=${panel.job.id}&status=held`)).toHaveLength(2);
    expect(await csv(panel.recruiter, 'candidates', '?search=hyperlink')).toMatchObject([{ id: panel.candidate.id, applications: '1' }]);
    expect(await csv(panel.recruiter, 'candidates', '?search=nobody')).toEqual([]);
    expect((await app.as(panel.recruiter).get('/exports/candidates.csv?search=nobody').expect(200)).text).toMatch(/^id,name,[^\r\n]*\r\n$/);
    expect((await app.as(panel.recruiter).get('/exports/applications.csv?from=soon').expect(422)).body.errors[0].pointer).toBe('/from');
  });

  it('show scorecards as far as the viewer may read them, and record what was shown', async () => {
    const owner = panel.interviews[0]!.interviewer;
    const other = panel.interviews[1]!.interviewer;
    // Who still owes a card sees statuses alone.
    const blind = await jsonl(other, 'scorecards');
    expect(
      blind.map(({ status, content, submittedAt, dueAt, interviewerId }) => ({ status, content, submittedAt, due: dueAt !== null, interviewerId })),
    ).toEqual([
      { status: 'submitted', content: null, submittedAt: null, due: false, interviewerId: owner.id },
      { status: 'due', content: null, submittedAt: null, due: true, interviewerId: other.id },
    ]);
    expect(await app.rows('select 1 from exposures')).toEqual([]);
    const [card] = await csv(panel.hiringManager, 'scorecards', '?status=submitted');
    expect(JSON.parse(card!['content']!)).toEqual({ verdict: 'hire', summary: '=1+1 sharp' });
    expect(await app.rows('select user_id, scorecard_id, via from exposures')).toEqual([
      { user_id: panel.hiringManager.id, scorecard_id: panel.interviews[0]!.scorecardId, via: 'export' },
    ]);
    expect(await csv(await app.user('Stranger'), 'scorecards')).toEqual([]);
    expect(await csv(auditor, 'scorecards', `?applicationId=${panel.application.id}`)).toHaveLength(2);
    expect(await csv(panel.hiringManager, 'decisions')).toEqual([]);
  });

  it('of history are for admins and auditors, as history shows itself to them', async () => {
    expect((await app.as(panel.recruiter).get('/exports/events.csv').expect(403)).body.code).toBe('forbidden');
    const query = `?applicationId=${panel.application.id}`;
    const rows = await jsonl(auditor, 'events', query);
    const listed = await app.as(auditor).get(`/audit/events${query}&limit=200`).expect(200);
    expect(rows.map((row) => row['id'])).toEqual((listed.body.items as { id: string }[]).map((event) => event.id).reverse());
    const admin = await app.user('Ada', 'admin');
    const seen = await jsonl(admin, 'events', query);
    expect(seen.length).toBeLessThanOrEqual(rows.length);
    expect(seen.every((row) => row['reason'] === null)).toBe(true);
  });

  it('are on the record: who took what, from the first row to the last', async () => {
    const before = (await told()).length;
    const rows = await csv(panel.recruiter, 'applications', `?jobId=${panel.job.id}&status=active`);
    expect((await told()).slice(before)).toEqual([
      {
        type: 'export.started',
        actor: panel.recruiter.id,
        payload: { kind: 'applications', format: 'csv', filters: { jobId: panel.job.id, status: 'active' } },
      },
      { type: 'export.ended', actor: panel.recruiter.id, payload: { kind: 'applications', rows: rows.length, complete: true } },
    ]);
    const token = async (scopes: string[]) =>
      (await app.as(panel.recruiter).post('/tokens', { name: 'x', scopes }).expect(201)).body.secret as string;
    const ask = async (secret: string) => app.as(null).get('/exports/applications.csv').set('authorization', `Bearer ${secret}`);
    expect((await ask(await token(['read', 'write']))).status).toBe(403);
    expect((await ask(await token(['export']))).status).toBe(200);
    await app.as(null).get('/exports/applications.csv').expect(401);
  });
});

const ROWS = 20_000;
const ENDED = `select c.content->'payload' as payload from events e join event_contents c on c.event_id = e.id where e.type = 'export.ended' order by e.id`;

describe('a large export', () => {
  let app: TestApp;
  let recruiter: TestUser;
  beforeAll(async () => {
    app = await TestApp.start();
    const panel = await buildPanel(app, { rounds: ['recruiter_screen'], interviewers: 1 });
    recruiter = panel.recruiter;
    await app.asOwner(`
      insert into candidates (id, person_id, name, created_at)
        select id, id, 'Row ' || n, now() from (select gen_random_uuid() as id, n from generate_series(1, ${ROWS}) n) made;
      insert into applications (id, candidate_id, person_id, job_id, status, rubric_version_id, visibility_policy, source, last_activity_at, started_at)
        select gen_random_uuid(), c.id, c.id, a.job_id, 'active', a.rubric_version_id, 'after_own', repeat('x', 3000), now(), now()
        from candidates c cross join (select job_id, rubric_version_id from applications limit 1) a where c.name like 'Row %';
      insert into debriefs (id, application_id, created_at) select gen_random_uuid(), a.id, now() from applications a
        where not exists (select 1 from debriefs d where d.application_id = a.id);
      analyze;`);
    await app.app.listen(0, '127.0.0.1');
  }, 120_000);
  afterAll(() => app.stop());

  /** Rows taken from the database, counted beside the real reading. */
  let read = 0;
  let ended = 0;
  const open: IncomingMessage[] = [];
  const { next } = RowCursor.prototype;
  beforeEach(async () => {
    read = 0;
    RowCursor.prototype.next = async function (this: RowCursor<unknown>) {
      const rows = await next.call(this);
      read += rows.length;
      return rows;
    };
    ended = (await app.rows(ENDED)).length;
  });
  afterEach(() => {
    RowCursor.prototype.next = next;
    for (const answer of open.splice(0)) answer.destroy();
  });

  /** Asks over a real connection and stops taking after the first piece. */
  async function begun(): Promise<{ answer: IncomingMessage; first: string }> {
    const { port } = app.app.getHttpServer().address() as AddressInfo;
    const headers = { cookie: `plumbline=${recruiter.secret}` };
    const [answer] = (await once(get({ port, path: '/api/v1/exports/applications.jsonl', headers }), 'response')) as [IncomingMessage];
    const [first] = (await once(answer, 'data')) as [Buffer];
    answer.pause();
    open.push(answer);
    return { answer, first: first.toString() };
  }

  /** Until nothing more is read, or the end is on the record. */
  async function settled(): Promise<void> {
    for (let before = -1; before !== read; await sleep(200)) before = read;
  }

  async function endedOnce(): Promise<{ rows: number; complete: boolean }> {
    for (let tries = 0; tries < 200; tries++) {
      const [row] = (await app.rows<{ payload: { rows: number; complete: boolean } }>(ENDED)).slice(ended);
      if (row) return row.payload;
      await sleep(50);
    }
    throw new Error('the end was never recorded');
  }

  it('goes out whole to who takes it', async () => {
    const { answer, first } = await begun();
    let rest = first;
    let lines = 0;
    answer.on('data', (chunk: Buffer) => {
      const parts = (rest + chunk.toString()).split('\n');
      rest = parts.pop() ?? '';
      lines += parts.length;
    });
    await once(answer.resume(), 'end');
    expect({ lines, rest, complete: answer.complete }).toEqual({ lines: ROWS + 1, rest: '', complete: true });
    expect(await endedOnce()).toEqual({ kind: 'applications', rows: ROWS + 1, complete: true });
  }, 60_000);

  it('is not read from the database faster than it is taken, and stops with its reader', async () => {
    const { answer } = await begun();
    await settled();
    // What is in this process is a batch or two; the rest is what the sockets between the two ends hold, by the machine's settings some tens of megabytes.
    expect(read).toBeLessThan(ROWS);
    const before = read;
    answer.destroy();
    const { rows, complete } = await endedOnce();
    expect(complete).toBe(false);
    expect(rows).toBeLessThanOrEqual(before + ROWS_AT_ONCE);
    expect(await app.rows(`select 1 from pg_stat_activity where application_name = 'plumbline-export' and datname = current_database()`)).toEqual([]);
  }, 60_000);

  it('breaks off when the database fails in between: half of it never looks whole', async () => {
    const { answer } = await begun();
    await settled();
    await app.rows(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'plumbline-export' and datname = current_database()`,
    );
    const failed = once(answer, 'error');
    answer.resume();
    expect(String(await failed)).toContain('aborted');
    expect(answer.complete).toBe(false);
    expect(await endedOnce()).toMatchObject({ complete: false });
  }, 60_000);

  it('lets four run at a time, and a fifth wait', async () => {
    const four = await Promise.all([1, 2, 3, 4].map(begun));
    const refused = await app.as(recruiter).get('/exports/candidates.csv').expect(503);
    expect(refused.body).toMatchObject({ code: 'temporarily_unavailable', retryAfter: 60 });
    for (const { answer } of four) answer.destroy();
    for (let tries = 0; (await app.as(recruiter).get('/exports/interviews.csv')).status !== 200; tries++) {
      expect(tries).toBeLessThan(200);
      await sleep(50);
    }
  }, 60_000);
});

/** JSON Lines is no type the test client knows. */
function asText(response: Pick<Response, 'setEncoding' | 'on'>, done: (error: Error | null, body: string) => void): void {
  let text = '';
  response.setEncoding('utf8');
  response.on('data', (piece: string) => (text += piece));
  response.on('end', () => done(null, text));
}
