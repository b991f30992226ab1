import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createApp } from '../../src/app.js';
import { EventFeed } from '../../src/live/event-feed.service.js';
import { LiveStreams } from '../../src/live/live-streams.service.js';
import { readConfig } from '../../src/platform/config.js';
import { DebriefRoom, type Room } from '../support/debrief-room.js';
import { TestApp, type TestUser } from '../support/test-app.js';
import { Listening } from './live-listening.js';

const MINUTE = 60_000;

describe('live', () => {
  let app: TestApp;
  let second: NestFastifyApplication;
  let rooms: DebriefRoom;
  let [here, there] = ['', ''];
  const open: Listening[] = [];
  beforeAll(async () => {
    app = await TestApp.start();
    rooms = new DebriefRoom(app);
    const settings = {
      DATABASE_URL: app.databaseUrl,
      LOG_LEVEL: 'silent',
      DATABASE_POOL: '5',
      RATE_LIMIT_PER_MINUTE: '1000000',
      SESSION_IDLE_MINUTES: '43200',
      SESSION_ROTATE_MINUTES: '129600',
    };
    second = await createApp(readConfig(settings), app.clock);
    await app.app.listen(0, '127.0.0.1');
    await second.listen(0, '127.0.0.1');
    [here, there] = [await app.app.getUrl(), await second.getUrl()];
  });
  afterEach(async () => {
    for (const one of open.splice(0)) one.close();
    await until(() => [app.app, second].every((server) => server.get(LiveStreams).size === 0));
  });
  afterAll(async () => {
    await second.close();
    await app.stop();
  });

  async function listen(user: TestUser, room: Room, { at = here, lastId }: { at?: string; lastId?: string } = {}): Promise<Listening> {
    const one = await Listening.open(at, user, room.debriefId, lastId);
    open.push(one);
    if (one.status === 200) await one.opened();
    return one;
  }
  const talking = async (
    levels: readonly [number, number][] = [
      [1, 3],
      [4, 3],
    ],
  ) => {
    const room = await rooms.build({ levels, settings: { firstBallot: false } });
    await app.as(room.facilitator).post(`/debriefs/${room.debriefId}/discussion`).expect(200);
    app.clock.advance(MINUTE);
    return room;
  };
  const turnTo = (room: Room, item: string | null) =>
    app.as(room.facilitator).put(`/debriefs/${room.debriefId}/agenda/current`, { item }).expect(200);
  /** What was committed before has been announced once the listening connection answers, and told once a sign of life came after it. */
  const settled = async (server: NestFastifyApplication, one: Listening) => {
    await server.get(EventFeed).check();
    for (const before = one.beats; one.beats === before; await new Promise(setImmediate)) await server.get(LiveStreams).beat();
  };

  it('lets a room on two servers follow the facilitator, and says only what to read again', async () => {
    const room = await talking();
    const [near, far] = [await listen(room.manager, room), await listen(room.interviewers[0]!, room, { at: there })];
    expect(near.answer.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    expect(near.answer.headers['x-request-id']).toBeDefined();
    await turnTo(room, 'criterion:impact');
    await Promise.all([near.told('agenda'), far.told('agenda')]);
    expect(far.changes).toEqual([{ id: expect.any(String), event: 'change', topics: ['agenda'] }]);
    expect(near.changes).toEqual(far.changes);
  });

  it('tells nobody of another debrief', async () => {
    const [room, other] = [await talking(), await talking()];
    const [mine, theirs] = [await listen(room.manager, room), await listen(other.manager, other)];
    await turnTo(room, 'criterion:impact');
    await mine.told('agenda');
    await settled(app.app, theirs);
    expect(theirs.changes).toEqual([]);
  });

  it('goes on where a lost connection stopped, on the other server, once', async () => {
    const room = await talking();
    const before = await listen(room.manager, room);
    await turnTo(room, 'criterion:impact');
    await before.told('agenda');
    const lastId = before.lastId;
    before.close();
    app.clock.advance(MINUTE);
    await app.as(room.facilitator).post(`/debriefs/${room.debriefId}/ballots`, { kind: 'second' }).expect(201);
    await turnTo(room, null);
    const after = await listen(room.manager, room, { at: there, lastId });
    await after.told('ballots');
    expect(after.changes).toEqual([{ id: expect.any(String), event: 'change', topics: ['debrief', 'ballots', 'agenda'] }]);
    expect(after.lastId).not.toBe(lastId);
    const again = await listen(room.manager, room, { lastId: after.lastId });
    await settled(app.app, again);
    expect(again.topics).not.toContain('decision');
  });

  it('misses nothing that was begun before and committed after', async () => {
    const room = await talking();
    const [listening, leaving] = [await listen(room.manager, room), await listen(room.manager, room, { at: there })];
    const slow = new pg.Client({ connectionString: app.databaseUrl });
    await slow.connect();
    await slow.query('begin');
    await slow.query(
      `insert into events (at, type, actor, subject_kind, subject_id, application_id, content_hash) values ($1, 'decision.dissented', '{}', 'debrief', $2, $3, '')`,
      [app.clock.now(), room.debriefId, room.applicationId],
    );
    // Numbered later, committed earlier.
    await turnTo(room, 'criterion:impact');
    await Promise.all([listening.told('agenda'), leaving.told('agenda')]);
    leaving.close();
    await slow.query('commit');
    await slow.end();
    await listening.told('decision');
    const back = await listen(room.manager, room, { at: there, lastId: leaving.lastId });
    await back.told('decision');
  });

  it('names a place to go on from before anything has happened, and tells all where the place is not known', async () => {
    const room = await talking();
    const fresh = await listen(room.manager, room);
    expect(fresh.heard).toEqual([{ id: expect.stringMatching(/^[0-9a-f-]{36}$/), event: 'open', topics: [] }]);
    for (const lastId of [randomUUID(), 'nonsense', '7']) {
      const lost = await listen(room.manager, room, { lastId });
      await lost.told('decision');
      expect(lost.topics).toEqual(['agenda', 'ballots', 'cards', 'challenges', 'debrief', 'decision', 'recommendation']);
    }
    // A place in another room's record is no place in this one.
    const other = await talking();
    const stray = await listen(other.manager, other, { lastId: fresh.lastId });
    await stray.told('decision');
  });

  it('says nothing of a vote until all are in', async () => {
    const room = await rooms.build({
      levels: [
        [1, 3],
        [4, 3],
      ],
    });
    const watching = await listen(room.facilitator, room, { at: there });
    await app.as(room.facilitator).post(`/debriefs/${room.debriefId}/ballots`, { kind: 'first' }).expect(201);
    await Promise.all([watching.told('ballots'), watching.told('agenda')]);
    const opened = watching.changes.length;
    const lastId = watching.lastId;
    const voters = [...room.interviewers, room.manager];
    for (const voter of voters.slice(1)) await app.as(voter).put(`/debriefs/${room.debriefId}/ballots/first/vote`, { choice: 'hire' }).expect(200);
    await settled(second, watching);
    expect(watching.changes).toHaveLength(opened);
    const resumed = await listen(room.facilitator, room, { lastId });
    await settled(app.app, resumed);
    const votes = await app.rows<{ ref: string }>(`select ref from events where type = 'ballot.voted' and application_id = $1`, [room.applicationId]);
    expect(votes).toHaveLength(voters.length - 1);
    expect(votes.map(({ ref }) => ref)).not.toContain(resumed.lastId);
    // A vote's own ref is no place to go on from: it would show that there was one.
    const probing = await listen(room.facilitator, room, { lastId: votes[0]!.ref });
    await probing.told('decision');
    await app.as(voters[0]!).put(`/debriefs/${room.debriefId}/ballots/first/vote`, { choice: 'no_hire' }).expect(200);
    await watching.until(() => watching.changes.length > opened);
    expect(watching.changes.at(-1)?.topics).toEqual(expect.arrayContaining(['ballots']));
  });

  it('is refused to whoever is blinded, and absent for whoever may not know', async () => {
    const room = await rooms.build({ levels: [[1, 3], null] });
    const blinded = await listen(room.interviewers[1]!, room);
    expect(blinded.status).toBe(403);
    expect((await listen(await app.user('Stranger'), room)).status).toBe(404);
    expect(await app.rows(`select 1 from events where type = 'debrief.reading_refused' and actor_id = $1`, [room.interviewers[1]!.id])).toHaveLength(
      1,
    );
    await app.as(null).get(`/debriefs/${room.debriefId}/events`).expect(401);
    await app.as(room.manager).get('/debriefs/7/events').expect(422);
  });

  describe('when a sight is lost in the middle', () => {
    const losses: readonly [string, (room: Room, user: TestUser) => Promise<unknown>][] = [
      [
        'by a conflict of interest',
        (room, user) =>
          app.rows(`insert into conflicts (id, user_id, person_id, source, recorded_at) values ($1, $2, $3, 'declared', $4)`, [
            randomUUID(),
            user.id,
            room.personId,
            app.clock.now(),
          ]),
      ],
      ['by the seat ending', (_room, user) => app.rows(`update seats set ended_at = $2 where user_id = $1`, [user.id, app.clock.now()])],
      ['by a card that comes to be owed', (room, user) => rooms.card(room, user, null)],
      ['by deactivation', (_room, user) => app.rows(`update users set status = 'deactivated' where id = $1`, [user.id])],
      [
        'by the session being revoked',
        (_room, user) => app.rows(`update sessions set revoked_at = $2 where user_id = $1`, [user.id, app.clock.now()]),
      ],
    ];
    it.each(losses)('ends the stream without another word (%s)', async (_how, lose) => {
      const room = await talking();
      const [losing, keeping] = [await listen(room.manager, room, { at: there }), await listen(room.facilitator, room, { at: there })];
      await turnTo(room, 'criterion:impact');
      await Promise.all([losing.told('agenda'), keeping.told('agenda')]);
      const before = losing.heard.length;
      await lose(room, room.manager);
      await turnTo(room, null);
      await Promise.all([losing.until(() => losing.ended), keeping.until(() => keeping.changes.length === 2)]);
      expect(losing.heard).toHaveLength(before);
      expect([401, 403, 404]).toContain((await listen(room.manager, room, { lastId: losing.lastId })).status);
    });

    it('finds it out without an event, at the next sign of life', async () => {
      const room = await talking();
      const losing = await listen(room.manager, room);
      await app.rows(`update seats set ended_at = $2 where user_id = $1`, [room.manager.id, app.clock.now()]);
      await app.app.get(LiveStreams).beat();
      await losing.until(() => losing.ended);
      expect(losing.beats).toBe(0);
      expect(losing.changes).toEqual([]);
    });
  });

  it('catches up after the database closed the listening connection', async () => {
    const room = await talking();
    const following = await listen(room.manager, room);
    const kill = `select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'plumbline-live' and datname = current_database()`;
    const owner = new pg.Client({ connectionString: process.env['PLUMBLINE_TEST_SERVER']!.replace(/\/[^/]*$/, new URL(app.databaseUrl).pathname) });
    await owner.connect();
    await owner.query(kill);
    await owner.end();
    await turnTo(room, 'criterion:impact');
    await following.told('agenda');
    await app.app.get(EventFeed).ensure();
    await turnTo(room, null);
    await following.until(() => following.changes.length >= 2);
  });

  it('survives words on its channel that are no event', async () => {
    const room = await talking();
    const following = await listen(room.manager, room);
    for (const words of ['', 'nonsense', 'null', '7', '{"applicationId":1}']) await app.rows(`select pg_notify('plumbline_events', $1)`, [words]);
    await turnTo(room, 'criterion:impact');
    await following.told('agenda');
  });

  it('limits the streams of one person, and gives the place back', async () => {
    const room = await talking();
    const streams: Listening[] = [];
    for (let count = 0; count < 12; count++) streams.push(await listen(room.manager, room));
    const refused = await listen(room.manager, room);
    expect(refused.status).toBe(429);
    expect(refused.answer.headers['retry-after']).toBe('10');
    const size = app.app.get(LiveStreams).size;
    streams[0]!.close();
    await until(() => app.app.get(LiveStreams).size < size);
    expect((await listen(room.manager, room)).status).toBe(200);
  });

  it('answers HEAD with the head alone', async () => {
    const room = await talking();
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = request(`${here}/api/v1/debriefs/${room.debriefId}/events`, {
        method: 'HEAD',
        headers: { cookie: `plumbline=${room.manager.secret}` },
        agent: false,
      });
      sent.on('response', (answer) => answer.on('end', () => resolve(answer.statusCode)).resume()).on('error', reject);
      sent.end();
    });
    expect(status).toBe(200);
  });

  it('lets go of a client that stops reading, and keeps no more than what is stale for it', async () => {
    const room = await talking();
    const following = await listen(room.manager, room);
    following.answer.pause();
    following.answer.socket.pause();
    const streams = app.app.get(LiveStreams);
    const size = streams.size;
    // Far more than every buffer on the way holds.
    const filler = `: ${'x'.repeat(1 << 20)}\n\n`;
    for (const stream of streamsOf(streams)) for (let count = 0; count < 16; count++) stream.write(filler);
    await streams.beat();
    await streams.beat();
    await streams.beat();
    expect(streams.size).toBe(size - 1);
  });

  it('ends every stream when its server stops, so that it can stop, and takes no new one', async () => {
    const room = await talking();
    const third = await createApp(
      readConfig({
        DATABASE_URL: app.databaseUrl,
        LOG_LEVEL: 'silent',
        DATABASE_POOL: '3',
        RATE_LIMIT_PER_MINUTE: '1000000',
        SESSION_IDLE_MINUTES: '43200',
        SESSION_ROTATE_MINUTES: '129600',
      }),
      app.clock,
    );
    await third.listen(0, '127.0.0.1');
    const address = await third.getUrl();
    const following = await listen(room.manager, room, { at: address });
    await third.close();
    await following.until(() => following.ended);
    await expect(Listening.open(address, room.manager, room.debriefId)).rejects.toThrow();
    const resumed = await listen(room.manager, room, { lastId: following.lastId });
    expect(resumed.status).toBe(200);
  });
});

function until(is: () => boolean): Promise<void> {
  return new Promise((done) => {
    const look = () => (is() ? done() : setImmediate(look));
    look();
  });
}

/** The raw side of every open stream, to fill it up. */
function streamsOf(streams: LiveStreams): { write(text: string): void }[] {
  return [...(Reflect.get(streams, 'following') as Set<{ stream: { write(text: string): void } }>)].map(({ stream }) => stream);
}
