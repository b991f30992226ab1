import type { CardContent } from '../../src/domain/scorecard/scorecard.js';
import { DebriefRoom, type Room } from '../support/debrief-room.js';
import { TestApp, type TestUser } from '../support/test-app.js';

const withEvidence: CardContent = {
  verdict: 'hire',
  summary: '',
  facts: {},
  ratings: [
    {
      criterion: 'impact',
      level: 3,
      confidence: 'high',
      note: '',
      evidence: [
        { form: 'note', fields: { text: 'Cut latency.' } },
        { form: 'note', fields: { text: 'Nice person.' } },
      ],
    },
    { criterion: 'alignment', level: 3, confidence: 'high', note: '', evidence: [] },
  ],
};

describe('feedback on evidence', () => {
  let app: TestApp;
  let rooms: DebriefRoom;
  let room: Room;
  const path = () => `/debriefs/${room.debriefId}/feedback`;
  const place = (item = 0) => ({ scorecardId: room.cards[0], revision: 2, criterion: 'impact', item });
  const mark = (user: TestUser, kind: string | null, item = 0) => app.as(user).put(path(), { ...place(item), mark: kind });
  const read = async (user: TestUser) => (await app.as(user).get(path()).expect(200)).body;

  beforeEach(async () => {
    app = await TestApp.start();
    rooms = new DebriefRoom(app);
    room = await rooms.build();
    await rooms.submit(room.cards[0]!, room.interviewers[0]!, withEvidence);
  });
  afterEach(() => app.stop());

  it('gives the author totals from the third mark on, and nobody else any', async () => {
    const [author, second, third] = room.interviewers as [TestUser, TestUser, TestUser];
    await mark(second, 'vague').expect(200);
    await mark(third, 'helpful').expect(200);
    await mark(room.manager, 'unsupported', 1).expect(200);
    expect((await read(author)).onYourCards).toEqual([]);
    await mark(room.manager, 'vague').expect(200);
    expect((await read(author)).onYourCards).toEqual([{ ...place(), counts: { helpful: 1, vague: 2, unsupported: 0 } }]);
    const received = async (user: TestUser) => (await app.as(user).get('/me/evidence-marks').expect(200)).body;
    expect(await received(author)).toEqual({ pieces: 1, counts: { helpful: 1, vague: 2, unsupported: 0 }, fewestForTotals: 3 });
    expect(await received(room.manager)).toMatchObject({ pieces: 0, counts: { helpful: 0, vague: 0, unsupported: 0 } });
    for (const user of [second, room.manager, room.facilitator, await app.user('Audie', 'auditor')])
      expect((await read(user)).onYourCards).toEqual([]);
    expect((await read(room.manager)).mine).toEqual([
      { ...place(), mark: 'vague' },
      { ...place(1), mark: 'unsupported' },
    ]);
  });

  it('is one mark a person and piece, changed until the debrief is closed', async () => {
    await mark(room.manager, 'vague').expect(200);
    const { body } = await mark(room.manager, 'helpful').expect(200);
    expect(body).toEqual({
      mine: [{ ...place(), mark: 'helpful' }],
      onYourCards: [],
      fewestForTotals: 3,
      markable: expect.arrayContaining([{ scorecardId: room.cards[0], revision: 2 }]),
      abilities: { mark: true },
    });
    expect(await app.rows('select mark from evidence_marks')).toEqual([{ mark: 'helpful' }]);
    await app.rows(`update debriefs set state = 'closed' where id = $1`, [room.debriefId]);
    await mark(room.manager, 'unsupported')
      .expect(409)
      .expect(({ body: problem }) => expect(problem.code).toBe('wrong_state'));
    expect(await read(room.manager)).toMatchObject({ markable: [], abilities: { mark: false } });
    await mark(room.manager, null)
      .expect(409)
      .expect(({ body: problem }) => expect(problem.code).toBe('wrong_state'));
    await expect(app.rows(`update evidence_marks set mark = 'vague'`)).rejects.toMatchObject({ code: 'PB005' });
    await expect(app.rows(`delete from evidence_marks`)).rejects.toMatchObject({ code: 'PB005' });
  });

  it('is taken back like it was made: nobody can tell from the history, and the author no longer sees the totals', async () => {
    const [author, second, third] = room.interviewers as [TestUser, TestUser, TestUser];
    for (const user of [second, third, room.manager]) await mark(user, 'vague').expect(200);
    expect((await read(author)).onYourCards).toHaveLength(1);
    const { body } = await mark(second, null).expect(200);
    expect(body.mine).toEqual([]);
    await mark(second, null).expect(200);
    expect((await read(author)).onYourCards).toEqual([]);
    expect((await read(third)).mine).toHaveLength(1);
    expect(await app.rows(`select 1 from events where type = 'feedback.marked'`)).toHaveLength(4);
  });

  it("may be made on others' cards as they stand, by who takes part", async () => {
    const [author] = room.interviewers as [TestUser];
    const others = room.cards.slice(1).map((scorecardId) => ({ scorecardId, revision: 1 }));
    const sorted = (cards: readonly object[]) => cards.map((card) => JSON.stringify(card)).sort();
    expect(sorted((await read(author)).markable)).toEqual(sorted(others));
    expect(sorted((await read(room.manager)).markable)).toEqual(sorted([{ scorecardId: room.cards[0], revision: 2 }, ...others]));
    expect(await read(await app.user('Audie', 'auditor'))).toMatchObject({ markable: [], abilities: { mark: false } });
  });

  it('names nobody in the history', async () => {
    await mark(room.manager, 'vague').expect(200);
    const events = await app.rows<{ actor_id: string | null; actor: { name: string }; content: { payload: object } }>(
      `select e.actor_id, e.actor, c.content from events e join event_contents c on c.event_id = e.id where e.type = 'feedback.marked'`,
    );
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      actor_id: null,
      actor: { name: 'Plumbline' },
      content: { payload: { commitment: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    });
    expect(JSON.stringify(events)).not.toContain(room.manager.id);
    expect(JSON.stringify(events)).not.toContain(room.cards[0]);
  });

  it("is refused on one's own card, on what was amended, on what is not there, and to who takes no part", async () => {
    const [author, second] = room.interviewers as [TestUser, TestUser];
    await mark(author, 'helpful').expect(403);
    await app
      .as(second)
      .put(path(), { ...place(), revision: 1, mark: 'vague' })
      .expect(409);
    await mark(second, 'vague', 2)
      .expect(422)
      .expect(({ body }) => expect(body.errors[0].pointer).toBe('/item'));
    await mark(second, 'excellent')
      .expect(422)
      .expect(({ body }) => expect(body.errors[0].pointer).toBe('/mark'));
    await app
      .as(second)
      .put(path(), { ...place(), criterion: 'charm', mark: 'vague' })
      .expect(422)
      .expect(({ body }) => expect(body.errors[0].pointer).toBe('/criterion'));
    await app
      .as(second)
      .put(path(), { ...place(), scorecardId: room.applicationId, mark: 'vague' })
      .expect(422)
      .expect(({ body }) => expect(body.errors[0].pointer).toBe('/scorecardId'));
    await mark(await app.user('Audie', 'auditor'), 'vague').expect(403);
    await mark(await app.user('Otto Outsider'), 'vague').expect(404);
    await app
      .as(await app.user('Otto Outsider'))
      .get(path())
      .expect(404);
    expect(await app.rows('select 1 from evidence_marks')).toHaveLength(0);
  });

  it('waits for the debrief to open', async () => {
    room = await rooms.build({ levels: [[3, 3], null] });
    await app.as(room.manager).put(path(), { scorecardId: room.cards[0], revision: 1, criterion: 'impact', item: 0, mark: 'vague' }).expect(409);
  });
});
