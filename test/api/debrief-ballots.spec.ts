import { voteCommitment } from '../../src/domain/debrief/vote-commitment.js';
import { DebriefRoom, card, plainRubric, type Room } from '../support/debrief-room.js';
import { TestApp, type TestUser } from '../support/test-app.js';

interface Seat {
  userId: string;
  voted: boolean | null;
}

describe('sealed ballots', () => {
  let app: TestApp;
  let rooms: DebriefRoom;
  beforeAll(async () => {
    app = await TestApp.start();
    rooms = new DebriefRoom(app);
  });
  afterAll(() => app.stop());

  const open = (room: Room, kind = 'first', by = room.facilitator) => app.as(by).post(`/debriefs/${room.debriefId}/ballots`, { kind });
  const vote = (room: Room, voter: TestUser, choice: string, kind = 'first', words = '') =>
    app.as(voter).put(`/debriefs/${room.debriefId}/ballots/${kind}/vote`, { choice, words });
  const stateOf = async (room: Room) => (await app.rows<{ state: string }>(`select state from debriefs where id = $1`, [room.debriefId]))[0]!.state;
  const history = (room: Room, user: TestUser) => app.as(user).get(`/audit/events?applicationId=${room.applicationId}&limit=200`).expect(200);

  it('is opened by the facilitator alone, and only where it belongs', async () => {
    const room = await rooms.build();
    await open(room, 'first', room.manager).expect(403);
    await open(room, 'second')
      .expect(409)
      .expect(({ body }) => expect(body.detail).toBe('To open the second ballot, the debrief must be discussing; it is ready.'));
    await open(room, 'third').expect(422);
    await app
      .as(room.facilitator)
      .post(`/debriefs/${room.debriefId}/discussion`)
      .expect(422)
      .expect(({ body }) => expect(body.code).toBe('incomplete'));
    const { body } = await open(room).expect(201);
    expect(body.items[0]).toMatchObject({ kind: 'first', status: 'open', votes: null, tally: null, mine: null, shown: { outcome: 'hire' } });
    await open(room).expect(409);
    expect(await stateOf(room)).toBe('first_ballot');
  });

  it('tells nobody a vote or a count before the reveal, by any path, and everything at once at it', async () => {
    const room = await rooms.build({
      levels: [
        [3, 3],
        [4, 4],
      ],
    });
    const [ivoA, ivoB] = room.interviewers as [TestUser, TestUser];
    const admin = await app.user('Root', 'admin');
    const auditor = await app.user('Audie', 'auditor');
    await app.rows(
      `insert into break_glass (id, user_id, application_id, reason, granted_at, expires_at) values (gen_random_uuid(), $1, $2, 'complaint', $3, $4)`,
      [admin.id, room.applicationId, app.clock.now(), new Date(app.clock.now().getTime() + 3_600_000)],
    );
    await open(room).expect(201);
    await vote(room, ivoA, 'strong_no_hire', 'first', 'weak on scale 7f3a').expect(200);
    await vote(room, ivoB, 'strong_hire').expect(200);
    for (const viewer of [admin, auditor, room.recruiter, room.facilitator, room.manager, ivoB]) {
      const answers = [];
      for (const path of ['', '/ballots', '/recommendation', '/decision', '/challenges'])
        answers.push((await app.as(viewer).get(`/debriefs/${room.debriefId}${path}`).expect(200)).body);
      answers.push((await history(room, viewer)).body, (await app.as(viewer).get('/debriefs').expect(200)).body);
      const told = JSON.stringify(answers);
      expect(told).not.toContain('strong_no_hire');
      expect(told).not.toContain('7f3a');
      const seats = answers[1].items[0].seats as Seat[];
      const known = seats
        .filter((seat) => seat.voted !== null)
        .map((seat) => seat.userId)
        .sort();
      const allowed =
        viewer === room.facilitator ? [ivoA.id, ivoB.id, room.manager.id].sort() : [room.manager.id, ivoB.id].includes(viewer.id) ? [viewer.id] : [];
      expect(known).toEqual(allowed);
    }
    const own = await app.as(ivoA).get(`/debriefs/${room.debriefId}/ballots`).expect(200);
    expect(own.body.items[0].mine).toEqual({ choice: 'strong_no_hire', words: 'weak on scale 7f3a' });
    const sealed = await app.rows<{ actor_id: string | null; actor: { name: string } }>(
      `select actor_id, actor from events where application_id = $1 and type = 'ballot.voted'`,
      [room.applicationId],
    );
    expect(sealed.map((event) => [event.actor_id, event.actor.name])).toEqual([
      [null, 'Plumbline'],
      [null, 'Plumbline'],
    ]);

    const last = await vote(room, room.manager, 'hire').expect(200);
    expect(last.body.items[0]).toMatchObject({
      status: 'revealed',
      closedBy: null,
      tally: { forHire: 2, against: 1, tie: false, result: 'hire', committeeOutcome: null },
    });
    expect(await stateOf(room)).toBe('discussing');
    const commitments = (await history(room, auditor)).body.items
      .filter((event: { type: string }) => event.type === 'ballot.voted')
      .map((event: { payload: { commitment: string } }) => event.payload.commitment);
    for (const opened of last.body.items[0].votes as { userId: string; choice: 'hire'; words: string; salt: string; commitment: string }[]) {
      expect(
        voteCommitment({ ballotId: last.body.items[0].id, voterId: opened.userId, choice: opened.choice, words: opened.words }, opened.salt),
      ).toBe(opened.commitment);
      expect(commitments).toContain(opened.commitment);
    }
  });

  it('takes a change of mind until the reveal, an abstention as a vote, and nothing afterwards', async () => {
    const room = await rooms.build({ levels: [[3, 3]] });
    const [ivo] = room.interviewers as [TestUser];
    await vote(room, ivo, 'hire').expect(409);
    await open(room).expect(201);
    await vote(room, ivo, 'maybe').expect(422);
    await vote(room, room.recruiter, 'hire').expect(403);
    await vote(room, ivo, 'hire').expect(200);
    await vote(room, ivo, 'abstain').expect(200);
    const { body } = await vote(room, room.manager, 'no_hire').expect(200);
    expect(body.items[0].tally).toMatchObject({ counts: { abstain: 1, no_hire: 1 }, result: 'no_hire', tie: false });
    await vote(room, ivo, 'hire').expect(409);
    await expect(app.rows(`update ballot_votes set choice = 'hire' where voter_id = $1`, [ivo.id])).rejects.toThrow(/not open/);
  });

  it('is closed by the facilitator only with a reason for each who is absent', async () => {
    const room = await rooms.build({
      levels: [
        [3, 3],
        [3, 3],
      ],
    });
    const [ivoA, ivoB] = room.interviewers as [TestUser, TestUser];
    const close = (by: TestUser, absences: unknown) => app.as(by).post(`/debriefs/${room.debriefId}/ballots/first/close`, { absences });
    await open(room).expect(201);
    await close(room.facilitator, [])
      .expect(422)
      .expect(({ body }) => expect(body.code).toBe('incomplete'));
    await vote(room, ivoA, 'hire').expect(200);
    await close(room.manager, []).expect(403);
    await close(room.facilitator, [{ userId: ivoB.id, reason: 'ill' }])
      .expect(422)
      .expect(({ body }) => expect(body).toMatchObject({ code: 'reason_required', errors: [{ pointer: '/absences' }] }));
    await close(room.facilitator, [{ userId: ivoA.id, reason: 'ill' }])
      .expect(422)
      .expect(({ body }) => expect(body.errors[0].pointer).toBe('/absences/0/userId'));
    const { body } = await close(room.facilitator, [
      { userId: ivoB.id, reason: 'ill' },
      { userId: room.manager.id, reason: 'travelling' },
    ]).expect(200);
    expect(body.items[0]).toMatchObject({ status: 'revealed', closedBy: room.facilitator.id });
    expect(body.items[0].seats).toContainEqual({ userId: ivoB.id, name: 'Ivo B', kinds: ['interviewer'], voted: false, reason: 'ill' });
  });

  it('gives a person with two seats one vote, and is skipped by a seat that is alone', async () => {
    const room = await rooms.build({ levels: [[3, 3]] });
    const [ivo] = room.interviewers as [TestUser];
    await rooms.seat(ivo, 'bar_raiser', { application: room.applicationId });
    const { body } = await open(room).expect(201);
    expect(body.items[0].seats.map((seat: { kinds: string[] }) => seat.kinds)).toEqual([['hiring_manager'], ['interviewer', 'bar_raiser']]);
    await vote(room, ivo, 'hire').expect(200);
    await vote(room, room.manager, 'hire')
      .expect(200)
      .expect(({ body: after }) => expect(after.items[0].votes).toHaveLength(2));

    const alone = await rooms.build({ levels: [] });
    const both = await app.user('Solo');
    await rooms.seat(both, 'hiring_manager', { job: alone.jobId });
    await app.rows(`update seats set ended_at = now() where user_id = $1`, [alone.manager.id]);
    await rooms.card(alone, both, [3, 3]);
    await rooms.refresh(alone.applicationId);
    await open(alone)
      .expect(409)
      .expect(({ body: no }) => expect(no.detail).toBe('One seat alone skips the ballot. Start the discussion.'));
    await app.as(alone.facilitator).post(`/debriefs/${alone.debriefId}/discussion`).expect(200);
    const { body: shown } = await app.as(both).get(`/debriefs/${alone.debriefId}/recommendation`).expect(200);
    await app
      .as(both)
      .post(`/debriefs/${alone.debriefId}/decision`, { outcome: 'hire', rationale: 'Clear.', inputHash: shown.inputHash })
      .expect(201);
  });

  it('says after the second ballot who moved, how far and towards whom', async () => {
    const room = await rooms.build({
      levels: [
        [3, 3],
        [3, 3],
      ],
    });
    const [ivoA, ivoB] = room.interviewers as [TestUser, TestUser];
    await open(room);
    await vote(room, ivoA, 'no_hire');
    await vote(room, ivoB, 'strong_hire');
    await vote(room, room.manager, 'hire').expect(200);
    await open(room, 'second').expect(201);
    await vote(room, ivoA, 'hire', 'second');
    await vote(room, ivoB, 'strong_hire', 'second');
    const { body } = await vote(room, room.manager, 'hire', 'second').expect(200);
    expect(body.movements).toEqual([
      { roundNumber: 1, userId: ivoA.id, name: 'Ivo A', from: 'no_hire', to: 'hire', steps: 1, towards: [room.manager.id, ivoB.id] },
    ]);
    expect(await stateOf(room)).toBe('discussing');
  });

  it('leads a committee to a decision by its own rule, which nobody writes down otherwise', async () => {
    const rubric = plainRubric({ decider: 'committee_unanimous' });
    const room = await rooms.build({ levels: [[3, 3]], rubric, settings: { firstBallot: false, secondBallot: false } });
    const decide = (by: TestUser, outcome: string, inputHash: string, more = {}) =>
      app.as(by).post(`/debriefs/${room.debriefId}/decision`, { outcome, rationale: 'The ballot.', inputHash, ...more });
    const { body: shown } = await app.as(room.manager).get(`/debriefs/${room.debriefId}/recommendation`);
    await decide(room.facilitator, 'hire', shown.inputHash)
      .expect(422)
      .expect(({ body }) => expect(body.detail).toMatch(/seat its members/));
    const members = [];
    for (const name of ['Cleo', 'Cody', 'Cora', 'Curt']) members.push(await app.user(name));
    for (const member of members) await rooms.seat(member, 'committee_member', { application: room.applicationId });
    const [cleo, cody, cora, curt] = members as [TestUser, TestUser, TestUser, TestUser];
    await open(room, 'committee').expect(201);
    await vote(room, room.manager, 'hire', 'committee').expect(403);
    await vote(room, cleo, 'hire', 'committee').expect(200);
    await vote(room, cody, 'no_hire', 'committee').expect(200);
    const absences = [
      { userId: cora.id, reason: 'on leave' },
      { userId: curt.id, reason: 'on leave' },
    ];
    await app
      .as(room.facilitator)
      .post(`/debriefs/${room.debriefId}/ballots/committee/close`, { absences })
      .expect(422)
      .expect(({ body }) => expect(body.detail).toMatch(/At least 3 must vote/));
    await vote(room, cora, 'strong_hire', 'committee').expect(200);
    const { body } = await app
      .as(room.facilitator)
      .post(`/debriefs/${room.debriefId}/ballots/committee/close`, { absences: absences.slice(1) })
      .expect(200);
    expect(body.items[0].tally).toMatchObject({ forHire: 2, against: 1, result: 'hire', committeeOutcome: 'no_hire' });
    await decide(cleo, 'hire', shown.inputHash)
      .expect(409)
      .expect(({ body: no }) => expect(no).toMatchObject({ code: 'conflict', errors: [{ pointer: '/outcome' }] }));
    await decide(room.manager, 'no_hire', shown.inputHash, { explanation: 'One member was not convinced.' }).expect(403);
    await decide(cleo, 'no_hire', shown.inputHash, { explanation: 'One member was not convinced.' }).expect(201);
  });

  it('stores what the voters had before them', async () => {
    const room = await rooms.build({
      levels: [
        [3, 3],
        [3, 3],
      ],
    });
    const { body } = await open(room).expect(201);
    const [kept] = await app.rows<{ recommendation: string }>(
      `select s.recommendation from ballots b join shown_recommendations s using (application_id, input_hash, engine) where b.debrief_id = $1`,
      [room.debriefId],
    );
    expect(JSON.parse(kept!.recommendation)).toMatchObject({ inputHash: body.items[0].shown.inputHash, outcome: 'hire' });
    await rooms.submit(room.cards[0]!, room.interviewers[0]!, card([1, 1]));
    const later = await app.as(room.manager).get(`/debriefs/${room.debriefId}/ballots`).expect(200);
    expect(later.body.items[0].shown).toEqual(body.items[0].shown);
  });
});
