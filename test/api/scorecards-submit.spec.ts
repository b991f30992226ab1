import { createHash, randomUUID } from 'node:crypto';
import { canonicalJson } from '../../src/domain/audit/canonical-json.js';
import { buildCardPanel, fullCard, insertCard, type CardPanel } from '../support/card-panel.js';
import { refreshApplication } from '../support/refresh-application.js';
import { TestApp, type TestUser } from '../support/test-app.js';

interface Stored {
  cards_due: number;
  cards_submitted: number;
  cards_waived: number;
  outcome: string | null;
  deciding_value: string | null;
  state: string;
}

describe('submitting a scorecard', () => {
  let app: TestApp;
  let panel: CardPanel;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  beforeEach(async () => {
    panel = await buildCardPanel(app);
  });
  afterAll(() => app.stop());

  const submit = (card: { id: string; author: TestUser }, content: unknown = fullCard(3, 3)) =>
    app.as(card.author).post(`/scorecards/${card.id}/submit`, { content });
  const first = () => panel.cards[0]!;
  const second = () => panel.cards[1]!;

  async function stored(applicationId = panel.applicationId): Promise<Stored> {
    const [row] = await app.rows<Stored>(
      `select a.cards_due, a.cards_submitted, a.cards_waived, a.outcome, a.deciding_value, d.state from applications a join debriefs d on d.application_id = a.id where a.id = $1`,
      [applicationId],
    );
    return row!;
  }

  /** The stored summary is what the SQL form of the rule would store: asking it again changes nothing. */
  async function expectFresh(applicationId = panel.applicationId): Promise<void> {
    const before = await stored(applicationId);
    await refreshApplication(app, applicationId);
    expect(await stored(applicationId)).toEqual(before);
  }

  it('puts one revision, one event and the summary on the record', async () => {
    const answer = await submit(first()).expect(200);
    expect(answer.body).toMatchObject({
      status: 'submitted',
      revision: 1,
      version: 1,
      exposed: false,
      counts: true,
      abilities: { submit: false, amend: true },
    });
    const [revision] = await app.rows<{ content: unknown; content_hash: string; salt: string; submitted_by: string }>(
      'select * from scorecard_revisions where scorecard_id = $1',
      [first().id],
    );
    expect(revision).toMatchObject({ submitted_by: first().author.id, content: answer.body.content, content_hash: answer.body.contentHash });
    expect(
      createHash('sha256')
        .update(`${revision!.salt}\n${canonicalJson(revision!.content)}`)
        .digest('hex'),
    ).toBe(answer.body.contentHash);
    const events = await app.rows<{ type: string; scorecard_id: string; actor_id: string; content: { payload: object } }>(
      'select e.type, e.scorecard_id, e.actor_id, c.content from events e join event_contents c on c.event_id = e.id where e.subject_id = $1',
      [first().id],
    );
    expect(events).toEqual([
      {
        type: 'scorecard.submitted',
        scorecard_id: first().id,
        actor_id: first().author.id,
        content: {
          payload: {
            roundKey: 'phone',
            revision: 1,
            contentHash: answer.body.contentHash,
            exposed: false,
            counts: true,
            before: { status: 'assigned' },
            after: { status: 'submitted' },
          },
        },
      },
    ]);
    expect(await stored()).toMatchObject({ cards_due: 1, cards_submitted: 1, outcome: 'insufficient_evidence', state: 'collecting' });
    await expectFresh();
  });

  it('of the last card opens the debrief, with the outcome the engine computes', async () => {
    await submit(first()).expect(200);
    await submit(second(), fullCard(4, 4)).expect(200);
    const now = await stored();
    expect(now).toMatchObject({ cards_due: 0, cards_submitted: 2, outcome: 'strong_hire', state: 'ready' });
    expect(Number(now.deciding_value)).toBeCloseTo(5 / 6, 12);
    await expectFresh();
    const [event] = await app.rows<{ content: { payload: object } }>(
      `select c.content from events e join event_contents c on c.event_id = e.id where e.type = 'debrief.state_changed' and e.application_id = $1`,
      [panel.applicationId],
    );
    expect(event!.content.payload).toEqual({ before: { state: 'collecting' }, after: { state: 'ready' } });
  });

  it('submits the saved draft when nothing is sent', async () => {
    await app
      .as(first().author)
      .put(`/scorecards/${first().id}/draft`, { content: fullCard(2, null) }, 0)
      .expect(200);
    const answer = await app.as(first().author).post(`/scorecards/${first().id}/submit`, {}).expect(200);
    expect(answer.body).toMatchObject({ version: 2, content: { ratings: [{ level: 2 }, { level: null }] } });
  });

  it('loses nothing when it is refused as incomplete', async () => {
    const incomplete = { ...fullCard(3, 3), verdict: null, ratings: [{ criterion: 'impact', level: 3, evidence: [], note: 'typed for an hour' }] };
    const answer = await submit(first(), incomplete).expect(422);
    expect(answer.body).toMatchObject({ code: 'incomplete', draftVersion: 1 });
    expect(answer.body.errors.map((fault: { pointer: string; code: string }) => [fault.pointer, fault.code])).toEqual([
      ['/content/ratings/0/evidence', 'evidence_required'],
      ['/content/verdict', 'required'],
    ]);
    expect((await app.as(first().author).get(`/scorecards/${first().id}/draft`)).body.content.ratings[0].note).toBe('typed for an hour');
    expect(await stored()).toMatchObject({ cards_submitted: 0 });
  });

  it('waits for the interview to start, and keeps what was typed', async () => {
    await app.rows('update interviews set starts_at = $2 where id = $1', [first().interviewId, new Date(app.clock.now().getTime() + 60_000)]);
    const early = await submit(first()).expect(409);
    expect(early.body).toMatchObject({ code: 'wrong_state', draftVersion: 1 });
    await app.rows(`update interviews set status = 'cancelled' where id = $1`, [first().interviewId]);
    await app.as(first().author).post(`/scorecards/${first().id}/submit`, {}).expect(409);
    await app.rows(`update interviews set status = 'held' where id = $1`, [first().interviewId]);
    await app.as(first().author).post(`/scorecards/${first().id}/submit`, {}).expect(200);
  });

  it('does not swallow what another tab saved', async () => {
    await app
      .as(first().author)
      .put(`/scorecards/${first().id}/draft`, { content: fullCard(1, 1) }, 0)
      .expect(200);
    const unversioned = await submit(first(), fullCard(4, 4)).expect(428);
    expect(unversioned.body).toMatchObject({ currentVersion: 1, current: { ratings: [{ level: 1 }, { level: 1 }] } });
    const stale = await submit(first(), fullCard(4, 4)).set('if-match', '"0"').expect(409);
    expect(stale.body).toMatchObject({
      code: 'version_conflict',
      current: { ratings: [{ level: 1 }, { level: 1 }] },
      yours: { ratings: [{ level: 4 }, { level: 4 }] },
    });
    await submit(first(), fullCard(4, 4)).set('if-match', '"1"').expect(200);
    await submit(first(), fullCard(4, 4)).expect(409);
  });

  it('twice at once makes one revision', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => submit(first())));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
    expect(await app.rows('select 1 from scorecard_revisions where scorecard_id = $1', [first().id])).toHaveLength(1);
  });

  it('by a whole panel at once leaves no summary stale', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const crowd = await buildCardPanel(app, { rounds: ['phone', 'phone', 'loop', 'loop', 'loop', 'loop'] });
      const answers = await Promise.all(crowd.cards.map((card, index) => submit(card, fullCard((index % 4) + 1, ((index + turn) % 4) + 1))));
      expect(answers.map((answer) => answer.status)).toEqual(crowd.cards.map(() => 200));
      const now = await stored(crowd.applicationId);
      expect(now).toMatchObject({ cards_due: 0, cards_submitted: 6, state: 'ready' });
      await expectFresh(crowd.applicationId);
      // What the panel says together, from its cards alone: depth weighs twice in the deciding signal.
      const levels = (at: number) => crowd.cards.map((_, index) => (at === 0 ? (index % 4) + 1 : ((index + turn) % 4) + 1));
      const mean = (values: number[]) => values.reduce((sum, value) => sum + (value - 1) / 3, 0) / values.length;
      expect(Number(now.deciding_value)).toBeCloseTo((mean(levels(0)) + 2 * mean(levels(1))) / 3, 12);
    }
  });

  it("is the author's, and for others there is no such card or no such right", async () => {
    await app
      .as(panel.manager)
      .post(`/scorecards/${first().id}/submit`, { content: fullCard(3, 3) })
      .expect(403);
    const outsider = await app.user('Outsider');
    const hidden = await app
      .as(outsider)
      .post(`/scorecards/${first().id}/submit`, { content: fullCard(3, 3) })
      .expect(404);
    const nowhere = await app
      .as(outsider)
      .post(`/scorecards/${randomUUID()}/submit`, { content: fullCard(3, 3) })
      .expect(404);
    expect({ ...hidden.body, requestId: '' }).toEqual({ ...nowhere.body, requestId: '' });
  });

  it('of a shadow is kept for training and counts for nothing', async () => {
    const [round] = await app.rows<{ id: string }>(`select id from application_rounds where application_id = $1 and key = 'loop'`, [
      panel.applicationId,
    ]);
    const shadow = await insertCard(app, panel.applicationId, round!.id, await app.user('Sol Shadow'), { counts: false });
    await submit(first()).expect(200);
    await submit(second()).expect(200);
    const before = await stored();
    const answer = await submit(shadow, fullCard(1, 1)).expect(200);
    expect(answer.body.counts).toBe(false);
    expect(await stored()).toEqual(before);
    await expectFresh();
  });
});

