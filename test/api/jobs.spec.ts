import { TestApp, type TestUser } from '../support/test-app.js';

describe('jobs', () => {
  let app: TestApp;
  let rita: TestUser;
  beforeAll(async () => {
    app = await TestApp.start();
    rita = await app.user('Rita');
  });
  afterAll(() => app.stop());

  it.each(['ai-pm-loop', 'ai-pm-committee', 'physical-ai-data-engineer', 'xpeng-ai-pm', 'tencent-ai-pm'])('starts whole from the pack %s in one call', async (template) => {
    const made = await app.as(rita).post('/jobs', { template }).expect(201);
    expect(made.body).toMatchObject({ status: 'draft', templateKey: template, rubricVersionId: expect.any(String), planId: expect.any(String), abilities: { open: true } });
    expect(made.body.seats).toEqual([{ userId: rita.id, name: 'Rita', kind: 'recruiter' }]);
    await app.as(rita).post(`/jobs/${made.body.id}/open`, {}).expect(200);
  });
});
