import { DebriefRoom, card, type Room } from '../support/debrief-room.js';
import { plainPackage } from '../support/offer-room.js';
import { TestApp, type TestUser } from '../support/test-app.js';

const NO_BALLOTS = { firstBallot: false, secondBallot: false };
const DAY = 86_400_000;

describe('a debrief when things do not go as planned', () => {
  let app: TestApp;
  let rooms: DebriefRoom;
  beforeAll(async () => {
    app = await TestApp.start();
    rooms = new DebriefRoom(app);
  });
  afterAll(() => app.stop());

  const show = async (room: Room, by: TestUser) => (await app.as(by).get(`/debriefs/${room.debriefId}`).expect(200)).body;
  const open = (room: Room, kind = 'first') => app.as(room.facilitator).post(`/debriefs/${room.debriefId}/ballots`, { kind });
  const vote = (room: Room, voter: TestUser, choice: string, kind = 'first') =>
    app.as(voter).put(`/debriefs/${room.debriefId}/ballots/${kind}/vote`, { choice });
  const decide = async (room: Room, by: TestUser, outcome: string, more = {}) => {
    const { body: shown } = await app.as(by).get(`/debriefs/${room.debriefId}/recommendation`).expect(200);
    return app.as(by).post(`/debriefs/${room.debriefId}/decision`, { outcome, rationale: 'Weighed.', inputHash: shown.inputHash, ...more });
  };

  it('an interviewer who never submits holds everything up until the card is waived, and then counts for nothing', async () => {
    const room = await rooms.build({ levels: [[3, 3], [3, 3], null] });
    expect(await show(room, room.manager)).toMatchObject({ state: 'collecting', abilities: { openFirstBallot: false, decide: false } });
    await open(room).expect(409);
    await app.rows(`update scorecards set status = 'waived', reason = 'left the company' where id = $1`, [room.cards[2]]);
    await rooms.refresh(room.applicationId);
    const { body } = await open(room).expect(201);
    expect(body.items[0].seats.map((seat: { userId: string }) => seat.userId)).not.toContain(room.interviewers[2]!.id);
    const { body: shown } = await app.as(room.manager).get(`/debriefs/${room.debriefId}/recommendation`);
    expect(shown.steps[0].params).toMatchObject({ submitted: 2, waived: 1, missing: 0 });
  });

  it('a card that arrives after the first ballot is kept, not counted, and has no vote', async () => {
    const room = await rooms.build({
      levels: [
        [3, 3],
        [3, 3],
      ],
    });
    const late = await app.user('Late');
    await open(room).expect(201);
    const before = (await app.as(room.manager).get(`/debriefs/${room.debriefId}/recommendation`)).body.inputHash;
    const cardId = await rooms.card(room, late, [1, 1], false);
    await rooms.refresh(room.applicationId);
    await vote(room, late, 'no_hire').expect(403);
    expect((await app.as(room.manager).get(`/debriefs/${room.debriefId}/recommendation`)).body.inputHash).toBe(before);
    expect(await app.rows(`select status, counts from scorecards where id = $1`, [cardId])).toEqual([{ status: 'submitted', counts: false }]);
  });

  it('a decider on leave is stood in for, on their behalf', async () => {
    const room = await rooms.build({
      levels: [
        [3, 3],
        [3, 3],
      ],
      settings: NO_BALLOTS,
    });
    const deputy = await app.user('Dep');
    const seat = await rooms.seatOf(room.manager, 'hiring_manager');
    await rooms.seat(deputy, 'hiring_manager', { job: room.jobId, delegatedFrom: seat, endsAt: new Date(app.clock.now().getTime() + DAY) });
    expect((await decide(room, deputy, 'hire')).status).toBe(201);
    const { body } = await app.as(room.recruiter).get(`/debriefs/${room.debriefId}/decision`).expect(200);
    expect(body.items[0]).toMatchObject({ decidedBy: deputy.id, onBehalfOf: room.manager.id });
    const [event] = await app.rows<{ content: { onBehalfOf: string } }>(
      `select c.content from events e join event_contents c on c.event_id = e.id where e.application_id = $1 and e.type = 'decision.recorded'`,
      [room.applicationId],
    );
    expect(event!.content.onBehalfOf).toBe(room.manager.id);
  });

  it('a stand-in votes for the seat, once, and the holder who comes back does not vote again', async () => {
    const room = await rooms.build({ levels: [[3, 3]] });
    const deputy = await app.user('Dep');
    const delegation = await rooms.seat(deputy, 'hiring_manager', {
      job: room.jobId,
      delegatedFrom: await rooms.seatOf(room.manager, 'hiring_manager'),
    });
    const second = await rooms.card(room, await app.user('Ivo Z'), [3, 3]);
    expect(second).toBeDefined();
    await open(room).expect(201);
    await vote(room, room.manager, 'hire').expect(403);
    await vote(room, deputy, 'hire').expect(200);
    await app.rows(`update seats set ended_at = $2 where id = $1`, [delegation, app.clock.now()]);
    await vote(room, room.manager, 'no_hire').expect(409);
    const { body } = await app.as(room.facilitator).get(`/debriefs/${room.debriefId}/ballots`).expect(200);
    expect(body.items[0].seats).toContainEqual(expect.objectContaining({ userId: room.manager.id, voted: true }));
  });

  it('an overdue decision without an available decider passes to the recruiter, who says why', async () => {
    const room = await rooms.build({
      levels: [
        [3, 3],
        [3, 3],
      ],
      settings: NO_BALLOTS,
    });
    await app.rows(`update debriefs set due_at = $2 where id = $1`, [room.debriefId, new Date(app.clock.now().getTime() - DAY)]);
    expect((await decide(room, room.recruiter, 'hire')).status).toBe(403);
    const today = app.clock.now().toISOString().slice(0, 10);
    await app.rows(`insert into absences (id, user_id, starts_on, ends_on) values (gen_random_uuid(), $1, $2, $2)`, [room.manager.id, today]);
    expect(await show(room, room.recruiter)).toMatchObject({ content: { escalated: true }, abilities: { decide: true } });
    expect((await decide(room, room.recruiter, 'hire')).body).toMatchObject({ code: 'reason_required', errors: [{ pointer: '/escalationReason' }] });
    expect((await decide(room, room.recruiter, 'hire', { escalationReason: 'Hana is on leave until May.' })).status).toBe(201);
  });

  it('a conflicted hiring manager does not decide: the application is not there for them', async () => {
    const room = await rooms.build({
      levels: [
        [3, 3],
        [3, 3],
      ],
    });
    await app.rows(`insert into conflicts (id, user_id, person_id, source, recorded_at) values (gen_random_uuid(), $1, $2, 'declared', now())`, [
      room.manager.id,
      room.personId,
    ]);
    const { body } = await open(room).expect(201);
    expect(body.items[0].seats.map((seat: { userId: string }) => seat.userId)).toEqual(room.interviewers.map((user) => user.id));
    await app
      .as(room.manager)
      .post(`/debriefs/${room.debriefId}/decision`, { outcome: 'hire', rationale: 'x', inputHash: 'a'.repeat(64) })
      .expect(404);
    await vote(room, room.manager, 'hire').expect(404);
  });

  it('a vote whose voter came to be in conflict is kept and not counted', async () => {
    const room = await rooms.build({
      levels: [
        [3, 3],
        [3, 3],
      ],
    });
    const [ivoA, ivoB] = room.interviewers as [TestUser, TestUser];
    await open(room).expect(201);
    await vote(room, ivoA, 'strong_hire').expect(200);
    await app.rows(`insert into conflicts (id, user_id, person_id, source, recorded_at) values (gen_random_uuid(), $1, $2, 'declared', now())`, [
      ivoA.id,
      room.personId,
    ]);
    await vote(room, ivoB, 'no_hire').expect(200);
    const { body } = await vote(room, room.manager, 'no_hire').expect(200);
    expect(body.items[0].tally).toMatchObject({ forHire: 0, against: 2 });
    expect(body.items[0].votes).toContainEqual(expect.objectContaining({ userId: ivoA.id, voided: 'conflict_of_interest' }));
  });

  it('a person deactivated in the middle no longer holds the ballot up; a vote they had cast stands', async () => {
    const room = await rooms.build({
      levels: [
        [3, 3],
        [3, 3],
        [3, 3],
      ],
    });
    const [ivoA, ivoB, ivoC] = room.interviewers as [TestUser, TestUser, TestUser];
    await open(room).expect(201);
    await vote(room, ivoA, 'hire').expect(200);
    for (const user of [ivoA, ivoB]) await app.rows(`update users set status = 'deactivated', deactivated_at = now() where id = $1`, [user.id]);
    await vote(room, ivoC, 'no_hire').expect(200);
    const { body } = await vote(room, room.manager, 'hire').expect(200);
    expect(body.items[0]).toMatchObject({ status: 'revealed', tally: { forHire: 2, against: 1 } });
  });

  it('a ballot in which only the deactivated were outstanding is closed without a reason', async () => {
    const room = await rooms.build({
      levels: [
        [3, 3],
        [3, 3],
      ],
    });
    const [ivoA, ivoB] = room.interviewers as [TestUser, TestUser];
    await open(room).expect(201);
    await vote(room, ivoA, 'hire').expect(200);
    await vote(room, room.manager, 'hire').expect(200);
    await app.rows(`update users set status = 'deactivated', deactivated_at = now() where id = $1`, [ivoB.id]);
    await app.as(room.facilitator).post(`/debriefs/${room.debriefId}/ballots/first/close`, {}).expect(200);
  });

  it('a tie of the committee is no hire', async () => {
    const room = await rooms.build({ levels: [[3, 3]], settings: { ...NO_BALLOTS, committeeBallot: true } });
    const members = [await app.user('Cleo'), await app.user('Cody')] as const;
    for (const member of members) await rooms.seat(member, 'committee_member', { application: room.applicationId });
    expect((await decide(room, room.manager, 'hire')).body.code).toBe('incomplete');
    await open(room, 'committee').expect(201);
    await vote(room, members[0], 'strong_hire', 'committee').expect(200);
    const { body } = await vote(room, members[1], 'no_hire', 'committee').expect(200);
    expect(body.items[0].tally).toMatchObject({ tie: true, result: 'no_hire', committeeOutcome: null });
    expect((await decide(room, room.manager, 'hire')).status).toBe(201);
  });

  it('reopening keeps the old ballots and decision, halts an offer nobody accepted and starts new ballots', async () => {
    const room = await rooms.build({ levels: [[3, 3]] });
    const [ivo] = room.interviewers as [TestUser];
    await open(room).expect(201);
    await vote(room, ivo, 'hire');
    await vote(room, room.manager, 'hire').expect(200);
    expect((await decide(room, room.manager, 'hire')).body.detail).toMatch(/second ballot comes first/);
    await open(room, 'second').expect(201);
    await vote(room, ivo, 'hire', 'second');
    await vote(room, room.manager, 'hire', 'second').expect(200);
    expect((await decide(room, room.manager, 'hire')).status).toBe(201);
    const made = await app.as(room.recruiter).post(`/applications/${room.applicationId}/offers`, { package: plainPackage() }).expect(201);
    const path = `/offers/${made.body.id}`;
    const approver = await app.user('Opal Approver');
    await rooms.seat(approver, 'offer_approver', { job: room.jobId });
    const rules = { within: [{ seat: 'offer_approver', count: 1 }], outside: [{ seat: 'offer_approver', count: 1 }], reasonOutside: false };
    await app.as(room.manager).put(`/jobs/${room.jobId}/offer-rules`, { rules, reason: 'One is enough here.' }, 0).expect(200);
    await app.as(room.recruiter).post(`${path}/submit`, {}).set('if-match', '"1"').expect(200);
    await app.as(approver).post(`${path}/approve`, {}).set('if-match', '"2"').expect(200);
    await app.as(room.recruiter).post(`${path}/extend`, {}).set('if-match', '"3"').expect(200);
    expect(await app.rows(`select status from applications where id = $1`, [room.applicationId])).toEqual([{ status: 'offered' }]);
    const reopen = (by: TestUser, reason?: string) => app.as(by).post(`/debriefs/${room.debriefId}/reopen`, { reason });
    await reopen(room.recruiter)
      .expect(422)
      .expect(({ body }) => expect(body.errors[0].pointer).toBe('/reason'));
    await reopen(ivo, 'A reference came in').expect(403);
    const { body } = await reopen(room.recruiter, 'A reference came in').expect(200);
    expect(body).toMatchObject({
      state: 'ready',
      roundNumber: 2,
      content: { ballotsOwed: ['first', 'second'], reopenings: [{ roundNumber: 2, fromState: 'decided', offerHalted: true }] },
    });
    expect(await app.rows(`select status from applications where id = $1`, [room.applicationId])).toEqual([{ status: 'active' }]);
    const halted = await app.as(room.recruiter).get(path).expect(200);
    expect(halted.body).toMatchObject({
      status: 'halted',
      abilities: { extend: false, accept: false },
      approvals: [{ voidedBecause: 'The debrief was reopened.' }],
    });
    await app.as(room.recruiter).post(`${path}/accept`, {}).set('if-match', '"5"').expect(409);
    await open(room).expect(201);
    const ballots = await app.as(room.manager).get(`/debriefs/${room.debriefId}/ballots`).expect(200);
    expect(ballots.body.items.map((ballot: { roundNumber: number }) => ballot.roundNumber)).toEqual([2, 1, 1]);
    const decisions = await app.as(room.manager).get(`/debriefs/${room.debriefId}/decision`).expect(200);
    expect(decisions.body.items).toMatchObject([{ outcome: 'hire', supersededAt: expect.any(String) }]);
    const types = (
      await app.rows<{ type: string }>(`select type from events where application_id = $1 order by id desc limit 8`, [room.applicationId])
    ).map((event) => event.type);
    expect(types).toEqual(expect.arrayContaining(['offer.halted', 'debrief.reopened', 'decision.superseded']));
  });

  it('is not reopened over somebody who was hired, nor while the application is over', async () => {
    const room = await rooms.build({
      levels: [
        [3, 3],
        [3, 3],
      ],
      settings: NO_BALLOTS,
    });
    await decide(room, room.manager, 'hire');
    for (const status of ['hired', 'rejected']) {
      await app.rows(`update applications set status = $2 where id = $1`, [room.applicationId, status]);
      await app.as(room.recruiter).post(`/debriefs/${room.debriefId}/reopen`, { reason: 'A complaint' }).expect(409);
    }
  });

  it('goes back to collecting when it is reopened with a new card owed', async () => {
    const room = await rooms.build({
      levels: [
        [3, 3],
        [3, 3],
      ],
      settings: NO_BALLOTS,
    });
    await decide(room, room.manager, 'hire');
    await rooms.card(room, await app.user('Ivo New'), null);
    const { body } = await app.as(room.manager).post(`/debriefs/${room.debriefId}/reopen`, { reason: 'One more conversation' }).expect(200);
    expect(body.state).toBe('collecting');
  });

  it('a candidate with two applications: whoever still owes a card on the other sees and votes nothing here', async () => {
    const shared = await app.user('Ivo Both');
    const here = await rooms.build({
      levels: [
        [3, 3],
        [3, 3],
      ],
      interviewers: [shared, await app.user('Ivo Here')],
    });
    const there = await rooms.build({ levels: [null], interviewers: [shared], personId: here.personId });
    await open(here).expect(201);
    await vote(here, shared, 'hire').expect(403);
    expect(await show(here, shared)).toMatchObject({ sight: 'status', content: null });
    await rooms.submit(there.cards[0]!, shared, card([2, 2]));
    await rooms.refresh(there.applicationId);
    await vote(here, shared, 'hire').expect(200);
    expect(await show(there, there.manager)).toMatchObject({ state: 'ready' });
  });

  it('counts how often deciders departed, only over what the reader may see, and ranks nobody', async () => {
    const boss = await app.user('Bo Decider');
    for (const [outcome, more] of [
      ['hire', {}],
      ['no_hire', { explanation: 'Team too small.' }],
      ['strong_hire', { explanation: 'Rare.' }],
    ] as const) {
      const room = await rooms.build({ levels: [[3, 3]], settings: NO_BALLOTS });
      await rooms.seat(boss, 'hiring_manager', { job: room.jobId });
      await app.rows(`update seats set ended_at = now() where user_id = $1`, [room.manager.id]);
      await app.as(room.facilitator).post(`/debriefs/${room.debriefId}/discussion`).expect(200);
      expect((await decide(room, boss, outcome, more)).status).toBe(201);
    }
    const rate = {
      decider: 'hiring_manager',
      userId: boss.id,
      name: 'Bo Decider',
      decisions: 3,
      departed: 2,
      rate: 2 / 3,
      stricter: 1,
      milder: 1,
      withoutEnoughEvidence: 0,
    };
    const own = await app.as(boss).get('/reports/override-rates').expect(200);
    expect(own.body.items).toEqual([rate]);
    const auditor = await app
      .as(await app.user('Audie', 'auditor'))
      .get('/reports/override-rates')
      .expect(200);
    expect(auditor.body.items).toContainEqual(rate);
    const stranger = await app
      .as(await app.user('Root', 'admin'))
      .get('/reports/override-rates')
      .expect(200);
    expect(stranger.body.items).toEqual([]);
  });
});

