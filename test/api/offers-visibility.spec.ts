import { OfferRooms, type OfferRoom, plainPackage } from '../support/offer-room.js';
import { TestApp, type TestUser } from '../support/test-app.js';
import { BackgroundWorker } from '../../src/outbox/background-worker.service.js';

/** Stands in the package and nowhere else: where it is found says what leaked. */
const FIGURE = '207411.93';
const WORDS = 'MARK-OF-OFFER';

/**
 * Who knows of an offer, by hand: the answer to its list, to itself, and whether the history, the inbox and everything else ever hold a word of it.
 * 403: knows the application and may not know whether it has offers. 404: it does not exist for them.
 */
const TABLE: readonly (readonly [who: string, list: number, one: number, knows: boolean, because: string])[] = [
  ['recruiter', 200, 200, true, 'makes the offer'],
  ['manager', 200, 200, true, 'makes the offer'],
  ['approver', 200, 200, true, 'approves it'],
  ['auditor', 200, 200, true, 'reads everything'],
  ['glassAdmin', 200, 200, true, 'an admin under break-glass, announced'],
  ['interviewer', 403, 404, false, 'interviewers never, though their card is in and they read the panel'],
  ['facilitator', 403, 404, false, 'no seat for money'],
  ['coordinator', 403, 404, false, 'plans interviews and does not see money'],
  ['admin', 403, 404, false, 'runs the place and does not read'],
  ['owingApprover', 403, 404, false, 'still owes a card on the person: an offer tells the decision'],
  ['owingAuditor', 403, 404, false, 'no role shows more to whoever owes'],
  ['conflictedApprover', 404, 404, false, 'conflict outranks every seat'],
  ['formerApprover', 404, 404, false, 'the seat has ended'],
  ['otherJobApprover', 404, 404, false, 'a seat on another job'],
  ['outsider', 404, 404, false, 'no seat'],
];

