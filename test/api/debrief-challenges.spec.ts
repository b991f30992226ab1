import { DebriefRoom, card, plainRubric, type Room } from '../support/debrief-room.js';
import { TestApp, type TestUser } from '../support/test-app.js';

const NO_BALLOTS = { firstBallot: false, secondBallot: false };

describe('challenges and vetoes', () => {
  let app: TestApp;
  let rooms: DebriefRoom;
  beforeAll(async () => {
    app = await TestApp.start();
    rooms = new DebriefRoom(app);
  });
  afterAll(() => app.stop());

  const raise = (room: Room, by: TestUser, more = {}) =>
    app.as(by).post(`/debriefs/${room.debriefId}/challenges`, {
      scorecardId: room.cards[0],
      criterion: 'alignment',
      reasonCode: 'jargon',
      words: 'Names no decision.',
      ...more,
    });
  const answer = (room: Room, by: TestUser, id: string, outcome: string) =>
    app.as(by).post(`/debriefs/${room.debriefId}/challenges/${id}/answer`, { outcome, words: 'As said.' });
  const decide = async (room: Room, by: TestUser, outcome: string, more = {}) => {
    const { body: shown } = await app.as(by).get(`/debriefs/${room.debriefId}/recommendation`).expect(200);
    return app.as(by).post(`/debriefs/${room.debriefId}/decision`, { outcome, rationale: 'Weighed.', inputHash: shown.inputHash, ...more });
  };

  it('runs the story of the stakeholder-alignment score: challenged for jargon, talked over, revised, recomputed, both values kept', async () => {
    const room = await rooms.build({
      levels: [
        [3, 4],
        [3, 2],
      ],
      settings: NO_BALLOTS,
    });
    const [ivoA, ivoB] = room.interviewers as [TestUser, TestUser];
    const raised = await raise(room, room.manager).expect(201);
    const challenge = raised.body.items[0];
    expect(challenge).toMatchObject({
      status: 'open',
      authorId: ivoA.id,
      before: { revision: 1, level: 4 },
      after: null,
      recommendationBefore: { outcome: 'hire' },
      abilities: { reply: true, uphold: false, revise: false, withdraw: true },
    });
    await raise(room, room.manager).expect(409);
    const asked = await app
      .as(ivoB)
      .post(`/debriefs/${room.debriefId}/challenges/${challenge.id}/replies`, { words: 'Which decision was taken?' })
      .expect(201);
    const parentId = asked.body.items[0].replies[0].id;
    await app
      .as(ivoA)
      .post(`/debriefs/${room.debriefId}/challenges/${challenge.id}/replies`, { words: 'None, in truth.', parentId })
      .expect(201)
      .expect(({ body }) => expect(body.items[0].replies[1]).toMatchObject({ parentId, authorId: ivoA.id }));

    await answer(room, room.manager, challenge.id, 'upheld').expect(403);
    await answer(room, ivoB, challenge.id, 'withdrawn').expect(403);
    await answer(room, ivoA, challenge.id, 'revised')
      .expect(422)
      .expect(({ body }) => expect(body.code).toBe('incomplete'));
    await rooms.submit(room.cards[0]!, ivoA, card([2, 4]), { exposed: true, reason: 'Another rating' });
    await answer(room, ivoA, challenge.id, 'revised').expect(422);
    await rooms.submit(room.cards[0]!, ivoA, card([3, 1]), { exposed: true, reason: 'Jargon without a decision' });
    const revised = await answer(room, ivoA, challenge.id, 'revised').expect(200);
    expect(revised.body.items[0]).toMatchObject({
      status: 'revised',
      before: { revision: 1, level: 4 },
      after: { revision: 3, level: 1 },
      resolvedBy: ivoA.id,
      recommendationBefore: { outcome: 'hire' },
      recommendationAfter: { outcome: 'no_hire' },
      abilities: { uphold: false, revise: false, withdraw: false },
    });
    await answer(room, ivoA, challenge.id, 'upheld').expect(409);
    const told = await app.rows<{ content: { payload: unknown } }>(
      `select c.content from events e join event_contents c on c.event_id = e.id where e.application_id = $1 and e.type = 'challenge.resolved'`,
      [room.applicationId],
    );
    expect(told[0]!.content.payload).toMatchObject({ before: { level: 4 }, after: { level: 1 }, shown: { outcome: 'no_hire' } });
  });

  it('refuses what is not there to challenge, and whoever may not', async () => {
    const room = await rooms.build({
      levels: [
        [3, 3],
        [3, 3],
      ],
    });
    const other = await rooms.build({ levels: [[3, 3]] });
    const pointer =
      (path: string) =>
      ({ body }: { body: { errors: unknown[] } }) =>
        expect(body.errors).toContainEqual(expect.objectContaining({ pointer: path }));
    await raise(room, room.manager, { scorecardId: other.cards[0] }).expect(422).expect(pointer('/scorecardId'));
    await raise(room, room.manager, { criterion: 'charm' }).expect(422).expect(pointer('/criterion'));
    await raise(room, room.manager, { reasonCode: 'dislike' }).expect(422).expect(pointer('/reasonCode'));
    await raise(room, room.manager, { words: ' \n' }).expect(422).expect(pointer('/words'));
    await raise(room, room.interviewers[0]!).expect(403);
    await raise(room, await app.user('Audie', 'auditor')).expect(403);
    await raise(room, other.manager).expect(404);
    const { body } = await raise(other, other.manager).expect(201);
    await answer(room, room.manager, body.items[0].id, 'withdrawn').expect(404);
    const owed = await rooms.build({ levels: [[3, 3], null] });
    await raise(owed, owed.manager).expect(409);
    await raise(owed, owed.interviewers[1]!).expect(409);
    await app.as(owed.interviewers[1]!).get(`/debriefs/${owed.debriefId}/challenges`).expect(403);
  });

  it('holds the decision back while one is open, unless it is overridden with a reason', async () => {
    const room = await rooms.build({
      levels: [
        [3, 3],
        [3, 3],
      ],
      settings: NO_BALLOTS,
    });
    const { body } = await raise(room, room.interviewers[1]!).expect(201);
    const held = await decide(room, room.manager, 'hire');
    expect(held.body).toMatchObject({ status: 422, code: 'reason_required', errors: [{ pointer: '/overrideReason' }] });
    const over = await decide(room, room.manager, 'hire', { overrideReason: 'It moves nothing: see the minimum flips.' });
    expect(over.status).toBe(201);
    const listed = await app.as(room.manager).get(`/debriefs/${room.debriefId}/decision`).expect(200);
    expect(listed.body.items[0]).toMatchObject({ overrideReason: 'It moves nothing: see the minimum flips.', recommended: 'hire', departs: false });
    await raise(room, room.manager).expect(409);
    await answer(room, room.interviewers[0]!, body.items[0].id, 'upheld').expect(200);
  });

  it('decides freely once the challenge is withdrawn', async () => {
    const room = await rooms.build({
      levels: [
        [3, 3],
        [3, 3],
      ],
      settings: NO_BALLOTS,
    });
    const { body } = await raise(room, room.manager).expect(201);
    await answer(room, room.manager, body.items[0].id, 'withdrawn').expect(200);
    expect((await decide(room, room.manager, 'hire')).status).toBe(201);
  });

  it("lets the bar raiser's veto allow nothing above no hire, until it is taken back", async () => {
    const rubric = plainRubric({ veto: 'bar_raiser' }, [{ key: 'bar', name: 'Bar', kind: 'veto', seat: 'bar_raiser', effect: 'cap_no_hire' }]);
    const room = await rooms.build({
      levels: [
        [3, 3],
        [3, 3],
      ],
      settings: NO_BALLOTS,
      rubric,
    });
    const bar = await app.user('Barry');
    await rooms.seat(bar, 'bar_raiser', { application: room.applicationId });
    const veto = (by: TestUser, path = '') =>
      app.as(by).post(`/debriefs/${room.debriefId}/vetoes${path}`, { reason: 'Below the bar in two answers' });
    await veto(room.manager).expect(403);
    await veto(bar)
      .expect(201)
      .expect(({ body }) => expect(body.content.vetoes).toMatchObject([{ seat: 'bar_raiser', by: bar.id, withdrawnAt: null }]));
    await veto(bar).expect(409);
    const { body: shown } = await app.as(bar).get(`/debriefs/${room.debriefId}/recommendation`).expect(200);
    expect(shown.recommendation.outcome).toBe('no_hire');
    expect(shown.steps.map((step: { words: string }) => step.words)).toContain(
      'Gate "Bar": a veto by Barry; triggered, nothing above no hire is allowed.',
    );
    const barred = await decide(room, room.manager, 'hire', { explanation: 'I disagree.' });
    expect(barred.body).toMatchObject({ status: 403, errors: [{ pointer: '/outcome', code: 'vetoed' }] });
    expect(await app.rows(`select panel_outcome from applications where id = $1`, [room.applicationId])).toEqual([{ panel_outcome: 'no_hire' }]);
    await veto(bar, '/withdraw').expect(200);
    await veto(bar, '/withdraw').expect(409);
    expect((await decide(room, room.manager, 'hire')).status).toBe(201);
  });

  it('knows no veto where the rubric gives none', async () => {
    const room = await rooms.build({ levels: [[3, 3]] });
    const bar = await app.user('Barry');
    await rooms.seat(bar, 'bar_raiser', { application: room.applicationId });
    await app.as(bar).post(`/debriefs/${room.debriefId}/vetoes`, { reason: 'No.' }).expect(409);
  });

  it('keeps a dissent in the words of the dissenter, until the debrief is closed', async () => {
    const room = await rooms.build({
      levels: [
        [3, 3],
        [3, 3],
      ],
      settings: NO_BALLOTS,
    });
    const [ivoA] = room.interviewers as [TestUser];
    const dissent = (by: TestUser) => app.as(by).post(`/debriefs/${room.debriefId}/decision/dissents`, { words: '  I would wait.  ' });
    await dissent(ivoA).expect(409);
    await decide(room, room.manager, 'hire');
    await dissent(room.manager).expect(403);
    await dissent(ivoA)
      .expect(201)
      .expect(({ body }) => expect(body.items[0].dissents).toMatchObject([{ authorId: ivoA.id, words: '  I would wait.  ' }]));
    await dissent(ivoA).expect(409);
    await app.as(room.facilitator).post(`/debriefs/${room.debriefId}/close`).expect(200);
    await dissent(room.interviewers[1]!).expect(409);
  });
});
