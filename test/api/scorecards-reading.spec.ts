import { randomUUID } from 'node:crypto';
import { ExposureStore } from '../../src/access/exposure.store.js';
import { ScorecardsReader } from '../../src/scorecards/scorecards.reader.js';
import type { Actor } from '../../src/domain/actor.js';
import { buildCardPanel, fullCard, grantSeat, type CardPanel } from '../support/card-panel.js';
import { TestApp, type TestUser } from '../support/test-app.js';

const BLIND = ['abilities', 'applicationId', 'counts', 'id', 'interviewer', 'round', 'status'];

describe('reading scorecards', () => {
  let app: TestApp;
  let panel: CardPanel;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  beforeEach(async () => {
    panel = await buildCardPanel(app);
  });
  afterAll(() => app.stop());

  const submit = (at: number, words = 'As heard.') =>
    app
      .as(panel.cards[at]!.author)
      .post(`/scorecards/${panel.cards[at]!.id}/submit`, { content: fullCard(3, 3, words) })
      .expect(200);
  const read = (who: TestUser, at: number) => app.as(who).get(`/scorecards/${panel.cards[at]!.id}`).expect(200);
  const exposures = (who: TestUser) =>
    app.rows<{ scorecard_id: string; revision: number; via: string; first_shown_at: Date }>(
      'select * from exposures where user_id = $1 order by first_shown_at',
      [who.id],
    );

  it('tells whoever still owes no more than place, person and status', async () => {
    await submit(0, 'SECRET');
    const [mine, theirs] = [panel.cards[1]!, panel.cards[0]!];
    const seen = await read(mine.author, 0);
    expect(Object.keys(seen.body).sort()).toEqual(BLIND);
    expect(seen.body).toMatchObject({
      status: 'submitted',
      round: { key: 'phone', name: 'Phone' },
      interviewer: { id: theirs.author.id },
      abilities: { read: false },
    });
    const list = await app.as(mine.author).get(`/scorecards?applicationId=${panel.applicationId}`).expect(200);
    expect(Object.keys(list.body.items[0]).sort()).toEqual(BLIND);
    await app.as(mine.author).get(`/scorecards/${theirs.id}/revisions`).expect(403);
    await app.as(mine.author).get(`/scorecards/${theirs.id}/revisions/compare?from=1&to=1`).expect(403);
    expect(await exposures(mine.author)).toEqual([]);
  });

  it("shows the card once one's own is in, and records the first time it did", async () => {
    await submit(0, 'SECRET');
    await submit(1);
    const viewer = panel.cards[1]!.author;
    app.clock.advance(60_000);
    const seen = await read(viewer, 0);
    expect(seen.body).toMatchObject({ content: { summary: 'SECRET', verdict: 'hire' }, revision: 1, exposed: false });
    const first = await exposures(viewer);
    expect(first).toMatchObject([{ scorecard_id: panel.cards[0]!.id, revision: 1, via: 'scorecard', first_shown_at: app.clock.now() }]);
    app.clock.advance(60_000);
    await read(viewer, 0);
    await app.as(viewer).get(`/scorecards/${panel.cards[0]!.id}/revisions`).expect(200);
    expect(await exposures(viewer)).toEqual(first);
    await read(viewer, 1);
    expect(await exposures(viewer)).toEqual(first);
  });

  it('lists without saying what any card says, and so without exposing anybody', async () => {
    await submit(0, 'SECRET');
    await submit(1);
    const list = await app.as(panel.manager).get(`/scorecards?applicationId=${panel.applicationId}`).expect(200);
    expect(list.body.items.map((item: { round: { key: string } }) => item.round.key)).toEqual(['phone', 'loop']);
    expect(JSON.stringify(list.body)).not.toMatch(/SECRET|verdict|content"/);
    expect(await exposures(panel.manager)).toEqual([]);
  });

  it("pages the cards of an application and one's own, and filters by what is shown", async () => {
    const author = panel.cards[0]!.author;
    const more = await Promise.all([1, 2].map(() => buildCardPanel(app, { rounds: ['phone'], authors: [author] })));
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { body: { items: { id: string }[]; nextCursor: string | null } } = await app
        .as(author)
        .get(`/scorecards?mine=true&limit=1${cursor ? `&cursor=${cursor}` : ''}`)
        .expect(200);
      seen.push(...page.body.items.map((item) => item.id));
      cursor = page.body.nextCursor;
    }
    expect(seen.sort()).toEqual([panel.cards[0]!.id, ...more.map((one) => one.cards[0]!.id)].sort());
    await submit(0);
    expect((await app.as(author).get('/scorecards?mine=true&status=submitted').expect(200)).body.items).toMatchObject([
      {
        id: panel.cards[0]!.id,
        candidate: { name: 'Cass Candidate' },
        job: { name: 'AI product manager' },
        interview: { id: panel.cards[0]!.interviewId },
        version: 1,
      },
    ]);
    const page = await app.as(panel.manager).get(`/scorecards?applicationId=${panel.applicationId}&limit=1`).expect(200);
    const rest = await app
      .as(panel.manager)
      .get(`/scorecards?applicationId=${panel.applicationId}&limit=1&cursor=${page.body.nextCursor}`)
      .expect(200);
    expect([...page.body.items, ...rest.body.items].map((item: { id: string }) => item.id)).toEqual(panel.cards.map((card) => card.id));
    expect(rest.body.nextCursor).toBeNull();
    await app.as(author).get('/scorecards').expect(422);
    await app.as(author).get(`/scorecards?applicationId=${randomUUID()}`).expect(404);
    await app.as(author).get('/scorecards?mine=true&cursor=abc').expect(422);
  });

  it("hands out a kit without anybody's judgement", async () => {
    await submit(1, 'SECRET');
    const kit = await app.as(panel.cards[0]!.author).get(`/scorecards/${panel.cards[0]!.id}/kit`).expect(200);
    expect(kit.body).toMatchObject({
      candidate: { name: 'Cass Candidate' },
      round: { key: 'phone', focus: 'Impact', facts: [{ key: 'authorised' }], minutes: 30 },
      purpose: 'Find what changed because of them.',
      prompts: [{ ask: 'What moved?', listenFor: 'A baseline and a result' }],
      notSignals: ['School'],
      scale: { levels: 4 },
      criteria: [{ key: 'impact', evidence: 'required', forms: ['metric_story'] }],
      otherRounds: [{ key: 'loop', focus: 'Depth', criteria: ['Impact', 'Depth', 'Presence'] }],
      files: [],
    });
    expect(kit.body.criteria[0].anchors).toHaveLength(4);
    expect(kit.body.evidenceForms.map((form: { key: string }) => form.key)).toContain('metric_story');
    expect(JSON.stringify(kit.body)).not.toContain('SECRET');
    await app
      .as(await app.user('Outsider'))
      .get(`/scorecards/${panel.cards[0]!.id}/kit`)
      .expect(404);
  });

  it('lists the files of the person, merged duplicates included and removed ones not', async () => {
    const duplicate = randomUUID();
    await app.rows(`insert into candidates (id, person_id, name, created_at) values ($1, $2, 'Cass C.', $3)`, [
      duplicate,
      panel.personId,
      app.clock.now(),
    ]);
    const file = (candidateId: string, name: string, removed: Date | null) =>
      app.rows(
        `insert into candidate_files (id, candidate_id, kind, name, media_type, size, sha256, content, uploaded_by, uploaded_at, removed_at) values ($1, $2, 'resume', $3, 'application/pdf', 3, 'x', 'abc', $4, $5, $6)`,
        [randomUUID(), candidateId, name, panel.recruiter.id, app.clock.now(), removed],
      );
    await file(panel.personId, 'old.pdf', app.clock.now());
    await file(duplicate, 'cv.pdf', null);
    const kit = await app.as(panel.cards[0]!.author).get(`/scorecards/${panel.cards[0]!.id}/kit`).expect(200);
    expect(kit.body.files).toMatchObject([{ name: 'cv.pdf', mediaType: 'application/pdf', size: 3 }]);
  });

  it('under break-glass is stored as such, and never opens a draft', async () => {
    await submit(0, 'SECRET');
    const admin = await app.user('Ada Admin', 'admin');
    expect((await read(admin, 0)).body.content).toBeUndefined();
    await app.rows(`insert into break_glass (id, user_id, application_id, reason, granted_at, expires_at) values ($1, $2, $3, 'complaint', $4, $5)`, [
      randomUUID(),
      admin.id,
      panel.applicationId,
      app.clock.now(),
      new Date(app.clock.now().getTime() + 3_600_000),
    ]);
    expect((await read(admin, 0)).body.content.summary).toBe('SECRET');
    expect(await exposures(admin)).toMatchObject([{ via: 'break_glass' }]);
    await app
      .as(panel.cards[1]!.author)
      .put(`/scorecards/${panel.cards[1]!.id}/draft`, { content: fullCard(1, 1, 'DRAFT') }, 0)
      .expect(200);
    expect(JSON.stringify((await read(admin, 1)).body)).not.toContain('DRAFT');
    await app.as(admin).get(`/scorecards/${panel.cards[1]!.id}/draft`).expect(403);
  });

  it('gives other rooms every card with what the viewer may know of it', async () => {
    await submit(0, 'SECRET');
    const reader = app.app.get(ScorecardsReader);
    const actor = (user: TestUser): Actor => ({
      userId: user.id,
      name: '',
      email: '',
      siteRole: 'member',
      via: 'session',
      scopes: null,
      address: '',
      requestId: '',
      locale: 'en',
      timeZone: 'UTC',
    });
    const blind = await reader.visibleCards(actor(panel.cards[1]!.author), panel.applicationId);
    expect(blind.cards.map((card) => card.content)).toEqual([undefined, null]);
    expect(blind.toRecord).toEqual([]);
    const open = await reader.visibleCards(actor(panel.manager), panel.applicationId);
    expect(open.cards.map((card) => card.content?.summary)).toEqual(['SECRET', undefined]);
    expect(open.toRecord).toEqual([{ id: panel.cards[0]!.id, revision: 1 }]);
    await app.app.get(ExposureStore).record(app.database, panel.manager.id, open.toRecord, 'packet', app.clock.now());
    expect((await reader.visibleCards(actor(panel.manager), panel.applicationId)).toRecord).toEqual([]);
    expect((await reader.visibleCards(actor(await app.user('Outsider')), panel.applicationId)).cards).toEqual([]);
    expect(await reader.packetCards(panel.applicationId)).toMatchObject([
      { id: panel.cards[0]!.id, status: 'submitted', revision: 1, unexposedRevision: 1 },
      { id: panel.cards[1]!.id, status: 'assigned', content: null, unexposedContent: null },
    ]);
  });
});