describe('who knows of an offer', () => {
  let app: TestApp;
  let rooms: OfferRooms;
  let room: OfferRoom;
  let offerId: string;
  const people = new Map<string, TestUser>();
  const as = (who: string) => {
    const user = people.get(who);
    if (!user) throw new Error(`no ${who}`);
    return app.as(user);
  };

  beforeAll(async () => {
    app = await TestApp.start();
    rooms = new OfferRooms(app);
    room = await rooms.build();
    const otherRoom = await rooms.build();
    await app.rows('update application_rounds set content = $2 where id = $1', [
      room.roundId,
      JSON.stringify({ key: 'loop', name: 'Loop', minutes: 60, focus: 'Depth', targetDay: 9, panel: [] }),
    ]);
    const { recruiter, manager, approver, facilitator } = room;
    for (const [who, user] of Object.entries({ recruiter, manager, approver, facilitator, interviewer: room.interviewers[0]! }))
      people.set(who, user);
    for (const [who, role] of [
      ['auditor', 'auditor'],
      ['admin', 'admin'],
      ['glassAdmin', 'admin'],
      ['owingAuditor', 'auditor'],
      ['coordinator', 'member'],
      ['owingApprover', 'member'],
      ['conflictedApprover', 'member'],
      ['formerApprover', 'member'],
      ['otherJobApprover', 'member'],
      ['outsider', 'member'],
    ] as const)
      people.set(who, await app.user(who, role));
    const user = (who: string) => people.get(who)!;
    await rooms.seat(user('coordinator'), 'coordinator', { job: room.jobId });
    for (const who of ['owingApprover', 'conflictedApprover', 'formerApprover']) await rooms.seat(user(who), 'offer_approver', { job: room.jobId });
    await rooms.seat(user('otherJobApprover'), 'offer_approver', { job: otherRoom.jobId });
    await app.rows(`update seats set ended_at = $2 where user_id = $1`, [user('formerApprover').id, app.clock.now()]);
    await app.rows(`insert into conflicts (id, user_id, person_id, source, recorded_at) values (gen_random_uuid(), $1, $2, 'declared', now())`, [
      user('conflictedApprover').id,
      room.personId,
    ]);
    const glass = { reason: 'A complaint came in.', minutes: 60 };
    await as('glassAdmin').post(`/applications/${room.applicationId}/break-glass`, glass).expect(201);
    await owe(['owingApprover', 'owingAuditor']);
    offerId = await rooms.draft(room, plainPackage({ base: FIGURE, notes: WORDS }));
    await rooms.move(room.recruiter, offerId, 'submit', { reason: WORDS });
    await rooms.move(room.approver, offerId, 'approve', { words: WORDS });
    await app.app.get(BackgroundWorker).runDue();
  });
  afterAll(() => app.stop());

  /** A further interview is planned; its cards are still to be written. The decision stands all the same. */
  async function owe(whos: readonly string[]): Promise<void> {
    for (const who of whos) {
      const { id } = people.get(who)!;
      await app.rows(
        `insert into seats (id, user_id, kind, application_id, interview_id, granted_at) values (gen_random_uuid(), $1, 'interviewer', $2, $3, $4)`,
        [id, room.applicationId, room.interviewId, app.clock.now()],
      );
      await app.rows(
        `insert into scorecards (id, interview_id, application_id, round_id, round_key, interviewer_id, counts, created_at) values (gen_random_uuid(), $1, $2, $3, 'loop', $4, false, $5)`,
        [room.interviewId, room.applicationId, room.roundId, id, app.clock.now()],
      );
    }
  }

  it.each(TABLE)('%s: list %i, itself %i', async (who, list, one) => {
    expect([(await as(who).get(`/applications/${room.applicationId}/offers`)).status, (await as(who).get(`/offers/${offerId}`)).status]).toEqual([
      list,
      one,
    ]);
    expect((await as(who).get(`/offers/${offerId}/comparison`)).status).toBe(one);
  });

  it.each(TABLE)('%s: history, inbox and everything they can read hold a word of it only if they know it', async (who, _list, _one, knows) => {
    const paths = [
      `/audit/events?applicationId=${room.applicationId}&limit=100`,
      `/audit/events?subjectKind=offer&limit=100`,
      `/audit/events?jobId=${room.jobId}&limit=100`,
      `/me/notifications?limit=50`,
      `/applications/${room.applicationId}`,
      `/applications?limit=50`,
      `/applications/counts`,
      `/applications/${room.applicationId}/debrief`,
      `/debriefs/${room.debriefId}`,
      `/debriefs/${room.debriefId}/packet`,
      `/jobs/${room.jobId}`,
    ];
    const answers = await Promise.all(paths.map(async (path) => (await as(who).get(path)).text));
    const told = answers.filter(
      (text) => text.includes(FIGURE) || text.includes(WORDS) || text.includes(offerId) || /"offer(_approval)?\./.test(text),
    );
    expect([who, told.length > 0]).toEqual([who, knows]);
  });

  it('what it is, its list and its history cost nobody without a seat a difference: the answers are the same without it', async () => {
    const empty = await rooms.build();
    const { requestId: _, ...without } = (await app.as(empty.interviewers[0]!).get(`/applications/${empty.applicationId}/offers`).expect(403)).body;
    for (const [who] of TABLE.filter(([, status]) => status === 403)) {
      const { requestId: __, ...there } = (await as(who).get(`/applications/${room.applicationId}/offers`)).body;
      expect([who, there]).toEqual([who, without]);
    }
  });

  it('nobody without the seat acts on it, whichever move they try', async () => {
    for (const [who, , one] of TABLE.filter(([, , status]) => status === 404))
      for (const move of ['submit', 'approve', 'extend', 'accept']) {
        const { status } = await as(who).post(`/offers/${offerId}/${move}`, {}).set('if-match', '"3"');
        expect([who, move, status]).toEqual([who, move, one]);
      }
    for (const who of ['auditor', 'glassAdmin']) {
      const { body } = await as(who).get(`/offers/${offerId}`).expect(200);
      expect(Object.values(body.abilities)).toEqual(Array.from({ length: 10 }, () => false));
      await as(who).post(`/offers/${offerId}/extend`, {}).set('if-match', '"3"').expect(403);
    }
    expect((await as('recruiter').get(`/offers/${offerId}`)).body).toMatchObject({ status: 'approved', version: 3 });
  });

  it('mail and notifications to approvers carry no figure', async () => {
    const told = await app.rows<{ kind: string; params: unknown; user: string }>(
      `select n.kind, n.params, n.user_id as "user" from notifications n where n.application_id = $1 and n.kind like 'offer%'`,
      [room.applicationId],
    );
    expect(told.map(({ kind, user }) => [kind, user]).sort()).toEqual(
      [
        ['offer.submitted', room.approver.id],
        ['offer.submitted', room.secondApprover.id],
        ['offer.approved', room.recruiter.id],
        ['offer.approved', room.manager.id],
      ].sort(),
    );
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`${FIGURE}|${WORDS}`));
    const inbox = await as('approver').get('/me/notifications').expect(200);
    expect(inbox.body.items[0]).toMatchObject({ subject: expect.stringContaining('waits for your approval') });
    expect(inbox.text).not.toMatch(new RegExp(`${FIGURE}|${WORDS}`));
  });

  it('a notification goes with the seat: whoever lost it has it no more', async () => {
    expect((await app.as(room.secondApprover).get('/me/notifications').expect(200)).body.items).toHaveLength(1);
    await app.rows(`update seats set ended_at = $2 where user_id = $1`, [room.secondApprover.id, app.clock.now()]);
    await rooms.seat(room.secondApprover, 'coordinator', { job: room.jobId });
    expect((await app.as(room.secondApprover).get('/me/notifications').expect(200)).body.items).toHaveLength(0);
  });

  it('both forms of the rule agree: the pure one is what the table asks of the SQL one', async () => {
    const rows = await app.rows<{ id: string; sees: boolean }>(`select u.id, sees_offers(u.id, $1, $2) as sees from users u`, [
      room.applicationId,
      app.clock.now(),
    ]);
    for (const [who, list] of TABLE) expect([who, rows.find((row) => row.id === people.get(who)?.id)?.sees]).toEqual([who, list === 200]);
  });
});
