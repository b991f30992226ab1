import { BackgroundWorker } from '../../src/outbox/background-worker.service.js';
import { buildPanel, type Panel } from '../support/builders.js';
import { TestApp, type TestUser } from '../support/test-app.js';

interface ShownClock {
  readonly key: string;
  readonly subjectId: string;
  readonly state: string;
  readonly dueAt: string | null;
  readonly dueOn: string | null;
  readonly stoppedAt: string | null;
  readonly notKnown: string | null;
}

describe('what moves the clocks of applications', () => {
  let app: TestApp;
  let admin: TestUser;
  beforeAll(async () => {
    app = await TestApp.start();
    admin = await app.user('Ada', 'admin');
  });
  afterAll(() => app.stop());
  beforeEach(() => app.clock.set(new Date('2026-03-04T12:00:00Z')));

  const timeline = async (panel: Panel) => (await app.as(panel.recruiter).get(`/applications/${panel.application.id}/timeline`).expect(200)).body;
  const clock = async (panel: Panel, key: string): Promise<ShownClock> => {
    const all: ShownClock[] = (await timeline(panel)).clocks;
    const found = all.find((each) => each.key === key);
    if (!found) throw new Error(`no clock ${key}`);
    return found;
  };
  const moved = async (panel: Panel) =>
    app.rows<{ actor: string; cause: string; causeId: string; moves: { key: string; before: string | null; after: string | null }[] }>(
      `select e.actor->>'name' as actor, c.content->'payload'->>'cause' as cause, c.content->'payload'->>'causeId' as "causeId", c.content->'payload'->'moves' as moves
       from events e join event_contents c on c.event_id = e.id where e.type = 'timeline.clocks_moved' and e.application_id = $1 order by e.id`,
      [panel.application.id],
    );

  describe('a pause', () => {
    it('takes its whole days out of every clock of days, and lets them run on when it ends', async () => {
      const panel = await buildPanel(app, { interviewers: 1, held: true });
      const path = `/applications/${panel.application.id}/pauses`;
      const set = await app.as(panel.recruiter).post(path, { reasonCode: 'candidate_asked', words: 'exams' }).expect(201);
      expect(set.body.abilities).toEqual({ pause: false, endPause: true });
      expect(set.body.pauses).toMatchObject([{ reasonCode: 'candidate_asked', words: 'exams', until: null, setByName: 'Rita Recruiter' }]);
      expect(await clock(panel, 'process')).toMatchObject({ state: 'paused', dueAt: null, notKnown: null });
      expect(await clock(panel, 'scorecard_due')).toMatchObject({ state: 'paused', dueAt: null });
      expect((await clock(panel, 'notice')).stoppedAt).not.toBeNull();
      app.clock.advance(6 * 86_400_000);
      // However long it lasts, nothing turns late, and nobody is reminded of a card.
      expect(await clock(panel, 'scorecard_due')).toMatchObject({ state: 'paused' });
      const [card] = await app.rows<{ due: Date | null }>('select due_at as due from scorecards where application_id = $1', [panel.application.id]);
      expect(card?.due).toBeNull();
      expect((await app.as(panel.recruiter).post(path, { reasonCode: 'holiday' }).expect(409)).body.code).toBe('wrong_state');
      const ended = await app.as(panel.recruiter).post(`${path}/${set.body.pauses[0].id}/end`, { reason: 'back' }).expect(200);
      expect(ended.body.pauses[0].until).toBe(app.clock.now().toISOString());
      // Of the 28 days after the 4th, the five from the 5th to the 9th did not count: 1 April becomes the 6th.
      expect(await clock(panel, 'process')).toMatchObject({ dueAt: '2026-04-06T18:00:00.000Z', state: 'on_time' });
      expect(await clock(panel, 'scorecard_due')).toMatchObject({ dueOn: '2026-03-10' });
      expect((await moved(panel)).map((event) => [event.cause, event.actor, event.moves.length])).toEqual([
        ['pause', 'Rita Recruiter', 4],
        ['pause', 'Rita Recruiter', 4],
      ]);
      await app.as(panel.recruiter).post(`${path}/${set.body.pauses[0].id}/end`, { reason: 'again' }).expect(409);
      const types = await app.rows<{ type: string }>(
        `select type from events where application_id = $1 and type like 'timeline.pause%' order by id`,
        [panel.application.id],
      );
      expect(types.map((row) => row.type)).toEqual(['timeline.paused', 'timeline.pause_ended']);
    });

    it('that is known ahead moves the due time at once, holds only while it lasts, and leaves late what was late', async () => {
      const panel = await buildPanel(app, { interviewers: 1, held: true });
      app.clock.set(new Date('2026-03-06T12:00:00Z'));
      const pause = { reasonCode: 'holiday', from: '2026-03-09T00:00:00Z', until: '2026-03-16T00:00:00Z' };
      await app.as(panel.recruiter).post(`/applications/${panel.application.id}/pauses`, pause).expect(201);
      const before = await clock(panel, 'process');
      expect(before).toMatchObject({ dueAt: '2026-04-08T18:00:00.000Z', state: 'on_time' });
      expect((await clock(panel, 'scorecard_due')).state).toBe('late');
      app.clock.set(new Date('2026-03-12T12:00:00Z'));
      expect((await clock(panel, 'process')).state).toBe('paused');
      expect((await clock(panel, 'scorecard_due')).state).toBe('late');
      app.clock.set(new Date('2026-03-16T00:00:00Z'));
      expect(await clock(panel, 'process')).toEqual(before);
    });

    it('names what is wrong with it, and is for who runs the job', async () => {
      const panel = await buildPanel(app, { interviewers: 1 });
      const path = `/applications/${panel.application.id}/pauses`;
      const faults = async (body: object) => (await app.as(panel.recruiter).post(path, body).expect(422)).body.errors[0];
      expect(await faults({ reasonCode: 'tired' })).toMatchObject({ pointer: '/reasonCode' });
      expect(await faults({ reasonCode: 'other', from: '2026-03-10T00:00:00Z' })).toMatchObject({ pointer: '/until', code: 'required' });
      expect(await faults({ reasonCode: 'other', from: '2026-03-01T00:00:00Z' })).toMatchObject({ pointer: '/from', code: 'order' });
      expect(await faults({ reasonCode: 'other', until: '2026-03-04T12:00:00Z' })).toMatchObject({ pointer: '/until', code: 'order' });
      expect(await faults({ reasonCode: 'other', until: '2029-03-04T12:00:00Z' })).toMatchObject({ pointer: '/until', code: 'range' });
      const author = panel.interviewers[0] ?? panel.recruiter;
      await app.as(author).post(path, { reasonCode: 'other' }).expect(403);
      await app.as(panel.recruiter).post(`/applications/${panel.application.id}/withdraw`, { reasonCode: 'timing' }).expect(200);
      await app.as(panel.recruiter).post(path, { reasonCode: 'other' }).expect(409);
    });
  });

  describe('a changed plan', () => {
    const change = async (panel: Panel, edit: (content: { rounds: Record<string, unknown>[]; deadlines: Record<string, unknown> }) => void) => {
      const plan = await app.as(panel.recruiter).get(`/interview-plans/${panel.job.planId}`).expect(200);
      const { name, kits, content, version } = plan.body;
      edit(content);
      await app.as(panel.recruiter).put(`/interview-plans/${panel.job.planId}`, { name, kits, content }, version).expect(200);
    };

    it('moves the open clocks of its running applications, and nothing else, and says so', async () => {
      const one = await buildPanel(app, { interviewers: 1, held: true });
      const other = await buildPanel(app, { interviewers: 1, held: true, on: one, candidateName: 'Dana' });
      const elsewhere = await buildPanel(app, { interviewers: 1, held: true });
      const stopped = await clock(one, 'notice');
      const before = [await clock(one, 'process'), await clock(other, 'process')];
      const untouched = await timeline(elsewhere);
      await change(one, ({ rounds, deadlines }) => {
        deadlines['processDays'] = 35;
        for (const round of rounds) {
          round['scorecardDueBusinessDays'] = 3;
          round['noticeHours'] = 1;
          round['name'] = `New ${String(round['name'])}`;
        }
      });
      for (const [index, panel] of [one, other].entries()) {
        const due = new Date(Date.parse(before[index]?.dueAt ?? '') + 7 * 86_400_000).toISOString();
        expect(await clock(panel, 'process')).toMatchObject({ dueAt: due });
        const [event] = await moved(panel);
        expect(event).toMatchObject({ cause: 'plan', causeId: one.job.planId, actor: 'Rita Recruiter' });
        expect(event?.moves).toContainEqual({ key: 'process', subject: panel.application.id, before: before[index]?.dueAt, after: due });
      }
      expect((await clock(one, 'scorecard_due')).dueOn).toBe('2026-03-09');
      // What was measured stays measured, and the rounds keep what they were started with.
      expect(await clock(one, 'notice')).toEqual(stopped);
      const { body } = await app.as(one.recruiter).get(`/applications/${one.application.id}`).expect(200);
      expect(body.rounds.every((round: { name: string }) => !round.name.startsWith('New'))).toBe(true);
      expect(await timeline(elsewhere)).toEqual(untouched);
    });

    it('leaves applications that ended, and says nothing where no due time changed', async () => {
      const panel = await buildPanel(app, { interviewers: 1, held: true });
      await change(panel, ({ deadlines }) => (deadlines['debriefMinutes'] = 45));
      expect(await moved(panel)).toEqual([]);
      await app.as(panel.recruiter).post(`/applications/${panel.application.id}/withdraw`, { reasonCode: 'timing' }).expect(200);
      const ended = await clock(panel, 'process');
      await change(panel, ({ deadlines }) => (deadlines['processDays'] = 50));
      expect(await clock(panel, 'process')).toEqual(ended);
    });

    it('goes on in the background where many are to move, and tells how far it is', async () => {
      const panel = await buildPanel(app, { interviewers: 1 });
      for (let count = 0; count < 55; count += 1) {
        const made = await app
          .as(panel.recruiter)
          .post('/candidates', { name: `Candidate ${count}` })
          .expect(201);
        await app.as(panel.recruiter).post('/applications', { candidateId: made.body.id, jobId: panel.job.id }).expect(201);
      }
      const due = () =>
        app.rows<{ due: Date; times: number }>(
          `select c.due_at as due, count(*)::int as times from application_clocks c join applications a on a.id = c.application_id
           where a.job_id = $1 and c.key = 'process' group by 1 order by 1`,
          [panel.job.id],
        );
      await change(panel, ({ deadlines }) => (deadlines['processDays'] = 30));
      expect(await due()).toEqual([{ due: new Date('2026-04-01T18:00:00Z'), times: 56 }]);
      const progress = () =>
        app.rows('select total, moved, finished_at is not null as finished from clock_moves where cause_id = $1', [panel.job.planId]);
      expect(await progress()).toEqual([{ total: 56, moved: 0, finished: false }]);
      await app.app.get(BackgroundWorker).runDue();
      expect(await progress()).toEqual([{ total: 56, moved: 56, finished: true }]);
      expect(await due()).toEqual([{ due: new Date('2026-04-03T18:00:00Z'), times: 56 }]);
      const [events] = await app.rows(`select count(*)::int as times from events where type = 'timeline.clocks_moved' and job_id = $1`, [
        panel.job.id,
      ]);
      expect(events).toEqual({ times: 56 });
    });
  });

  describe('a calendar', () => {
    it('beyond its years makes a due time not known, never a guess, until an admin enters the year', async () => {
      app.clock.set(new Date('2026-12-31T01:00:00Z'));
      const ada = await app.user('Ada', 'admin');
      const mei = await app.user('Mei', 'member', { country: 'CN', timeZone: 'Asia/Shanghai' });
      const panel = await buildPanel(app, { people: [mei] });
      const before = await clock(panel, 'scorecard_due');
      expect(before).toMatchObject({ state: 'not_known', dueAt: null });
      expect(before.notKnown).toContain('2027');
      const body = {
        name: 'China 2027',
        country: 'CN',
        forCountry: true,
        suppliedYears: [2027],
        closingDays: [{ date: '2027-01-01', name: "New Year's Day" }],
      };
      await app.as(panel.recruiter).post('/calendars', body).expect(403);
      const made = await app
        .as(ada)
        .post('/calendars', { ...body, suppliedYears: [] })
        .expect(201);
      expect((await clock(panel, 'scorecard_due')).state).toBe('not_known');
      const changed = await app.as(ada).put(`/calendars/${made.body.id}`, body, 1).expect(200);
      expect(changed.body).toMatchObject({ covered: { to: 2026 }, suppliedYears: [2027], clocksMoving: { total: 1, moved: 1 }, version: 2 });
      // Friday the 1st is closed: Monday the 4th.
      expect(await clock(panel, 'scorecard_due')).toMatchObject({
        state: 'on_time',
        dueOn: '2027-01-04',
        dueAt: '2027-01-04T10:00:00.000Z',
        notKnown: null,
      });
      expect(await moved(panel)).toMatchObject([
        {
          cause: 'calendar',
          causeId: made.body.id,
          actor: 'Ada',
          moves: [{ key: 'scorecard_due', before: null, after: '2027-01-04T10:00:00.000Z' }],
        },
      ]);
      await app.as(ada).put(`/calendars/${made.body.id}`, body, 1).expect(409);
      await app.as(ada).post(`/calendars/${made.body.id}/archive`).expect(204);
      expect((await clock(panel, 'scorecard_due')).state).toBe('not_known');
      const abilities = async (who: TestUser) => (await app.as(who).get(`/calendars/${made.body.id}`).expect(200)).body.abilities;
      expect(await abilities(ada)).toEqual({ edit: false, archive: false, restore: true });
      expect(await abilities(panel.recruiter)).toEqual({ edit: false, archive: false, restore: false });
      await app.as(ada).post(`/calendars/${made.body.id}/restore`).expect(204);
      expect(await abilities(ada)).toEqual({ edit: true, archive: true, restore: false });
      expect((await clock(panel, 'scorecard_due')).dueOn).toBe('2027-01-04');
    });

    it('is named by a person or a job, and moves what is theirs', async () => {
      const panel = await buildPanel(app, { interviewers: 1, held: true });
      const author = panel.interviewers[0] ?? panel.recruiter;
      const made = await app
        .as(admin)
        .post('/calendars', {
          name: 'Sunday to Thursday',
          weekend: [5, 6],
          suppliedYears: [2026],
          closingDays: [{ date: '2026-03-05', name: 'Founders' }],
        })
        .expect(201);
      expect((await app.as(author).get(`/users/${author.id}/calendar`).expect(200)).body).toMatchObject({
        source: 'country',
        country: 'US',
        calendarId: null,
        edit: true,
      });
      const named = await app.as(author).put(`/users/${author.id}/calendar`, { calendarId: made.body.id }).expect(200);
      expect(named.body).toMatchObject({ source: 'named', name: 'Sunday to Thursday', suppliedYears: [2026] });
      // The 5th is closed, Friday and Saturday are the weekend: Sunday the 8th.
      expect((await clock(panel, 'scorecard_due')).dueOn).toBe('2026-03-08');
      expect((await clock(panel, 'decision_due')).dueOn).toBe('2026-03-06');
      await app.as(author).put(`/jobs/${panel.job.id}/calendar`, { calendarId: made.body.id }).expect(403);
      await app.as(panel.recruiter).put(`/jobs/${panel.job.id}/calendar`, { calendarId: made.body.id }).expect(200);
      expect((await clock(panel, 'decision_due')).dueOn).toBe('2026-03-09');
      expect((await moved(panel)).map((event) => [event.cause, event.moves.length])).toEqual([
        ['user', 1],
        ['job', 1],
      ]);
      expect((await app.as(admin).post(`/calendars/${made.body.id}/archive`).expect(409)).body.code).toBe('in_use');
      await app.as(author).put(`/users/${author.id}/calendar`, { calendarId: null }).expect(200);
      expect((await clock(panel, 'scorecard_due')).dueOn).toBe('2026-03-05');
      // A person who moves takes their cards along.
      const { body } = await app.as(admin).get(`/users/${author.id}`).expect(200);
      await app.as(admin).patch(`/users/${author.id}`, { timeZone: 'Asia/Tokyo', country: 'JP' }, body.version).expect(200);
      expect(await clock(panel, 'scorecard_due')).toMatchObject({ dueOn: '2026-03-05', dueAt: '2026-03-05T09:00:00.000Z' });
    });

    it('is refused with every fault named, and twice under one name', async () => {
      const post = (body: object) => app.as(admin).post('/calendars', { name: 'Faulty', ...body });
      expect((await post({ weekend: [1, 2, 3, 4, 5, 6, 7] }).expect(422)).body.errors[0]).toMatchObject({ pointer: '/weekend' });
      expect((await post({ closingDays: [{ date: '2026-02-30', name: 'x' }] }).expect(422)).body.errors[0]).toMatchObject({
        pointer: '/closingDays/0/date',
      });
      expect((await post({ forCountry: true }).expect(422)).body.errors[0]).toMatchObject({ pointer: '/forCountry' });
      expect((await post({ country: 'ZZ' }).expect(422)).body.errors[0]).toMatchObject({ pointer: '/country' });
      await post({ name: 'Twice' }).expect(201);
      expect((await post({ name: 'twice' }).expect(409)).body.code).toBe('already_exists');
      const listed = await app
        .as(await app.user('Anybody'))
        .get('/calendars?search=twice')
        .expect(200);
      expect(listed.body.items).toMatchObject([{ name: 'Twice', abilities: { edit: false, archive: false, restore: false } }]);
    });
  });

  it('clocks that came by no event are laid by the next sweep', async () => {
    const panel = await buildPanel(app, { interviewers: 1 });
    const before = await timeline(panel);
    await app.rows('delete from application_clocks where application_id = $1', [panel.application.id]);
    await app.rows('delete from periodic_runs');
    await app.app.get(BackgroundWorker).runDue();
    expect(await timeline(panel)).toEqual({ ...before, forecast: (await timeline(panel)).forecast });
  });
});
