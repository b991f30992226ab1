import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import { buildPanel, type Panel } from '../support/builders.js';
import { TestApp, type TestUser } from '../support/test-app.js';

const HOUR = 3_600_000;

interface Shown {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly summary: string;
  readonly startsAt: string;
}

function eventsOf(text: string): Shown[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue('status')),
      summary: event.summary,
      startsAt: event.startDate.toJSDate().toISOString(),
    };
  });
}

describe('a calendar by its secret address', () => {
  let app: TestApp;
  let panel: Panel;
  let person: TestUser;
  beforeAll(async () => {
    app = await TestApp.start();
    panel = await buildPanel(app, { rounds: ['recruiter_screen'], interviewers: 1, candidateName: 'Núñez, Ana; the "2nd" 🧑‍💻' });
    person = panel.interviewers[0]!;
  });
  afterAll(() => app.stop());

  const issue = async (user: TestUser): Promise<string> =>
    new URL((await app.as(user).post('/me/calendar-feed').expect(201)).body.url as string).pathname;
  const read = (path: string) => app.as(null).get(path);

  it('is shown once, kept as a hash, and told apart by its end', async () => {
    expect((await app.as(person).get('/me/calendar-feed').expect(200)).body).toEqual({ feed: null, abilities: { issue: true, revoke: false } });
    const made = await app.as(person).post('/me/calendar-feed').set('idempotency-key', 'one').expect(201);
    const secret = /\/calendar\/([\w-]{43})\.ics$/.exec(made.body.url as string)?.[1] ?? '';
    expect(secret).toHaveLength(43);
    const [row] = await app.rows('select secret_hash, hint from calendar_feeds where user_id = $1', [person.id]);
    expect(row).toEqual({ secret_hash: createHash('sha256').update(secret).digest('base64url'), hint: secret.slice(-4) });
    const again = await app.as(person).post('/me/calendar-feed').set('idempotency-key', 'one').expect(201);
    expect(again.body).toEqual({ ...made.body, url: null });
    const shown = await app.as(person).get('/me/calendar-feed').expect(200);
    expect(shown.body).toMatchObject({ feed: { hint: secret.slice(-4), lastReadAt: null }, abilities: { issue: true, revoke: true } });
    expect(JSON.stringify(shown.body)).not.toContain(secret);
    const told = await app.rows(`select 1 from event_contents where content::text like '%' || $1 || '%'`, [secret]);
    expect(told).toEqual([]);
  });

  it('follows an interview from its time to its end: one UID, a growing SEQUENCE, cancelled at last', async () => {
    const path = await issue(person);
    const [interview] = panel.interviews;
    const feed = async () => eventsOf((await read(path).expect(200).expect('content-type', 'text/calendar; charset=utf-8')).text);
    const [first, ...others] = await feed();
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      uid: `${interview!.id}@plumbline`,
      status: 'CONFIRMED',
      summary: 'Interview: Núñez, Ana; the "2nd" 🧑‍💻 (Recruiter screen)',
      startsAt: new Date(app.clock.now().getTime() + HOUR).toISOString(),
    });
    const whole = await app.as(panel.recruiter).get(`/interviews/${interview!.id}`).expect(200);
    const time = { startsAt: '2026-03-09T10:00:00+08:00', endsAt: '2026-03-09T11:00:00+08:00', timeZone: 'Asia/Shanghai' };
    await app.as(panel.recruiter).put(`/interviews/${interview!.id}/time`, time, whole.body.version).expect(200);
    const [moved] = await feed();
    expect(moved).toMatchObject({ uid: first!.uid, startsAt: '2026-03-09T02:00:00.000Z' });
    const shadow = await app.user('Shadow');
    await app.as(panel.recruiter).post(`/interviews/${interview!.id}/panel`, { userId: shadow.id, training: 'shadow' }).expect(200);
    const [joined] = await feed();
    await app.as(panel.recruiter).post(`/interviews/${interview!.id}/cancel`, { reason: 'position filled' }).expect(200);
    const [cancelled] = await feed();
    expect([first, moved, joined, cancelled].map((one) => one!.sequence)).toEqual([0, 1, 2, 3].map((step) => first!.sequence + step));
    expect(cancelled).toMatchObject({ uid: first!.uid, status: 'CANCELLED' });
    const text = (await read(path).expect(200)).text;
    expect(text).not.toContain('position filled');
    expect(text).not.toMatch(/scorecard|verdict|VALARM/i);
    const file = await app.as(person).get(`/interviews/${interview!.id}/calendar.ics`).expect(200);
    expect(file.text).toContain('METHOD:CANCEL');
    expect(eventsOf(file.text)).toEqual([cancelled]);
  });

  it('answers unchanged what is unchanged', async () => {
    const path = await issue(person);
    const first = await read(path).expect(200);
    const tag = String(first.headers['etag']);
    expect((await read(path).set('if-none-match', tag).expect(304)).text).toBe('');
    expect(first.headers['cache-control']).toBe('private, no-cache');
    expect((await app.as(person).get('/me/calendar-feed').expect(200)).body.feed.lastReadAt).toBe(app.clock.now().toISOString());
  });

  it('ends with a new one, with its owner’s word, and with the account; nobody can tell an ended one from none', async () => {
    const never = `/calendar/${'x'.repeat(43)}.ics`;
    const none = await read(never).expect(404);
    const same = async (path: string) => {
      const gone = await read(path).expect(404);
      expect({ ...gone.body, requestId: '' }).toEqual({ ...none.body, requestId: '' });
    };
    const first = await issue(person);
    const second = await issue(person);
    await same(first);
    await read(second).expect(200);
    await app.as(person).delete('/me/calendar-feed').expect(204);
    await same(second);
    expect((await app.as(person).delete('/me/calendar-feed').expect(404)).body.code).toBe('not_found');
    await same('/calendar/short.ics');

    const leaver = await app.user('Leaver');
    const admin = await app.user('Ada', 'admin');
    const theirs = await issue(leaver);
    await read(theirs).expect(200);
    await app.as(admin).post(`/users/${leaver.id}/deactivate`, { reason: 'left' }).expect(200);
    await same(theirs);
    await app.as(admin).post(`/users/${leaver.id}/reactivate`, { reason: 'came back' }).expect(200);
    await same(theirs);
    const events = await app.rows<{ type: string }>(`select type from events where type like 'calendar_feed.%' and subject_id = $1 order by id`, [
      leaver.id,
    ]);
    expect(events.map((event) => event.type)).toEqual(['calendar_feed.issued']);
  });

  it('shows no candidate a conflict hides, and nobody else’s interviews', async () => {
    const one = await buildPanel(app, { rounds: ['recruiter_screen'], interviewers: 1, candidateName: 'Hidden Cousin' });
    const path = await issue(one.interviewers[0]!);
    expect(eventsOf((await read(path).expect(200)).text)).toHaveLength(1);
    expect((await read(await issue(one.recruiter)).expect(200)).text).not.toContain('VEVENT');
    await app
      .as(one.recruiter)
      .post(`/candidates/${one.candidate.id}/relations`, { userId: one.interviewers[0]!.id, source: 'relation', reason: 'cousin' })
      .expect(204);
    expect((await read(path).expect(200)).text).not.toMatch(/Hidden|VEVENT/);
    await app.as(one.interviewers[0]!).get(`/interviews/${one.interviews[0]!.id}/calendar.ics`).expect(404);
  });

  it('is not read more than sixty times an hour, and not made by an API token', async () => {
    const path = await issue(await app.user('Eager'));
    for (let reading = 0; reading < 60; reading++) await read(path).expect(200);
    const refused = await read(path).expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const token = await app
      .as(person)
      .post('/tokens', { name: 'script', scopes: ['write'] })
      .expect(201);
    await app.as(null).post('/me/calendar-feed').set('authorization', `Bearer ${token.body.secret}`).expect(403);
  });
});

