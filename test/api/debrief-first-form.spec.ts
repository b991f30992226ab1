import { recommend, recommendationJson } from '../../src/domain/recommendation/recommend.js';
import type { Packet } from '../../src/domain/recommendation/packet.js';
import { DebriefRoom, card } from '../support/debrief-room.js';
import { TestApp } from '../support/test-app.js';

const NO_BALLOTS = { firstBallot: false, secondBallot: false };

describe('the debrief, read and decided without ballots', () => {
  let app: TestApp;
  let rooms: DebriefRoom;
  beforeAll(async () => {
    app = await TestApp.start();
    rooms = new DebriefRoom(app);
  });
  afterAll(() => app.stop());

  it('shows the recommendation with its steps in the language of the reader', async () => {
    const room = await rooms.build({
      levels: [
        [4, 3],
        [2, 3],
      ],
      settings: NO_BALLOTS,
    });
    const { body } = await app.as(room.manager).get(`/debriefs/${room.debriefId}/recommendation`).expect(200);
    expect(body).toMatchObject({
      engine: 1,
      recommendation: { outcome: 'hire', inputHash: body.inputHash },
      unexposed: { outcome: 'hire', differs: false },
    });
    expect(body.steps.map((step: { words: string }) => step.words)).toEqual(
      expect.arrayContaining(['Impact: mean level 3 over 2 ratings, which is 0.6667 on 0–1; weight 1.', 'The recommendation is: hire.']),
    );
    await app.rows(`update users set locale = 'zh-CN' where id = $1`, [room.manager.id]);
    const chinese = await app.as(room.manager).get(`/debriefs/${room.debriefId}/recommendation`).expect(200);
    expect(chinese.body.steps.at(-1).words).toBe('建议结果：建议录用。');
  });

  it('sets the outcome on unexposed revisions beside the latest one', async () => {
    const room = await rooms.build({
      levels: [
        [2, 2],
        [2, 3],
      ],
      settings: NO_BALLOTS,
    });
    await rooms.submit(room.cards[0]!, room.interviewers[0]!, card([4, 3]), { exposed: true, reason: 'Persuaded' });
    const { body } = await app.as(room.manager).get(`/debriefs/${room.debriefId}/recommendation`).expect(200);
    expect(body.recommendation.outcome).toBe('hire');
    expect(body.unexposed).toMatchObject({ outcome: 'no_hire', differs: true });
  });

  it('shows the stage alone to whoever owes a card or may not read, and nothing to a stranger or a conflicted person', async () => {
    const room = await rooms.build({ levels: [[3, 3], null] });
    const owing = await app.as(room.interviewers[1]!).get(`/applications/${room.applicationId}/debrief`).expect(200);
    expect(owing.body).toMatchObject({ id: room.debriefId, state: 'collecting', sight: 'status', content: null });
    expect(Object.values(owing.body.abilities)).not.toContain(true);
    for (const part of ['recommendation', 'ballots', 'decision'])
      await app.as(room.interviewers[1]!).get(`/debriefs/${room.debriefId}/${part}`).expect(403);
    const stranger = await app.user('Stranger');
    await app.as(stranger).get(`/debriefs/${room.debriefId}`).expect(404);
    await app.rows(`insert into conflicts (id, user_id, person_id, source, recorded_at) values (gen_random_uuid(), $1, $2, 'declared', now())`, [
      room.manager.id,
      room.personId,
    ]);
    for (const path of ['', '/recommendation', '/ballots', '/decision'])
      await app.as(room.manager).get(`/debriefs/${room.debriefId}${path}`).expect(404);
    const listed = await app.as(room.manager).get('/debriefs').expect(200);
    expect(listed.body.items).toEqual([]);
  });

  it('lists what the viewer may know of by state and due time, page by page', async () => {
    const manager = await app.user('Lister');
    const built = [];
    for (const due of ['2026-03-12T18:00:00Z', null, '2026-03-10T18:00:00.123456Z']) {
      const room = await rooms.build({ levels: [[3, 3]] });
      await rooms.seat(manager, 'hiring_manager', { job: room.jobId });
      await app.rows(`update debriefs set due_at = $2 where id = $1`, [room.debriefId, due]);
      built.push(room.debriefId);
    }
    const first = await app.as(manager).get('/debriefs?state=ready&limit=2').expect(200);
    expect(first.body.items.map((item: { id: string }) => item.id)).toEqual([built[2], built[0]]);
    const second = await app.as(manager).get(`/debriefs?state=ready&limit=2&cursor=${first.body.nextCursor}`).expect(200);
    expect(second.body).toMatchObject({ items: [{ id: built[1] }], nextCursor: null });
    await app
      .as(manager)
      .get('/debriefs?state=decided')
      .expect(200)
      .expect(({ body }) => expect(body.items).toEqual([]));
    await app.as(manager).get('/debriefs?cursor=WyJ4IiwieSJd').expect(422);
    await app.as(manager).get('/debriefs?state=nonsense').expect(422);
    for (const time of ['-271821-04-20', 'soon']) await app.as(manager).get(`/debriefs?dueBefore=${time}`).expect(422);
    await app.as(manager).get('/reports/override-rates?from=-271821-04-20').expect(422);
  });

  it('asks for an explanation exactly where the decision differs, and keeps what was shown', async () => {
    const room = await rooms.build({
      levels: [
        [3, 3],
        [3, 3],
      ],
      settings: NO_BALLOTS,
    });
    const hm = app.as(room.manager);
    const { body: shown } = await hm.get(`/debriefs/${room.debriefId}/recommendation`).expect(200);
    const against = { outcome: 'no_hire', rationale: 'Not now.', inputHash: shown.inputHash };
    const refused = await hm.post(`/debriefs/${room.debriefId}/decision`, against).expect(422);
    expect(refused.body).toMatchObject({ code: 'explanation_required', errors: [{ pointer: '/explanation' }] });
    await hm.post(`/debriefs/${room.debriefId}/decision`, { ...against, explanation: '  ' }).expect(422);
    await hm.post(`/debriefs/${room.debriefId}/decision`, { ...against, rationale: ' ' }).expect(422);
    const decided = await hm
      .post(`/debriefs/${room.debriefId}/decision`, { ...against, explanation: 'The seat is gone.', level: 'P5', conditions: 'none' })
      .expect(201);
    expect(decided.body).toMatchObject({ state: 'decided', abilities: { decide: false, close: false, reopen: true } });
    const [kept] = await app.rows<{ input: Packet; recommendation: string; input_hash: string; departs: boolean }>(
      `select input, recommendation, input_hash, departs from decisions where debrief_id = $1`,
      [room.debriefId],
    );
    expect(recommendationJson(recommend(kept!.input))).toBe(kept!.recommendation);
    expect(kept).toMatchObject({ input_hash: shown.inputHash, departs: true });
    const events = await app.rows<{ type: string }>(`select type from events where application_id = $1 order by id`, [room.applicationId]);
    expect(events.map((event) => event.type)).toEqual(['decision.recorded', 'debrief.state_changed']);
  });

  it('decides as recommended without an explanation, closes, and never lets a decision be rewritten', async () => {
    const room = await rooms.build({
      levels: [
        [3, 3],
        [3, 3],
      ],
      settings: NO_BALLOTS,
    });
    const { body: shown } = await app.as(room.manager).get(`/debriefs/${room.debriefId}/recommendation`);
    const decision = { outcome: 'hire', rationale: 'Both saw it.', inputHash: shown.inputHash };
    await app.as(room.recruiter).post(`/debriefs/${room.debriefId}/decision`, decision).expect(403);
    await app.as(room.manager).post(`/debriefs/${room.debriefId}/decision`, decision).expect(201);
    await app.as(room.manager).post(`/debriefs/${room.debriefId}/decision`, decision).expect(409);
    await app.as(room.manager).post(`/debriefs/${room.debriefId}/close`).expect(403);
    await app
      .as(room.facilitator)
      .post(`/debriefs/${room.debriefId}/close`)
      .expect(200)
      .expect(({ body }) => expect(body.state).toBe('closed'));
    await expect(app.rows(`update decisions set outcome = 'no_hire' where debrief_id = $1`, [room.debriefId])).rejects.toThrow(/never rewritten/);
    await expect(app.rows(`delete from decisions where debrief_id = $1`, [room.debriefId])).rejects.toThrow(/never rewritten/);
  });

  it('refuses a decision on a recommendation that changed since it was read', async () => {
    const room = await rooms.build({
      levels: [
        [3, 3],
        [3, 3],
      ],
      settings: NO_BALLOTS,
    });
    const { body: shown } = await app.as(room.manager).get(`/debriefs/${room.debriefId}/recommendation`);
    await rooms.submit(room.cards[0]!, room.interviewers[0]!, card([1, 1]), { exposed: true, reason: 'Read my notes again' });
    const refused = await app
      .as(room.manager)
      .post(`/debriefs/${room.debriefId}/decision`, { outcome: 'hire', rationale: 'Yes.', inputHash: shown.inputHash })
      .expect(409);
    expect(refused.body).toMatchObject({ code: 'version_conflict', errors: [{ pointer: '/inputHash' }] });
  });
});
