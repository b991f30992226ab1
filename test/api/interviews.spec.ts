import { buildPanel, type Panel } from '../support/builders.js';
import { TestApp, type TestUser } from '../support/test-app.js';

const HOUR = 3_600_000;

describe('interviews and their panels', () => {
  let app: TestApp;
  let panel: Panel;
  beforeAll(async () => {
    app = await TestApp.start();
    panel = await buildPanel(app, { rounds: ['technical_deep_dive'] });
  });
  afterAll(() => app.stop());

  const time = (hours: number, length = 1) => ({
    startsAt: new Date(app.clock.now().getTime() + hours * HOUR).toISOString(),
    endsAt: new Date(app.clock.now().getTime() + (hours + length) * HOUR).toISOString(),
  });
  const plan = async (one: Panel, round?: string): Promise<string> =>
    (
      await app
        .as(one.recruiter)
        .post('/interviews', { applicationId: one.application.id, ...(round ? { round } : {}) })
        .expect(201)
    ).body.id;
  const assign = (one: Panel, id: string, user: TestUser, more: Record<string, unknown> = {}) =>
    app.as(one.recruiter).post(`/interviews/${id}/panel`, { userId: user.id, ...more });

  it('go from planned to held, and are due on the interviewer’s own clock', async () => {
    const one = await buildPanel(app, { rounds: ['recruiter_screen'], interviewers: 1 });
    const id = await plan(one);
    const shanghai = await app.user('Wei', 'member', { timeZone: 'Asia/Shanghai', country: 'CN' });
    await assign(one, id, shanghai).expect(200);
    const scheduled = await app
      .as(one.recruiter)
      .post(`/interviews/${id}/schedule`, { ...time(2), timeZone: 'Asia/Shanghai', location: 'Room 4' })
      .expect(200);
    expect(scheduled.body).toMatchObject({
      status: 'scheduled',
      timeZone: 'Asia/Shanghai',
      location: 'Room 4',
      warnings: [
        { code: 'outside_hours', userId: shanghai.id },
        { code: 'short_notice', userId: null },
      ],
      abilities: { move: true, markHeld: false, schedule: false },
    });
    // 15:00 UTC on Wednesday is 23:00 in Shanghai: due on Thursday at 18:00 there.
    const [card] = await app.rows<{ due_at: Date }>('select due_at from scorecards where interview_id = $1', [id]);
    expect(card?.due_at.toISOString()).toBe('2026-03-05T10:00:00.000Z');
    expect((await app.as(one.recruiter).post(`/interviews/${id}/held`).expect(409)).body.code).toBe('wrong_state');
    const moved = await app
      .as(one.recruiter)
      .put(`/interviews/${id}/time`, { ...time(30), reason: 'train strike' }, scheduled.body.version)
      .expect(200);
    expect((await app.as(one.recruiter).put(`/interviews/${id}/time`, time(40), scheduled.body.version).expect(409)).body).toMatchObject({
      code: 'version_conflict',
      currentVersion: moved.body.version,
    });
    const [later] = await app.rows<{ due_at: Date; sequence: number }>(
      'select s.due_at, i.sequence from scorecards s join interviews i on i.id = s.interview_id where i.id = $1',
      [id],
    );
    // 19:00 UTC on Thursday is Friday there, so the next business day is Monday.
    expect(later?.due_at.toISOString()).toBe('2026-03-09T10:00:00.000Z');
    expect(later?.sequence).toBe(2);
    app.clock.advance(31 * HOUR);
    expect((await app.as(shanghai).post(`/interviews/${id}/held`).expect(200)).body.status).toBe('held');
    expect((await app.as(one.recruiter).post(`/interviews/${id}/cancel`, { reason: 'x' }).expect(409)).body.code).toBe('wrong_state');
  });

  it('end the duty of their panel when they are called off', async () => {
    const one = await buildPanel(app, { interviewers: 2 });
    const [first, second] = one.interviews;
    expect((await app.as(one.recruiter).post(`/interviews/${first!.id}/cancel`, {}).expect(422)).body.errors[0].pointer).toBe('/reason');
    const cancelled = await app.as(one.recruiter).post(`/interviews/${first!.id}/cancel`, { reason: 'candidate ill' }).expect(200);
    expect(cancelled.body).toMatchObject({ status: 'cancelled', reason: 'candidate ill' });
    expect((await app.as(one.recruiter).post(`/interviews/${second!.id}/no-show`, { reason: 'did not come' }).expect(409)).body.code).toBe(
      'wrong_state',
    );
    app.clock.advance(4 * HOUR);
    await app.as(one.recruiter).post(`/interviews/${second!.id}/no-show`, { reason: 'did not come' }).expect(200);
    expect((await app.as(one.recruiter).get(`/applications/${one.application.id}`).expect(200)).body.cards).toEqual({
      due: 0,
      submitted: 0,
      waived: 0,
    });
    expect((await app.as(first!.interviewer).get('/me/interviews').expect(200)).body.items).toEqual([]);
    expect((await assign(one, first!.id, await app.user('Late')).expect(409)).body.code).toBe('wrong_state');
  });

  it('seat only whom a place can have', async () => {
    const [interview] = panel.interviews;
    const chef = await app.user('Chef', 'member', { qualifications: ['cooking'] });
    const refused = await assign(panel, interview!.id, chef).expect(422);
    expect(refused.body).toMatchObject({ code: 'not_qualified', needed: ['technical_deep_dive'], errors: [{ pointer: '/userId' }] });
    expect((await assign(panel, interview!.id, chef, { place: 'kitchen' }).expect(422)).body.errors[0].pointer).toBe('/place');
    expect((await assign(panel, interview!.id, interview!.interviewer).expect(409)).body.code).toBe('already_exists');
    const second = await app.user('Second', 'member', { qualifications: ['technical_deep_dive'] });
    expect((await assign(panel, interview!.id, second, { place: 'senior data scientist or machine-learning engineer' }).expect(409)).body.code).toBe(
      'conflict',
    );
    expect((await assign(panel, interview!.id, await app.user('Auditor', 'auditor')).expect(422)).body.errors[0].code).toBe('auditor');
    expect(
      (await app.as(panel.recruiter).post(`/interviews/${interview!.id}/panel`, { userId: '00000000-0000-4000-8000-000000000000' }).expect(422)).body
        .errors[0].pointer,
    ).toBe('/userId');
    await app.as(interview!.interviewer).post(`/interviews/${interview!.id}/panel`, { userId: second.id }).expect(403);
  });

  it('train people whose cards never count', async () => {
    const one = await buildPanel(app, { rounds: ['technical_deep_dive'] });
    const [interview] = one.interviews;
    const shadow = await app.user('Shadow');
    const seated = await assign(one, interview!.id, shadow, { training: 'shadow' }).expect(200);
    expect(seated.body.panel.find((member: { userId: string }) => member.userId === shadow.id)).toMatchObject({
      training: 'shadow',
      place: null,
      card: { status: 'due', counts: false },
    });
    expect((await app.as(one.recruiter).get(`/applications/${one.application.id}`).expect(200)).body.cards.due).toBe(1);
    // Alone with a trainee nobody's card would count.
    const other = await plan(one, 'technical_deep_dive');
    const warned = await assign(one, other, await app.user('Trainee'), { training: 'reverse_shadow' }).expect(200);
    expect(warned.body.warnings).toMatchObject([{ code: 'no_observer' }]);
    const observer = await app.user('Observer', 'member', { qualifications: ['technical_deep_dive'] });
    const whole = await assign(one, other, observer, { lead: true }).expect(200);
    expect(whole.body.warnings).toEqual([]);
    expect(whole.body.panel.find((member: { userId: string }) => member.userId === observer.id)).toMatchObject({
      lead: true,
      card: { counts: true },
    });
  });

  it('refuse whoever is in conflict without saying why', async () => {
    const one = await buildPanel(app, { rounds: ['recruiter_screen'] });
    const cousin = await app.user('Cousin');
    await app
      .as(one.recruiter)
      .post(`/candidates/${one.candidate.id}/relations`, { userId: cousin.id, source: 'relation', reason: 'cousin' })
      .expect(204);
    const refused = await assign(one, one.interviews[0]!.id, cousin).expect(403);
    expect(refused.body).toMatchObject({ code: 'conflict_of_interest', errors: [{ pointer: '/userId' }] });
    // A rival for the same job is refused in the same words.
    const inside = await app.user('Inside');
    const rival = await app.as(one.recruiter).post('/candidates', { name: 'Rival', email: inside.email }).expect(201);
    await app.as(one.recruiter).post('/applications', { candidateId: rival.body.id, jobId: one.job.id }).expect(201);
    const alike = await assign(one, one.interviews[0]!.id, inside).expect(403);
    expect(alike.body.detail).toBe(refused.body.detail);
  });

  it('warn of another interview at the same time and of days away, without saying with whom', async () => {
    const one = await buildPanel(app, { interviewers: 1, candidateName: 'First Secret' });
    const two = await buildPanel(app, { rounds: ['recruiter_screen'], people: [one.interviewers[0]!], candidateName: 'Second' });
    const busy = one.interviewers[0]!;
    const seen = await app.as(two.recruiter).get(`/interviews/${two.interviews[0]!.id}`).expect(200);
    const again = { startsAt: seen.body.startsAt, endsAt: seen.body.endsAt };
    const warned = await app.as(two.recruiter).put(`/interviews/${two.interviews[0]!.id}/time`, again, seen.body.version).expect(200);
    expect(warned.body.warnings[0]).toMatchObject({ code: 'overlap', userId: busy.id });
    expect(JSON.stringify(warned.body.warnings)).not.toContain('Secret');
    await app.rows(
      `insert into absences (id, user_id, starts_on, ends_on) values (gen_random_uuid(), $1, ($2::timestamptz + interval '2 days')::date, ($2::timestamptz + interval '3 days')::date)`,
      [busy.id, app.clock.now()],
    );
    const away = await app.as(two.recruiter).put(`/interviews/${two.interviews[0]!.id}/time`, time(50), warned.body.version).expect(200);
    expect(away.body.warnings[0]).toMatchObject({ code: 'absent', userId: busy.id });
  });

  it('let somebody be taken off by another, and keep what they had written', async () => {
    const one = await buildPanel(app, { interviewers: 2 });
    const [first, second] = one.interviews;
    const off = (by: TestUser, id: string, user: TestUser) => app.as(by).post(`/interviews/${id}/panel/${user.id}/unassign`, { reason: 'on leave' });
    await off(first!.interviewer, first!.id, first!.interviewer).expect(403);
    await off(one.recruiter, first!.id, first!.interviewer).expect(200);
    expect(await app.rows('select 1 from scorecards where interview_id = $1', [first!.id])).toEqual([]);
    await app.as(first!.interviewer).get(`/applications/${one.application.id}`).expect(404);
    await app.rows(`update scorecards set status = 'draft', draft = '{"note":"half"}', draft_version = 1 where id = $1`, [second!.scorecardId]);
    await off(one.recruiter, second!.id, second!.interviewer).expect(200);
    expect(await app.rows('select status, reason_code, draft from scorecards where id = $1', [second!.scorecardId])).toEqual([
      { status: 'waived', reason_code: 'unassigned', draft: { note: 'half' } },
    ]);
    const back = await assign(one, second!.id, second!.interviewer).expect(200);
    expect(back.body.panel).toMatchObject([{ userId: second!.interviewer.id, card: { id: second!.scorecardId, status: 'due' } }]);
    expect(await app.rows('select status, draft from scorecards where id = $1', [second!.scorecardId])).toEqual([
      { status: 'draft', draft: { note: 'half' } },
    ]);
    await app.rows(`update scorecards set status = 'submitted', revision = 1, content = '{}', submitted_at = now() where id = $1`, [
      second!.scorecardId,
    ]);
    expect((await off(one.recruiter, second!.id, second!.interviewer).expect(409)).body.code).toBe('in_use');
    expect((await app.as(one.recruiter).post(`/interviews/${second!.id}/cancel`, { reason: 'x' }).expect(409)).body.code).toBe('in_use');
  });

  it('nobody takes themselves off a panel, recruiters included', async () => {
    const one = await buildPanel(app, { rounds: ['recruiter_screen'], interviewers: 1 });
    const id = await plan(one);
    await assign(one, id, one.recruiter).expect(200);
    expect(
      (await app.as(one.recruiter).post(`/interviews/${id}/panel/${one.recruiter.id}/unassign`, { reason: 'want to read' }).expect(403)).body.code,
    ).toBe('forbidden');
  });

  it('do not make the debrief ready while a round has an interview without anybody whose card counts', async () => {
    const one = await buildPanel(app, { rounds: ['recruiter_screen', 'technical_deep_dive'], interviewers: 1 });
    const state = async () => (await app.as(one.recruiter).get(`/applications/${one.application.id}`).expect(200)).body.debriefState;
    const round = { key: 'extra', name: 'Extra', minutes: 30, focus: 'More', targetDay: 20, panel: [{ title: 'anybody', count: 1 }] };
    await app.as(one.recruiter).post(`/applications/${one.application.id}/rounds`, { round, reason: 'more' }).expect(200);
    await app.rows(`update scorecards set status = 'submitted', revision = 1, content = '{}', submitted_at = now() where id = $1`, [
      one.interviews[0]!.scorecardId,
    ]);
    const extra = await plan(one, 'extra');
    expect(await state()).toBe('collecting');
    await assign(one, extra, await app.user('Just watching'), { training: 'shadow' }).expect(200);
    expect(await state()).toBe('collecting');
    await app.as(one.recruiter).post(`/interviews/${extra}/cancel`, { reason: 'not needed' }).expect(200);
    await app.as(one.recruiter).post(`/applications/${one.application.id}/rounds/extra/skip`, { reason: 'not needed' }).expect(200);
    expect(await state()).toBe('ready');
    const events = await app.rows<{ content: { payload: unknown } }>(
      `select c.content from events e join event_contents c on c.event_id = e.id where e.type = 'debrief.state_changed' and e.application_id = $1`,
      [one.application.id],
    );
    expect(events.map((event) => event.content.payload)).toEqual([{ before: { state: 'collecting' }, after: { state: 'ready' } }]);
  });

  it('are a person’s own to look at: what is due, when, and how late', async () => {
    const one = await buildPanel(app, { interviewers: 2, held: true });
    const [first, second] = one.interviews;
    const mine = await app.as(first!.interviewer).get('/me/interviews').expect(200);
    expect(mine.body.items).toHaveLength(1);
    expect(mine.body.items[0]).toMatchObject({
      id: first!.id,
      candidateName: 'Casey Candidate',
      status: 'held',
      card: { id: first!.scorecardId, status: 'assigned', lateMinutes: null },
    });
    app.clock.set(new Date(new Date(mine.body.items[0].card.dueAt).getTime() + 90 * 60_000));
    expect((await app.as(first!.interviewer).get('/me/interviews').expect(200)).body.items[0].card.lateMinutes).toBe(90);
    expect(JSON.stringify((await app.as(second!.interviewer).get('/me/interviews').expect(200)).body)).not.toContain(first!.scorecardId);
    expect((await app.as(one.recruiter).get('/me/interviews').expect(200)).body.items).toEqual([]);
  });

  it('come in pages by time, those without a time last', async () => {
    const person = await app.user('Busy');
    for (let number = 0; number < 3; number++) await buildPanel(app, { rounds: ['recruiter_screen'], people: [person] });
    const open = await buildPanel(app, { rounds: ['recruiter_screen'], interviewers: 1 });
    const planned = await plan(open);
    await assign(open, planned, person).expect(200);
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { body: { items: { id: string }[]; nextCursor: string | null } } = await app
        .as(person)
        .get(`/me/interviews?limit=2${cursor ? `&cursor=${cursor}` : ''}`)
        .expect(200);
      ids.push(...page.body.items.map((item) => item.id));
      cursor = page.body.nextCursor;
    }
    expect(new Set(ids).size).toBe(4);
    expect(ids).toHaveLength(4);
    expect(ids.at(-1)).toBe(planned);
  });

  it.each([
    [{ startsAt: '2026-03-10', endsAt: '2026-03-11' }, '/startsAt'],
    [{ startsAt: '2026-03-10T10:00:00', endsAt: '2026-03-10T11:00:00Z' }, '/startsAt'],
    [{ startsAt: '2026-03-10T10:00:00Z', endsAt: '2026-03-10T09:00:00Z' }, '/endsAt'],
    [{ startsAt: '2026-02-30T10:00:00Z', endsAt: '2026-03-10T09:00:00Z' }, '/startsAt'],
    [{ startsAt: '2026-03-10T10:00:00Z', endsAt: '2026-03-10T11:00:00Z', timeZone: 'Mars' }, '/timeZone'],
    [{ startsAt: '1900-03-10T10:00:00Z', endsAt: '1900-03-10T11:00:00Z' }, '/startsAt'],
  ])('refuse the time %j and name %s', async (body, pointer) => {
    const refused = await app.as(panel.recruiter).post(`/interviews/${panel.interviews[0]!.id}/schedule`, body).expect(422);
    expect(refused.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });
});
