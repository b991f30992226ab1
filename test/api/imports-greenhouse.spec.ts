import { checkInvariants } from '../../src/platform/invariants.js';
import { buildPanel, type Panel } from '../support/builders.js';
import { mapImport, payload, payloadWith, reportLines, runImport, tableCounts, uploadImport } from '../support/imports.js';
import { TestApp, type TestUser } from '../support/test-app.js';

const JOB = payloadWith('greenhouse_harvest__jobs__01_the_job_object', { id: 123, status: 'open' });
const CANDIDATE = payloadWith('greenhouse_harvest__candidates__01_the_candidate_object', { id: 978031, applications: [] });
const APPLICATION = payload('greenhouse_harvest__applications__01_the_application_object');
const INTERVIEW = payloadWith('greenhouse_harvest__scheduled_interviews__01_the_scheduled_interview_object', {
  application_id: 985314,
  interviewers: [{ id: 821, name: 'Robert Robertson', email: 'robert@example.com', scorecard_id: 123 }],
});
const CARD = payloadWith('greenhouse_harvest__scorecards__01_the_scorecard_object', { application_id: 985314, candidate_id: 978031 });
const DUMP = [JOB, CANDIDATE, APPLICATION, INTERVIEW, CARD];
const file = (records: unknown, name = 'dump.json') => [{ name, content: JSON.stringify(records, null, 1) }];

