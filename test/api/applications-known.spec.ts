import { randomUUID } from 'node:crypto';
import { buildPanel, type Panel } from '../support/builders.js';
import { TestApp, type TestUser } from '../support/test-app.js';

/** Lists walk a shorter road than the rule of visibility. They must arrive at the same applications and candidates, for everybody. */
describe('what exists for a viewer', () => {
  let app: TestApp;
  let panels: Panel[];
  let everybody: TestUser[];
  beforeAll(async () => {
    app = await TestApp.start();
    const first = await buildPanel(app, { interviewers: 2, candidateName: 'One' });
    const second = await buildPanel(app, { interviewers: 1, candidateName: 'Two', on: first });
    const third = await buildPanel(app, {
      interviewers: 2,
      candidateName: 'Three',
      held: true,
      people: [first.interviewers[0]!, await app.user('Shared')],
    });
    panels = [first, second, third];
    const inside = await app.user('Inside Candidate');
    const cousin = await app.user('Cousin');
    const standIn = await app.user('Stand-in');
    const expired = await app.user('Expired');
    const late = await app.user('Not yet');
    const former = await app.user('Former');
    const admin = await app.user('Admin', 'admin');
    const auditor = await app.user('Auditor', 'auditor');
    const stranger = await app.user('Stranger');
    // An employee applies for the first job; somebody's cousin recruits for the third.
    const own = await app.as(first.recruiter).post('/candidates', { name: 'Inside', email: inside.email }).expect(201);
    await app.as(first.recruiter).post('/applications', { candidateId: own.body.id, jobId: first.job.id }).expect(201);
    await app.as(third.recruiter).post(`/candidates/${third.candidate.id}/relations`, { userId: cousin.id, source: 'relation' }).expect(204);
    const day = 86_400_000;
    const now = app.clock.now().getTime();
    const seat = (user: TestUser, jobId: string, kind: string, from: number | null, to: number | null, ended = false) =>
      app.rows(`insert into seats (id, user_id, kind, job_id, starts_at, ends_at, granted_at, ended_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`, [
        randomUUID(),
        user.id,
        kind,
        jobId,
        from === null ? null : new Date(now + from * day),
        to === null ? null : new Date(now + to * day),
        new Date(now),
        ended ? new Date(now) : null,
      ]);
    await seat(cousin, third.job.id, 'recruiter', null, null);
    await seat(inside, third.job.id, 'hiring_manager', null, null);
    await seat(inside, first.job.id, 'recruiter', null, null);
    await seat(standIn, first.job.id, 'coordinator', -1, 1);
    await seat(expired, first.job.id, 'recruiter', -3, -1);
    await seat(late, first.job.id, 'recruiter', 1, 2);
    await seat(former, first.job.id, 'recruiter', null, null, true);
    // Taken off the panel, with a draft that stays: the card still makes the application known.
    await app.rows(`update scorecards set status = 'draft', draft = '{}' where id = $1`, [second.interviews[0]!.scorecardId]);
    await app
      .as(second.recruiter)
      .post(`/interviews/${second.interviews[0]!.id}/panel/${second.interviewers[0]!.id}/unassign`, { reason: 'on leave' })
      .expect(200);
    // The copy of a candidate is merged: the cousin of the copy is the cousin of the person.
    const copy = await app.as(first.recruiter).post('/candidates', { name: 'One again', referrerId: stranger.id }).expect(201);
    await seat(stranger, first.job.id, 'hiring_manager', null, null);
    await app.as(admin).post(`/candidates/${first.candidate.id}/merge`, { duplicateId: copy.body.id, reason: 'same' }).expect(200);
    everybody = [
      inside,
      cousin,
      standIn,
      expired,
      late,
      former,
      admin,
      auditor,
      stranger,
      ...panels.flatMap((panel) => [panel.recruiter, panel.hiringManager, ...panel.interviewers]),
    ];
  });
  afterAll(() => app.stop());

  const ruled = async (user: TestUser, more = ''): Promise<string[]> =>
    (
      await app.rows<{ id: string }>(
        `select a.id from applications a join application_sight($1, $2) v on v.application_id = a.id where v.sight <> 'absent' ${more} order by a.id`,
        [user.id, app.clock.now()],
      )
    ).map((row) => row.id);
  const listed = async (user: TestUser, query = ''): Promise<string[]> =>
    ((await app.as(user).get(`/applications?limit=200${query}`).expect(200)).body.items as { id: string }[]).map((item) => item.id).sort();

  it('is the same by the rule, in every list and in every count', async () => {
    const seen = new Set<number>();
    for (const user of everybody) {
      const expected = await ruled(user);
      seen.add(expected.length);
      for (const sort of ['activity', 'started', 'name']) expect([user.name, await listed(user, `&sort=${sort}`)]).toEqual([user.name, expected]);
      const known = await app.rows<{ id: string }>('select application_id as id from known_applications($1, $2) order by 1', [
        user.id,
        app.clock.now(),
      ]);
      expect(known.map((row) => row.id)).toEqual(expected);
      const counts = (await app.as(user).get('/applications/counts').expect(200)).body.items as { count: number }[];
      expect(counts.reduce((sum, one) => sum + one.count, 0)).toBe(expected.length);
      for (const { job } of panels) {
        const ofJob = await ruled(user, `and a.job_id = '${job.id}'`);
        expect(await listed(user, `&jobId=${job.id}`)).toEqual(ofJob);
        expect(
          ((await app.as(user).get(`/applications/counts?jobId=${job.id}`)).body.items as { count: number }[]).reduce(
            (sum, one) => sum + one.count,
            0,
          ),
        ).toBe(ofJob.length);
      }
    }
    // The cast covers nobody, some and all; otherwise the comparison would say little.
    expect(seen.size).toBeGreaterThan(3);
  });

  it('shows the sight of the rule beside each', async () => {
    for (const user of everybody) {
      const items = (await app.as(user).get('/applications').expect(200)).body.items as { id: string; sight: string }[];
      const rows = await app.rows<{ id: string; sight: string }>('select application_id as id, sight from application_sight($1, $2)', [
        user.id,
        app.clock.now(),
      ]);
      for (const item of items) expect(item.sight).toBe(rows.find((row) => row.id === item.id)?.sight);
    }
  });

  it('answers for one application as the lists do, and for its candidate and interviews', async () => {
    const all = await app.rows<{ id: string; candidate_id: string }>('select id, candidate_id from applications');
    for (const user of everybody) {
      const known = new Set(await ruled(user));
      for (const { id, candidate_id } of all) {
        expect((await app.as(user).get(`/applications/${id}`)).status).toBe(known.has(id) ? 200 : 404);
        if (known.has(id)) await app.as(user).get(`/candidates/${candidate_id}`).expect(200);
      }
      const candidates = (await app.as(user).get('/candidates?limit=200').expect(200)).body.items as { id: string; applications: number }[];
      for (const { id, applications } of candidates) {
        const shown = await app.as(user).get(`/candidates/${id}`).expect(200);
        expect(shown.body.applications).toHaveLength(applications);
        for (const application of shown.body.applications as { id: string }[]) expect(known).toContain(application.id);
      }
    }
  });
});