describe('amending a scorecard', () => {
  let app: TestApp;
  let panel: CardPanel;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  beforeEach(async () => {
    panel = await buildCardPanel(app);
    for (const card of panel.cards)
      await app
        .as(card.author)
        .post(`/scorecards/${card.id}/submit`, { content: fullCard(3, 3) })
        .expect(200);
  });
  afterAll(() => app.stop());

  const amend = (content: unknown, reason = 'I had the figures wrong') =>
    app.as(panel.cards[0]!.author).post(`/scorecards/${panel.cards[0]!.id}/amend`, { content, reason });
  const stage = (state: string) => app.rows('update debriefs set state = $2 where id = $1', [panel.debriefId, state]);

  it('makes a new full revision with its reason, and the first stays', async () => {
    const answer = await amend(fullCard(4, 3)).expect(200);
    expect(answer.body).toMatchObject({ revision: 2, exposed: false, content: { ratings: [{ level: 4 }, { level: 3 }] } });
    const revisions = await app.as(panel.cards[0]!.author).get(`/scorecards/${panel.cards[0]!.id}/revisions`).expect(200);
    expect(revisions.body.items).toMatchObject([
      { number: 1, reason: null, content: { ratings: [{ level: 3 }, { level: 3 }] } },
      { number: 2, reason: 'I had the figures wrong', content: { ratings: [{ level: 4 }, { level: 3 }] } },
    ]);
    const changes = await app.as(panel.cards[0]!.author).get(`/scorecards/${panel.cards[0]!.id}/revisions/compare?from=1&to=2`).expect(200);
    expect(changes.body).toEqual({
      from: 1,
      to: 2,
      changes: [{ code: 'level_changed', pointer: '/ratings/0/level', key: 'impact', before: 3, after: 4 }],
    });
    await app.as(panel.cards[0]!.author).get(`/scorecards/${panel.cards[0]!.id}/revisions/compare?from=1&to=3`).expect(422);
    const [row] = await app.rows<{ deciding_value: string }>('select deciding_value from applications where id = $1', [panel.applicationId]);
    expect(Number(row!.deciding_value)).toBeCloseTo((5 / 6 + 2 * (2 / 3)) / 3, 12);
  });

  it('needs a reason, a change and a complete card', async () => {
    await amend(fullCard(4, 3), '').expect(422);
    expect((await amend(fullCard(3, 3)).expect(422)).body.errors[0].code).toBe('no_change');
    expect((await amend({ ...fullCard(3, 3), verdict: null }).expect(422)).body.code).toBe('incomplete');
  });

  it('is frozen while a ballot is open, needs a reopening after the decision, and loses nothing then', async () => {
    for (const state of ['first_ballot', 'second_ballot', 'committee_ballot', 'decided', 'closed']) {
      await stage(state);
      const answer = await amend(fullCard(4, 3)).expect(409);
      expect(answer.body).toMatchObject({ code: 'wrong_state', draftVersion: expect.any(Number) });
    }
    expect((await app.as(panel.cards[0]!.author).get(`/scorecards/${panel.cards[0]!.id}/draft`)).body.content.ratings[0].level).toBe(4);
    for (const state of ['ready', 'discussing']) {
      await stage(state);
      await amend(fullCard(state === 'ready' ? 4 : 2, 3)).expect(200);
    }
  });

  it("is marked once its author has been shown another's card, and the blind revision stays beside it", async () => {
    const [mine, theirs] = panel.cards;
    expect((await amend(fullCard(4, 3)).expect(200)).body.exposed).toBe(false);
    await app.as(mine!.author).get(`/scorecards/${theirs!.id}`).expect(200);
    expect((await amend(fullCard(2, 3)).expect(200)).body.exposed).toBe(true);
    const [card] = await app.rows('select exposed, revision from scorecards where id = $1', [mine!.id]);
    expect(card).toEqual({ exposed: true, revision: 3 });
    expect(await app.rows('select number, exposed from scorecard_revisions where scorecard_id = $1 order by number', [mine!.id])).toEqual([
      { number: 1, exposed: false },
      { number: 2, exposed: false },
      { number: 3, exposed: true },
    ]);
  });

  it('is marked too for a card on another application of the same person', async () => {
    const author = panel.cards[0]!.author;
    await app.as(author).get(`/scorecards/${panel.cards[1]!.id}`).expect(200);
    const again = await buildCardPanel(app, { personId: panel.personId, rounds: ['phone'], authors: [author] });
    const answer = await app
      .as(author)
      .post(`/scorecards/${again.cards[0]!.id}/submit`, { content: fullCard(3, 3) })
      .expect(200);
    expect(answer.body.exposed).toBe(true);
    const elsewhere = await buildCardPanel(app, { rounds: ['phone'], authors: [author] });
    expect(
      (
        await app
          .as(author)
          .post(`/scorecards/${elsewhere.cards[0]!.id}/submit`, { content: fullCard(3, 3) })
          .expect(200)
      ).body.exposed,
    ).toBe(false);
  });
});