describe('a debrief when things happen at once', () => {
  let app: TestApp;
  let rooms: DebriefRoom;
  beforeAll(async () => {
    app = await TestApp.start();
    rooms = new DebriefRoom(app);
  });
  afterAll(() => app.stop());

  it('opens a ballot once, counts every vote, and takes none after the reveal', async () => {
    for (let turn = 0; turn < 6; turn++) {
      const room = await rooms.build({
        levels: [
          [3, 3],
          [3, 3],
          [3, 3],
        ],
      });
      const opened = await Promise.all([0, 1].map(() => app.as(room.facilitator).post(`/debriefs/${room.debriefId}/ballots`, { kind: 'first' })));
      expect(opened.map((answer) => answer.status).sort()).toEqual([201, 409]);
      const cast = [...room.interviewers, room.manager].map((voter) =>
        app.as(voter).put(`/debriefs/${room.debriefId}/ballots/first/vote`, { choice: 'hire' }),
      );
      const close = app.as(room.facilitator).post(`/debriefs/${room.debriefId}/ballots/first/close`, { absences: [] });
      const answers = await Promise.all([...cast, close]);
      const accepted = answers.slice(0, -1).filter((answer) => answer.status === 200).length;
      const { body } = await app.as(room.manager).get(`/debriefs/${room.debriefId}/ballots`);
      expect(body.items[0]).toMatchObject({ status: 'revealed', tally: { forHire: accepted } });
      expect(accepted).toBe(4);
    }
  });

  it('records one decision of two, and none on a recommendation that changed under it', async () => {
    for (let turn = 0; turn < 6; turn++) {
      const room = await rooms.build({
        levels: [
          [3, 3],
          [3, 3],
        ],
        settings: NO_BALLOTS,
      });
      const { body: shown } = await app.as(room.manager).get(`/debriefs/${room.debriefId}/recommendation`);
      const decision = { outcome: 'hire', rationale: 'Yes.', inputHash: shown.inputHash };
      const answers = await Promise.all([0, 1].map(() => app.as(room.manager).post(`/debriefs/${room.debriefId}/decision`, decision)));
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
      expect(await app.rows(`select 1 from decisions where debrief_id = $1`, [room.debriefId])).toHaveLength(1);
    }
  });
});
