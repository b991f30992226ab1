import { buildPanel } from '../support/builders.js';
import { TestApp } from '../support/test-app.js';

describe('merging duplicate candidates', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('keeps both histories and lets duties and conflicts follow the person', async () => {
    const one = await buildPanel(app, { interviewers: 1, candidateName: 'Kim Original' });
    const two = await buildPanel(app, { interviewers: 1, candidateName: 'Kim Copy' });
    const admin = await app.user('Admin', 'admin');
    const friend = await app.user('Friend');
    await app.as(two.recruiter).post(`/candidates/${two.candidate.id}/relations`, { userId: friend.id, source: 'relation' }).expect(204);
    const merged = await app
      .as(admin)
      .post(`/candidates/${one.candidate.id}/merge`, { duplicateId: two.candidate.id, reason: 'same person' })
      .expect(200);
    expect(merged.body.mergedIds).toEqual([two.candidate.id]);
    expect(merged.body.applications.map((application: { id: string }) => application.id).sort()).toEqual(
      [one.application.id, two.application.id].sort(),
    );
    expect(merged.body.relations).toMatchObject([{ userId: friend.id, source: 'relation' }]);
    const rows = await app.rows<{ candidate_id: string; person_id: string }>(
      'select candidate_id, person_id from applications order by started_at, id',
    );
    expect(new Set(rows.map((row) => row.person_id))).toEqual(new Set([one.candidate.id]));
    expect(new Set(rows.map((row) => row.candidate_id))).toEqual(new Set([one.candidate.id, two.candidate.id]));

    // The friend of the copy is a stranger to the original's application too.
    const planned = one.interviews[0]!;
    const refused = await app.as(one.recruiter).post(`/interviews/${planned.id}/panel`, { userId: friend.id, training: 'shadow' }).expect(403);
    expect(refused.body).toMatchObject({ code: 'conflict_of_interest' });
    expect(JSON.stringify(refused.body)).not.toMatch(/relation|friend|refer/i);

    // The old record answers for the person and is no longer changed or listed.
    expect((await app.as(admin).get(`/candidates/${two.candidate.id}`).expect(200)).body).toMatchObject({
      personId: one.candidate.id,
      abilities: { edit: false, merge: false },
    });
    expect((await app.as(admin).get('/candidates?search=copy').expect(200)).body.items).toEqual([]);
    expect((await app.as(admin).patch(`/candidates/${two.candidate.id}`, { phone: '1' }, 2).expect(409)).body).toMatchObject({
      code: 'wrong_state',
      personId: one.candidate.id,
    });
    expect(
      (await app.as(admin).post(`/candidates/${one.candidate.id}/merge`, { duplicateId: two.candidate.id, reason: 'again' }).expect(409)).body.code,
    ).toBe('wrong_state');
    const events = await app.rows('select 1 from events where type = $1', ['candidate.merged']);
    expect(events).toHaveLength(2);
  });

  it('refuses while both have an open application to one job, and lets go when one has ended', async () => {
    const one = await buildPanel(app, { interviewers: 1, candidateName: 'Lee Twice' });
    const two = await buildPanel(app, { interviewers: 1, candidateName: 'Lee Again', on: one });
    const merge = () => app.as(one.recruiter).post(`/candidates/${one.candidate.id}/merge`, { duplicateId: two.candidate.id, reason: 'same person' });
    expect((await merge().expect(409)).body.code).toBe('conflict');
    await app.as(one.recruiter).post(`/applications/${two.application.id}/withdraw`, { reasonCode: 'timing' }).expect(200);
    await merge().expect(200);
    const reopened = await app
      .as(one.recruiter)
      .post(`/applications/${two.application.id}/reopen`, { reasonCode: 'mistake', reason: 'was not theirs' })
      .expect(409);
    expect(reopened.body).toMatchObject({ code: 'already_exists', applicationId: one.application.id });
  });

  it('refuses what cannot be merged', async () => {
    const one = await buildPanel(app, { interviewers: 1 });
    await app.as(one.recruiter).post(`/candidates/${one.candidate.id}/merge`, { duplicateId: one.candidate.id, reason: 'x' }).expect(422);
    await app
      .as(one.recruiter)
      .post(`/candidates/${one.candidate.id}/merge`, { duplicateId: '00000000-0000-4000-8000-000000000000', reason: 'x' })
      .expect(404);
    await app.as(one.recruiter).post(`/candidates/${one.candidate.id}/merge`, { duplicateId: one.candidate.id }).expect(422);
    await app.as(one.interviewers[0]!).post(`/candidates/${one.candidate.id}/merge`, { duplicateId: one.candidate.id, reason: 'x' }).expect(422);
  });

  it('leaves one person when the same two are merged both ways at once', async () => {
    const admin = await app.user('Admin Two', 'admin');
    for (let time = 0; time < 8; time++) {
      const [a, b] = await Promise.all([app.as(admin).post('/candidates', { name: 'A' }), app.as(admin).post('/candidates', { name: 'B' })]);
      const answers = await Promise.all([
        app.as(admin).post(`/candidates/${a.body.id}/merge`, { duplicateId: b.body.id, reason: 'x' }),
        app.as(admin).post(`/candidates/${b.body.id}/merge`, { duplicateId: a.body.id, reason: 'x' }),
      ]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
      const persons = await app.rows<{ person_id: string }>('select distinct person_id from candidates where id = any($1)', [[a.body.id, b.body.id]]);
      expect(persons).toHaveLength(1);
    }
  });
});
