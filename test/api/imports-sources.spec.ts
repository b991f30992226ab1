import { checkInvariants } from '../../src/platform/invariants.js';
import { buildPanel, type Panel } from '../support/builders.js';
import { mapImport, payload, reportLines, runImport, uploadImport } from '../support/imports.js';
import { TestApp, type TestUser } from '../support/test-app.js';

const json = (value: unknown, name = 'dump.json') => [{ name, content: JSON.stringify(value) }];

describe('imports of other sources', () => {
  let app: TestApp;
  let admin: TestUser;
  let panel: Panel;
  beforeAll(async () => {
    app = await TestApp.start();
    admin = await app.user('Ada Admin', 'admin');
    panel = await buildPanel(app, { interviewers: 1 });
  });
  afterEach(async () => expect(await checkInvariants(app.database)).toEqual([]));
  afterAll(() => app.stop());

  const lever = (feedback: object) => ({
    data: [
      {
        id: 'o1',
        contact: 'c1',
        name: 'Kristoff Bjorgman',
        emails: ['kristoff@example.test'],
        createdAt: 1423187000000,
        applications: [{ posting: 'p1' }],
        feedback: [feedback],
      },
    ],
    hasNext: false,
  });

  it('Lever: takes feedback over, and leaves what was deleted at the source, before and after', async () => {
    const feedback = (payload('lever_feedback_retrieve') as { data: Record<string, unknown> }).data;
    const jobs = { jobs: { p1: panel.job.id } };
    const deleted = await uploadImport(app, admin, 'lever', json(lever(feedback)));
    await mapImport(app, admin, deleted.id, jobs);
    expect((await reportLines(app, admin, deleted.id)).at(-1)).toBe(`card ${String(feedback['id'])} skip deleted_at_source`);
    const live = await uploadImport(app, admin, 'lever', json(lever({ ...feedback, deletedAt: null })));
    await mapImport(app, admin, live.id, jobs);
    expect(await runImport(app, admin, live.id)).toMatchObject({ state: 'done' });
    const since = await uploadImport(app, admin, 'lever', json(lever(feedback)));
    await mapImport(app, admin, since.id, jobs);
    expect((await reportLines(app, admin, since.id)).at(-1)).toBe(`card ${String(feedback['id'])} skip deleted_since`);
    await runImport(app, admin, since.id);
    const cards = await app.rows(
      `select s.status, s.imported from scorecards s join imported_cards m on m.scorecard_id = s.id where m.system = 'lever'`,
    );
    expect(cards).toEqual([{ status: 'submitted', imported: true }]);
  });

  it('Lever: a card changed at the source becomes a new revision, and the first one stays', async () => {
    const feedback = (payload('lever_feedback_retrieve') as { data: Record<string, unknown> }).data;
    const changed = { ...feedback, deletedAt: null, text: 'On-site interview, amended' };
    const read = await uploadImport(app, admin, 'lever', json(lever(changed)));
    await mapImport(app, admin, read.id, { jobs: { p1: panel.job.id } });
    expect((await reportLines(app, admin, read.id)).at(-1)).toBe(`card ${String(feedback['id'])} change`);
    expect(await runImport(app, admin, read.id)).toMatchObject({ state: 'done' });
    const revisions = await app.rows<{ number: number; reason: string | null }>(
      `select r.number, r.reason from scorecard_revisions r join imported_cards m on m.scorecard_id = r.scorecard_id where m.system = 'lever' order by 1`,
    );
    expect(revisions).toEqual([
      { number: 1, reason: null },
      { number: 2, reason: 'Changed in lever' },
    ]);
  });

  it('Ashby: scores as text are read by an explicit mapping', async () => {
    const [feedback] = payload('ashby_applicationFeedback_list__documented_example') as Record<string, unknown>[];
    const application = {
      id: feedback!['applicationId'],
      status: 'Active',
      createdAt: '2023-11-01T00:00:00Z',
      candidate: { id: 'c9', name: 'Ash By', primaryEmailAddress: { value: 'ash@example.test' } },
      job: { id: 'j9', title: 'Anything' },
    };
    const read = await uploadImport(app, admin, 'ashby', [
      ...json({ results: [application] }, 'applications.json'),
      ...json([feedback], 'feedback.json'),
    ]);
    const [criterion] = await app.rows<{ key: string }>(`select v.content->'criteria'->0->>'key' as key from rubric_versions v where v.id = $1`, [
      panel.job.rubricVersionId,
    ]);
    const wordsOf = async (query = '') => (await app.as(admin).get(`/imports/${read.id}/card-words${query}`).expect(200)).body;
    expect(await wordsOf()).toMatchObject({ cards: 1, levels: [], criteria: [], verdicts: [{ word: 'hire', count: 1, proposed: 'hire' }] });
    expect((await wordsOf(`?rubricVersionId=${panel.job.rubricVersionId}`)).levels).toHaveLength(4);
    const cards = { verdicts: { hire: 'hire' }, levels: { '4': 4 }, criteria: { 'Technical Skills': criterion!.key } };
    const warned = async () => {
      const { body } = await app.as(admin).get(`/imports/${read.id}/report?kind=card`).expect(200);
      return body.items[0].warnings.map((warning: { code: string }) => warning.code);
    };
    await mapImport(app, admin, read.id, { jobs: { Anything: panel.job.id } });
    expect(await warned()).toEqual(['card_not_counted']);
    const words = await wordsOf();
    expect(words.criteria.map((one: { key: string }) => one.key)).toContain(criterion!.key);
    expect(words.ratings).toContainEqual({ word: '4', count: expect.any(Number), proposed: '4' });
    expect(words.names.map((one: { word: string }) => one.word)).toContain('Technical Skills');
    await mapImport(app, admin, read.id, { jobs: { Anything: panel.job.id }, cards: { ...cards, verdicts: {} } });
    expect(await warned()).toEqual(['verdict_not_mapped']);
    await mapImport(app, admin, read.id, { jobs: { Anything: panel.job.id }, cards: { ...cards, levels: { '4': null } } });
    expect(await warned()).toEqual(['no_rating_mapped']);
    await mapImport(app, admin, read.id, { jobs: { Anything: panel.job.id }, cards });
    expect(await warned()).toEqual([]);
    expect(await runImport(app, admin, read.id)).toMatchObject({ state: 'done' });
    const [card] = await app.rows(
      `select s.counts, s.content->'ratings'->0->>'level' as level, u.email, u.status from scorecards s join imported_cards m on m.scorecard_id = s.id
       join users u on u.id = s.interviewer_id where m.system = 'ashby'`,
    );
    expect(card).toEqual({ counts: true, level: '4', email: 'sarah.johnson@company.com', status: 'deactivated' });
  });

  it('schema.org: a posting inside a page becomes a draft job whose maker is its recruiter', async () => {
    const posting = JSON.stringify(payload('schemaorg_jobposting__eg-0028'));
    const page = `<!doctype html>\n<title>x</title>\n<script type="application/ld+json">${posting}</script>\n<script>alert(1)</script>`;
    const read = await uploadImport(app, admin, 'schema_org', [{ name: 'posting.html', content: page }]);
    expect(read).toMatchObject({ state: 'planned' });
    await runImport(app, admin, read.id);
    const { body } = await app.as(admin).get('/jobs?search=Software Engineer&mine=true').expect(200);
    const job = await app.as(admin).get(`/jobs/${body.items[0].id}`).expect(200);
    expect(job.body).toMatchObject({ status: 'draft', band: { currency: 'USD', minimum: 100000, maximum: 100000 }, location: 'Kirkland, WA' });
    expect(job.body.requirements.length).toBeGreaterThan(3);
  });

  it.each([
    ['JSON that was cut off', 'greenhouse', '[{"id": 1,\n "name": "x"', { code: 'truncated', line: 2 }],
    ['JSON nested without end', 'lever', '['.repeat(3_000_000), { code: 'too_deep', line: 1 }],
    ['no JSON', 'ashby', 'Dear Sir', { code: 'not_json', line: 1, column: 1 }],
    ['a page without a posting', 'schema_org', '<html></html>', { code: 'no_json_ld' }],
    ['a posting that is broken inside its page', 'schema_org', '<p>\n<script type="application/ld+json">{"@type": </script>', { line: 2 }],
  ])('says what is wrong and where: %s', async (_, source, content, problem) => {
    const read = await uploadImport(app, admin, source, [{ name: 'broken', content }]);
    expect(read).toMatchObject({ state: 'failed', problem: { file: 'broken', ...problem } });
    await app.as(admin).post(`/imports/${read.id}/run`, {}).expect(409);
  });

  it('keeps an employee from their own record, like a record made by hand', async () => {
    const candidate = {
      ...(payload('greenhouse_harvest__candidates__01_the_candidate_object') as object),
      applications: [],
      email_addresses: [{ value: panel.hiringManager.email }],
    };
    const read = await uploadImport(app, admin, 'greenhouse', json([candidate]));
    await runImport(app, admin, read.id);
    const conflicts = await app.rows(`select source from conflicts where user_id = $1`, [panel.hiringManager.id]);
    expect(conflicts).toEqual([{ source: 'linked_employee' }]);
    await app.as(panel.hiringManager).get(`/candidates?search=John Locke`).expect(200, { items: [], nextCursor: null });
  });
});
