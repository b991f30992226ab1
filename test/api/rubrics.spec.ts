import { readFileSync } from 'node:fs';
import { TestApp, type TestUser } from '../support/test-app.js';

const RUBRIC = JSON.parse(readFileSync(new URL('../../src/templates/ai-pm-loop/rubric.json', import.meta.url), 'utf8')) as Record<string, unknown>;

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

  it('keeps a published version from the database login itself', async () => {
    await expect(app.rows(`update rubric_versions set content = '{}' where status = 'published'`)).rejects.toThrow(/immutable/);
    await expect(app.rows(`update events set type = 'x'`)).rejects.toThrow(/permission denied/);
  });

  it('names a member it does not know', async () => {
    const answer = await app.as(ada).post('/rubrics', { name: 'x', content: {}, colour: 'red' }).expect(422);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer: '/colour' }));
  });
});