describe('a private note', () => {
  let app: TestApp;
  let panel: CardPanel;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  beforeEach(async () => {
    panel = await buildCardPanel(app);
  });
  afterAll(() => app.stop());

  const path = () => `/scorecards/${panel.cards[0]!.id}/private-note`;
  const author = () => panel.cards[0]!.author;
  const save = (shared: boolean, version: number, text = 'Nervous at first; 120 → 78 ¶') =>
    app.as(author()).put(path(), { text, sharedWithHiringTeam: shared }, version);

  it("is the author's, with versions, and its text is in no event", async () => {
    expect((await app.as(author()).get(path()).expect(200)).body).toEqual({
      text: '',
      sharedWithHiringTeam: false,
      version: 0,
      savedAt: null,
      abilities: { edit: true },
    });
    expect((await save(false, 0).expect(200)).body).toMatchObject({ version: 1, text: 'Nervous at first; 120 → 78 ¶' });
    const conflict = await save(false, 0, 'other tab').expect(409);
    expect(conflict.body).toMatchObject({ currentVersion: 1, current: { text: 'Nervous at first; 120 → 78 ¶', sharedWithHiringTeam: false } });
    await save(true, 1, '').expect(200);
    const events = await app.rows<{ content: object }>(
      `select c.content from events e join event_contents c on c.event_id = e.id where e.type = 'scorecard.private_note_saved' and e.subject_id = $1 order by e.id`,
      [panel.cards[0]!.id],
    );
    expect(events.map((event) => event.content)).toEqual([
      { payload: { after: { version: 1, sharedWithHiringTeam: false } } },
      { payload: { before: { version: 1, sharedWithHiringTeam: false }, after: { version: 2, sharedWithHiringTeam: true } } },
    ]);
  });

  it('is read by recruiters and the hiring manager where the author chose so and the card is open to them, and by nobody else', async () => {
    const auditor = await app.user('Aud', 'auditor');
    const facilitator = await app.user('Fay');
    await grantSeat(app, facilitator, 'facilitator', { applicationId: panel.applicationId });
    await save(true, 0).expect(200);
    await app.as(panel.manager).get(path()).expect(404);
    for (const card of panel.cards)
      await app
        .as(card.author)
        .post(`/scorecards/${card.id}/submit`, { content: fullCard(3, 3) })
        .expect(200);
    for (const reader of [panel.manager, panel.recruiter]) {
      expect((await app.as(reader).get(path()).expect(200)).body).toMatchObject({ text: 'Nervous at first; 120 → 78 ¶', abilities: { edit: false } });
    }
    expect(await app.rows('select via from exposures where user_id = $1', [panel.manager.id])).toEqual([{ via: 'private_note' }]);
    for (const other of [auditor, facilitator, panel.cards[1]!.author]) await app.as(other).get(path()).expect(404);
    await save(false, 1).expect(200);
    await app.as(panel.manager).get(path()).expect(404);
    await app.as(panel.manager).put(path(), { text: '', sharedWithHiringTeam: true }, 2).expect(403);
    await app
      .as(await app.user('Outsider'))
      .put(path(), { text: '', sharedWithHiringTeam: true }, 2)
      .expect(404);
  });
});
