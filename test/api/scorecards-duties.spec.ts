import { randomUUID } from 'node:crypto';
import { buildCardPanel, fullCard, grantSeat, type CardPanel } from '../support/card-panel.js';
import { TestApp } from '../support/test-app.js';

describe('the duty to give a scorecard', () => {
  let app: TestApp;
  let panel: CardPanel;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  beforeEach(async () => {
    panel = await buildCardPanel(app);
  });
  afterAll(() => app.stop());

  const [FIRST, SECOND] = [0, 1];
  const card = (at = FIRST) => panel.cards[at]!;
  const send = (who: Parameters<TestApp['as']>[0], what: string, body: unknown, at = FIRST) =>
    app.as(who).post(`/scorecards/${card(at).id}/${what}`, body);
  const reason = { reason: 'On leave until June' };
  const declined = { reasonCode: 'not_available', reason: 'On leave until June' };
  const submitted = (at: number) => send(card(at).author, 'submit', { content: fullCard(3, 3) }, at).expect(200);

  async function state(): Promise<{ status: string; state: string; due: number; waived: number }> {
    const [row] = await app.rows<{ status: string; state: string; due: number; waived: number }>(
      `select s.status, d.state, a.cards_due as due, a.cards_waived as waived from scorecards s
       join applications a on a.id = s.application_id join debriefs d on d.application_id = a.id where s.id = $1`,
      [card().id],
    );
    return row!;
  }

  it('is ended by a waiver of the hiring manager or a recruiter, with a reason and an event', async () => {
    await send(panel.manager, 'waive', {}).expect(422);
    await send(panel.manager, 'waive', reason).expect(204);
    expect(await state()).toEqual({ status: 'waived', state: 'collecting', due: 1, waived: 1 });
    await send(panel.recruiter, 'waive', reason, SECOND).expect(204);
    expect((await state()).state).toBe('ready');
    const events = await app.rows<{ type: string; content: { reason: string } }>(
      `select e.type, c.content from events e join event_contents c on c.event_id = e.id where e.subject_id = $1`,
      [card().id],
    );
    expect(events).toEqual([
      { type: 'scorecard.waived', content: { payload: { before: { status: 'assigned' }, after: { status: 'waived' } }, reason: reason.reason } },
    ]);
  });

  it('is never waived by oneself, nor by anybody else on the panel', async () => {
    await grantSeat(app, card().author, 'hiring_manager', { jobId: panel.jobId });
    expect((await send(card().author, 'waive', reason).expect(403)).body.detail).toMatch(/own/);
    await send(card(SECOND).author, 'waive', reason).expect(403);
    await submitted(SECOND);
    await send(panel.manager, 'waive', reason, SECOND).expect(409);
  });

  it('can be taken up after a waiver until the first ballot; later the card is kept and not counted', async () => {
    await send(panel.manager, 'waive', reason).expect(204);
    await submitted(SECOND);
    expect((await submitted(FIRST)).body).toMatchObject({ counts: true, exposed: false });
    const late = await buildCardPanel(app);
    await app.as(late.manager).post(`/scorecards/${late.cards[0]!.id}/waive`, reason).expect(204);
    await app
      .as(late.cards[1]!.author)
      .post(`/scorecards/${late.cards[1]!.id}/submit`, { content: fullCard(3, 3) })
      .expect(200);
    await app.rows(`update debriefs set state = 'first_ballot' where id = $1`, [late.debriefId]);
    const before = await app.rows('select outcome, deciding_value, cards_submitted from applications where id = $1', [late.applicationId]);
    const kept = await app
      .as(late.cards[0]!.author)
      .post(`/scorecards/${late.cards[0]!.id}/submit`, { content: fullCard(1, 1) })
      .expect(200);
    expect(kept.body.counts).toBe(false);
    expect(await app.rows('select outcome, deciding_value, cards_submitted from applications where id = $1', [late.applicationId])).toEqual(before);
  });

  it('comes back with its draft when a waiver is taken back before the first ballot', async () => {
    await app
      .as(card().author)
      .put(`/scorecards/${card().id}/draft`, { content: { ...fullCard(3, 3), summary: 'half a page' } }, 0)
      .expect(200);
    await submitted(SECOND);
    await send(panel.manager, 'waive', reason).expect(204);
    expect((await state()).state).toBe('ready');
    await send(panel.recruiter, 'restore', reason).expect(204);
    expect(await state()).toEqual({ status: 'draft', state: 'collecting', due: 1, waived: 0 });
    expect((await app.as(card().author).get(`/scorecards/${card().id}/draft`)).body.content.summary).toBe('half a page');
    await send(panel.manager, 'waive', reason).expect(204);
    await app.rows(`update debriefs set state = 'first_ballot' where id = $1`, [panel.debriefId]);
    await send(panel.manager, 'restore', reason).expect(409);
  });

  it('is declined by its interviewer alone, with a reason; the hiring manager may ask again until the debrief is ready', async () => {
    await send(panel.manager, 'decline', declined).expect(403);
    await send(card().author, 'decline', { reasonCode: 'bored', reason: 'x' }).expect(422);
    await send(card().author, 'decline', declined).expect(204);
    expect(await state()).toMatchObject({ status: 'declined', waived: 1 });
    expect((await send(card().author, 'submit', { content: fullCard(3, 3) }).expect(409)).body.code).toBe('wrong_state');
    await send(panel.recruiter, 'restore', reason).expect(403);
    await send(panel.manager, 'restore', reason).expect(204);
    await send(card().author, 'decline', declined).expect(204);
    await submitted(SECOND);
    await send(panel.manager, 'restore', reason).expect(409);
  });

  it('is waived and asked for again on behalf of whom a delegate stands in for', async () => {
    const delegate = await app.user('Dora Delegate');
    const [{ id }] = (await app.rows(`select id from seats where user_id = $1 and kind = 'hiring_manager'`, [panel.manager.id])) as [{ id: string }];
    await app.rows(
      `insert into seats (id, user_id, kind, job_id, delegated_from, granted_at) values (gen_random_uuid(), $1, 'hiring_manager', $2, $3, $4)`,
      [delegate.id, panel.jobId, id, app.clock.now()],
    );
    await send(delegate, 'waive', reason).expect(204);
    await send(panel.recruiter, 'restore', reason).expect(204);
    await send(panel.recruiter, 'waive', reason).expect(204);
    await send(delegate, 'restore', reason).expect(204);
    const told = await app.rows(
      `select e.type, c.content->>'onBehalfOf' as behalf from events e join event_contents c on c.event_id = e.id
       where e.type in ('scorecard.waived', 'scorecard.restored') and e.scorecard_id = $1 order by e.id`,
      [card().id],
    );
    expect(told).toEqual([
      { type: 'scorecard.waived', behalf: panel.manager.id },
      { type: 'scorecard.restored', behalf: null },
      { type: 'scorecard.waived', behalf: null },
      { type: 'scorecard.restored', behalf: panel.manager.id },
    ]);
  });

  it('unlocks nothing when it is declined before the debrief', async () => {
    await submitted(SECOND);
    await send(card().author, 'decline', declined).expect(204);
    const sees = async () =>
      'content' in
      (
        await app
          .as(card().author)
          .get(`/scorecards/${card(SECOND).id}`)
          .expect(200)
      ).body;
    expect(await sees()).toBe(true);
    await app.rows(`update debriefs set state = 'collecting' where id = $1`, [panel.debriefId]);
    expect(await sees()).toBe(false);
  });

  it("declined for a conflict takes the application out of its interviewer's world", async () => {
    await send(card().author, 'decline', { reasonCode: 'conflict_of_interest', reason: 'My brother' }).expect(204);
    await app.as(card().author).get(`/scorecards/${card().id}`).expect(404);
    await app.as(card().author).get(`/scorecards?applicationId=${panel.applicationId}`).expect(404);
    expect((await app.as(card().author).get('/scorecards?mine=true').expect(200)).body.items).toEqual([]);
    expect(await app.rows('select source, reason from conflicts where user_id = $1', [card().author.id])).toEqual([
      { source: 'declared', reason: 'My brother' },
    ]);
    const told = await app.rows<{ type: string; content: object }>(
      `select e.type, c.content from events e join event_contents c on c.event_id = e.id where e.type in ('scorecard.declined', 'conflict.recorded') and e.person_id = $1 order by 1`,
      [panel.personId],
    );
    expect(told.map((event) => event.type)).toEqual(['conflict.recorded', 'scorecard.declined']);
    expect(JSON.stringify(told)).not.toContain('My brother');
    expect(await app.rows('select reason_code, reason from scorecards where id = $1', [card().id])).toEqual([
      { reason_code: 'conflict_of_interest', reason: null },
    ]);
    expect((await send(panel.manager, 'restore', reason).expect(403)).body.code).toBe('conflict_of_interest');
  });

  it("is nobody's business for whom the application does not exist", async () => {
    const outsider = await app.user('Outsider');
    for (const [what, body] of [
      ['waive', reason],
      ['decline', declined],
      ['restore', reason],
    ] as const) {
      const hidden = await send(outsider, what, body).expect(404);
      const nowhere = await app.as(outsider).post(`/scorecards/${randomUUID()}/${what}`, body).expect(404);
      expect({ ...hidden.body, requestId: '' }).toEqual({ ...nowhere.body, requestId: '' });
    }
  });
});
