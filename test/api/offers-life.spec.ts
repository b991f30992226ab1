import { OfferRooms, type OfferRoom, plainPackage } from '../support/offer-room.js';
import { TestApp, type TestUser } from '../support/test-app.js';
import { BackgroundWorker } from '../../src/outbox/background-worker.service.js';
import { checkInvariants } from '../../src/platform/invariants.js';

describe('an offer from its draft to its end', () => {
  let app: TestApp;
  let rooms: OfferRooms;
  beforeAll(async () => {
    app = await TestApp.start();
    rooms = new OfferRooms(app);
  });
  afterAll(async () => {
    // The panel behind each offer is laid down as rows, without its history: what is asked here is what offers promise.
    const breaches = (await checkInvariants(app.database)).filter(({ invariant }) => invariant.includes('offer'));
    await app.stop();
    expect(breaches).toEqual([]);
  });

  const show = async (by: TestUser, offerId: string) => (await app.as(by).get(`/offers/${offerId}`).expect(200)).body;
  const statusOf = async (room: OfferRoom) =>
    (await app.rows<{ status: string }>('select status from applications where id = $1', [room.applicationId]))[0]?.status;
  const typesOf = async (offerId: string) =>
    (await app.rows<{ type: string }>('select type from events where subject_id = $1 order by id', [offerId])).map(({ type }) => type);

  it('goes out approved, is countered, goes out again changed, is accepted, and the application ends as hired', async () => {
    const room = await rooms.build();
    const before = await app.as(room.recruiter).get(`/applications/${room.applicationId}/offers`).expect(200);
    expect(before.body).toEqual({ items: [], abilities: { draft: true } });
    const offerId = await rooms.draft(room);
    expect(await show(room.recruiter, offerId)).toMatchObject({
      status: 'draft',
      check: { standing: 'within', parts: [{ part: 'base', standing: 'within', compaRatio: '1', by: null }] },
      requirement: { side: 'within', pinned: false, missing: [{ seat: 'offer_approver', count: 1 }] },
      abilities: { revise: true, submit: true, approve: false, extend: false },
    });
    expect((await rooms.move(room.recruiter, offerId, 'extend')).status).toBe(409);
    expect((await rooms.move(room.recruiter, offerId, 'submit')).body).toMatchObject({ status: 'awaiting_approval' });
    expect((await rooms.move(room.recruiter, offerId, 'approve')).status).toBe(403);
    expect((await show(room.approver, offerId)).abilities).toMatchObject({ approve: true, refuse: true, extend: false, revise: false });
    expect((await rooms.move(room.approver, offerId, 'approve', { words: 'Fair.' })).body).toMatchObject({ status: 'approved' });
    expect((await rooms.move(room.secondApprover, offerId, 'approve')).status).toBe(409);
    expect(await statusOf(room)).toBe('active');
    expect((await rooms.move(room.recruiter, offerId, 'extend')).body).toMatchObject({ status: 'extended', expiresAt: '2026-03-18T18:00:00.000Z' });
    expect(await statusOf(room)).toBe('offered');

    const asked = plainPackage({ base: '214000', signOn: { amount: '25000', clawBack: null } });
    const countered = await rooms.move(room.recruiter, offerId, 'counter', { package: asked, words: 'She moves house.' });
    expect(countered.body).toMatchObject({ status: 'countered', roundNumber: 2, counters: [{ kind: 'counter', words: 'She moves house.' }] });
    const { version } = countered.body;
    const revised = await app.as(room.recruiter).put(`/offers/${offerId}`, { package: asked, reason: 'Met halfway and more.' }, version).expect(200);
    expect(revised.body).toMatchObject({
      status: 'draft',
      revision: 2,
      roundNumber: 2,
      approvals: [{ seat: 'offer_approver', voidedBecause: 'The package was changed.', by: { name: 'Opal Approver' } }],
    });
    expect(await statusOf(room)).toBe('offered');
    for (const [by, move] of [
      [room.recruiter, 'submit'],
      [room.secondApprover, 'approve'],
      [room.recruiter, 'extend'],
      [room.manager, 'accept'],
    ] as const)
      expect((await rooms.move(by, offerId, move)).status).toBe(200);
    expect(await show(room.manager, offerId)).toMatchObject({ status: 'accepted', abilities: { rescind: false, revise: false } });
    expect(await statusOf(room)).toBe('hired');
    expect(await typesOf(offerId)).toEqual(
      ['drafted', 'submitted', 'approved', 'extended', 'countered', 'revised', 'submitted', 'approved', 'extended', 'accepted'].map(
        (type) => `offer.${type}`,
      ),
    );
  });

  it('is not begun without a decision to hire, nor twice', async () => {
    const undecided = await rooms.build({ decided: false });
    const path = `/applications/${undecided.applicationId}/offers`;
    expect((await app.as(undecided.recruiter).post(path, { package: plainPackage() }).expect(409)).body.detail).toMatch(/needs a decision to hire/);
    expect((await app.as(undecided.recruiter).get(path).expect(200)).body.abilities.draft).toBe(false);
    await rooms.decide(undecided, 'no_hire');
    await app.as(undecided.recruiter).post(path, { package: plainPackage() }).expect(409);
    const room = await rooms.build();
    const offerId = await rooms.draft(room);
    const twice = await app.as(room.manager).post(`/applications/${room.applicationId}/offers`, { package: plainPackage() }).expect(409);
    expect(twice.body).toMatchObject({ code: 'already_exists', offerId });
  });

  it('needs more outside the band, and says what', async () => {
    const room = await rooms.build();
    const offerId = await rooms.draft(room, plainPackage({ base: '221500.50' }));
    expect(await show(room.recruiter, offerId)).toMatchObject({
      check: { standing: 'outside', parts: [{ standing: 'above', by: '6500.5', compaRatio: '1.0548' }] },
      requirement: {
        side: 'outside',
        reasonRequired: true,
        words: ['Say in words why the offer leaves the band.', 'Missing: the approval of 2 people as offer approver and of one hiring manager.'],
      },
    });
    const bare = await rooms.move(room.recruiter, offerId, 'submit');
    expect(bare.body).toMatchObject({ code: 'reason_required', errors: [{ pointer: '/reason' }], standing: 'outside' });
    expect((await rooms.move(room.recruiter, offerId, 'submit', { reason: 'Two rival offers.' })).status).toBe(200);
    expect((await rooms.move(room.approver, offerId, 'approve')).body.requirement.words).toEqual([
      'Missing: the approval of one offer approver and of one hiring manager.',
    ]);
    expect((await rooms.move(room.approver, offerId, 'approve')).status).toBe(409);
    expect((await rooms.move(room.manager, offerId, 'approve')).body).toMatchObject({ status: 'awaiting_approval' });
    expect((await rooms.move(room.recruiter, offerId, 'extend')).status).toBe(409);
    expect((await rooms.move(room.secondApprover, offerId, 'approve')).body).toMatchObject({
      status: 'approved',
      requirement: { missing: [], words: [] },
    });
  });

  it('a change after approval voids it, and a refusal sends it back with its reason', async () => {
    const room = await rooms.build();
    const offerId = await rooms.draft(room);
    await rooms.move(room.recruiter, offerId, 'submit');
    const approved = await rooms.move(room.approver, offerId, 'approve');
    const { version } = approved.body;
    await app
      .as(room.recruiter)
      .put(`/offers/${offerId}`, { package: plainPackage({ base: '211000' }) }, version)
      .expect(200);
    expect((await rooms.move(room.recruiter, offerId, 'extend')).status).toBe(409);
    await rooms.move(room.recruiter, offerId, 'submit');
    expect((await rooms.move(room.secondApprover, offerId, 'refuse', {})).status).toBe(422);
    expect((await rooms.move(room.secondApprover, offerId, 'refuse', { reason: 'Too early in the year.' })).body).toMatchObject({
      status: 'draft',
      requirement: { pinned: false, missing: [{ seat: 'offer_approver', count: 1 }] },
      approvals: [
        { verdict: 'refused', words: 'Too early in the year.' },
        { verdict: 'approved', revision: 1 },
      ],
    });
  });

  it('two who act on what they read at once: the second is told what the first wrote', async () => {
    const room = await rooms.build();
    const offerId = await rooms.draft(room);
    await app
      .as(room.manager)
      .put(`/offers/${offerId}`, { package: plainPackage({ base: '206000' }) }, 1)
      .expect(200);
    const late = await app
      .as(room.recruiter)
      .put(`/offers/${offerId}`, { package: plainPackage({ base: '207000' }) }, 1)
      .expect(409);
    expect(late.body).toMatchObject({ code: 'version_conflict', currentVersion: 2, current: { package: { base: '206000' } } });
    await app.as(room.recruiter).post(`/offers/${offerId}/submit`, {}).expect(428);
    const both = await Promise.all([0, 1].map(() => app.as(room.recruiter).post(`/offers/${offerId}/submit`, {}).set('if-match', '"2"')));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('runs out by the clock, once, and cannot be accepted after it', async () => {
    const room = await rooms.build();
    const expiresAt = new Date(app.clock.now().getTime() + 3_600_000).toISOString();
    const offerId = await rooms.extended(room, plainPackage({ expiresAt }));
    app.clock.advance(3_600_000);
    expect((await rooms.move(room.recruiter, offerId, 'accept')).body.code).toBe('expired');
    const worker = app.app.get(BackgroundWorker);
    await worker.runDue();
    await worker.runDue();
    expect(await show(room.recruiter, offerId)).toMatchObject({ status: 'expired', endedAt: app.clock.now().toISOString() });
    expect(await statusOf(room)).toBe('active');
    expect((await typesOf(offerId)).filter((type) => type === 'offer.expired')).toHaveLength(1);
  });

  it('declined or rescinded, the application goes on, and another offer can be made', async () => {
    const room = await rooms.build();
    const declined = await rooms.extended(room);
    expect((await rooms.move(room.recruiter, declined, 'decline', { reason: 'Stays where she is.' })).body).toMatchObject({ status: 'declined' });
    expect(await statusOf(room)).toBe('active');
    const second = await rooms.draft(room);
    expect((await rooms.move(room.recruiter, second, 'rescind', { reason: 'Headcount is frozen.' })).body).toMatchObject({
      status: 'rescinded',
      endedBecause: 'Headcount is frozen.',
    });
    const { body } = await app.as(room.manager).get(`/applications/${room.applicationId}/offers`).expect(200);
    expect(body.items.map((one: { status: string }) => one.status).sort()).toEqual(['declined', 'rescinded']);
  });

  it('stands by its offer after a counter-offer: what was approved goes out once more', async () => {
    const room = await rooms.build();
    const offerId = await rooms.extended(room);
    await rooms.move(room.recruiter, offerId, 'counter', { package: plainPackage({ base: '250000' }) });
    expect((await rooms.move(room.recruiter, offerId, 'accept')).status).toBe(409);
    expect((await rooms.move(room.recruiter, offerId, 'extend')).body).toMatchObject({ status: 'extended', roundNumber: 2, revision: 1 });
  });
});
