import { buildPanel, type Panel } from '../support/builders.js';
import { refreshApplication } from '../support/refresh-application.js';
import { TestApp, type TestUser } from '../support/test-app.js';

interface Listed {
  readonly items: { readonly id: string; readonly candidateName: string }[];
  readonly nextCursor: string | null;
}

describe('applications', () => {
  let app: TestApp;
  let panel: Panel;
  beforeAll(async () => {
    app = await TestApp.start();
    panel = await buildPanel(app, { held: true });
  });
  afterAll(() => app.stop());

  const move = (by: TestUser, id: string, way: string, reasonCode: string, more: Record<string, unknown> = {}) =>
    app.as(by).post(`/applications/${id}/${way}`, { reasonCode, ...more });
  const typesOf = async (id: string) =>
    (await app.rows<{ type: string }>('select type from events where application_id = $1 order by id', [id])).map((event) => event.type);
  const pages = async (by: TestUser, query: string): Promise<Listed['items']> => {
    const items: Listed['items'] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { body: Listed } = await app
        .as(by)
        .get(`/applications?${query}${cursor ? `&cursor=${cursor}` : ''}`)
        .expect(200);
      items.push(...page.body.items);
      cursor = page.body.nextCursor;
    }
    return items;
  };

  it('lay out the plan’s rounds and pin rubric version and policy', async () => {
    const seen = await app.as(panel.recruiter).get(`/applications/${panel.application.id}`).expect(200);
    expect(seen.body).toMatchObject({
      status: 'active',
      rubricVersionId: panel.job.rubricVersionId,
      visibilityPolicy: 'after_own',
      debriefState: 'collecting',
      sight: 'content',
      currentRoundKey: 'recruiter_screen',
      cards: { due: panel.interviews.length, submitted: 0, waived: 0 },
      abilities: { advance: true, changeRubric: true },
    });
    expect(seen.body.rounds.map((round: { status: string }) => round.status)).toEqual(['current', 'pending', 'pending', 'pending', 'pending']);
    const [kit] = await app.rows<{ kit: { round: string } }>(
      `select kit from application_rounds where application_id = $1 and key = 'product_sense'`,
      [panel.application.id],
    );
    expect(kit?.kit.round).toBe('product_sense');
  });

  it('are compared with others of the job by auditors alone', async () => {
    const compares = async (user: TestUser) => {
      const { body } = await app.as(user).get(`/applications/${panel.application.id}`).expect(200);
      const { compare } = body.abilities as { compare: boolean };
      await app
        .as(user)
        .get(`/applications/${panel.application.id}/comparators`)
        .expect(compare ? 200 : 403);
      return compare;
    };
    expect(await compares(await app.user('Audie', 'auditor'))).toBe(true);
    for (const user of [panel.recruiter, panel.hiringManager, panel.interviews[0]!.interviewer]) expect(await compares(user)).toBe(false);
  });

  it('do not change when their job, plan or rubric does', async () => {
    const one = await buildPanel(app, { interviewers: 1 });
    const plan = await app.as(one.recruiter).get(`/interview-plans/${one.job.planId}`).expect(200);
    const { name, kits, content } = plan.body;
    const rounds = content.rounds.map((round: object) => ({ ...round, minutes: 99 }));
    await app
      .as(one.recruiter)
      .put(`/interview-plans/${one.job.planId}`, { name, kits, content: { ...content, rounds } }, 1)
      .expect(200);
    const job = await app.as(one.recruiter).get(`/jobs/${one.job.id}`).expect(200);
    await app.as(one.recruiter).patch(`/jobs/${one.job.id}`, { visibilityPolicy: 'deciders_only' }, job.body.version).expect(200);
    const seen = await app.as(one.recruiter).get(`/applications/${one.application.id}`).expect(200);
    expect(seen.body.visibilityPolicy).toBe('after_own');
    expect(seen.body.rounds[0].minutes).toBe(30);
  });

  it('start only on an open job, once a person, by those who run the job', async () => {
    const start = (by: TestUser, jobId: string, candidateId = panel.candidate.id) => app.as(by).post('/applications', { jobId, candidateId });
    expect((await start(panel.recruiter, panel.job.id).expect(409)).body).toMatchObject({
      code: 'already_exists',
      applicationId: panel.application.id,
    });
    await start(panel.interviewers[0]!, panel.job.id).expect(403);
    const bare = await app.as(panel.recruiter).post('/jobs', { title: 'Bare' }).expect(201);
    expect((await start(panel.recruiter, bare.body.id).expect(409)).body.code).toBe('wrong_state');
    expect((await start(await app.user('Nobody'), bare.body.id).expect(422)).body.errors[0].pointer).toBe('/jobId');
    expect((await app.as(panel.recruiter).post(`/jobs/${bare.body.id}/open`, {}).expect(422)).body).toMatchObject({
      code: 'incomplete',
      errors: [{ pointer: '/rubricVersionId' }, { pointer: '/planId' }],
    });
    expect((await start(panel.recruiter, panel.job.id, '00000000-0000-4000-8000-000000000000').expect(422)).body.errors[0].pointer).toBe(
      '/candidateId',
    );
    await start(panel.recruiter, panel.job.id, 'x').expect(422);
  });

  it('start once when asked twice at the same moment', async () => {
    const one = await buildPanel(app, { interviewers: 1 });
    const made = await app.as(one.recruiter).post('/candidates', { name: 'Twice' }).expect(201);
    const answers = await Promise.all(
      [1, 2, 3].map(() => app.as(one.recruiter).post('/applications', { jobId: one.job.id, candidateId: made.body.id })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
  });

  it('go through their rounds to the end, and take a rejection back', async () => {
    const one = await buildPanel(app, { held: true });
    const { id } = one.application;
    for (const round of ['recruiter_screen', 'product_sense']) {
      expect(
        (await move(one.recruiter, id, 'advance', 'round_passed', { round }).expect(200)).body.rounds.find(
          (step: { key: string }) => step.key === round,
        ),
      ).toMatchObject({ status: 'passed', outcome: 'advance' });
    }
    expect((await move(one.recruiter, id, 'advance', 'round_passed', { round: 'product_sense' }).expect(409)).body).toMatchObject({
      code: 'wrong_state',
      currentRoundKey: 'technical_deep_dive',
    });
    expect((await move(one.recruiter, id, 'hold', 'candidate_asked').expect(200)).body).toMatchObject({
      status: 'on_hold',
      abilities: { resume: true, advance: false },
    });
    await move(one.recruiter, id, 'advance', 'round_passed').expect(409);
    await move(one.hiringManager, id, 'resume', 'hold_ended').expect(200);
    const rejected = await move(one.hiringManager, id, 'reject', 'below_bar').expect(200);
    expect(rejected.body).toMatchObject({
      status: 'rejected',
      currentRoundKey: null,
      endedAt: expect.any(String),
      abilities: { reopen: true, reject: false },
    });
    expect(rejected.body.rounds.map((round: { status: string }) => round.status)).toEqual([
      'passed',
      'passed',
      'passed',
      'not_reached',
      'not_reached',
    ]);
    expect((await move(one.hiringManager, id, 'reopen', 'mistake').expect(422)).body.code).toBe('reason_required');
    const reopened = await move(one.hiringManager, id, 'reopen', 'mistake', { reason: 'meant another person' }).expect(200);
    expect(reopened.body).toMatchObject({ status: 'active', currentRoundKey: 'technical_deep_dive', endedAt: null });
    expect((await typesOf(id)).filter((type) => type === 'application.moved')).toHaveLength(6);
  });

  it('are moved by recruiter, hiring manager or admin with a reason of the move', async () => {
    const { id } = panel.application;
    await move(panel.interviewers[0]!, id, 'advance', 'round_passed').expect(403);
    await move(await app.user('Outside'), id, 'advance', 'round_passed').expect(404);
    expect((await move(panel.recruiter, id, 'advance', 'below_bar').expect(422)).body.errors[0].pointer).toBe('/reasonCode');
    expect((await move(panel.recruiter, id, 'advance', 'other').expect(422)).body.code).toBe('reason_required');
    expect((await move(panel.recruiter, id, 'offer', 'decided').expect(409)).body).toMatchObject({ code: 'wrong_state' });
    await app.as(panel.recruiter).post(`/applications/${id}/promote`, { reasonCode: 'other' }).expect(404);
  });

  it('do not advance past an interview still to come, and cancel what was to come when they end', async () => {
    const one = await buildPanel(app, { interviewers: 2 });
    const { id } = one.application;
    expect((await move(one.recruiter, id, 'advance', 'round_passed').expect(409)).body).toMatchObject({
      code: 'wrong_state',
      interviewId: one.interviews[0]!.id,
    });
    const ended = await move(one.recruiter, id, 'withdraw', 'timing').expect(200);
    const statuses = ended.body.rounds.flatMap((round: { interviews: { status: string }[] }) =>
      round.interviews.map((interview) => interview.status),
    );
    expect(statuses).toEqual(['cancelled', 'cancelled']);
    expect(ended.body.cards).toMatchObject({ due: 0 });
    expect((await typesOf(id)).filter((type) => type === 'interview.cancelled')).toHaveLength(2);
  });

  it('remember the application before', async () => {
    const one = await buildPanel(app, { interviewers: 1 });
    await move(one.recruiter, one.application.id, 'reject', 'position_filled').expect(200);
    const again = await app.as(one.recruiter).post('/applications', { jobId: one.job.id, candidateId: one.candidate.id }).expect(201);
    expect(again.body.previousApplicationId).toBe(one.application.id);
  });

  it('take rounds added, skipped and reordered, each with a reason', async () => {
    const one = await buildPanel(app, { rounds: ['recruiter_screen', 'leadership'] });
    const path = `/applications/${one.application.id}/rounds`;
    const round = {
      key: 'second_look',
      name: 'Second look',
      minutes: 30,
      focus: 'What was left open',
      targetDay: 20,
      panel: [{ title: 'anybody', count: 1 }],
    };
    const added = await app.as(one.recruiter).post(path, { round, after: 'recruiter_screen', reason: 'left open' });
    expect(added.body).toMatchObject({ code: 'wrong_state' });
    const last = await app.as(one.recruiter).post(path, { round, reason: 'left open' }).expect(200);
    expect(last.body.rounds.at(-1)).toMatchObject({ key: 'second_look', status: 'pending', position: 5 });
    const ordered = await app
      .as(one.recruiter)
      .put(`${path}/order`, { order: ['second_look', 'leadership'], reason: 'leader is away' })
      .expect(200);
    expect(ordered.body.rounds.map((step: { key: string }) => step.key).slice(-2)).toEqual(['second_look', 'leadership']);
    expect(
      (
        await app
          .as(one.recruiter)
          .put(`${path}/order`, { order: ['leadership'], reason: 'x' })
          .expect(422)
      ).body.errors[0].pointer,
    ).toBe('/order');
    expect((await app.as(one.recruiter).post(`${path}/leadership/skip`, { reason: 'x' }).expect(409)).body.code).toBe('in_use');
    await app.as(one.recruiter).post(`${path}/second_look/skip`, { reason: 'enough' }).expect(200);
    await app.as(one.recruiter).post(`${path}/nowhere/skip`, { reason: 'enough' }).expect(404);
    await app.as(one.recruiter).post(`${path}/second_look/skip`, {}).expect(422);
    expect(
      (
        await app
          .as(one.recruiter)
          .post(path, { round: { ...round, minutes: 'long' }, reason: 'x' })
          .expect(422)
      ).body.errors[0].pointer,
    ).toBe('/round/minutes');
    expect(
      (
        await app
          .as(one.recruiter)
          .post(path, { round: { ...round, key: 'leadership' }, reason: 'x' })
          .expect(422)
      ).body.errors[0].pointer,
    ).toBe('/round/key');
    await app.as(one.interviewers[0]!).post(path, { round, reason: 'x' }).expect(403);
    const events = (await typesOf(one.application.id)).filter((type) => type.startsWith('round.'));
    expect(events).toEqual(['round.skipped', 'round.skipped', 'round.skipped', 'round.added', 'round.reordered', 'round.skipped']);
  });

  it('record yes/no facts of a round for those who see the content', async () => {
    const one = await buildPanel(app, { interviewers: 1 });
    const path = `/applications/${one.application.id}/rounds/recruiter_screen/facts`;
    const kept = await app
      .as(one.recruiter)
      .put(path, { facts: { work_authorised: true } })
      .expect(200);
    expect(kept.body.rounds[0].facts).toEqual({ work_authorised: true });
    await app
      .as(one.recruiter)
      .put(path, { facts: { band_confirmed: false } })
      .expect(200);
    expect(
      (
        await app
          .as(one.recruiter)
          .put(path, { facts: { favourite_colour: true } })
          .expect(422)
      ).body.errors[0].pointer,
    ).toBe('/facts/favourite_colour');
    await app
      .as(one.recruiter)
      .put(path, { facts: { work_authorised: 'yes' } })
      .expect(422);
    const blind = await app.as(one.interviewers[0]!).get(`/applications/${one.application.id}`).expect(200);
    expect(blind.body.rounds[0].facts).toBeNull();
  });

  it('move to another published rubric version until the first card is submitted', async () => {
    const one = await buildPanel(app, { interviewers: 1, held: true });
    const draft = await app.as(one.recruiter).post(`/rubrics/versions/${one.job.rubricVersionId}/drafts`).expect(201);
    const change = () =>
      app.as(one.recruiter).put(`/applications/${one.application.id}/rubric`, { rubricVersionId: draft.body.id, reason: 'mended anchors' });
    expect((await change().expect(422)).body.errors[0].pointer).toBe('/rubricVersionId');
    await app.as(one.recruiter).post(`/rubrics/versions/${draft.body.id}/publish`).expect(200);
    expect((await change().expect(200)).body.rubricVersionId).toBe(draft.body.id);
    await submitted(one.interviews[0]!.scorecardId);
    expect((await change().expect(409)).body.code).toBe('wrong_state');
  });

  /** A submitted card, put there directly: submitting has tests of its own. */
  async function submitted(cardId: string): Promise<void> {
    const [card] = await app.rows<{ applicationId: string }>(
      `update scorecards set status = 'submitted', revision = 1, content = '{}', first_submitted_at = $2, submitted_at = $2 where id = $1
       returning application_id as "applicationId"`,
      [cardId, app.clock.now()],
    );
    await refreshApplication(app, card!.applicationId);
  }

  it('tell a blinded viewer the stage and the status of cards, and nothing else', async () => {
    const one = await buildPanel(app, { interviewers: 2, held: true });
    const [first, second] = one.interviews;
    await move(one.recruiter, one.application.id, 'hold', 'other', { reason: 'the screen was weak' }).expect(200);
    app.clock.advance(5 * 60_000);
    await submitted(first!.scorecardId);
    await app.rows(`update applications set panel_outcome = 'hire', deciding_value = 0.6 where id = $1`, [one.application.id]);
    const blind = await app.as(second!.interviewer).get(`/applications/${one.application.id}`).expect(200);
    expect(blind.body).toMatchObject({ sight: 'status', outcome: null, reason: null, reasonCode: null, cards: { due: 1, submitted: 1, waived: 0 } });
    const text = JSON.stringify(blind.body);
    expect(text).not.toContain('weak');
    expect(text).not.toContain(app.clock.now().toISOString());
    expect(text).not.toMatch(/submittedAt|lastActivity|deciding/);
    const cards = blind.body.rounds.flatMap((round: { interviews: { panel: { card: { status: string } }[] }[] }) =>
      round.interviews.flatMap((interview) => interview.panel.map((member) => member.card.status)),
    );
    expect(cards.sort()).toEqual(['due', 'submitted']);
    const [listed] = (await app.as(second!.interviewer).get('/applications').expect(200)).body.items;
    expect(listed).toMatchObject({ id: one.application.id, sight: 'status', outcome: null });
    expect(JSON.stringify(listed)).not.toContain(app.clock.now().toISOString());
    const own = await app.as(first!.interviewer).get(`/applications/${one.application.id}`).expect(200);
    expect(own.body).toMatchObject({ sight: 'content', reason: 'the screen was weak' });
  });

  it('stay in their place in every order when a card is submitted', async () => {
    const one = await buildPanel(app, { interviewers: 1, held: true });
    const two = await buildPanel(app, { interviewers: 1, held: true, on: one });
    const order = async () => (await pages(one.recruiter, `jobId=${one.job.id}`)).map((item) => item.id);
    const before = await order();
    expect(before).toEqual([two.application.id, one.application.id]);
    app.clock.advance(60_000);
    await submitted(one.interviews[0]!.scorecardId);
    expect(await order()).toEqual(before);
    await move(one.recruiter, one.application.id, 'advance', 'round_passed').expect(200);
    expect(await order()).toEqual([one.application.id, two.application.id]);
  });

  it('are listed in pages that lose and repeat nothing, filtered, searched and counted for this viewer', async () => {
    const one = await buildPanel(app, { interviewers: 1, candidateName: 'zoe' });
    const rest: Panel[] = [];
    for (const candidateName of ['Anna', 'anna', 'Bert', 'Änne', 'Zoë'])
      rest.push(await buildPanel(app, { interviewers: 1, candidateName, on: one }));
    for (const sort of ['activity', 'started', 'name']) {
      const items = await pages(one.recruiter, `sort=${sort}&limit=2&jobId=${one.job.id}`);
      expect(new Set(items.map((item) => item.id)).size).toBe(6);
      expect(items).toHaveLength(6);
    }
    expect((await pages(one.recruiter, 'limit=1&sort=name&search=ann')).map((item) => item.candidateName.toLowerCase())).toEqual(['anna', 'anna']);
    await move(one.recruiter, rest[0]!.application.id, 'reject', 'position_filled').expect(200);
    expect(await pages(one.recruiter, `jobId=${one.job.id}&status=rejected`)).toHaveLength(1);
    expect(await pages(one.recruiter, `jobId=${one.job.id}&status=active&round=recruiter_screen`)).toHaveLength(5);
    expect((await app.as(one.recruiter).get(`/applications/counts?jobId=${one.job.id}`).expect(200)).body.items).toEqual([
      { status: 'active', count: 5 },
      { status: 'rejected', count: 1 },
    ]);
    // Each interviewer knows of their own application alone; the admin of all; a stranger of none.
    const lone = rest[1]!.interviewers[0]!;
    expect((await pages(lone, 'limit=1')).map((item) => item.id)).toEqual([rest[1]!.application.id]);
    expect((await app.as(lone).get('/applications/counts').expect(200)).body.items).toEqual([{ status: 'active', count: 1 }]);
    const admin = await app.user('Admin', 'admin');
    const [total] = await app.rows<{ count: number }>('select count(*)::integer as count from applications');
    expect(await pages(admin, 'limit=7&sort=started')).toHaveLength(total!.count);
    const stranger = await app.user('Stranger');
    expect(await pages(stranger, `jobId=${one.job.id}`)).toEqual([]);
    expect((await app.as(stranger).get('/applications/counts').expect(200)).body.items).toEqual([]);
  });

  it('vanish for whoever comes into conflict', async () => {
    const one = await buildPanel(app, { interviewers: 1 });
    await app
      .as(one.recruiter)
      .post(`/candidates/${one.candidate.id}/relations`, { userId: one.hiringManager.id, source: 'relation', reason: 'cousin' })
      .expect(204);
    await app.as(one.hiringManager).get(`/applications/${one.application.id}`).expect(404);
    await app.as(one.hiringManager).get(`/interviews/${one.interviews[0]!.id}`).expect(404);
    await move(one.hiringManager, one.application.id, 'advance', 'round_passed').expect(404);
    expect(await pages(one.hiringManager, `jobId=${one.job.id}`)).toEqual([]);
    expect((await app.as(one.hiringManager).get(`/applications/counts?jobId=${one.job.id}`).expect(200)).body.items).toEqual([]);
  });

  it.each(['jobId=x', 'status=lost', 'sort=last_activity_at', 'round=%00', 'limit=0', 'limit=201', 'cursor=zzz', 'colour=red', 'outcome=hire'])(
    'refuse the list query %s',
    async (query) => {
      await app.as(panel.recruiter).get(`/applications?${query}`).expect(422);
    },
  );
});
