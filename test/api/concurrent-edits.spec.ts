import { buildCardPanel, fullCard, type CardPanel } from '../support/card-panel.js';
import { plainRubric } from '../support/debrief-room.js';
import { TestApp, type TestUser } from '../support/test-app.js';

interface Edit {
  readonly path: string;
  readonly by: TestUser;
  readonly method: 'put' | 'patch';
  readonly version: number;
  readonly bodyOf: (mark: string) => object;
  /** Where the answer shows what the other wrote. */
  readonly mark: (current: Record<string, unknown>) => unknown;
}

const SETTINGS = { kinds: {}, digestAt: '08:00', workingHours: [], quietDays: [], quietOnHolidays: true };

describe('two edits of one thing at once', () => {
  let app: TestApp;
  let panel: CardPanel;
  let admin: TestUser;
  beforeAll(async () => {
    app = await TestApp.start({ DATABASE_POOL: '10' });
    panel = await buildCardPanel(app);
    admin = await app.user('Ada', 'admin');
  });
  afterAll(() => app.stop());

  const author = () => panel.cards[0]!.author;
  const make = async (by: TestUser, path: string, body: object): Promise<{ id: string; version: number }> =>
    (await app.as(by).post(path, body).expect(201)).body;

  const EDITS: Record<string, () => Promise<Edit>> = {
    'a candidate': async () => {
      const { id, version } = await make(panel.recruiter, '/candidates', { name: 'Casey' });
      return {
        path: `/candidates/${id}`,
        by: panel.recruiter,
        method: 'patch',
        version,
        bodyOf: (name) => ({ name }),
        mark: (current) => current['name'],
      };
    },
    'a job': async () => {
      const { id, version } = await make(panel.recruiter, '/jobs', { title: 'Job' });
      return {
        path: `/jobs/${id}`,
        by: panel.recruiter,
        method: 'patch',
        version,
        bodyOf: (title) => ({ title }),
        mark: (current) => current['title'],
      };
    },
    'a rubric draft': async () => {
      const { id, version } = await make(panel.recruiter, '/rubrics', { name: 'R', content: plainRubric() });
      const bodyOf = (mark: string) => ({ content: { ...plainRubric(), scale: { levels: 4, labels: [mark, 'b', 'c', 'd'] } } });
      return {
        path: `/rubrics/versions/${id}/draft`,
        by: panel.recruiter,
        method: 'put',
        version,
        bodyOf,
        mark: (current) => (current['scale'] as { labels: string[] } | undefined)?.labels[0],
      };
    },
    'an interview plan': async () => {
      const content = {
        rounds: [{ key: 'loop', name: 'Loop', minutes: 30, focus: 'x', targetDay: 3, panel: [{ title: 'x', count: 1 }] }],
        deadlines: {},
      };
      const { id, version } = await make(panel.recruiter, '/interview-plans', { name: 'Plan', content });
      return {
        path: `/interview-plans/${id}`,
        by: panel.recruiter,
        method: 'put',
        version,
        bodyOf: (name) => ({ name, content }),
        mark: (current) => current['name'],
      };
    },
    'a user': async () => {
      const user = await app.user('Uma');
      const { body } = await app.as(admin).get(`/users/${user.id}`).expect(200);
      return {
        path: `/users/${user.id}`,
        by: admin,
        method: 'patch',
        version: body.version,
        bodyOf: (name) => ({ name }),
        mark: (current) => current['name'],
      };
    },
    'a webhook': async () => {
      const hook = { url: 'https://example.com/hook', eventTypes: ['application.moved'] };
      const { id } = await make(admin, '/webhooks', hook);
      const { body } = await app.as(admin).get(`/webhooks/${id}`).expect(200);
      return {
        path: `/webhooks/${id}`,
        by: admin,
        method: 'put',
        version: body.version,
        bodyOf: (description) => ({ ...hook, description }),
        mark: (current) => current['description'],
      };
    },
    'a draft of a scorecard': async () => ({
      path: `/scorecards/${panel.cards[0]!.id}/draft`,
      by: author(),
      method: 'put',
      version: 0,
      bodyOf: (words) => ({ content: fullCard(3, 3, words) }),
      mark: (current) => current['summary'] ?? (current['content'] as { summary?: string } | undefined)?.summary,
    }),
    'a private note': async () => ({
      path: `/scorecards/${panel.cards[0]!.id}/private-note`,
      by: author(),
      method: 'put',
      version: 0,
      bodyOf: (text) => ({ text, sharedWithHiringTeam: false }),
      mark: (current) => current['text'],
    }),
    'the mail settings': async () => {
      const { body } = await app.as(admin).get('/me/mail-settings').expect(200);
      return {
        path: '/me/mail-settings',
        by: admin,
        method: 'put',
        version: body.version,
        bodyOf: (mark) => ({ ...SETTINGS, digestAt: `08:1${mark.length}` }),
        mark: (current) => current['digestAt'],
      };
    },
  };

  it.each(Object.keys(EDITS))('of %s: one is kept, the other is told what was written', async (name) => {
    const edit = await EDITS[name]!();
    const marks = ['a', 'bb', 'ccc'];
    const answers = await Promise.all(marks.map((mark) => app.as(edit.by)[edit.method](edit.path, edit.bodyOf(mark), edit.version)));
    const kept = answers.findIndex((one) => one.status === 200);
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409, 409]);
    const body = edit.bodyOf(marks[kept] ?? '');
    // Of a rubric or a card `current` is the content alone.
    const mine = edit.mark(
      name.includes('draft') && 'content' in body ? (body.content as Record<string, unknown>) : (body as Record<string, unknown>),
    );
    for (const one of answers.filter((answer) => answer.status === 409)) {
      expect(one.body).toMatchObject({ code: 'version_conflict', currentVersion: edit.version + 1, current: expect.anything() });
      expect(edit.mark(one.body.current)).toEqual(mine);
    }
  });

  it('tells what the other wrote to nobody who may not see it', async () => {
    const outsider = await app.user('Otto');
    await app
      .as(outsider)
      .put(`/scorecards/${panel.cards[0]!.id}/draft`, { content: fullCard(1, 1, 'x') }, 0)
      .expect(404);
    for (const nosy of [panel.recruiter, panel.manager, panel.cards[1]!.author]) {
      const answer = await app.as(nosy).put(`/scorecards/${panel.cards[0]!.id}/draft`, { content: fullCard(1, 1, 'x') }, 99);
      expect([403, 404]).toContain(answer.status);
      expect(answer.text).not.toContain('"current"');
    }
  });
});
