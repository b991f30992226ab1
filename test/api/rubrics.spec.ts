import { readFileSync } from 'node:fs';
import { TestApp, type TestUser } from '../support/test-app.js';

const RUBRIC = JSON.parse(readFileSync(new URL('../../src/templates/ai-pm-loop/rubric.json', import.meta.url), 'utf8')) as {
  criteria: { key: string }[];
};

describe('rubrics', () => {
  let app: TestApp;
  let ada: TestUser;
  beforeAll(async () => {
    app = await TestApp.start();
    ada = await app.user('Ada');
  });
  afterAll(() => app.stop());

  it('refuses everybody who is not signed in', async () => {
    const answer = await app.as(null).get('/rubrics').expect(401);
    expect(answer.body).toMatchObject({ code: 'unauthenticated', requestId: expect.any(String) });
  });

  it('goes from draft to published and on to a new draft that names its parent', async () => {
    const created = await app.as(ada).post('/rubrics', { name: 'AI PM', content: RUBRIC }).expect(201);
    expect(created.body).toMatchObject({ number: 1, status: 'draft', faults: [], abilities: { edit: true, publish: true, openDraft: false } });
    const published = await app.as(ada).post(`/rubrics/versions/${created.body.id}/publish`).expect(200);
    expect(published.body).toMatchObject({ status: 'published', contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    await app.as(ada).put(`/rubrics/versions/${created.body.id}/draft`, { content: RUBRIC }, published.body.version).expect(409);
    const draft = await app.as(ada).post(`/rubrics/versions/${created.body.id}/drafts`).expect(201);
    expect(draft.body).toMatchObject({ number: 2, parentId: created.body.id, status: 'draft' });
    const events = await app.rows<{ type: string }>('select type from events order by id');
    expect(events.map((event) => event.type)).toEqual(['rubric.created', 'rubric.published', 'rubric.draft_opened']);
  });

  it('puts on the record who changed which place of a draft, once a sitting, and nothing of what is typed', async () => {
    const ben = await app.user('Ben');
    const made = (await app.as(ada).post('/rubrics', { name: 'Typed', content: RUBRIC }).expect(201)).body;
    let version: number = made.version;
    const type = async (author: TestUser, described: string) => {
      const criteria = RUBRIC.criteria.map((one, index) => (index === 1 ? { ...one, description: described } : one));
      const saved = await app
        .as(author)
        .put(`/rubrics/versions/${made.id}/draft`, { content: { ...RUBRIC, criteria } }, version)
        .expect(200);
      version = saved.body.version;
    };
    for (const described of ['W', 'Wh', 'What', 'What they']) await type(ada, described);
    await type(ben, 'What the panel');
    const record = async () =>
      app.rows<{ actor: string; payload: unknown }>(
        `select u.name as actor, c.content->'payload' as payload from events e join event_contents c on c.event_id = e.id
          join users u on u.id = e.actor_id where e.type = 'rubric.draft_saved' and e.subject_id = $1 order by e.id`,
        [made.rubricId],
      );
    const payload = {
      versionId: made.id,
      changed: [{ code: 'criterion_described_anew', pointer: '/criteria/1/description', key: RUBRIC.criteria[1]?.key }],
    };
    expect(await record()).toEqual([
      { actor: 'Ada', payload },
      { actor: 'Ben', payload },
    ]);
    app.clock.advance(31 * 60_000);
    await type(ben, 'What the panel saw');
    expect(await record()).toHaveLength(3);
    await app.as(ada).post(`/rubrics/versions/${made.id}/publish`).expect(200);
  });

  it('keeps a published version from the database login itself', async () => {
    await expect(app.rows(`update rubric_versions set content = '{}' where status = 'published'`)).rejects.toThrow(/immutable/);
    await expect(app.rows(`update events set type = 'x'`)).rejects.toThrow(/permission denied/);
  });

  it('names a member it does not know', async () => {
    const answer = await app.as(ada).post('/rubrics', { name: 'x', content: {}, colour: 'red' }).expect(422);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer: '/colour' }));
  });
});
