import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { WEBHOOK_EVENTS } from '../../src/domain/webhook/webhook-events.js';
import { BackgroundWorker } from '../../src/outbox/background-worker.service.js';
import { card, type Hiring, seat, storeHiring } from '../faults/hiring-rows.js';
import { append } from '../faults/record.js';
import { type Call, Receiver } from '../faults/receiver.js';
import { START, TestApp, type TestUser } from '../support/test-app.js';

const HOUR = 3_600_000;

describe('webhooks', () => {
  let receiver: Receiver;
  let app: TestApp;
  let ada: TestUser;
  let rita: TestUser;
  let hiring: Hiring;
  let scorecardId: string;

  beforeAll(async () => {
    receiver = await Receiver.open();
    app = await TestApp.start({ ALLOW_PRIVATE_WEBHOOKS: 'true' });
    ada = await app.user('Ada', 'admin');
    rita = await app.user('Rita');
    hiring = await storeHiring(app, { job: 'AI PM', candidate: 'Zhou', round: 'Design' });
    await seat(app, rita, 'recruiter', { jobId: hiring.jobId });
    scorecardId = await card(app, await app.user('Ann'), hiring, null);
  });
  afterAll(async () => {
    await app.stop();
    await receiver.close();
  });
  beforeEach(async () => {
    app.clock.set(START);
    receiver.calls.length = 0;
    receiver.reply = () => ({ status: 204 });
    await app.rows(`update webhook_endpoints set status = 'removed'`);
    await app.rows(`delete from event_routes where kind = 'webhooks.fan_out'`);
    await app.rows('delete from outbox_jobs');
  });

  const work = () => app.app.get(BackgroundWorker).runDue();
  const subject = (kind: 'application' | 'scorecard' | 'debrief', id: string, more = {}) =>
    ({ kind, id, applicationId: hiring.applicationId, jobId: hiring.jobId, personId: hiring.candidateId, ...more }) as const;
  const move = () =>
    append(app, rita, {
      type: 'application.moved',
      subject: subject('application', hiring.applicationId),
      payload: { move: 'advance', reasonCode: 'SECRET-CODE', roundKey: 'r1' },
      reason: 'SECRET-WORDS',
    });
  const submit = () =>
    append(app, rita, {
      type: 'scorecard.submitted',
      subject: subject('scorecard', scorecardId, { scorecardId }),
      payload: { roundKey: 'r1', revision: 1, contentHash: 'SECRET-HASH', exposed: false, counts: true },
    });
  const create = async (eventTypes: readonly string[] = ['application.moved'], url = receiver.url) => {
    const { body } = await app.as(ada).post('/webhooks', { url, eventTypes }).expect(201);
    return body as { id: string; secret: string };
  };
  const signatures = (call: Call) => String(call.headers['webhook-signature']).split(' ');
  const signed = (call: Call, secret: string) =>
    new Webhook(secret).sign(String(call.headers['webhook-id']), new Date(Number(call.headers['webhook-timestamp']) * 1000), call.body);
  const deliveries = async (id: string, query = '') => (await app.as(ada).get(`/webhooks/${id}/deliveries${query}`).expect(200)).body.items;

  it('tells a subscriber of an event with ids alone, signed so that the published library accepts it', async () => {
    const { id, secret } = await create();
    // The library refuses timestamps far from its own clock.
    const at = new Date();
    app.clock.set(at);
    await move();
    await submit();
    await work();
    app.clock.set(START);
    expect(receiver.calls).toHaveLength(1);
    const [call] = receiver.calls;
    expect(new Webhook(secret).verify(call!.body, call!.headers as Record<string, string>)).toEqual({
      type: 'application.moved',
      timestamp: at.toISOString(),
      data: {
        eventId: expect.any(String),
        subjectKind: 'application',
        subjectId: hiring.applicationId,
        applicationId: hiring.applicationId,
        jobId: hiring.jobId,
        candidateId: hiring.candidateId,
      },
    });
    const [delivery] = await deliveries(id);
    expect(delivery).toMatchObject({
      webhookId: call!.headers['webhook-id'],
      eventType: 'application.moved',
      status: 'delivered',
      body: call!.body,
      attempts: [{ number: 1, statusCode: 204, error: null }],
    });
  });

  it('tells of a submitted scorecard nothing but which, and of every public step nothing that was said in it', async () => {
    await create(WEBHOOK_EVENTS);
    await submit();
    await move();
    const shown = { inputHash: 'SECRET', engine: 1, outcome: 'SECRET', deciding: 0.5 };
    const debrief = subject('debrief', hiring.debriefId);
    await append(app, rita, {
      type: 'ballot.revealed',
      subject: debrief,
      payload: { ballotId: randomUUID(), kind: 'first', result: 'SECRET', votes: [], absent: [] },
    });
    await append(app, rita, {
      type: 'decision.recorded',
      subject: debrief,
      payload: {
        decisionId: randomUUID(),
        roundNumber: 1,
        decider: 'SECRET',
        outcome: 'SECRET',
        departs: true,
        rationale: 'SECRET',
        explanation: 'SECRET',
        level: 'SECRET',
        conditions: 'SECRET',
        overrodeChallenges: [],
        shown,
      },
    });
    await append(app, rita, { type: 'ballot.voted', subject: debrief, payload: { ballotId: randomUUID(), kind: 'first', commitment: 'SECRET' } });
    await work();
    expect(receiver.calls.map((call) => JSON.parse(call.body).type).sort()).toEqual([
      'application.moved',
      'ballot.revealed',
      'decision.recorded',
      'scorecard.submitted',
    ]);
    const told = JSON.parse(receiver.calls.find((call) => call.body.includes('scorecard.submitted'))!.body);
    expect(Object.keys(told)).toEqual(['type', 'timestamp', 'data']);
    expect(Object.keys(told.data).sort()).toEqual(['applicationId', 'candidateId', 'eventId', 'jobId', 'scorecardId', 'subjectId', 'subjectKind']);
    expect(JSON.stringify(receiver.calls)).not.toContain('SECRET');
  });

  it('shows its secret once, and signs with old and new while one replaces the other', async () => {
    const { id, secret } = await create();
    for (const answer of [await app.as(ada).get('/webhooks').expect(200), await app.as(ada).get(`/webhooks/${id}`).expect(200)])
      expect(answer.text).not.toContain('whsec_');
    const { body: rotated } = await app.as(ada).post(`/webhooks/${id}/rotate-secret`, { overlapHours: 2 }).expect(201);
    expect(rotated.oldSecretsEndAt).toBe(new Date(START.getTime() + 2 * HOUR).toISOString());
    await move();
    await work();
    expect(signatures(receiver.calls[0]!)).toHaveLength(2);
    expect(new Set(signatures(receiver.calls[0]!))).toEqual(
      new Set([signed(receiver.calls[0]!, rotated.secret), signed(receiver.calls[0]!, secret)]),
    );
    app.clock.advance(2 * HOUR);
    await move();
    await work();
    expect(signatures(receiver.calls[1]!)).toEqual([signed(receiver.calls[1]!, rotated.secret)]);
    expect((await app.as(ada).get(`/webhooks/${id}`).expect(200)).body.secrets).toBe(1);
  });

  it('tries again with the same id and body until it is taken, and logs each attempt', async () => {
    const { id } = await create();
    receiver.reply = () => ({ status: 503 });
    await move();
    await work();
    receiver.reply = () => ({ status: 429, headers: { 'retry-after': '600' } });
    app.clock.advance(6_100);
    await work();
    app.clock.advance(599_000);
    await work();
    expect(receiver.calls).toHaveLength(2);
    receiver.reply = () => ({ status: 200 });
    app.clock.advance(1_000);
    await work();
    expect(new Set(receiver.calls.map((call) => call.headers['webhook-id'])).size).toBe(1);
    expect(new Set(receiver.calls.map((call) => call.body)).size).toBe(1);
    expect(new Set(receiver.calls.map((call) => call.headers['webhook-timestamp'])).size).toBe(3);
    const [delivery] = await deliveries(id);
    expect(delivery.attempts.map((attempt: { statusCode: number }) => attempt.statusCode)).toEqual([503, 429, 200]);
    expect(delivery.status).toBe('delivered');
  });

  it('follows no redirect', async () => {
    const { id } = await create();
    receiver.reply = (call) => (call.path === '/hook' ? { status: 302, headers: { location: '/elsewhere' } } : { status: 200 });
    await move();
    await work();
    expect(receiver.calls.map((call) => call.path)).toEqual(['/hook']);
    expect((await deliveries(id))[0]).toMatchObject({ status: 'waiting', attempts: [{ statusCode: 302, error: 'The receiver answered 302.' }] });
  });

  it('is disabled after failing throughout, tells the admins, and sends what was missed when it works again', async () => {
    const { id } = await create();
    receiver.reply = () => ({ status: 500 });
    await move();
    for (let attempt = 1; attempt <= 10; attempt++) {
      await work();
      app.clock.advance(30 * HOUR);
    }
    await work();
    expect(receiver.calls).toHaveLength(10);
    const stopped = await app.as(ada).get(`/webhooks/${id}`).expect(200);
    expect(stopped.body).toMatchObject({
      status: 'disabled',
      disabledBecause: 'failed_repeatedly',
      abilities: { enable: true, disable: false, redeliver: false },
    });
    expect((await app.as(ada).get('/me/notifications').expect(200)).body.items[0]).toMatchObject({ kind: 'webhook.disabled', path: '/webhooks' });
    expect(await app.rows(`select 1 from outbox_jobs where status = 'dead'`)).toEqual([]);
    await move();
    await work();
    expect(await app.rows(`select 1 from event_routes where kind = 'webhooks.fan_out'`)).toEqual([]);

    const [failed] = await deliveries(id, '?status=failed');
    await app.as(ada).post(`/webhooks/${id}/deliveries/${failed.id}/redeliver`).expect(409);
    receiver.reply = () => ({ status: 204 });
    await app.as(ada).post(`/webhooks/${id}/enable`).expect(200);
    await app.as(ada).post(`/webhooks/${id}/redeliver-failed`).expect(202);
    await work();
    expect(receiver.calls).toHaveLength(11);
    expect(receiver.calls[10]!.headers['webhook-id']).toBe(receiver.calls[0]!.headers['webhook-id']);
    await app.as(ada).post(`/webhooks/${id}/deliveries/${failed.id}/redeliver`).expect(202);
    await app.as(ada).post(`/webhooks/${id}/deliveries/${failed.id}/redeliver`).expect(409);
    await work();
    expect((await deliveries(id))[0]).toMatchObject({ status: 'delivered' });
    expect(receiver.calls).toHaveLength(12);
  });

  it('is disabled at once by a receiver that says it is gone, and sends nothing while disabled', async () => {
    const { id } = await create();
    receiver.reply = () => ({ status: 410 });
    await move();
    await move();
    await work();
    expect(receiver.calls).toHaveLength(1);
    expect((await app.as(ada).get(`/webhooks/${id}`).expect(200)).body).toMatchObject({ status: 'disabled', disabledBecause: 'gone' });
    expect((await deliveries(id)).map((delivery: { status: string }) => delivery.status)).toEqual(['failed', 'failed']);
  });

  it('keeps from its log what an admin may not see: that a card came in, and when', async () => {
    const { id } = await create(['scorecard.submitted', 'application.moved']);
    await submit();
    await move();
    await work();
    expect(receiver.calls).toHaveLength(2);
    expect((await deliveries(id)).map((delivery: { eventType: string }) => delivery.eventType)).toEqual(['application.moved']);
    const [hidden] = await app.rows<{ id: string }>(
      `select d.id from webhook_deliveries d join events e on e.id = d.event_id where e.type = 'scorecard.submitted' and d.endpoint_id = $1`,
      [id],
    );
    await app.as(ada).post(`/webhooks/${id}/deliveries/${hidden!.id}/redeliver`).expect(404);
    await app.rows(`insert into conflicts (id, user_id, person_id, source, recorded_at) values ($1, $2, $3, 'declared', $4)`, [
      randomUUID(),
      ada.id,
      hiring.candidateId,
      START,
    ]);
    expect(await deliveries(id)).toEqual([]);
    await app.rows('delete from conflicts');
  });

  it('is changed under a version, listed in pages, removed for good, and open to admins only', async () => {
    const { id } = await create();
    await create();
    const page = await app.as(ada).get('/webhooks?limit=1').expect(200);
    const rest = await app.as(ada).get(`/webhooks?limit=1&cursor=${page.body.nextCursor}`).expect(200);
    expect([...page.body.items, ...rest.body.items].map((item) => item.id)).toContain(id);
    const body = { url: receiver.url, description: 'Data platform', eventTypes: ['scorecard.submitted'] };
    const changed = await app.as(ada).put(`/webhooks/${id}`, body, 1).expect(200);
    expect(changed.body).toMatchObject({ description: 'Data platform', eventTypes: ['scorecard.submitted'], version: 2 });
    await app.as(ada).put(`/webhooks/${id}`, body, 1).expect(409);
    await app.as(ada).delete(`/webhooks/${id}`).expect(204);
    await app.as(ada).get(`/webhooks/${id}`).expect(404);
    for (const user of [rita, await app.user('Aud', 'auditor')]) {
      await app.as(user).get('/webhooks').expect(403);
      await app.as(user).post('/webhooks', body).expect(403);
    }
    expect((await app.as(ada).get('/webhooks/event-types').expect(200)).body.eventTypes).toContain('scorecard.submitted');
    const wrong = await app
      .as(ada)
      .post('/webhooks', { url: 'ftp://x', eventTypes: ['no.such'] })
      .expect(422);
    expect(wrong.body.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual(['/eventTypes']);
    expect(
      (
        await app
          .as(ada)
          .post('/webhooks', { url: 'ftp://x', eventTypes: ['scorecard.submitted'] })
          .expect(422)
      ).body.errors[0].pointer,
    ).toBe('/url');
  });

  it('is delivered once when two processes take the work', async () => {
    await create();
    for (let index = 0; index < 30; index++) await move();
    await Promise.all([work(), work(), work()]);
    expect(receiver.calls).toHaveLength(30);
    expect(new Set(receiver.calls.map((call) => call.headers['webhook-id'])).size).toBe(30);
  });
});

describe('webhooks where private addresses are not allowed', () => {
  let receiver: Receiver;
  let app: TestApp;
  let ada: TestUser;
  beforeAll(async () => {
    receiver = await Receiver.open();
    app = await TestApp.start();
    ada = await app.user('Ada', 'admin');
  });
  afterAll(async () => {
    await app.stop();
    await receiver.close();
  });

  it.each([
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[fe80::1]/',
    'https://[fd00::1]/',
    'https://10.1.2.3/',
    'https://172.16.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
    'https://[64:ff9b::a00:1]/',
    'https://localhost/',
    'https://api.localhost./',
    'http://example.com/',
    'https://user:pass@example.com/',
    'javascript:alert(1)',
  ])('refuses %s', async (url) => {
    const answer = await app
      .as(ada)
      .post('/webhooks', { url, eventTypes: ['job.created'] })
      .expect(422);
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/url' })]);
  });

  it('looks again at every delivery where a name leads', async () => {
    const { body } = await app
      .as(ada)
      .post('/webhooks', { url: 'https://hooks.example.com/x', eventTypes: ['job.created'] })
      .expect(201);
    // What the name said when it was subscribed is not what it says now.
    const port = new URL(receiver.url).port;
    const tell = async (url: string) => {
      await app.rows('update webhook_endpoints set url = $1', [url]);
      const id = randomUUID();
      await append(app, ada, {
        type: 'job.created',
        subject: { kind: 'job', id, jobId: id },
        payload: { title: 'x', templateKey: null, rubricVersionId: null, planId: null, seats: [] },
      });
      await app.app.get(BackgroundWorker).runDue();
    };
    await tell(`http://localhost:${port}/hook`);
    await tell(`http://127.0.0.1:${port}/hook`);
    expect(receiver.calls).toEqual([]);
    const { items } = (await app.as(ada).get(`/webhooks/${body.id}/deliveries`).expect(200)).body;
    expect(items).toHaveLength(2);
    for (const item of items)
      expect(item.attempts).toEqual([expect.objectContaining({ statusCode: null, error: expect.stringMatching(/leads to a private address/) })]);
  });
});
