import { randomUUID } from 'node:crypto';
import { clockRecordState } from '../../src/domain/timeline/clock-record.js';
import { buildPanel, type Panel } from '../support/builders.js';
import { completeContent } from '../support/complete-content.js';
import { TestApp, type TestUser } from '../support/test-app.js';

interface ShownClock {
  readonly key: string;
  readonly subjectId: string;
  readonly state: string;
  readonly dueAt: string | null;
  readonly dueOn: string | null;
  readonly riskAt: string;
  readonly stoppedAt: string | null;
  readonly startedBy: { type: string } | null;
  readonly stoppedBy: { type: string } | null;
  readonly holder: { role: string; userId: string | null; name: string | null; active: boolean };
  readonly skipped: { date: string; kind: string }[];
}

describe('the clocks of an application', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  const timeline = async (viewer: TestUser, panel: Panel) =>
    (await app.as(viewer).get(`/applications/${panel.application.id}/timeline`).expect(200)).body;
  const clocks = async (viewer: TestUser, panel: Panel): Promise<ShownClock[]> => (await timeline(viewer, panel)).clocks;
  const clock = async (viewer: TestUser, panel: Panel, key: string, subject?: string): Promise<ShownClock> => {
    const found = (await clocks(viewer, panel)).find((each) => each.key === key && (subject === undefined || each.subjectId === subject));
    if (!found) throw new Error(`no clock ${key}`);
    return found;
  };
  const cardOf = (panel: Panel, user: TestUser) => panel.interviews.find((one) => one.interviewer.id === user.id)?.scorecardId ?? '';
  const cardClock = (panel: Panel, user: TestUser) => clock(panel.recruiter, panel, 'scorecard_due', cardOf(panel, user));
  /** The product's own word to everybody else: what lists and reminders go by. */
  const storedDue = async (panel: Panel, user: TestUser) => {
    const [row] = await app.rows<{ due: Date | null }>('select due_at as due from scorecards where id = $1', [cardOf(panel, user)]);
    return row?.due?.toISOString() ?? null;
  };

  it("run on each interviewer's own days: across China's National Day, and on a make-up Saturday after it", async () => {
    app.clock.set(new Date('2026-09-30T01:00:00Z'));
    const mei = await app.user('Mei', 'member', { country: 'CN', timeZone: 'Asia/Shanghai' });
    const ann = await app.user('Ann', 'member', { country: 'US', timeZone: 'America/New_York' });
    const panel = await buildPanel(app, { people: [mei, ann] });
    expect(await cardClock(panel, mei)).toMatchObject({ dueOn: '2026-10-08', dueAt: '2026-10-08T10:00:00.000Z', state: 'on_time' });
    const skipped = (await cardClock(panel, mei)).skipped.map((day) => `${day.date} ${day.kind}`);
    expect(skipped).toEqual(
      ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'].map((day) => `${day} holiday`),
    );
    // It ends at midnight in New York: day 0 is the 30th there.
    expect(await cardClock(panel, ann)).toMatchObject({ dueOn: '2026-10-01', dueAt: '2026-10-01T22:00:00.000Z' });

    const { id } = panel.interviews.find((one) => one.interviewer.id === mei.id) ?? { id: '' };
    const { body } = await app.as(panel.recruiter).get(`/interviews/${id}`).expect(200);
    const moved = { startsAt: '2026-10-09T02:00:00Z', endsAt: '2026-10-09T03:00:00Z' };
    await app.as(panel.recruiter).put(`/interviews/${id}/time`, moved, body.version).expect(200);
    expect(await cardClock(panel, mei)).toMatchObject({ dueOn: '2026-10-10', dueAt: '2026-10-10T10:00:00.000Z' });
    expect(await storedDue(panel, mei)).toBe('2026-10-10T10:00:00.000Z');
    // The decision waits for the last session now: Friday, then Monday (Columbus Day) is off for a job in the US.
    expect(await clock(panel.recruiter, panel, 'decision_due')).toMatchObject({ dueOn: '2026-10-14', startedBy: { type: 'interview.moved' } });
    const [debrief] = await app.rows<{ due: Date }>('select due_at as due from debriefs where id = $1', [panel.application.debriefId]);
    expect(debrief?.due.toISOString()).toBe('2026-10-14T18:00:00.000Z');
  });

  it('keep the local hour when the clocks change, and the local day across the date line', async () => {
    app.clock.set(new Date('2026-10-23T12:00:00Z'));
    const bea = await app.user('Bea', 'member', { country: 'DE', timeZone: 'Europe/Berlin' });
    const winter = await buildPanel(app, { people: [bea] });
    expect(await cardClock(winter, bea)).toMatchObject({ dueOn: '2026-10-26', dueAt: '2026-10-26T17:00:00.000Z' });

    app.clock.set(new Date('2026-03-05T10:30:00Z'));
    const kiri = await app.user('Kiri', 'member', { country: 'NZ', timeZone: 'Pacific/Auckland' });
    const leilani = await app.user('Leilani', 'member', { country: 'US', timeZone: 'Pacific/Honolulu' });
    const panel = await buildPanel(app, { people: [kiri, leilani] });
    expect(await cardClock(panel, kiri)).toMatchObject({ dueOn: '2026-03-09', dueAt: '2026-03-09T05:00:00.000Z' });
    expect(await cardClock(panel, leilani)).toMatchObject({ dueOn: '2026-03-06', dueAt: '2026-03-07T04:00:00.000Z' });
  });

  it('are on time, at risk and late at exact instants, and met or met late once stopped', async () => {
    app.clock.set(new Date('2026-03-04T12:00:00Z'));
    const panel = await buildPanel(app, { interviewers: 2, held: true });
    const [first, second] = panel.interviewers;
    if (!first || !second) throw new Error('two interviewers');
    const { dueAt, riskAt } = await cardClock(panel, first);
    // Due on the 5th at 18:00, started on the 4th at 14:00: the last of 28 hours' quarters begins at 11:00.
    expect([riskAt, dueAt]).toEqual(['2026-03-05T11:00:00.000Z', '2026-03-05T18:00:00.000Z']);
    const stateAt = async (at: string) => {
      app.clock.set(new Date(at));
      return (await cardClock(panel, first)).state;
    };
    expect(await stateAt('2026-03-05T11:00:00.000Z')).toBe('on_time');
    expect(await stateAt('2026-03-05T11:00:00.001Z')).toBe('at_risk');
    const content = await completeContent(app, first, cardOf(panel, first));
    expect(await stateAt('2026-03-05T18:00:00.000Z')).toBe('at_risk');
    await app
      .as(first)
      .post(`/scorecards/${cardOf(panel, first)}/submit`, { content })
      .expect(200);
    expect(await cardClock(panel, first)).toMatchObject({
      state: 'met',
      stoppedAt: '2026-03-05T18:00:00.000Z',
      stoppedBy: { type: 'scorecard.submitted' },
    });
    app.clock.set(new Date('2026-03-05T18:00:00.001Z'));
    expect((await cardClock(panel, second)).state).toBe('late');
    await app
      .as(second)
      .post(`/scorecards/${cardOf(panel, second)}/submit`, { content: await completeContent(app, second, cardOf(panel, second)) })
      .expect(200);
    expect((await cardClock(panel, second)).state).toBe('met_late');
    // Whatever happens later, they were met and missed then.
    app.clock.set(new Date('2026-04-01T12:00:00Z'));
    await app.as(panel.recruiter).post(`/applications/${panel.application.id}/hold`, { reasonCode: 'candidate_asked' }).expect(200);
    expect((await cardClock(panel, first)).state).toBe('met');
  });

  it('stop with the duty and start again when a card is asked for again', async () => {
    app.clock.set(new Date('2026-03-04T12:00:00Z'));
    const panel = await buildPanel(app, { interviewers: 2, held: true });
    const [first] = panel.interviewers;
    if (!first) throw new Error('an interviewer');
    const card = cardOf(panel, first);
    await app.as(panel.recruiter).post(`/scorecards/${card}/waive`, { reason: 'ill' }).expect(204);
    expect(await cardClock(panel, first)).toMatchObject({ state: 'met', stoppedBy: { type: 'scorecard.waived' } });
    await app.as(panel.recruiter).post(`/scorecards/${card}/restore`, { reason: 'well again' }).expect(204);
    expect(await cardClock(panel, first)).toMatchObject({ state: 'on_time', stoppedAt: null, dueAt: '2026-03-05T18:00:00.000Z' });
    // Off the panel, without a word typed: there is no card, and no clock.
    const { id } = panel.interviews.find((one) => one.interviewer.id === first.id) ?? { id: '' };
    await app.as(panel.recruiter).post(`/interviews/${id}/panel/${first.id}/unassign`, { reason: 'swapped' }).expect(200);
    const left = (await clocks(panel.recruiter, panel)).filter((each) => each.key === 'scorecard_due' && each.stoppedAt === null);
    expect(left.map((each) => each.subjectId)).not.toContain(card);
  });

  it('end with the application, start again with it, and keep its line', async () => {
    app.clock.set(new Date('2026-03-04T12:00:00Z'));
    const panel = await buildPanel(app, { interviewers: 1, held: true });
    app.clock.set(new Date('2026-03-10T09:00:00Z'));
    await app.as(panel.recruiter).post(`/applications/${panel.application.id}/reject`, { reasonCode: 'below_bar' }).expect(200);
    const ended = await timeline(panel.recruiter, panel);
    expect(ended.clocks.filter((each: ShownClock) => each.stoppedAt === null)).toEqual([]);
    expect(ended).toMatchObject({ status: 'rejected', forecast: null, actual: { endedOn: '2026-03-10' }, abilities: { pause: false } });
    expect(ended.rounds[0]).toMatchObject({ enteredOn: '2026-03-04', heldOn: '2026-03-04', leftOn: '2026-03-10' });
    expect(await clock(panel.recruiter, panel, 'process')).toMatchObject({ state: 'met', stoppedBy: { type: 'application.moved' } });
    expect(await cardClock(panel, panel.interviewers[0] ?? panel.recruiter)).toMatchObject({ state: 'met_late' });
    await app.as(panel.recruiter).post(`/applications/${panel.application.id}/reopen`, { reasonCode: 'mistake', reason: 'wrong file' }).expect(200);
    expect(await clock(panel.recruiter, panel, 'process')).toMatchObject({ stoppedAt: null, dueOn: '2026-04-01', state: 'on_time' });
    expect(await cardClock(panel, panel.interviewers[0] ?? panel.recruiter)).toMatchObject({ stoppedAt: null, state: 'late' });
  });

  it('say who holds them, and that a person who left has to hand over', async () => {
    app.clock.set(new Date('2026-03-04T12:00:00Z'));
    const admin = await app.user('Ada', 'admin');
    const panel = await buildPanel(app, { interviewers: 1, held: true });
    const author = panel.interviewers[0] ?? panel.recruiter;
    await app.as(admin).post(`/users/${author.id}/deactivate`, { reason: 'left' }).expect(200);
    expect((await cardClock(panel, author)).holder).toEqual({ role: 'interviewer', userId: author.id, name: author.name, active: false });
    await app.as(admin).post(`/users/${panel.hiringManager.id}/deactivate`, { reason: 'left' }).expect(200);
    expect((await clock(panel.recruiter, panel, 'decision_due')).holder).toMatchObject({ userId: panel.hiringManager.id, active: false });
    const heir = await app.user('Hedda Heir');
    const seats = await app.as(panel.recruiter).get(`/jobs/${panel.job.id}/seats`).expect(200);
    const seat = seats.body.items.find((one: { kind: string }) => one.kind === 'hiring_manager');
    await app.as(panel.recruiter).post(`/seats/${seat.id}/hand-over`, { userId: heir.id, reason: 'left' }).expect(201);
    expect((await clock(panel.recruiter, panel, 'decision_due')).holder).toEqual({
      role: 'hiring_manager',
      userId: heir.id,
      name: 'Hedda Heir',
      active: true,
    });
  });

  it('of two applications do not touch each other', async () => {
    app.clock.set(new Date('2026-03-04T12:00:00Z'));
    const one = await buildPanel(app, { interviewers: 1 });
    app.clock.advance(5 * 86_400_000);
    const other = await buildPanel(app, { interviewers: 1, on: one, candidateName: 'Dana' });
    const before = await clocks(one.recruiter, one);
    await app.as(one.recruiter).post(`/applications/${other.application.id}/withdraw`, { reasonCode: 'timing' }).expect(200);
    expect(await clocks(one.recruiter, one)).toEqual(before);
    expect((await clock(one.recruiter, one, 'process')).dueOn).toBe('2026-04-01');
    expect((await clock(one.recruiter, other, 'process')).dueOn).toBe('2026-04-06');
  });

  it('have one law of states, asked in SQL and in code', async () => {
    const times = [null, '2026-03-04T12:00:00.000Z', '2026-03-05T12:00:00.000Z', '2026-03-06T12:00:00.000Z'];
    const asked = [
      '2026-03-04T12:00:00.000Z',
      '2026-03-04T12:00:00.001Z',
      '2026-03-05T12:00:00.000Z',
      '2026-03-06T11:59:59.999Z',
      '2026-03-06T12:00:00.001Z',
    ];
    const rows = times.flatMap((dueAt) =>
      times.flatMap((stoppedAt) =>
        times.flatMap((pausedFrom) =>
          (pausedFrom === null ? [null] : times.filter((until) => until === null || until > pausedFrom)).map((pausedUntil) => {
            return { dueAt, riskAt: dueAt === null ? null : '2026-03-04T12:00:00.000Z', stoppedAt, pausedFrom, pausedUntil };
          }),
        ),
      ),
    );
    for (const now of asked) {
      const inSql = await app.rows<{ state: string }>(
        `select clock_state(jsonb_populate_record(null::application_clocks, jsonb_build_object('due_at', t."dueAt", 'risk_at', t."riskAt", 'stopped_at', t."stoppedAt",
           'paused_from', t."pausedFrom", 'paused_until', t."pausedUntil")), $2) as state
         from jsonb_array_elements($1::jsonb) with ordinality e(value, turn),
           jsonb_to_record(e.value) as t("dueAt" text, "riskAt" text, "stoppedAt" text, "pausedFrom" text, "pausedUntil" text) order by turn`,
        [JSON.stringify(rows), now],
      );
      expect(inSql.map((row) => row.state)).toEqual(rows.map((row) => clockRecordState(row, now)));
    }
  });

  it('do not exist for whom the application does not exist, and tell who sees the stage alone nothing of when', async () => {
    app.clock.set(new Date('2026-03-04T12:00:00Z'));
    const panel = await buildPanel(app, { interviewers: 2, held: true });
    const [first, second] = panel.interviewers;
    if (!first || !second) throw new Error('two interviewers');
    const stranger = await app.user('Stan Stranger');
    await app.as(stranger).get(`/applications/${panel.application.id}/timeline`).expect(404);
    await app.as(stranger).post(`/applications/${panel.application.id}/pauses`, { reasonCode: 'holiday' }).expect(404);
    await app.as(panel.recruiter).get(`/applications/${randomUUID()}/timeline`).expect(404);
    const content = await completeContent(app, first, cardOf(panel, first));
    await app
      .as(first)
      .post(`/scorecards/${cardOf(panel, first)}/submit`, { content })
      .expect(200);
    await app
      .as(panel.recruiter)
      .post(`/applications/${panel.application.id}/pauses`, { reasonCode: 'candidate_asked', words: 'mother ill' })
      .expect(201);
    // The second still owes a card: they know that the first's is in, and not when.
    expect(await clock(second, panel, 'scorecard_due', cardOf(panel, first))).toMatchObject({ state: 'stopped', stoppedAt: null, stoppedBy: null });
    expect(await clock(first, panel, 'scorecard_due', cardOf(panel, first))).toMatchObject({ state: 'met' });
    expect(JSON.stringify(await timeline(second, panel))).not.toContain('mother ill');
    await app.as(second).post(`/applications/${panel.application.id}/pauses`, { reasonCode: 'holiday' }).expect(403);
  });
});
