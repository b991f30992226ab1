import { BackgroundWorker } from '../../src/outbox/background-worker.service.js';
import { buildPanel, type Panel } from '../support/builders.js';
import { START, TestApp } from '../support/test-app.js';

const DAY = 86_400_000;

describe('the forecast of a decision', () => {
  let app: TestApp;
  let panel: Panel;
  beforeAll(async () => {
    app = await TestApp.start();
    panel = await buildPanel(app, { rounds: ['recruiter_screen', 'product_sense'] });
  });
  afterAll(() => app.stop());
  beforeEach(() => app.clock.set(START));

  const forecast = async (of = panel) => (await app.as(of.recruiter).get(`/applications/${of.application.id}/timeline`).expect(200)).body.forecast;
  const learn = async () => {
    await app.rows('delete from periodic_runs');
    await app.app.get(BackgroundWorker).runDue();
  };

  /**
   * A past application: passed so many days after its start; `stays` is how many of the rounds it got through before it stopped there.
   * Rows, as an import leaves them: there is no way to have had a past over HTTP.
   */
  async function past(
    daysAgo: number,
    first: number,
    second: number | null,
    decided: number | null,
    how: 'advance' | 'reject' = 'advance',
  ): Promise<void> {
    const started = new Date(START.getTime() - daysAgo * DAY);
    const on = (days: number) => new Date(started.getTime() + days * DAY);
    const ended = how === 'reject' ? on(first) : decided === null ? null : on(decided);
    const [row] = await app.rows<{ id: string }>(
      `with person as (insert into candidates (id, person_id, name, created_at) select p, p, 'Past', $1 from (select gen_random_uuid() as p) x returning id),
        application as (insert into applications (id, candidate_id, person_id, job_id, status, rubric_version_id, visibility_policy, last_activity_at, started_at, ended_at)
          select gen_random_uuid(), person.id, person.id, a.job_id, $3, a.rubric_version_id, a.visibility_policy, $1, $1, $4 from person, applications a where a.id = $2 returning id)
       insert into debriefs (id, application_id, created_at) select gen_random_uuid(), id, $1 from application returning application_id as id`,
      [started, panel.application.id, how === 'reject' ? 'rejected' : ended ? 'rejected' : 'active', ended],
    );
    const rounds = [
      { key: 'recruiter_screen', status: how === 'reject' || second !== null ? 'passed' : 'current', outcome: how, at: on(first) },
      {
        key: 'product_sense',
        status: how === 'reject' ? 'not_reached' : second === null ? 'pending' : 'passed',
        outcome: 'advance',
        at: second === null ? null : on(second),
      },
    ];
    for (const [position, round] of rounds.entries()) {
      const passed = round.status === 'passed';
      await app.rows(
        `insert into application_rounds (id, application_id, key, position, content, status, outcome, decided_at)
         select gen_random_uuid(), $1, $2, $3, r.content, $4, $5, $6 from application_rounds r where r.application_id = $7 and r.key = $2`,
        [row?.id, round.key, position, round.status, passed ? round.outcome : null, passed ? round.at : null, panel.application.id],
      );
    }
    if (decided === null) return;
    await app.rows(
      `insert into decisions (id, debrief_id, round_number, outcome, rationale, departs, input, recommendation, input_hash, engine, decided_by, decided_at)
       select gen_random_uuid(), d.id, 1, 'no_hire', 'x', false, '{}', '{}', 'x', 1, $2, $3 from debriefs d where d.application_id = $1`,
      [row?.id, panel.hiringManager.id, on(decided)],
    );
  }

  it('rests on the plan while there is no history, and says so in words, in the reader’s language', async () => {
    const found = await forecast();
    expect(found).toMatchObject({ basis: 'plan', confidence: 0.8, unit: 'business_days', learnedAt: null });
    expect(found.stages.map((stage: { round: string }) => stage.round)).toEqual(['recruiter_screen', 'product_sense', 'decision']);
    expect(found.reasons[0]).toMatchObject({ code: 'thin_history', round: 'recruiter_screen', params: { advanced: 0, needed: 10 } });
    expect(found.reasons[0].words).toContain('from the plan; 0 past cases');
    expect(found.earliestOn <= found.decisionOn && found.decisionOn <= found.latestOn).toBe(true);
    await app.rows(`update users set locale = 'zh-CN' where id = $1`, [panel.recruiter.id]);
    expect((await forecast()).reasons[0].words).toContain('依计划估计');
    await app.rows(`update users set locale = 'en' where id = $1`, [panel.recruiter.id]);
  });

  it('follows the organisation’s own history by round, counting those still there as not yet ended', async () => {
    // Started on Christmas Eve: a week in the first round, two in the second, two days to the decision, without the two holidays.
    for (let each = 0; each < 12; each += 1) await past(70, 7, 21, 23);
    for (let each = 0; each < 3; each += 1) await past(70, 5, null, null, 'reject');
    for (let each = 0; each < 4; each += 1) await past(14, 7, null, null);
    await learn();
    const found = await forecast();
    expect(found).toMatchObject({ basis: 'history', reasons: [], learnedAt: START.toISOString() });
    expect(found.stages).toMatchObject([
      { round: 'recruiter_screen', basis: 'history', advanced: 12, ended: 3, open: 4, longestDays: 10, medianDays: 4, family: null },
      { round: 'product_sense', basis: 'history', advanced: 12, ended: 0, open: 0, medianDays: 9 },
      { round: 'decision', basis: 'history', advanced: 12, medianDays: 2 },
    ]);
    // 4 + 9 + 2 business days from Wednesday the 4th.
    expect(found.decisionOn).toBe('2026-03-25');
  });

  it('is made from what was learned, not from the history itself, and learns again in the background', async () => {
    const before = await forecast();
    for (let each = 0; each < 40; each += 1) await past(70, 14, 28, 30);
    expect(await forecast()).toEqual(before);
    await learn();
    const after = await forecast();
    expect(after.stages[0]).toMatchObject({ advanced: 52 });
    expect(after.decisionOn > before.decisionOn).toBe(true);
  });

  it('prefers the history of the department where that is thick enough', async () => {
    await app.rows(`update jobs set department = 'Research' where id = $1`, [panel.job.id]);
    await learn();
    expect((await forecast()).stages[0]).toMatchObject({ family: 'Research', advanced: 52 });
    await app.rows(`update jobs set department = 'Sales' where id = $1`, [panel.job.id]);
    expect((await forecast()).stages[0]).toMatchObject({ family: null, basis: 'history' });
  });

  it('is no more once the application has ended', async () => {
    await app.as(panel.recruiter).post(`/applications/${panel.application.id}/withdraw`, { reasonCode: 'timing' }).expect(200);
    expect(await forecast()).toBeNull();
  });
});