describe('the file of one interview', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('is for its panel and for who plans it, once it has a time', async () => {
    const panel = await buildPanel(app, { rounds: ['recruiter_screen', 'technical_deep_dive'], interviewers: 2 });
    const [first, second] = panel.interviews;
    for (const user of [first!.interviewer, panel.recruiter, panel.hiringManager]) {
      const file = await app.as(user).get(`/interviews/${first!.id}/calendar.ics`).expect(200);
      expect(file.headers['content-disposition']).toBe('attachment; filename="interview.ics"');
      expect(eventsOf(file.text)).toMatchObject([{ uid: `${first!.id}@plumbline`, status: 'CONFIRMED' }]);
      expect(file.text).toContain('METHOD:PUBLISH');
    }
    expect((await app.as(second!.interviewer).get(`/interviews/${first!.id}/calendar.ics`).expect(403)).body.code).toBe('forbidden');
    await app
      .as(await app.user('Stranger'))
      .get(`/interviews/${first!.id}/calendar.ics`)
      .expect(404);
    const planned = await app.as(panel.recruiter).post('/interviews', { applicationId: panel.application.id, round: 'recruiter_screen' }).expect(201);
    expect((await app.as(panel.recruiter).get(`/interviews/${planned.body.id}/calendar.ics`).expect(409)).body.code).toBe('wrong_state');
  });

  it('speaks the language of who takes it', async () => {
    const panel = await buildPanel(app, { rounds: ['recruiter_screen'], interviewers: 1, candidateName: '林薇' });
    await app.rows(`update users set locale = 'zh-CN' where id = $1`, [panel.recruiter.id]);
    const file = await app.as(panel.recruiter).get(`/interviews/${panel.interviews[0]!.id}/calendar.ics`).expect(200);
    expect(eventsOf(file.text)[0]?.summary).toBe('面试：林薇（Recruiter screen）');
  });
});