describe('an import of a Greenhouse dump', () => {
  let app: TestApp;
  let admin: TestUser;
  let panel: Panel;
  let newJobs: { rubricVersionId: string; planId: string };
  beforeAll(async () => {
    app = await TestApp.start();
    admin = await app.user('Ada Admin', 'admin');
    panel = await buildPanel(app, { interviewers: 1 });
    newJobs = { rubricVersionId: panel.job.rubricVersionId, planId: panel.job.planId };
  });
  afterEach(async () => expect(await checkInvariants(app.database)).toEqual([]));
  afterAll(() => app.stop());

  it('is planned first and makes nothing before it is run', async () => {
    const before = await tableCounts(app);
    const read = await uploadImport(app, admin, 'greenhouse', file(DUMP), 'gh-plan');
    expect(read).toMatchObject({ state: 'planned', problem: null, replanned: false });
    expect(await reportLines(app, admin, read.id)).toEqual([
      'job 123 make',
      'candidate 978031 make',
      'application 985314 skip job_incomplete',
      'interview 9128481 skip application_skipped',
      'card 123 skip application_skipped',
    ]);
    const mapped = await mapImport(app, admin, read.id, { newJobs });
    expect(await reportLines(app, admin, mapped.id)).toEqual([
      'job 123 make',
      'candidate 978031 make',
      'application 985314 make',
      'interview 9128481 make',
      'card 123 make',
    ]);
    expect(await tableCounts(app)).toEqual(before);
  });

  it('makes all of it, on the record, and nothing new the second time', async () => {
    const read = await uploadImport(app, admin, 'greenhouse', file(DUMP), 'gh-life');
    await mapImport(app, admin, read.id, { newJobs });
    const done = await runImport(app, admin, read.id);
    expect(done).toMatchObject({ state: 'done', abilities: { run: false, map: false, cancel: false } });
    const [application] = await app.rows<Record<string, unknown>>(
      `select a.status, a.imported_from as system, a.source_id as "sourceId", a.started_at::text as started, c.name, c.email, j.title, j.status as job
       from applications a join candidates c on c.id = a.candidate_id join jobs j on j.id = a.job_id where a.imported_from = 'gh-life'`,
    );
    expect(application).toMatchObject({ status: 'rejected', system: 'gh-life', sourceId: '985314', name: 'John Locke', email: 'test@work.com' });
    expect(application).toMatchObject({ title: 'Archaeologist', job: 'open' });
    const types = await app.rows<{ type: string }>(
      `select distinct e.type from events e join event_contents c on c.event_id = e.id where c.content->'payload'->>'importId' = $1 order by 1`,
      [read.id],
    );
    expect(types.map((row) => row.type)).toEqual([
      'application.moved',
      'application.started',
      'candidate.created',
      'interview.held',
      'interview.planned',
      'job.created',
      'job.status_changed',
      'round.added',
      'scorecard.private_note_saved',
      'scorecard.submitted',
      'user.created',
    ]);
    const counts = await tableCounts(app);
    const again = await uploadImport(app, admin, 'greenhouse', file(DUMP), 'gh-life');
    await mapImport(app, admin, again.id, { newJobs });
    expect((await reportLines(app, admin, again.id)).map((line) => line.split(' ')[2])).toEqual(Array(5).fill('unchanged'));
    expect(await runImport(app, admin, again.id)).toMatchObject({ state: 'done' });
    expect(await tableCounts(app)).toEqual(counts);
  });

  it('changes what changed at the source, and leaves what was changed here', async () => {
    const CHANGING = { ...CANDIDATE, email_addresses: [{ value: 'changing@example.test', type: 'work' }] };
    const first = await uploadImport(
      app,
      admin,
      'greenhouse',
      file([CHANGING, payloadWith('greenhouse_harvest__candidates__01_the_candidate_object', { id: 2, email_addresses: [], applications: [] })]),
      'gh-change',
    );
    await runImport(app, admin, first.id);
    const [two] = await app.rows<{ id: string; version: number }>(
      `select id, version from candidates where imported_from = 'gh-change' and source_id = '2'`,
    );
    await app.as(admin).patch(`/candidates/${two!.id}`, { phone: '1' }, two!.version).expect(200);
    const records = [
      { ...CHANGING, last_name: 'Lock' },
      { ...CANDIDATE, id: 2, email_addresses: [], last_name: 'Lock' },
    ];
    const second = await uploadImport(app, admin, 'greenhouse', file(records), 'gh-change');
    expect((await reportLines(app, admin, second.id)).slice(0, 2)).toEqual(['candidate 978031 change', 'candidate 2 unchanged changed_here']);
    await runImport(app, admin, second.id);
    const names = await app.rows<{ name: string }>(`select name from candidates where imported_from = 'gh-change' order by source_id`);
    expect(names.map((row) => row.name)).toEqual(['John Locke', 'John Lock']);
  });

  describe('its cards', () => {
    let applicationId: string;
    beforeAll(async () => {
      const read = await uploadImport(app, admin, 'greenhouse', file(DUMP), 'gh-cards');
      await mapImport(app, admin, read.id, { newJobs });
      await runImport(app, admin, read.id);
      const [row] = await app.rows<{ id: string }>(`select id from applications where imported_from = 'gh-cards'`);
      applicationId = row!.id;
    });

    it('keep Private Notes private: to their author, and in nothing that others see', async () => {
      const auditor = await app.user('Aud Itor', 'auditor');
      const { body } = await app.as(auditor).get(`/applications/${applicationId}/imported-cards`).expect(200);
      expect(body.items[0].answers.map((one: { question: string }) => one.question)).toEqual([
        'Key Take-Aways',
        'Does the candidate have experience designing APIs?',
        'Which team would you suggest for this candidate?',
        'Where would the candidate be willing to work?',
      ]);
      const [card] = await app.rows<{ summary: string; note: string; shared: boolean }>(
        `select s.content->>'summary' as summary, n.text as note, n.shared_with_hiring_team as shared
         from scorecards s join private_notes n on n.scorecard_id = s.id where s.application_id = $1`,
        [applicationId],
      );
      expect(card).toMatchObject({ note: 'Seems like a decent candidate.', shared: false });
      expect(card!.summary).not.toContain('Private Notes');
    });

    it('are marked as imported, belong to the interviewer, and do not count', async () => {
      const auditor = await app.user('Aud Itor', 'auditor');
      const { body } = await app.as(auditor).get(`/scorecards?applicationId=${applicationId}`).expect(200);
      expect(body.items).toHaveLength(1);
      expect(body.items[0]).toMatchObject({ imported: true, counts: false, status: 'submitted', interviewer: { name: 'Robert Robertson' } });
      const [application] = await app.rows(`select cards_submitted, panel_outcome from applications where id = $1`, [applicationId]);
      expect(application).toEqual({ cards_submitted: 0, panel_outcome: null });
      const [author] = await app.rows(`select status from users where id = $1`, [body.items[0].interviewer.id]);
      expect(author).toEqual({ status: 'deactivated' });
    });

    it('are kept as they were said where a card was submitted before its interview', async () => {
      const [card] = await app.rows<{ submitted: string; starts: string }>(
        `select to_char(s.submitted_at at time zone 'UTC', 'YYYY-MM-DD') as submitted, to_char(i.starts_at at time zone 'UTC', 'YYYY-MM-DD') as starts
         from scorecards s join interviews i on i.id = s.interview_id where s.application_id = $1`,
        [applicationId],
      );
      expect(card).toEqual({ submitted: '2014-03-26', starts: '2014-03-26' });
    });

    it('are as hidden as any card: count and nothing else for whoever owes one', async () => {
      const stranger = await app.user('Stan Stranger');
      await app.as(stranger).get(`/applications/${applicationId}/imported-cards`).expect(404);
      const { body } = await app.as(admin).get(`/applications/${applicationId}/imported-cards`).expect(200);
      expect(body.count).toBe(1);
    });

    it('mark whoever reads them as exposed', async () => {
      const auditor = await app.user('Aud Itor', 'auditor');
      await app.as(auditor).get(`/applications/${applicationId}/imported-cards`).expect(200);
      expect(await app.rows(`select via from exposures where user_id = $1`, [auditor.id])).toEqual([{ via: 'scorecard' }]);
    });
  });

  it('counts a card only where a mapping reads its words on the scale', async () => {
    const rubric = await app.rows<{ key: string }>(
      `select c->>'key' as key from rubric_versions v cross join lateral jsonb_array_elements(v.content->'criteria') c where v.id = $1`,
      [newJobs.rubricVersionId],
    );
    const cards = {
      verdicts: { yes: 'hire' },
      levels: { definitely_not: 1, no: 2, mixed: 2, yes: 3, strong_yes: 4 },
      criteria: { Communication: rubric[0]!.key, Analytical: rubric[1]!.key },
    };
    const later = { ...CARD, submitted_at: '2016-08-19T10:00:00Z' };
    const active = { ...(APPLICATION as object), status: 'active', rejected_at: null, current_stage: null };
    const read = await uploadImport(app, admin, 'greenhouse', file([JOB, CANDIDATE, active, later]), 'gh-count');
    await mapImport(app, admin, read.id, { newJobs, cards });
    expect(await runImport(app, admin, read.id)).toMatchObject({ state: 'done' });
    const [card] = await app.rows<{ counts: boolean; content: { verdict: string; ratings: { level: number }[] } }>(
      `select s.counts, s.content from scorecards s join applications a on a.id = s.application_id where a.imported_from = 'gh-count'`,
    );
    expect(card).toMatchObject({ counts: true, content: { verdict: 'hire' } });
    expect(card!.content.ratings.map((one) => one.level)).toEqual([3, 1]);
    const [application] = await app.rows(`select cards_submitted, panel_outcome from applications where imported_from = 'gh-count'`);
    expect(application).toEqual({ cards_submitted: 1, panel_outcome: 'insufficient_evidence' });
  });
});
