import { buildCardPanel, type CardPanel } from '../support/card-panel.js';
import { TestApp, type TestUser } from '../support/test-app.js';

const TYPED = { verdict: null, summary: 'as typed', ratings: [], facts: {} };

/** Saving a draft and listing applications ask for the session in the statement that does the work. What ended it elsewhere ends it here at once. */
describe('a session that the work itself has to prove', () => {
  let app: TestApp;
  let panel: CardPanel;
  let version: number;
  let author: TestUser;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  beforeEach(async () => {
    panel = await buildCardPanel(app);
    version = 0;
    author = panel.cards[0]!.author;
    // Twice: the first time the guard asks and remembers, the second time the statement does.
    for (const _ of [1, 2]) {
      await save().expect(200);
      await app.as(author).get('/applications').expect(200);
      version += 1;
    }
  });
  afterAll(() => app.stop());

  const save = (content: unknown = TYPED) =>
    app.as(author).put(`/scorecards/${panel.cards[0]!.id}/draft`, { content }).set('if-match', `"${version}"`);
  const stored = async () =>
    (await app.rows<{ version: number }>('select draft_version as version from scorecards where id = $1', [panel.cards[0]!.id]))[0];

  it.each([
    ['its revocation', 'update sessions set revoked_at = now() where user_id = $1'],
    ['its end', `update sessions set expires_at = '2000-01-01' where user_id = $1`],
    ['disuse', `update sessions set last_seen_at = '2000-01-01' where user_id = $1`],
    ['the deactivation of its user', `update users set status = 'deactivated' where id = $1`],
  ])('is over with %s: nothing is saved or shown', async (_, end) => {
    await app.rows(end, [author.id]);
    await save().expect(401);
    await save({ ...TYPED, ratings: [{ criterion: 'unheard of', level: 1 }] }).expect(401);
    await app.as(author).get('/applications').expect(401);
    expect(await stored()).toEqual({ version });
  });

  it('goes by the role its user has now', async () => {
    const admin = await app.user('Ada Admin', 'admin');
    const listed = async () => ((await app.as(admin).get('/applications').expect(200)).body.items as unknown[]).length;
    expect([await listed(), await listed()]).not.toContain(0);
    await app.rows(`update users set site_role = 'member' where id = $1`, [admin.id]);
    expect(await listed()).toBe(0);
    await app.rows(`update users set site_role = 'auditor' where id = $1`, [admin.id]);
    expect(await listed()).toBeGreaterThan(0);
  });
});
