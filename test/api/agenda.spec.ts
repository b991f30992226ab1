import { createHash } from 'node:crypto';
import { DebriefRoom, card, plainRubric, type Room } from '../support/debrief-room.js';
import { TestApp } from '../support/test-app.js';

const MINUTE = 60_000;

describe('agenda', () => {
  let app: TestApp;
  let rooms: DebriefRoom;
  beforeAll(async () => {
    app = await TestApp.start();
    rooms = new DebriefRoom(app);
  });
  afterAll(() => app.stop());

  /** Split on impact, agreed on alignment, talking. */
  async function talking(
    levels: readonly [number, number][] = [
      [1, 3],
      [4, 3],
      [4, 3],
    ],
    settings = {},
  ): Promise<Room> {
    const room = await rooms.build({ levels, settings: { firstBallot: false, ...settings } });
    await app.as(room.facilitator).post(`/debriefs/${room.debriefId}/discussion`).expect(200);
    return room;
  }
  const agenda = (room: Room, path = '') => `/debriefs/${room.debriefId}/agenda${path}`;
  const events = (room: Room) =>
    app.rows<{ type: string; payload: Record<string, unknown> }>(
      `select e.type, c.content->'payload' as payload from events e join event_contents c on c.event_id = e.id where e.subject_id = $1 and e.type like 'agenda.%' order by e.id`,
      [room.debriefId],
    );

  it('opens on what the panel disagrees about, says why and what it could change, and shares the hour out', async () => {
    const room = await talking();
    await app
      .as(room.interviewers[0]!)
      .post(`/debriefs/${room.debriefId}/challenges`, {
        scorecardId: room.cards[1],
        criterion: 'alignment',
        reasonCode: 'jargon',
        words: 'No decision in it.',
      })
      .expect(201);
    const { body } = await app.as(room.manager).get(agenda(room)).expect(200);
    expect(body).toMatchObject({
      state: 'discussing',
      roundNumber: 1,
      outcome: 'hire',
      currentItem: null,
      undisputed: [{ criterion: 'alignment', name: 'Stakeholder alignment', ratings: 3, level: 3 }],
    });
    expect(body.items.map((item: { key: string }) => item.key.replace(/[0-9a-f-]{36}/, 'id'))).toEqual([
      'criterion:impact',
      'contradiction:verdict_against_scores:id',
      'challenge:id',
    ]);
    const [impact, , challenge] = body.items;
    // AD about the median 4: 1 of at most 1.5; between 1 and 4 the value runs from ⅓ to 5/6, past hire.
    expect(impact.rank).toEqual({ disagreement: 2 / 3, effect: 2.5, priority: 5 / 3 });
    expect(impact.why.words).toBe('Impact: the levels 1, 4, 4 differ; on average they are 1 from the median 4, 67 % of the most there can be.');
    expect(impact.could.words).toBe(
      'Between level 1 and level 4 the deciding value runs from 0.333 to 0.833, and the scores say no hire to strong hire; now they say hire.',
    );
    expect(challenge.why.words).toContain('(level 3) is challenged: jargon');
    expect(body.items.reduce((sum: number, item: { plannedSeconds: number }) => sum + item.plannedSeconds, 0)).toBe(3600);
    expect(body.clock).toMatchObject({ minutes: 60, running: false, elapsedSeconds: 0, remainingSeconds: 3600 });
    expect(body.abilities).toEqual({ lead: false, takeMinutes: false });
  });

  it('speaks the language of the reader', async () => {
    const room = await talking();
    await app.rows(`update users set locale = 'zh-CN' where id = $1`, [room.manager.id]);
    const { body } = await app.as(room.manager).get(agenda(room)).expect(200);
    expect(body.items[0].why.words).toContain('评分不一致（1、4、4）');
  });

  it('follows the facilitator from item to item and counts the time of each', async () => {
    const room = await talking([
      [1, 2],
      [4, 3],
      [4, 4],
    ]);
    const led = app.as(room.facilitator);
    await led.put(agenda(room, '/current'), { item: 'criterion:impact' }).expect(200);
    const started = await led.post(agenda(room, '/clock/start')).expect(200);
    expect(started.body).toMatchObject({
      currentItem: 'criterion:impact',
      clock: { running: true, elapsedSeconds: 0 },
      abilities: { lead: true, takeMinutes: true },
    });
    app.clock.advance(10 * MINUTE);
    await led.put(agenda(room, '/current'), { item: 'criterion:alignment' }).expect(200);
    app.clock.advance(5 * MINUTE);
    await led.post(agenda(room, '/clock/pause')).expect(200);
    app.clock.advance(30 * MINUTE);
    const { body } = await app.as(room.interviewers[0]!).get(agenda(room)).expect(200);
    const spent = Object.fromEntries(body.items.map((item: { key: string; spentSeconds: number }) => [item.key, item.spentSeconds]));
    expect(spent).toMatchObject({ 'criterion:impact': 600, 'criterion:alignment': 300 });
    expect(body.clock).toMatchObject({ running: false, elapsedSeconds: 900, remainingSeconds: 2700 });
    expect(await events(room)).toEqual([
      { type: 'agenda.current_item_set', payload: { roundNumber: 1, before: { item: null }, after: { item: 'criterion:impact' } } },
      { type: 'agenda.clock_started', payload: { roundNumber: 1, item: 'criterion:impact' } },
      { type: 'agenda.current_item_set', payload: { roundNumber: 1, before: { item: 'criterion:impact' }, after: { item: 'criterion:alignment' } } },
      { type: 'agenda.clock_paused', payload: { roundNumber: 1, item: 'criterion:alignment' } },
    ]);
  });

  it('starts one clock however often it is pressed, and stops it with the decision', async () => {
    const room = await talking([[3, 3]], { secondBallot: false, minutes: 45 });
    const led = app.as(room.facilitator);
    await Promise.all([1, 2, 3].map(() => led.post(agenda(room, '/clock/start')).expect(200)));
    app.clock.advance(50 * MINUTE);
    const over = await led.get(agenda(room)).expect(200);
    expect(over.body.clock).toMatchObject({ minutes: 45, running: true, remainingSeconds: -300 });
    const { body } = await app.as(room.manager).get(`/debriefs/${room.debriefId}/recommendation`).expect(200);
    await app
      .as(room.manager)
      .post(`/debriefs/${room.debriefId}/decision`, { outcome: 'hire', rationale: 'Agreed.', inputHash: body.inputHash })
      .expect(201);
    app.clock.advance(50 * MINUTE);
    const decided = await led.get(agenda(room)).expect(200);
    expect(decided.body).toMatchObject({
      state: 'decided',
      clock: { running: false, elapsedSeconds: 3000 },
      abilities: { lead: false, takeMinutes: true },
    });
    await led.post(agenda(room, '/clock/start')).expect(409);
  });

  it('keeps every revision of the minutes, and never overwrites silently', async () => {
    const room = await talking();
    const led = app.as(room.facilitator);
    const path = agenda(room, '/items/criterion:impact/minutes');
    await led.put(path, { text: 'Ivo A saw no result. ' }).expect(428);
    const first = await led.put(path, { text: 'Ivo A saw no result. ' }, 0).expect(200);
    expect(first.body.items[0].minutes).toMatchObject({ text: 'Ivo A saw no result. ', revision: 1, byName: 'Fay Facilitator' });
    const lost = await led.put(path, { text: 'Another tab.' }, 0).expect(409);
    expect(lost.body).toMatchObject({ code: 'version_conflict', currentVersion: 1, current: { text: 'Ivo A saw no result. ' } });
    await led.put(path, { text: 'Agreed on 3.' }, 1).expect(200);
    const { body } = await app.as(room.interviewers[1]!).get(path).expect(200);
    expect(body.items.map(({ revision, text }: { revision: number; text: string }) => [revision, text])).toEqual([
      [2, 'Agreed on 3.'],
      [1, 'Ivo A saw no result. '],
    ]);
    const stored = await app.rows<{ salt: string; text: string; hash: string }>(
      `select salt, text, content_hash as hash from agenda_minutes where debrief_id = $1 order by revision`,
      [room.debriefId],
    );
    const told = (await events(room)).map(({ payload }) => payload);
    expect(told).toEqual(stored.map(({ hash }, index) => ({ roundNumber: 1, item: 'criterion:impact', revision: index + 1, contentHash: hash })));
    for (const { salt, text, hash } of stored) expect(createHash('sha256').update(`${salt}\n${text}`).digest('hex')).toBe(hash);
    await expect(app.rows(`update agenda_minutes set text = 'x'`)).rejects.toThrow(/append-only/);
  });

  it('remembers what was talked about and is settled since', async () => {
    const room = await talking();
    const led = app.as(room.facilitator);
    await led.put(agenda(room, '/items/criterion:impact/minutes'), { text: 'The 1 was a slip.' }, 0).expect(200);
    await rooms.submit(room.cards[0]!, room.interviewers[0]!, card([4, 3]));
    const { body } = await led.get(agenda(room)).expect(200);
    expect(body.items.map((item: { key: string }) => item.key)).not.toContain('criterion:impact');
    expect(body.formerItems).toMatchObject([{ key: 'criterion:impact', spentSeconds: 0, minutes: { text: 'The 1 was a slip.' } }]);
    await led.put(agenda(room, '/items/criterion:impact/minutes'), { text: 'The 1 was a slip; amended.' }, 1).expect(200);
  });

  it('begins again with every round', async () => {
    const room = await talking([[3, 3]], { secondBallot: false });
    const led = app.as(room.facilitator);
    await led.post(agenda(room, '/clock/start')).expect(200);
    app.clock.advance(MINUTE);
    const { body } = await app.as(room.manager).get(`/debriefs/${room.debriefId}/recommendation`).expect(200);
    await app
      .as(room.manager)
      .post(`/debriefs/${room.debriefId}/decision`, { outcome: 'hire', rationale: 'Agreed.', inputHash: body.inputHash })
      .expect(201);
    await app.as(room.manager).post(`/debriefs/${room.debriefId}/reopen`, { reason: 'A reference came in.' }).expect(200);
    await led.post(`/debriefs/${room.debriefId}/discussion`).expect(200);
    const again = await led.post(agenda(room, '/clock/start')).expect(200);
    expect(again.body).toMatchObject({ roundNumber: 2, clock: { running: true, elapsedSeconds: 0 } });
  });

  it('is led by the facilitator alone, by the hiring team where none is seated, and only while the room talks', async () => {
    const room = await talking();
    for (const user of [room.manager, room.recruiter, room.interviewers[0]!]) {
      const answer = await app.as(user).put(agenda(room, '/current'), { item: 'criterion:impact' }).expect(403);
      expect(answer.body.detail).toContain('Only the facilitator');
      await app.as(user).put(agenda(room, '/items/criterion:impact/minutes'), { text: 'x' }, 0).expect(403);
    }
    await app.rows(`update seats set ended_at = $2 where user_id = $1`, [room.facilitator.id, app.clock.now()]);
    await app.as(room.facilitator).get(agenda(room)).expect(404);
    await app.as(room.manager).put(agenda(room, '/current'), { item: 'criterion:impact' }).expect(200);
    const waiting = await rooms.build({
      levels: [
        [1, 3],
        [4, 3],
      ],
    });
    const early = await app.as(waiting.facilitator).post(agenda(waiting, '/clock/start')).expect(409);
    expect(early.body.detail).toContain('estimates before it talks');
    await app.as(waiting.facilitator).get(agenda(waiting)).expect(200);
  });

  it('is nothing to whoever may not see every card, and is not made before all are in', async () => {
    const room = await rooms.build({ levels: [[1, 3], [4, 3], null] });
    const blinded = room.interviewers[2]!;
    const sealed = await app.as(blinded).get(agenda(room)).expect(403);
    expect(sealed.body.code).toBe('sealed');
    const refused = await app.rows(`select 1 from events where type = 'debrief.reading_refused' and actor_id = $1`, [blinded.id]);
    expect(refused).toHaveLength(1);
    await app.as(blinded).post(agenda(room, '/clock/start')).expect(403);
    await app.as(room.facilitator).get(agenda(room)).expect(409);
    await app
      .as(await app.user('Stranger'))
      .get(agenda(room))
      .expect(404);
  });

  it('names what it does not know', async () => {
    const room = await talking();
    const led = app.as(room.facilitator);
    await led.put(agenda(room, '/current'), { item: 'criterion:nothing' }).expect(404);
    await led.put(agenda(room, '/items/criterion:nothing/minutes'), { text: 'x' }, 0).expect(404);
    await led.put(agenda(room, '/current'), {}).expect(422);
    await led.put(agenda(room, '/current'), { item: 7 }).expect(422);
    await led.put(agenda(room, '/items/criterion:impact/minutes'), { text: 'a\u0000b' }, 0).expect(422);
    await led.put(agenda(room, '/current'), { item: 'a\u0000b' }).expect(422);
    await led.get(agenda(room, '/items/%00/minutes')).expect(422);
    await led.put(agenda(room, '/current'), { item: null }).expect(200);
  });

  it('marks whoever reads it as having been shown the cards', async () => {
    const room = await talking();
    await app.as(room.interviewers[0]!).get(agenda(room)).expect(200);
    const shown = await app.rows<{ card: string }>(`select scorecard_id as card from exposures where user_id = $1`, [room.interviewers[0]!.id]);
    expect(shown.map((row) => row.card).sort()).toEqual([room.cards[1]!, room.cards[2]!].sort());
  });

  it('puts a triggered gate on the agenda with what would be without it', async () => {
    const gates = [{ key: 'floor', name: 'Impact floor', kind: 'minimum_level', criterion: 'impact', level: 4, effect: 'cap_no_hire' }] as const;
    const room = await rooms.build({
      levels: [
        [3, 4],
        [3, 4],
      ],
      rubric: plainRubric({}, gates),
    });
    const { body } = await app.as(room.facilitator).get(agenda(room)).expect(200);
    expect(body.items[0]).toMatchObject({ key: 'gate:floor', could: { code: 'cap_lifts', params: { from: 'no_hire', to: 'strong_hire' } } });
    expect(body.items[0].why.words).toBe('The gate "Impact floor" is triggered: nothing above no hire is allowed.');
  });
});
