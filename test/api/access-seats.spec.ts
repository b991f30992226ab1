import { EscalationService } from '../../src/access/escalation.service.js';
import { SeatsReader } from '../../src/access/seats.reader.js';
import { systemActor } from '../../src/domain/actor.js';
import { type CardPanel, buildCardPanel, fullCard } from '../support/card-panel.js';
import { TestApp, type TestUser } from '../support/test-app.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('seats', () => {
  let app: TestApp;
  let admin: TestUser;
  let panel: CardPanel;
  beforeAll(async () => {
    app = await TestApp.start();
    admin = await app.user('Ada', 'admin');
  });
  beforeEach(async () => {
    panel = await buildCardPanel(app);
  });
  afterAll(() => app.stop());

  const seatsOf = async (as: TestUser, path: string) =>
    (await app.as(as).get(path).expect(200)).body.items as {
      id: string;
      kind: string;
      userId: string;
      delegatedFrom: string | null;
      abilities: Record<string, boolean>;
    }[];
  const seatOf = async (user: TestUser, kind: string) => {
    const seats = [...(await seatsOf(admin, `/jobs/${panel.jobId}/seats`)), ...(await seatsOf(admin, `/applications/${panel.applicationId}/seats`))];
    const found = seats.find((seat) => seat.userId === user.id && seat.kind === kind);
    if (!found) throw new Error(`no such seat: ${kind}`);
    return found.id;
  };
  const lastEvent = async (type: string) => {
    const [event] = await app.rows<{
      application_id: string;
      job_id: string;
      content: { payload: Record<string, unknown>; reason?: string; onBehalfOf?: string };
    }>(
      'select e.application_id, e.job_id, c.content from events e join event_contents c on c.event_id = e.id where e.type = $1 order by e.id desc limit 1',
      [type],
    );
    return event;
  };

  describe('of a job', () => {
    it('are given by who runs it, or by an admin to somebody else', async () => {
      const bob = await app.user('Bob');
      const path = `/jobs/${panel.jobId}/seats`;
      await app.as(bob).post(path, { userId: bob.id, kind: 'recruiter' }).expect(403);
      await app.as(panel.cards[0]!.author).post(path, { userId: bob.id, kind: 'coordinator' }).expect(403);
      const granted = await app.as(panel.manager).post(path, { userId: bob.id, kind: 'coordinator', reason: 'helps out' }).expect(201);
      expect(granted.body).toMatchObject({
        kind: 'coordinator',
        userId: bob.id,
        jobId: panel.jobId,
        applicationId: null,
        abilities: { end: true, delegate: false, handOver: false },
      });
      await app.as(panel.manager).post(path, { userId: bob.id, kind: 'coordinator' }).expect(409);
      await app.as(admin).post(path, { userId: bob.id, kind: 'offer_approver' }).expect(201);
      // An admin who seated themselves would read cards without the announcement of break-glass.
      await app.as(admin).post(path, { userId: admin.id, kind: 'recruiter' }).expect(403);
      await app.as(admin).post(path, { userId: '00000000-0000-4000-8000-000000000000', kind: 'recruiter' }).expect(422);
      await app.as(panel.manager).post(`/jobs/00000000-0000-4000-8000-000000000000/seats`, { userId: bob.id, kind: 'recruiter' }).expect(404);
      expect(await lastEvent('seat.granted')).toMatchObject({
        job_id: panel.jobId,
        content: { payload: { userId: bob.id, seat: 'offer_approver' } },
      });
    });

    it('end with a reason, and their stand-ins with them', async () => {
      const [bob, eve] = [await app.user('Bob'), await app.user('Eve')];
      const seatId = await seatOf(panel.recruiter, 'recruiter');
      await app
        .as(panel.recruiter)
        .post(`/seats/${seatId}/delegate`, { userId: eve.id, startsOn: '2026-03-04', endsOn: '2027-01-01', reason: 'leave' })
        .expect(201);
      await app.as(eve).get(`/applications/${panel.applicationId}/seats`).expect(200);
      await app.as(bob).post(`/seats/${seatId}/end`, { reason: 'x' }).expect(403);
      await app.as(panel.manager).post(`/seats/${seatId}/end`, {}).expect(422);
      await app.as(panel.manager).post(`/seats/${seatId}/end`, { reason: 'moved on' }).expect(204);
      await app.as(panel.manager).post(`/seats/${seatId}/end`, { reason: 'again' }).expect(409);
      await app.as(eve).get(`/applications/${panel.applicationId}/seats`).expect(404);
    });

    it("are delegated for dates on the holder's clock, in whose name the stand-in acts", async () => {
      const [holder, eve, bob] = [await app.user('Hana', 'member', { timeZone: 'Asia/Shanghai' }), await app.user('Eve'), await app.user('Bob')];
      await app.as(panel.manager).post(`/jobs/${panel.jobId}/seats`, { userId: holder.id, kind: 'recruiter' }).expect(201);
      const seatId = await seatOf(holder, 'recruiter');
      const today = new Date(app.clock.now().getTime() + 8 * HOUR).toISOString().slice(0, 10);
      const next = new Date(app.clock.now().getTime() + 8 * HOUR + DAY).toISOString().slice(0, 10);
      const delegate = (body: object) =>
        app.as(holder).post(`/seats/${seatId}/delegate`, { userId: eve.id, startsOn: next, endsOn: next, reason: 'conference', ...body });
      await delegate({ endsOn: today }).expect(422);
      await delegate({ endsOn: '2030-01-01' }).expect(422);
      await delegate({ startsOn: '2026-02-30' }).expect(422);
      await delegate({ userId: holder.id }).expect(422);
      await app.as(bob).post(`/seats/${seatId}/delegate`, { userId: bob.id, startsOn: next, endsOn: next, reason: 'x' }).expect(403);
      const made = await delegate({}).expect(201);
      expect(made.body).toMatchObject({
        kind: 'recruiter',
        delegatedFrom: seatId,
        standsInFor: 'Hana',
        startsAt: new Date(`${next}T00:00:00+08:00`).toISOString(),
      });
      expect(new Date(made.body.endsAt).getTime() - new Date(made.body.startsAt).getTime()).toBe(DAY);
      await delegate({ userId: bob.id }).expect(409);
      const read = () => app.as(eve).get(`/applications/${panel.applicationId}/seats`);
      await read().expect(404);
      const started = app.clock.now();
      app.clock.set(new Date(made.body.startsAt));
      await read().expect(200);
      await app.as(eve).post(`/seats/${made.body.id}/hand-over`, { userId: bob.id, reason: 'x' }).expect(409);
      await app.as(eve).post(`/jobs/${panel.jobId}/seats`, { userId: bob.id, kind: 'coordinator' }).expect(201);
      expect((await lastEvent('seat.granted'))?.content.onBehalfOf).toBe(holder.id);
      expect(await app.app.get(SeatsReader).behalfOf(holder.id, { jobId: panel.jobId }, ['recruiter'])).toBeUndefined();
      app.clock.set(new Date(made.body.endsAt));
      await read().expect(404);
      app.clock.set(started);
    });

    it('are handed over by their holder, the recruiter or an admin, and the new holder is told', async () => {
      const [bob, eve] = [await app.user('Bob'), await app.user('Eve')];
      const seatId = await seatOf(panel.manager, 'hiring_manager');
      await app.as(bob).post(`/seats/${seatId}/hand-over`, { userId: eve.id, reason: 'x' }).expect(403);
      const handed = await app.as(panel.recruiter).post(`/seats/${seatId}/hand-over`, { userId: eve.id, reason: 'new team' }).expect(201);
      expect(handed.body).toMatchObject({ kind: 'hiring_manager', userId: eve.id, delegatedFrom: null });
      expect(await lastEvent('seat.handed_over')).toMatchObject({
        content: { reason: 'new team', onBehalfOf: panel.manager.id, payload: { from: panel.manager.id, to: eve.id } },
      });
      await app.as(panel.manager).get(`/applications/${panel.applicationId}/seats`).expect(404);
      await app.as(eve).get(`/applications/${panel.applicationId}/seats`).expect(200);
      const told = await app.as(eve).get('/me/notifications').expect(200);
      expect(told.body.items).toEqual([expect.objectContaining({ kind: 'seat.handed_over', readAt: null })]);
      await app.as(bob).post(`/me/notifications/${told.body.items[0].id}/read`).expect(404);
      await app.as(eve).post(`/me/notifications/${told.body.items[0].id}/read`).expect(204);
      expect((await app.as(eve).get('/me/notifications?unread=true').expect(200)).body.items).toEqual([]);
    });
  });

  describe('of a debrief', () => {
    it('are given by who runs the job, never to somebody with a conflict of interest', async () => {
      const [bob, eve] = [await app.user('Bob'), await app.user('Eve')];
      const path = `/applications/${panel.applicationId}/seats`;
      await app.as(bob).post(path, { userId: bob.id, kind: 'facilitator' }).expect(404);
      await app.as(panel.cards[0]!.author).post(path, { userId: bob.id, kind: 'facilitator' }).expect(403);
      await app.as(panel.recruiter).post(path, { userId: bob.id, kind: 'recruiter' }).expect(422);
      await app.as(panel.recruiter).post(path, { userId: bob.id, kind: 'bar_raiser' }).expect(201);
      await app
        .as(panel.recruiter)
        .post(`/candidates/${panel.personId}/conflicts`, { userId: eve.id, source: 'relation', reason: 'sister' })
        .expect(204);
      expect((await app.as(panel.recruiter).post(path, { userId: eve.id, kind: 'committee_member' }).expect(403)).body.code).toBe(
        'conflict_of_interest',
      );
      const seatId = await seatOf(bob, 'bar_raiser');
      await app.as(bob).post(`/seats/${seatId}/hand-over`, { userId: eve.id, reason: 'x' }).expect(403);
      // A conflicted person may run the job; the application is not there for them.
      await app.as(panel.recruiter).post(`/jobs/${panel.jobId}/seats`, { userId: eve.id, kind: 'coordinator' }).expect(201);
      await app.as(eve).get(path).expect(404);
    });
  });

  describe('of an interviewer', () => {
    it('leave a draft with its author, who learns nothing by leaving', async () => {
      const [first, second] = [panel.cards[0]!, panel.cards[1]!];
      const eve = await app.user('Eve');
      await app
        .as(first.author)
        .put(`/scorecards/${first.id}/draft`, { content: fullCard(3, 3, 'my private draft') }, 0)
        .expect(200);
      await app
        .as(second.author)
        .post(`/scorecards/${second.id}/submit`, { content: fullCard(4, 4, 'second') })
        .expect(200);
      const seatId = await seatOf(first.author, 'interviewer');
      await app.as(first.author).post(`/seats/${seatId}/end`, { reason: 'x' }).expect(409);
      await app.as(first.author).post(`/seats/${seatId}/hand-over`, { userId: second.author.id, reason: 'ill' }).expect(201);
      await app.as(panel.recruiter).post(`/seats/${seatId}/hand-over`, { userId: eve.id, reason: 'again' }).expect(409);
      const cards = await app.rows(
        'select interviewer_id, status, draft is not null as drafted, counts from scorecards where interview_id = $1 order by status',
        [first.interviewId],
      );
      expect(cards).toEqual([
        { interviewer_id: second.author.id, status: 'assigned', drafted: false, counts: true },
        { interviewer_id: first.author.id, status: 'declined', drafted: true, counts: false },
      ]);
      const sight = await app.rows('select sight from application_sight($1, $2) where application_id = $3', [
        first.author.id,
        app.clock.now(),
        panel.applicationId,
      ]);
      expect(sight).toEqual([{ sight: 'status' }]);
      await app
        .as(first.author)
        .get(`/scorecards/${second.id}`)
        .expect((answer) => expect(JSON.stringify(answer.body)).not.toContain('second'));
    });

    it("move an untouched card, counted once, due on the new interviewer's calendar", async () => {
      const card = panel.cards[0]!;
      const eve = await app.user('Eve');
      const seatId = await seatOf(card.author, 'interviewer');
      const before = await app.rows('select cards_due, cards_waived from applications where id = $1', [panel.applicationId]);
      await app.as(panel.recruiter).post(`/seats/${seatId}/hand-over`, { userId: eve.id, reason: 'ill' }).expect(201);
      expect(await app.rows('select cards_due, cards_waived from applications where id = $1', [panel.applicationId])).toEqual(before);
      const cards = await app.rows(
        'select interviewer_id, status, reason_code, counts from scorecards where interview_id = $1 order by created_at, status',
        [card.interviewId],
      );
      expect(cards).toEqual(
        expect.arrayContaining([
          { interviewer_id: card.author.id, status: 'declined', reason_code: 'handed_over', counts: false },
          { interviewer_id: eve.id, status: 'assigned', reason_code: null, counts: true },
        ]),
      );
      // Handed back, the same card is owed again.
      const back = await seatOf(eve, 'interviewer');
      await app.as(eve).post(`/seats/${back}/hand-over`, { userId: card.author.id, reason: 'well again' }).expect(201);
      expect(
        await app.rows('select id, status, counts from scorecards where interview_id = $1 and interviewer_id = $2', [
          card.interviewId,
          card.author.id,
        ]),
      ).toEqual([{ id: card.id, status: 'assigned', counts: true }]);
    });

    it('stay where the card is in', async () => {
      const card = panel.cards[0]!;
      await app.rows(`update scorecards set status = 'submitted', revision = 1, content = '{}' where id = $1`, [card.id]);
      const eve = await app.user('Eve');
      await app
        .as(panel.recruiter)
        .post(`/seats/${await seatOf(card.author, 'interviewer')}/hand-over`, { userId: eve.id, reason: 'x' })
        .expect(409);
    });

    it('need the qualification the round asks for', async () => {
      await app.rows(
        `update application_rounds set content = jsonb_set(content, '{panel}', '[{"title":"Scientist","count":1,"qualification":"causal"}]') where application_id = $1`,
        [panel.applicationId],
      );
      const [plain, able] = [await app.user('Eve'), await app.user('Uma', 'member', { qualifications: ['causal'] })];
      const seatId = await seatOf(panel.cards[0]!.author, 'interviewer');
      expect((await app.as(panel.recruiter).post(`/seats/${seatId}/hand-over`, { userId: plain.id, reason: 'x' }).expect(422)).body).toMatchObject({
        code: 'not_qualified',
        needed: ['causal'],
      });
      await app.as(panel.recruiter).post(`/seats/${seatId}/hand-over`, { userId: able.id, reason: 'x' }).expect(201);
    });

    it('are delegated for the day of the interview only, card included', async () => {
      const card = panel.cards[0]!;
      const eve = await app.user('Eve');
      const seatId = await seatOf(card.author, 'interviewer');
      const day = (offset: number) => new Date(app.clock.now().getTime() + offset * DAY).toISOString().slice(0, 10);
      const delegate = (startsOn: string, endsOn: string) =>
        app.as(card.author).post(`/seats/${seatId}/delegate`, { userId: eve.id, startsOn, endsOn, reason: 'trip' });
      await delegate(day(2), day(5)).expect(409);
      const made = await delegate(day(0), day(1)).expect(201);
      expect(made.body).toMatchObject({ delegatedFrom: seatId, endsAt: null });
      expect(await app.rows('select status from scorecards where interview_id = $1 and interviewer_id = $2', [card.interviewId, eve.id])).toEqual([
        { status: 'assigned' },
      ]);
      await app.as(eve).get(`/applications/${panel.applicationId}/seats`).expect(200);
    });
  });

  it("are one's own to list, without those on applications that are not there", async () => {
    const author = panel.cards[0]!.author;
    expect((await seatsOf(author, '/me/seats')).map((seat) => seat.kind)).toEqual(['interviewer']);
    await app.as(author).post('/conflicts', { candidateId: panel.personId, reason: 'old friends' }).expect(204);
    expect(await seatsOf(author, '/me/seats')).toEqual([]);
  });

  it('escalate what is overdue once, to somebody without a conflict', async () => {
    const card = panel.cards[0]!;
    const escalate = () =>
      app.app
        .get(EscalationService)
        .escalate(systemActor('system', 'test'), { applicationId: panel.applicationId, duty: 'scorecard', key: card.id, lateUserId: card.author.id });
    await app
      .as(panel.recruiter)
      .post(`/candidates/${panel.personId}/conflicts`, { userId: panel.recruiter.id, source: 'referrer', reason: 'referred' })
      .expect(204);
    expect(await Promise.all([escalate(), escalate()])).toEqual(expect.arrayContaining([{ userId: panel.manager.id, as: 'hiring_manager' }, null]));
    const told = await app.as(panel.manager).get('/me/notifications').expect(200);
    expect(told.body.items).toEqual([expect.objectContaining({ kind: 'duty.escalated', applicationId: panel.applicationId })]);
  });
});
