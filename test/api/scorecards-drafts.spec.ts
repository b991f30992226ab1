import { randomUUID } from 'node:crypto';
import { buildCardPanel, fullCard, type CardPanel } from '../support/card-panel.js';
import { SMALL_RUBRIC } from '../support/small-rubric.js';
import { TestApp } from '../support/test-app.js';

const TYPED = {
  verdict: null,
  summary: 'Zwölf ☕ — "quoted" \u202Eleft\u202C',
  ratings: [
    { criterion: 'impact', evidence: [{ form: 'metric_story', fields: { metric: 'latency', unit: 'ms', baseline: 120, result: 78 } }], note: '' },
  ],
  facts: { authorised: true },
};

describe('a scorecard draft', () => {
  let app: TestApp;
  let panel: CardPanel;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  beforeEach(async () => {
    panel = await buildCardPanel(app);
  });
  afterAll(() => app.stop());

  const card = () => panel.cards[0]!;
  const draft = () => `/scorecards/${card().id}/draft`;

  it('is empty before the first save, and says what a submission needs', async () => {
    const answer = await app.as(card().author).get(draft()).expect(200);
    expect(answer.body).toMatchObject({
      version: 0,
      savedAt: null,
      status: 'assigned',
      content: { verdict: null, summary: '', ratings: [], facts: {} },
    });
    expect(answer.body.missing).toEqual([
      expect.objectContaining({ pointer: '/content/ratings', code: 'not_answered' }),
      expect.objectContaining({ pointer: '/content/verdict' }),
    ]);
  });

  it('is kept as typed, unfinished, with computed values by the server: 120 to 78 ms is -35 %', async () => {
    const saved = await app.as(card().author).put(draft(), { content: TYPED }, 0).expect(200);
    expect(saved.headers['etag']).toBe('"1"');
    expect(saved.body).toMatchObject({ version: 1, status: 'draft', content: { summary: TYPED.summary, facts: { authorised: true } } });
    const fields = { metric: 'latency', unit: 'ms', baseline: 120, result: 78, change: -35, saved: -42, factor: 0.65 };
    expect(saved.body.content.ratings[0].evidence[0].fields).toEqual(fields);
    const read = await app.as(card().author).get(draft()).expect(200);
    expect(read.body.content).toEqual(saved.body.content);
  });

  it('replaces a computed value that was sent back from before the last keystroke', async () => {
    const first = await app.as(card().author).put(draft(), { content: TYPED }, 0).expect(200);
    const content = structuredClone(first.body.content);
    content.ratings[0].evidence[0].fields.result = 60;
    const second = await app.as(card().author).put(draft(), { content }, 1).expect(200);
    expect(second.body.content.ratings[0].evidence[0].fields.change).toBe(-50);
  });

  it('is never overwritten silently by another tab: the author gets both', async () => {
    const mine = { ...TYPED, summary: 'mine' };
    await app
      .as(card().author)
      .put(draft(), { content: { ...TYPED, summary: 'theirs' } }, 0)
      .expect(200);
    const answer = await app.as(card().author).put(draft(), { content: mine }, 0).expect(409);
    expect(answer.body).toMatchObject({ code: 'version_conflict', currentVersion: 1, current: { summary: 'theirs' }, yours: { summary: 'mine' } });
    await app.as(card().author).put(draft(), { content: mine }).expect(428);
    expect((await app.as(card().author).get(draft()).expect(200)).body.content.summary).toBe('theirs');
  });

  it('of two saves at once lets one through', async () => {
    await app.as(card().author).put(draft(), { content: TYPED }, 0).expect(200);
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((summary) => app.as(card().author).put(draft(), { content: { ...TYPED, summary } }, 1)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409]);
  });

  it("is its author's alone, and is not part of the record", async () => {
    await app.as(card().author).put(draft(), { content: TYPED }, 0).expect(200);
    await app.as(panel.manager).get(draft()).expect(403);
    await app.as(panel.manager).put(draft(), { content: TYPED }, 1).expect(403);
    const outsider = await app.user('Outsider');
    const unknown = await app.as(outsider).get(`/scorecards/${randomUUID()}/draft`).expect(404);
    const hidden = await app
      .as(outsider)
      .put(draft(), { content: { ...TYPED, ratings: [{ criterion: 'nothing', evidence: [], note: '' }] } }, 1)
      .expect(404);
    expect({ ...hidden.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    for (const viewer of [panel.manager, panel.recruiter]) {
      const seen = await app.as(viewer).get(`/scorecards/${card().id}`).expect(200);
      expect(seen.body.status).toBe('due');
      expect(seen.headers['etag']).toBeUndefined();
    }
    expect(await app.rows('select 1 from events where subject_id = $1', [card().id])).toEqual([]);
  });

  it('names what cannot be, and keeps what was saved', async () => {
    await app.as(card().author).put(draft(), { content: TYPED }, 0).expect(200);
    const wrong = { verdict: 'perhaps', summary: 1, ratings: [{ criterion: 'impact', level: 3, evidence: [], note: '', extra: 1 }], facts: {} };
    const shape = await app.as(card().author).put(draft(), { content: wrong }, 1).expect(422);
    expect(shape.body.errors.map((fault: { pointer: string }) => fault.pointer).sort()).toEqual([
      '/content/ratings/0/extra',
      '/content/summary',
      '/content/verdict',
    ]);
    const off = {
      ...TYPED,
      ratings: [
        { criterion: 'impact', level: 5, evidence: [], note: '' },
        { criterion: 'ghost', evidence: [], note: '' },
      ],
      facts: { other: true },
    };
    const rubric = await app.as(card().author).put(draft(), { content: off }, 1).expect(422);
    expect(rubric.body.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual([
      '/content/ratings/0/level',
      '/content/ratings/1/criterion',
      '/content/facts/other',
    ]);
    expect((await app.as(card().author).get(draft())).body).toMatchObject({ version: 1, content: { summary: TYPED.summary } });
  });

  it('follows the application to another rubric version before the first submission', async () => {
    await app.as(card().author).put(draft(), { content: TYPED }, 0).expect(200);
    const other = await buildCardPanel(app, { rubric: { ...SMALL_RUBRIC, criteria: [] } });
    await app.rows('update applications set rubric_version_id = (select rubric_version_id from applications where id = $2) where id = $1', [
      panel.applicationId,
      other.applicationId,
    ]);
    const answer = await app.as(card().author).put(draft(), { content: TYPED }, 1).expect(422);
    expect(answer.body.errors[0].code).toBe('unknown_criterion');
  });

  it('cannot be saved by someone who has come to be conflicted', async () => {
    await app.as(card().author).put(draft(), { content: TYPED }, 0).expect(200);
    await app.rows(`insert into conflicts (id, user_id, person_id, source, recorded_at) values ($1, $2, $3, 'declared', $4)`, [
      randomUUID(),
      card().author.id,
      panel.personId,
      app.clock.now(),
    ]);
    await app.as(card().author).put(draft(), { content: TYPED }, 1).expect(404);
    await app.as(card().author).get(draft()).expect(404);
  });

  it('of a submitted card is refused: that is amended', async () => {
    await app
      .as(card().author)
      .post(`/scorecards/${card().id}/submit`, { content: fullCard(3, 3) })
      .expect(200);
    const answer = await app.as(card().author).put(draft(), { content: TYPED }, 1).expect(409);
    expect(answer.body.code).toBe('wrong_state');
  });
});
