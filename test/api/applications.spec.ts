import { buildPanel } from '../support/builders.js';
import { TestApp } from '../support/test-app.js';

describe('applications', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('are laid out from a pack with a held panel', async () => {
    const panel = await buildPanel(app, { held: true });
    expect(panel.interviews.length).toBeGreaterThan(3);
    const seen = await app.as(panel.recruiter).get(`/applications/${panel.application.id}`).expect(200);
    expect(seen.body).toMatchObject({ status: 'active', debriefState: 'collecting', cards: { due: panel.interviews.length, submitted: 0, waived: 0 } });
  });
});
