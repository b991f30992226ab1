import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createApp } from '../../src/app.js';
import { Audit } from '../../src/audit/audit.service.js';
import { systemActor } from '../../src/domain/actor.js';
import { BackgroundWorker } from '../../src/outbox/background-worker.service.js';
import { JobHandlers, PermanentFailure, RetryLater } from '../../src/outbox/job-handlers.js';
import { jobKind } from '../../src/outbox/job-kind.js';
import { JobRunner } from '../../src/outbox/job-runner.service.js';
import { Outbox } from '../../src/outbox/outbox.service.js';
import { PeriodicJobs } from '../../src/outbox/periodic-jobs.service.js';
import { readConfig } from '../../src/platform/config.js';
import { sql } from '../../src/platform/statement.js';
import { TestApp, type TestUser } from '../support/test-app.js';

const NOTE = jobKind('test.note', 'text');
const FAILING = jobKind('test.failing', 'text');
const ROUTED = jobKind('test.routed', 'eventId');
const TURN = jobKind('test.turn');
const WRITE = sql`insert into effects (text, by) values ($1, $2)`;

describe('background work', () => {
  let app: TestApp;
  let second: NestFastifyApplication;
  let admin: TestUser;
  let failure: Error | undefined;

  beforeAll(async () => {
    app = await TestApp.start();
    admin = await app.user('Ada', 'admin');
    const owner = new pg.Client({ connectionString: app.ownerUrl });
    await owner.connect();
    await owner.query('create table effects (text text, by text); grant all on effects to plumbline_test_app');
    await owner.end();
    second = await createApp(readConfig({ DATABASE_URL: app.databaseUrl, LOG_LEVEL: 'silent', BACKGROUND_WORK: 'false' }), app.clock);
    await second.init();
    for (const [name, one] of [
      ['first', app.app],
      ['second', second],
    ] as const) {
      const handlers = one.get(JobHandlers);
      handlers.inDatabase(NOTE, async (tx, job) => void (await tx.query(WRITE, [job.payload.text, name])));
      handlers.inDatabase(
        FAILING,
        async (tx, job) => {
          await tx.query(WRITE, [job.payload.text, name]);
          if (failure) throw failure;
        },
        { attempts: 3 },
      );
      handlers.inDatabase(ROUTED, async (tx, job) => void (await tx.query(WRITE, [`event ${job.payload.eventId}`, name])));
      handlers.inDatabase(TURN, async (tx) => void (await tx.query(WRITE, ['turn', name])));
    }
    await app.app.get(Outbox).onEvents(['rubric.created'], ROUTED);
  });
  afterAll(async () => {
    await second.close();
    await app.stop();
  });
  afterEach(async () => {
    failure = undefined;
    await app.rows('delete from effects');
    await app.rows('delete from outbox_jobs');
  });

  const enqueue = (text: string, kind: typeof NOTE | typeof FAILING = NOTE, options = {}) =>
    app.database.transaction((tx) => app.app.get(Outbox).enqueue(tx, kind, { text }, options));
  /** Without what comes round by itself: other rooms have jobs of their own. */
  const runDue = async (on: NestFastifyApplication = app.app) => {
    const runner = on.get(JobRunner);
    await runner.reclaim();
    for (let count = 0; ; count++) {
      const [job] = await runner.take(1);
      if (!job) return count;
      await runner.run(job);
    }
  };
  const effects = async () => (await app.rows<{ text: string }>('select text from effects order by text')).map((row) => row.text);

  it('is asked for in the transaction of the change: with it or not at all', async () => {
    const outbox = app.app.get(Outbox);
    await expect(
      app.database.transaction(async (tx) => {
        await outbox.enqueue(tx, NOTE, { text: 'never' });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await enqueue('once');
    expect(await runDue()).toBe(1);
    expect(await effects()).toEqual(['once']);
    expect(await app.rows('select 1 from outbox_jobs')).toEqual([]);
  });

  it('waits for its time, and one with a key waits only once', async () => {
    const later = new Date(app.clock.now().getTime() + 3_600_000);
    expect(await enqueue('later', NOTE, { runAt: later, key: 'k' })).toEqual(expect.any(String));
    expect(await enqueue('again', NOTE, { key: 'k' })).toBeUndefined();
    expect(await runDue()).toBe(0);
    app.clock.set(later);
    expect(await runDue()).toBe(1);
    expect(await enqueue('afterwards', NOTE, { key: 'k' })).toEqual(expect.any(String));
    await runDue();
    expect(await effects()).toEqual(['afterwards', 'later']);
  });

  it('keeps nothing of a failed attempt, waits longer each time, and shows what it gave up to an admin', async () => {
    failure = new Error('the table is on fire');
    await enqueue('burnt', FAILING);
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 3; attempt++) {
      expect(await runDue()).toBe(1);
      const [row] = await app.rows<{ run_at: Date; status: string }>('select run_at, status from outbox_jobs');
      if (row!.status === 'waiting') waits.push(row!.run_at.getTime() - app.clock.now().getTime());
      app.clock.advance(3_600_000);
    }
    expect(await effects()).toEqual([]);
    expect(waits[0]).toBeGreaterThanOrEqual(10_000);
    expect(waits[1]).toBeGreaterThanOrEqual(40_000);
    expect(waits[1]).toBeLessThanOrEqual(48_000);

    const list = await app.as(admin).get('/background-work/dead-letters').expect(200);
    expect(list.body.items).toEqual([
      expect.objectContaining({ kind: 'test.failing', attempts: 3, error: 'the table is on fire', abilities: { retry: true, discard: true } }),
    ]);
    const overview = await app.as(admin).get('/background-work').expect(200);
    expect(overview.body.kinds).toEqual([{ kind: 'test.failing', due: 0, later: 0, running: 0, dead: 1 }]);

    failure = undefined;
    await app.as(admin).post(`/background-work/dead-letters/${list.body.items[0].id}/retry`).expect(204);
    expect(await runDue()).toBe(1);
    expect(await effects()).toEqual(['burnt']);
    await app.as(admin).post(`/background-work/dead-letters/${list.body.items[0].id}/retry`).expect(404);
    expect(await app.rows(`select 1 from events where type = 'background_job.retried'`)).toHaveLength(1);
  });

  it('gives up at once what cannot succeed, comes back when told to, and lets an admin discard with a reason', async () => {
    failure = new PermanentFailure('no such mailbox');
    await enqueue('lost', FAILING);
    await runDue();
    const { body } = await app.as(admin).get('/background-work/dead-letters').expect(200);
    await app.as(admin).post(`/background-work/dead-letters/${body.items[0].id}/discard`, {}).expect(422);
    await app.as(admin).post(`/background-work/dead-letters/${body.items[0].id}/discard`, { reason: 'They left' }).expect(204);
    expect(await app.rows('select 1 from outbox_jobs')).toEqual([]);
    failure = new RetryLater('busy', 120_000);
    await enqueue('busy', FAILING);
    await runDue();
    const [row] = await app.rows<{ run_at: Date }>('select run_at from outbox_jobs');
    expect(row!.run_at.getTime() - app.clock.now().getTime()).toBe(120_000);
  });

  it('is for admins only', async () => {
    for (const user of [await app.user('Max'), await app.user('Audit', 'auditor')]) {
      await app.as(user).get('/background-work').expect(403);
      await app.as(user).get('/background-work/dead-letters').expect(403);
      await app.as(user).post(`/background-work/dead-letters/${randomUUID()}/retry`).expect(403);
    }
    await app.as(admin).post(`/background-work/dead-letters/${randomUUID()}/discard`, { reason: 'x' }).expect(404);
    await app.as(admin).get('/background-work/dead-letters?cursor=nonsense').expect(422);
  });

  it('is shared by two processes, each job done once', async () => {
    const texts = Array.from({ length: 120 }, (_, index) => String(index).padStart(3, '0'));
    for (const text of texts) await enqueue(text);
    await Promise.all([runDue(), runDue(second), runDue(), runDue(second)]);
    expect(await effects()).toEqual(texts);
  });

  it('is taken over from a process that ended, and what that one does late is rolled back', async () => {
    await enqueue('late');
    const dead = second.get(JobRunner);
    const [taken] = await dead.take(1);
    expect(await runDue()).toBe(0);
    await app.rows(`update outbox_jobs set lease_until = clock_timestamp() - interval '1 second'`);
    expect(await runDue()).toBe(1);
    await dead.run(taken!);
    expect(await app.rows('select text, by from effects')).toEqual([{ text: 'late', by: 'first' }]);
  });

  it('keeps its lease while its process lives', async () => {
    await enqueue('slow');
    const living = second.get(JobRunner);
    const [taken] = await living.take(1);
    await app.rows(`update outbox_jobs set lease_until = clock_timestamp() - interval '1 second'`);
    await living.renewLeases();
    expect(await runDue()).toBe(0);
    await living.run(taken!);
    expect(await effects()).toEqual(['slow']);
  });

  it('gives up a job that ends its process every time', async () => {
    await enqueue('poison', FAILING);
    for (let attempt = 1; attempt <= 3; attempt++) {
      await second.get(JobRunner).take(1);
      await app.rows(`update outbox_jobs set lease_until = clock_timestamp() - interval '1 second'`);
      await app.app.get(JobRunner).reclaim();
    }
    await runDue();
    expect(await effects()).toEqual([]);
    expect(await app.rows(`select status, last_error from outbox_jobs`)).toEqual([
      { status: 'dead', last_error: 'The process that ran it ended, every time.' },
    ]);
  });

  it('comes round once in each turn, whichever process asks, and does not pile up', async () => {
    app.app.get(PeriodicJobs).register(TURN, 600_000);
    second.get(PeriodicJobs).register(TURN, 600_000);
    app.clock.set(new Date('2026-05-06T10:00:00Z'));
    await Promise.all([app.app.get(PeriodicJobs).enqueueDue(), second.get(PeriodicJobs).enqueueDue()]);
    await Promise.all([runDue(), runDue(second)]);
    expect(await effects()).toEqual(['turn']);
    app.clock.advance(300_000);
    await second.get(BackgroundWorker).runDue();
    expect(await effects()).toEqual(['turn']);
    app.clock.advance(300_000);
    await app.app.get(PeriodicJobs).enqueueDue();
    app.clock.advance(600_000);
    await runDue();
    expect(await effects()).toEqual(['turn', 'turn']);
  });

  it("hears every event of a routed type in the event's own transaction", async () => {
    const append = (type: 'rubric.created' | 'rubric.archived', fail: boolean) =>
      app.database.transaction(async (tx) => {
        const [audit, actor, subject] = [app.app.get(Audit), systemActor('system', randomUUID()), { kind: 'rubric', id: randomUUID() } as const];
        if (type === 'rubric.archived') await audit.append(tx, actor, app.clock.now(), { type, payload: {}, subject });
        else await audit.append(tx, actor, app.clock.now(), { type, payload: { name: 'x', versionId: randomUUID() }, subject });
        if (fail) throw new Error('rolled back');
      });
    await append('rubric.created', false);
    await append('rubric.archived', false);
    await expect(append('rubric.created', true)).rejects.toThrow();
    await runDue();
    const [event] = await app.rows<{ id: string }>(`select id from events where type = 'rubric.created'`);
    expect(await effects()).toEqual([`event ${event!.id}`]);
  });

  it('starts with the server and stops with it, finishing what it began', async () => {
    const third = await createApp(readConfig({ DATABASE_URL: app.databaseUrl, LOG_LEVEL: 'silent' }), app.clock);
    let started: () => void = () => undefined;
    const running = new Promise<void>((resolve) => (started = resolve));
    const SLOW = jobKind('test.slow', 'text');
    third.get(JobHandlers).outside(SLOW, async (job) => {
      started();
      await new Promise((resolve) => setTimeout(resolve, 200));
      return async (tx) => void (await tx.query(WRITE, [job.payload.text, 'third']));
    });
    await app.database.transaction((tx) => app.app.get(Outbox).enqueue(tx, SLOW, { text: 'to the end' }));
    await third.init();
    await running;
    await third.close();
    expect(await effects()).toEqual(['to the end']);
  });
});
