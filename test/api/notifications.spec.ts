import { randomUUID } from 'node:crypto';
import { BackgroundWorker } from '../../src/outbox/background-worker.service.js';
import { card, type Hiring, seat, storeHiring } from '../faults/hiring-rows.js';
import { PostOffice } from '../faults/post-office.js';
import { append } from '../faults/record.js';
import { START, TestApp, type TestUser } from '../support/test-app.js';

const HOUR = 3_600_000;
const NAMES = { job: 'AI Product Manager', candidate: 'Zhou <Kim> & Co', round: 'System "design"' };

describe('notifications', () => {
  let office: PostOffice;
  let app: TestApp;
  let hiring: Hiring;
  let rita: TestUser;
  let max: TestUser;
  let mei: TestUser;
  let refuse: number | undefined;

  beforeAll(async () => {
    office = await PostOffice.open({ refuse: () => refuse });
    app = await TestApp.start({ SMTP_URL: office.url, PUBLIC_URL: 'http://hire.example.test', MAIL_FROM: 'Plumbline <hire@mail.example.test>' });
    rita = await app.user('Rita');
    max = await app.user('Max');
    mei = await app.user('Mei', 'member', { timeZone: 'Asia/Shanghai', country: 'CN' });
    await app.rows(`update users set locale = 'zh-CN' where id = $1`, [mei.id]);
    hiring = await storeHiring(app, NAMES);
    await seat(app, rita, 'recruiter', { jobId: hiring.jobId });
    await seat(app, max, 'interviewer', { applicationId: hiring.applicationId, interviewId: hiring.interviewId });
    await seat(app, mei, 'interviewer', { applicationId: hiring.applicationId, interviewId: hiring.interviewId });
  });
  afterAll(async () => {
    await app.stop();
    await office.close();
  });
  beforeEach(async () => {
    refuse = undefined;
    app.clock.set(START);
    await app.rows('delete from outbox_jobs');
    await app.rows('delete from notifications');
    await app.rows('delete from mails');
    await app.rows('delete from mail_settings');
    await app.rows('delete from reminder_steps');
    await app.rows('delete from periodic_runs');
    office.empty();
  });

  const work = () => app.app.get(BackgroundWorker).runDue();
  const subject = () =>
    ({ kind: 'interview', id: hiring.interviewId, applicationId: hiring.applicationId, jobId: hiring.jobId, personId: hiring.candidateId }) as const;
  const about = (kind: 'application' | 'debrief' | 'scorecard', id: string, scorecardId?: string) =>
    ({
      kind,
      id,
      applicationId: hiring.applicationId,
      jobId: hiring.jobId,
      personId: hiring.candidateId,
      ...(scorecardId ? { scorecardId } : {}),
    }) as const;
  const assign = (user: TestUser, by: TestUser = rita) =>
    append(app, by, {
      type: 'interview.panel_assigned',
      subject: subject(),
      payload: { userId: user.id, seatId: randomUUID(), cardId: null, training: null, lead: false, place: null },
    });
  const inbox = async (user: TestUser, query = '') => (await app.as(user).get(`/me/notifications${query}`).expect(200)).body.items;
  const change = async (user: TestUser, settings: object) => {
    const now = await app.as(user).get('/me/mail-settings').expect(200);
    const { digestAt, workingHours, quietDays, quietOnHolidays } = now.body;
    return app.as(user).put('/me/mail-settings', { kinds: {}, digestAt, workingHours, quietDays, quietOnHolidays, ...settings }, now.body.version);
  };

  describe('the inbox', () => {
    it('tells people of an event in their own language, each once, and not whoever did it', async () => {
      await assign(max);
      await assign(mei);
      await assign(rita);
      await work();
      expect(await inbox(max)).toEqual([
        expect.objectContaining({
          kind: 'interview.assigned',
          subject: `You interview ${NAMES.candidate}: ${NAMES.round}`,
          path: `/interviews/${hiring.interviewId}`,
          readAt: null,
          snoozedUntil: null,
          abilities: { markRead: true, snooze: true },
        }),
      ]);
      expect((await inbox(mei))[0].subject).toBe(`请您面试 ${NAMES.candidate}：${NAMES.round}`);
      expect(await inbox(rita)).toEqual([]);
    });

    it('is read, counted and put off by its owner alone', async () => {
      await assign(max);
      await append(app, rita, { type: 'interview.cancelled', subject: subject(), payload: {} });
      await work();
      const [latest, first] = await inbox(max);
      expect((await app.as(max).get('/me/notifications/unread-count').expect(200)).body).toEqual({ unread: 2 });
      await app.as(max).post(`/me/notifications/${first.id}/read`).expect(204);
      expect((await inbox(max, '?unread=true')).map((item: { id: string }) => item.id)).toEqual([latest.id]);
      await app.as(rita).post(`/me/notifications/${latest.id}/read`).expect(404);

      await app
        .as(max)
        .post(`/me/notifications/${first.id}/snooze`, { until: new Date(START.getTime() - HOUR) })
        .expect(422);
      await app
        .as(max)
        .post(`/me/notifications/${first.id}/snooze`, { until: new Date(START.getTime() + HOUR) })
        .expect(204);
      expect((await inbox(max)).map((item: { id: string }) => item.id)).toEqual([latest.id]);
      expect((await inbox(max, '?snoozed=true')).map((item: { id: string }) => item.id)).toEqual([first.id]);
      app.clock.advance(HOUR);
      expect((await inbox(max)).map((item: { id: string; readAt: null }) => [item.id, item.readAt])).toEqual([
        [first.id, null],
        [latest.id, null],
      ]);
      await app.as(max).post('/me/notifications/read').expect(204);
      expect((await app.as(max).get('/me/notifications/unread-count').expect(200)).body).toEqual({ unread: 0 });
    });

    it('pages, the latest first', async () => {
      for (let index = 0; index < 5; index++) {
        await append(app, rita, { type: 'interview.moved', subject: subject(), payload: {} });
        app.clock.advance(1000);
      }
      await work();
      const page = await app.as(max).get('/me/notifications?limit=3').expect(200);
      const rest = await app.as(max).get(`/me/notifications?limit=3&cursor=${page.body.nextCursor}`).expect(200);
      const times = [...page.body.items, ...rest.body.items].map((item) => item.createdAt);
      expect(times).toHaveLength(5);
      expect(times).toEqual([...times].sort().reverse());
      expect(rest.body.nextCursor).toBeNull();
      await app.as(max).get('/me/notifications?cursor=bm9uc2Vuc2U').expect(422);
    });

    it('keeps history that was loaded as read', async () => {
      app.clock.set(new Date(START.getTime() - 20 * 24 * HOUR));
      await assign(max);
      app.clock.set(START);
      await assign(max);
      await work();
      expect((await inbox(max)).map((item: { readAt: string | null }) => item.readAt === null)).toEqual([true, false]);
    });

    it('loses what its reader may not know any more', async () => {
      await assign(max);
      await work();
      expect(await inbox(max)).toHaveLength(1);
      await app.rows(`insert into conflicts (id, user_id, person_id, source, recorded_at) values ($1, $2, $3, 'declared', $4)`, [
        randomUUID(),
        max.id,
        hiring.candidateId,
        START,
      ]);
      expect(await inbox(max)).toEqual([]);
      expect((await app.as(max).get('/me/notifications/unread-count').expect(200)).body).toEqual({ unread: 0 });
      await append(app, rita, { type: 'interview.moved', subject: subject(), payload: {} });
      await work();
      expect(await app.rows('select 1 from notifications where user_id = $1', [max.id])).toHaveLength(1);
      await app.rows('delete from conflicts');
    });

    it('tells of a challenge only those who see the cards', async () => {
      const ann = await app.user('Ann');
      const scorecardId = await card(app, ann, hiring, null);
      const payload = {
        challengeId: randomUUID(),
        scorecardId,
        criterion: 'impact',
        revision: 1,
        level: 2,
        reasonCode: 'jargon',
        words: 'x',
        shown: { inputHash: 'x', engine: 1, outcome: 'hire', deciding: 0.6 },
      };
      await append(app, rita, { type: 'challenge.raised', subject: about('debrief', hiring.debriefId), payload });
      await work();
      expect(await inbox(ann)).toEqual([]);
      await app.as(ann).post('/me/notifications/read').expect(204);
      await app.rows(`update scorecards set status = 'submitted', revision = 1, content = '{}' where id = $1`, [scorecardId]);
      expect(await inbox(ann)).toEqual([
        expect.objectContaining({ kind: 'challenge.raised', readAt: null, path: `/applications/${hiring.applicationId}/debrief` }),
      ]);
      await app.rows('delete from seats where user_id = $1', [ann.id]);
      await app.rows('delete from scorecards where id = $1', [scorecardId]);
    });
  });

  describe('mail', () => {
    it('says the same as text and as HTML, with a Message-ID of its own and a way to stop it', async () => {
      await assign(max);
      await work();
      const [mail] = await office.read();
      const [row] = await app.rows<{ id: string }>('select id from notifications');
      expect(office.delivered).toHaveLength(1);
      expect(mail).toMatchObject({
        subject: `You interview ${NAMES.candidate}: ${NAMES.round}`,
        messageId: `<${row!.id}@mail.example.test>`,
        from: { address: 'hire@mail.example.test' },
      });
      expect(mail!.to).toEqual([{ name: 'Max', address: max.email }]);
      expect(mail!.text).toContain(`You are on the panel of "${NAMES.round}" with ${NAMES.candidate}`);
      expect(mail!.text).toContain(`http://hire.example.test/interviews/${hiring.interviewId}`);
      expect(mail!.html).toContain('Zhou &#60;Kim&#62; &#38; Co');
      expect(mail!.html).not.toContain('<Kim>');
      const headers = new Map(mail!.headers.map(({ key, value }) => [key, value]));
      expect(headers.get('list-unsubscribe')).toMatch(/^<http:\/\/hire\.example\.test\/api\/v1\/unsubscribe\/[^>]+>$/);
      // One click is for https only.
      expect(headers.has('list-unsubscribe-post')).toBe(false);
      expect(headers.get('auto-submitted')).toBe('auto-generated');
      expect(await app.rows('select status from mails')).toEqual([{ status: 'sent' }]);
    });

    it('comes in the working hours of the person, on their own clock', async () => {
      // 20:00 in Shanghai.
      await assign(mei);
      await work();
      expect(office.delivered).toHaveLength(0);
      app.clock.set(new Date('2026-03-05T00:59:00Z'));
      await work();
      expect(office.delivered).toHaveLength(0);
      app.clock.set(new Date('2026-03-05T01:00:00Z'));
      await work();
      const [mail] = await office.read();
      expect(mail!.subject).toBe(`请您面试 ${NAMES.candidate}：${NAMES.round}`);
      expect(mail!.html).toContain('lang="zh-CN"');
    });

    it('waits over holidays, absences and quiet days, and for the hours one states', async () => {
      // Friday evening before Memorial Day; Tuesday away, Wednesday quiet, and on Thursday work starts at ten.
      await app.rows(`insert into absences (id, user_id, starts_on, ends_on) values ($1, $2, '2026-05-26', '2026-05-26')`, [randomUUID(), max.id]);
      await change(max, {
        quietDays: ['2026-05-27'],
        workingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '10:00', to: '16:00' })),
      }).then((answer) => expect(answer.status).toBe(200));
      app.clock.set(new Date('2026-05-22T19:00:00Z'));
      await assign(max);
      await work();
      const [mail] = await app.rows<{ send_at: Date }>('select send_at from mails');
      expect(mail!.send_at).toEqual(new Date('2026-05-28T10:00:00Z'));
      await app.rows('delete from absences');
    });

    it("waits over the organisation's own closing days too", async () => {
      const admin = await app.user('Ada', 'admin');
      const days = { closingDays: [{ date: '2026-05-26', name: 'Founders' }], forCountry: true };
      const calendar = await app
        .as(admin)
        .post('/calendars', { name: 'United States', country: 'US', ...days })
        .expect(201);
      // Friday evening before Memorial Day; the office is closed on the Tuesday after it.
      app.clock.set(new Date('2026-05-22T19:00:00Z'));
      await assign(max);
      await work();
      expect(await app.rows('select send_at as at from mails')).toEqual([{ at: new Date('2026-05-27T09:00:00Z') }]);
      app.clock.set(START);
      await app.as(admin).post(`/calendars/${calendar.body.id}/archive`).expect(204);
    });

    it('is not sent once its news was read, put off, or hidden from its reader', async () => {
      app.clock.set(new Date('2026-03-04T20:00:00Z'));
      for (const user of [max, mei]) await assign(user);
      await append(app, max, { type: 'interview.moved', subject: subject(), payload: {} });
      await work();
      await app
        .as(max)
        .post(`/me/notifications/${(await inbox(max))[0].id}/read`)
        .expect(204);
      await app.rows(`insert into conflicts (id, user_id, person_id, source, recorded_at) values ($1, $2, $3, 'declared', $4)`, [
        randomUUID(),
        mei.id,
        hiring.candidateId,
        START,
      ]);
      app.clock.set(new Date('2026-03-05T10:00:00Z'));
      await work();
      expect(office.delivered).toHaveLength(0);
      expect(await app.rows('select distinct status from mails')).toEqual([{ status: 'dropped' }]);
      await app.rows('delete from conflicts');
    });

    it('gathers in a digest what can wait', async () => {
      await change(max, { kinds: { 'interview.moved': 'digest', 'interview.assigned': 'digest' }, digestAt: '08:30', workingHours: [] });
      await assign(max);
      await work();
      app.clock.advance(1000);
      await append(app, rita, { type: 'interview.moved', subject: subject(), payload: {} });
      await work();
      app.clock.set(new Date('2026-03-05T08:29:00Z'));
      await work();
      expect((await office.read()).filter((mail) => mail.to[0]!.address === max.email)).toHaveLength(0);
      app.clock.set(new Date('2026-03-05T08:30:00Z'));
      await work();
      const mails = (await office.read()).filter((mail) => mail.to[0]!.address === max.email);
      expect(mails).toHaveLength(1);
      expect(mails[0]).toMatchObject({ subject: '2 things for you in Plumbline' });
      expect(mails[0]!.text).toMatch(/You are on the panel[\s\S]+was moved/);
    });

    it('is stopped by its own link: reading the page changes nothing, one click does, a forged one never', async () => {
      await assign(max);
      await work();
      const link = (await office.read())[0]!.headers.find(({ key }) => key === 'list-unsubscribe')!.value.slice(1, -1);
      const path = new URL(link).pathname;
      const page = await app.as(null).get(path).expect(200);
      expect(page.headers['content-type']).toMatch(/^text\/html/);
      expect(page.text).toContain('<form method="post">');
      const delivery = async () =>
        (await app.as(max).get('/me/mail-settings').expect(200)).body.kinds.find((one: { kind: string }) => one.kind === 'interview.assigned')
          .delivery;
      expect(await delivery()).toBe('at_once');
      await app.as(null).post(path.replace(max.id, rita.id)).expect(200);
      await app.as(null).post(`${path}x`).expect(200);
      expect(await app.rows('select 1 from mail_settings')).toEqual([]);
      await app.as(null).post(path).type('form').send('List-Unsubscribe=One-Click').expect(200);
      await app.as(null).post(path).type('form').send('List-Unsubscribe=One-Click').expect(200);
      expect(await delivery()).toBe('off');
      expect(
        await app.rows(`select 1 from events where type = 'notification.settings_changed' and subject_id = $1 and actor->>'via' = 'system'`, [
          max.id,
        ]),
      ).toHaveLength(1);
      office.empty();
      await assign(max);
      await work();
      expect(office.delivered).toHaveLength(0);
      expect(await inbox(max)).toHaveLength(2);
    });

    it('names what is wrong with settings, and never overwrites what another tab saved', async () => {
      const bad = await change(max, {
        kinds: { 'no.such': 'off', 'interview.moved': 'loudly' },
        quietDays: ['2026-02-30'],
        workingHours: [{ weekday: 1, from: '12:00', to: '09:00' }],
      });
      expect(bad.status).toBe(422);
      expect(bad.body.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual([
        '/workingHours/0/to',
        '/quietDays/0',
        '/kinds/no.such',
        '/kinds/interview.moved',
      ]);
      const settings = { kinds: {}, digestAt: '09:00', workingHours: [], quietDays: [], quietOnHolidays: false };
      expect((await app.as(max).put('/me/mail-settings', settings, 0).expect(200)).body.version).toBe(1);
      await app.as(max).put('/me/mail-settings', settings, 0).expect(409);
      await app.as(max).put('/me/mail-settings', settings).expect(428);
    });

    it('is tried again while the server is busy, under the same Message-ID, and given up when it is refused for good', async () => {
      refuse = 451;
      await assign(max);
      await work();
      expect(await app.rows(`select status, attempts from outbox_jobs`)).toEqual([{ status: 'waiting', attempts: 1 }]);
      const [before] = await app.rows<{ message_id: string }>('select message_id from mails');
      refuse = undefined;
      app.clock.advance(60_000);
      await work();
      expect((await office.read()).map((mail) => mail.messageId)).toEqual([before!.message_id]);

      refuse = 550;
      await assign(max);
      await work();
      expect(await app.rows(`select kind, status from outbox_jobs`)).toEqual([{ kind: 'mail.send', status: 'dead' }]);
      expect(await app.rows(`select status from mails order by created_at desc limit 1`)).toEqual([{ status: 'failed' }]);
      refuse = undefined;
      office.empty();
      const admin = await app.user('Ada', 'admin');
      const { body } = await app.as(admin).get('/background-work/dead-letters').expect(200);
      await app.as(admin).post(`/background-work/dead-letters/${body.items[0].id}/retry`).expect(204);
      await work();
      expect(office.delivered).toHaveLength(1);
    });

    it('follows whatever room writes a notification, and does not mail history that was loaded', async () => {
      const insert = (kind: string, at: Date) =>
        app.rows(`insert into notifications (id, user_id, kind, params, application_id, created_at) values ($1, $2, $3, $4, $5, $6)`, [
          randomUUID(),
          rita.id,
          kind,
          JSON.stringify({ userId: max.id, reason: 'complaint', minutes: 30, until: '2026-03-04T22:30:00Z' }),
          hiring.applicationId,
          at,
        ]);
      app.clock.set(new Date('2026-03-04T22:00:00Z'));
      await insert('break_glass.opened', app.clock.now());
      await insert('break_glass.opened', new Date('2026-01-04T22:00:00Z'));
      await work();
      const mails = await office.read();
      expect(mails).toHaveLength(1);
      expect(mails[0]!.text).toContain(
        'Max opened the scorecards on Zhou <Kim> & Co for AI Product Manager by break-glass, until Wed, 4 Mar 2026, 22:30 (UTC)',
      );
      expect(mails[0]!.text).not.toContain('complaint');
    });
  });

  describe('reminders', () => {
    it('come before, at and after the due time, are escalated, and stop', async () => {
      const due = new Date('2026-03-10T18:00:00Z');
      const late = await app.user('Lena');
      const scorecardId = await card(app, late, hiring, due);
      const told: string[] = [];
      for (let hour = -30; hour <= 24 * 9; hour += 1) {
        app.clock.set(new Date(due.getTime() + hour * HOUR));
        await work();
        const rows = await app.rows<{ kind: string; user_id: string }>('select kind, user_id from notifications where created_at = $1', [
          app.clock.now(),
        ]);
        told.push(...rows.map((row) => `${hour} ${row.kind} ${row.user_id === late.id ? 'Lena' : row.user_id === rita.id ? 'Rita' : '?'}`));
      }
      expect(told).toEqual([
        '-24 scorecard.due_soon Lena',
        '0 scorecard.due_now Lena',
        '24 scorecard.overdue Lena',
        '48 duty.escalated Rita',
        '72 scorecard.overdue Lena',
      ]);
      const mails = (await office.read()).filter((mail) => mail.to[0]!.address === late.email);
      expect(mails.map((mail) => mail.subject)).toEqual([
        `Scorecard due Tue, 10 Mar 2026, 18:00 (UTC): ${NAMES.candidate}`,
        `Scorecard due now: ${NAMES.candidate}`,
        `Scorecard overdue: ${NAMES.candidate}`,
        `Scorecard overdue: ${NAMES.candidate}`,
      ]);
      await app.rows('delete from seats where user_id = $1', [late.id]);
      await app.rows('delete from scorecards where id = $1', [scorecardId]);
    });

    it('are not made up for, start anew when the due time moves, and end with the duty, mailed or not', async () => {
      const lena = await app.user('Lena');
      const due = new Date('2026-03-06T12:00:00Z');
      const scorecardId = await card(app, lena, hiring, due);
      app.clock.set(new Date(due.getTime() + HOUR));
      await work();
      expect((await app.rows<{ kind: string }>('select kind from notifications')).map((row) => row.kind)).toEqual(['scorecard.due_now']);
      const moved = new Date('2026-03-09T12:00:00Z');
      await app.rows('update scorecards set due_at = $2 where id = $1', [scorecardId, moved]);
      // Sunday noon: told in the inbox, mailed on Monday unless it is done by then.
      app.clock.set(new Date(moved.getTime() - 24 * HOUR));
      office.empty();
      await work();
      expect((await inbox(lena)).map((item: { kind: string }) => item.kind)).toEqual(['scorecard.due_soon', 'scorecard.due_now']);
      await app.rows(`update scorecards set status = 'submitted', revision = 1, content = '{}' where id = $1`, [scorecardId]);
      app.clock.set(new Date('2026-03-09T09:00:00Z'));
      await work();
      app.clock.set(new Date('2026-03-11T12:00:00Z'));
      await work();
      expect(office.delivered).toHaveLength(0);
      expect(await app.rows('select 1 from notifications')).toHaveLength(2);
      await app.rows('delete from seats where user_id = $1', [lena.id]);
      await app.rows('delete from scorecards where id = $1', [scorecardId]);
    });

    it('speak of a decision to those who make it', async () => {
      const hana = await app.user('Hana');
      await seat(app, hana, 'hiring_manager', { jobId: hiring.jobId });
      await app.rows(`update debriefs set state = 'ready', due_at = $2 where id = $1`, [hiring.debriefId, new Date(START.getTime() + 23 * HOUR)]);
      await work();
      expect(await inbox(hana)).toEqual([
        expect.objectContaining({ kind: 'decision.due_soon', path: `/applications/${hiring.applicationId}/debrief` }),
      ]);
      await app.rows(`update debriefs set state = 'collecting', due_at = null where id = $1`, [hiring.debriefId]);
      await app.rows('delete from seats where user_id = $1', [hana.id]);
    });
  });

  it('never carry a judgement, whatever the event said', async () => {
    const secret = 'XJUDGEMENTX';
    const hana = await app.user('Hana');
    await seat(app, hana, 'hiring_manager', { jobId: hiring.jobId });
    const ann = await app.user('Ann');
    const scorecardId = await card(app, ann, hiring, null);
    await app.rows(`update scorecards set status = 'submitted', revision = 1, content = $2 where id = $1`, [
      scorecardId,
      JSON.stringify({ verdict: secret }),
    ]);
    const shown = { inputHash: secret, engine: 1, outcome: secret, deciding: 0.75 };
    const debrief = about('debrief', hiring.debriefId);
    await append(app, null, {
      type: 'scorecard.declined',
      subject: about('scorecard', scorecardId, scorecardId),
      payload: { reasonCode: secret },
      reason: secret,
    });
    await append(app, rita, { type: 'scorecard.waived', subject: about('scorecard', scorecardId, scorecardId), payload: {}, reason: secret });
    await append(app, null, { type: 'debrief.state_changed', subject: debrief, payload: { after: { state: 'ready' } }, reason: secret });
    await append(app, rita, { type: 'debrief.reopened', subject: debrief, payload: { roundNumber: 2, supersededDecisionId: null }, reason: secret });
    await append(app, rita, {
      type: 'ballot.opened',
      subject: debrief,
      payload: { ballotId: randomUUID(), kind: 'first', roundNumber: 1, inputHash: secret, engine: 1 },
    });
    await append(app, rita, {
      type: 'challenge.raised',
      subject: debrief,
      payload: { challengeId: randomUUID(), scorecardId, criterion: secret, revision: 1, level: 1, reasonCode: secret, words: secret, shown },
    });
    await append(app, rita, {
      type: 'decision.recorded',
      subject: debrief,
      payload: {
        decisionId: randomUUID(),
        roundNumber: 1,
        decider: 'hiring_manager',
        outcome: secret,
        departs: true,
        rationale: secret,
        explanation: secret,
        level: secret,
        conditions: secret,
        overrodeChallenges: [],
        shown,
      },
    });
    await work();
    const kinds = (await app.rows<{ kind: string }>('select distinct kind from notifications order by kind')).map((row) => row.kind);
    expect(kinds).toEqual([
      'ballot.opened',
      'challenge.raised',
      'debrief.ready',
      'debrief.reopened',
      'decision.recorded',
      'scorecard.declined',
      'scorecard.waived',
    ]);
    expect(office.delivered.length).toBeGreaterThanOrEqual(7);
    const everything = JSON.stringify([
      await app.rows('select * from notifications'),
      await office.read(),
      await inbox(hana),
      await inbox(ann),
      await inbox(rita),
    ]);
    expect(everything).toContain('Zhou');
    expect(everything).not.toContain(secret);
    await app.rows('delete from seats where user_id = any ($1)', [[hana.id, ann.id]]);
  });
});
