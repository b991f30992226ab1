import { randomUUID } from 'node:crypto';
import { BackgroundWorker } from '../../src/outbox/background-worker.service.js';
import { DebriefRoom } from '../support/debrief-room.js';
import { TestApp, type TestUser } from '../support/test-app.js';

const HOUR = 3_600_000;

describe('agreement, severity and an interviewer’s own page', () => {
  let app: TestApp;
  let rooms: DebriefRoom;
  let people: { admin: TestUser; auditor: TestUser };

  beforeEach(async () => {
    app = await TestApp.start();
    rooms = new DebriefRoom(app);
    people = { admin: await app.user('Ada Admin', 'admin'), auditor: await app.user('Audie', 'auditor') };
  });
  afterEach(() => app.stop());

  const refit = async () => {
    app.clock.advance(HOUR);
    await app.app.get(BackgroundWorker).runDue();
  };
  const read = async (user: TestUser, path: string) => (await app.as(user).get(path).expect(200)).body;
  const close = (ids: readonly string[]) => app.rows(`update debriefs set state = 'closed' where application_id = any ($1)`, [ids]);

  /** Candidates of one job, each rated by the same interviewers. */
  async function panels(count: number, interviewers: readonly TestUser[]) {
    const first = await rooms.build({ interviewers, levels: interviewers.map((_, i) => levels(0, i)) });
    const applications = [first.applicationId];
    for (let n = 1; n < count; n++) {
      const more = await rooms.build({ interviewers, levels: interviewers.map((_, i) => levels(n, i)) });
      applications.push(more.applicationId);
    }
    await app.rows(
      `update applications set job_id = $1, rubric_version_id = (select rubric_version_id from jobs where id = $1) where id = any ($2)`,
      [first.jobId, applications],
    );
    return { ...first, applications };
  }
  /** The first interviewer is half a level above the others where there is room. */
  const levels = (candidate: number, interviewer: number): [number, number] => {
    const base = 1 + (candidate % 3);
    return [interviewer === 0 ? base + 1 : base, interviewer === 2 && candidate % 4 === 0 ? Math.min(4, base + 1) : base];
  };
  const interviewersOf = () => Promise.all(['Ivo', 'Ida', 'Ira'].map((name) => app.user(name)));

  it('says agreement by version, criterion and job, with intervals from 30 candidates on', async () => {
    const room = await panels(30, await interviewersOf());
    await refit();
    expect((await read(people.auditor, '/reports/agreement')).items).toEqual([]);
    await close(room.applications);
    await refit();
    const { run, items } = await read(people.admin, '/reports/agreement');
    expect(run).toMatchObject({ engine: 1, cards: 90, applications: 30, interviewers: 3, computedAt: app.clock.now().toISOString() });
    expect(items.map((item: { criterion: string | null; jobId: string | null }) => [item.criterion, item.jobId])).toEqual([
      [null, null],
      ['impact', null],
      ['alignment', null],
      [null, room.jobId],
      ['impact', room.jobId],
      ['alignment', room.jobId],
    ]);
    const impact = items[1];
    expect(impact).toMatchObject({ status: 'shown', candidates: 30, rubricVersion: 1, levels: 4, criterionName: 'Impact' });
    // Two of the three pairs differ by one on every candidate.
    expect(impact.figures).toMatchObject({ sameLevel: expect.closeTo(1 / 3, 12), withinOneLevel: 1, meanRange: 1, ratings: 90 });
    for (const name of ['alphaOrdinal', 'alphaInterval', 'iccOneWay', 'iccTwoWay']) {
      const { value, interval95 } = items[2].figures.coefficients[name];
      expect(interval95[0]).toBeLessThan(value);
      expect(interval95[1]).toBeGreaterThan(value);
    }
    // Nothing but who rated told the ratings of impact apart: the interval of a perfect fit is not known, and the figure does not stand without it.
    expect(impact.figures.coefficients.iccTwoWay).toBeNull();
    const severity = await read(people.admin, '/reports/severity');
    expect(severity.items).toEqual([
      expect.objectContaining({
        levels: 4,
        candidates: 30,
        status: 'shown',
        model: expect.objectContaining({ method: 'fixed_prior', connectedParts: 1 }),
      }),
    ]);
    expect(JSON.stringify(severity)).not.toContain('Ivo');
    const first = await read(people.auditor, '/reports/agreement?limit=4');
    const second = await read(people.auditor, `/reports/agreement?limit=4&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items]).toEqual(items);
  });

  it('says that there are too few, and tells no figure over few to who may not see each card', async () => {
    const room = await panels(3, await interviewersOf());
    await close(room.applications);
    await refit();
    const few = await read(people.auditor, '/reports/agreement');
    expect(few.items[0]).toMatchObject({ status: 'too_few_candidates', candidates: 3, figures: { candidates: 3, coefficients: null } });
    const status = await read(people.admin, '/reports/agreement');
    expect(status.items[0]).toMatchObject({ status: 'withheld', figures: null });
    expect((await read(people.admin, '/reports/severity')).items[0]).toMatchObject({ status: 'withheld', model: null });
    expect((await read(room.manager, '/reports/agreement')).items.map((item: { jobId: string }) => item.jobId)).toEqual([
      room.jobId,
      room.jobId,
      room.jobId,
    ]);
    expect((await read(room.interviewers[0]!, '/reports/agreement')).items).toEqual([]);
    await app.as(room.manager).get('/reports/severity').expect(403);
    await app.rows(`insert into conflicts (id, user_id, person_id, source, recorded_at) values ($1, $2, $3, 'declared', now())`, [
      randomUUID(),
      people.auditor.id,
      room.personId,
    ]);
    expect((await read(people.auditor, '/reports/agreement')).items).toEqual([]);
    expect((await read(people.auditor, '/reports/severity')).items).toEqual([]);
  });

  it('stands the adjusted value beside the raw one, for who sees the cards', async () => {
    const room = await panels(3, await interviewersOf());
    await close(room.applications);
    await refit();
    const { items } = await read(room.manager, '/reports/severity/candidates');
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({ candidateName: 'Cass Candidate', levels: 4, interviewers: 3, bar: expect.closeTo(2.65, 12) });
    expect(items[0].interval95[0]).toBeLessThan(items[0].adjusted);
    expect((await read(people.admin, '/reports/severity/candidates')).items).toEqual([]);
    expect((await read(people.auditor, `/reports/severity/candidates?jobId=${room.jobId}&limit=2`)).nextCursor).not.toBeNull();
  });

  it('counts only first submissions, unexposed and not imported, of closed debriefs', async () => {
    const [author, second, third] = await interviewersOf();
    const room = await panels(2, [author!, second!, third!]);
    await close(room.applications);
    await refit();
    const before = await read(people.auditor, '/reports/agreement');
    await rooms.submit(room.cards[0]!, author!, { verdict: 'hire', summary: '', facts: {}, ratings: [] }, { exposed: true, reason: 'later' });
    await refit();
    expect(await read(people.auditor, '/reports/agreement')).toEqual(before);
    await app.rows('update scorecards set imported = true where id = $1', [room.cards[1]]);
    await refit();
    expect((await read(people.auditor, '/reports/agreement')).run.cards).toBe(before.run.cards - 1);
    await app.rows(`update debriefs set state = 'discussing' where id = $1`, [room.debriefId]);
    await refit();
    expect((await read(people.auditor, '/reports/agreement')).run.applications).toBe(1);
  });

  it('shows an interviewer their own page first, and says when there is not enough yet', async () => {
    const interviewers = await interviewersOf();
    const [own, second] = interviewers as [TestUser, TestUser, TestUser];
    const room = await panels(10, interviewers);
    await close(room.applications.slice(1));
    await refit();
    expect(await read(own, '/me/calibration')).toEqual({
      userId: own.id,
      name: 'Ivo',
      own: true,
      status: 'not_enough_yet',
      candidates: 9,
      fewestCandidates: 10,
      effects: [],
      distribution: [],
      panels: null,
      habits: null,
    });
    await close(room.applications);
    await refit();
    const theirsFirst = await read(people.admin, `/users/${own.id}/calibration`);
    expect(theirsFirst).toMatchObject({ status: 'theirs_first', candidates: null, effects: [], habits: null });
    const page = await read(own, '/me/calibration');
    expect(page).toMatchObject({
      status: 'shown',
      candidates: 10,
      effects: [{ levels: 4, status: 'shown', ratings: 10, method: 'fixed_prior', engine: 1 }],
      panels: { candidates: 10, ratings: 20, withinOneLevel: 1 },
      habits: { cards: 10, exposed: 0, exposedShare: 0 },
    });
    expect(page.effects[0].effect).toBeGreaterThan(0);
    expect(page.effects[0].interval95[0]).toBeLessThan(page.effects[0].effect);
    expect(page.distribution).toEqual([{ levels: 4, counts: [4, 7, 6, 3], notAssessed: 0 }]);
    const others = await read(people.admin, `/users/${own.id}/calibration`);
    expect(others).toMatchObject({ status: 'shown', own: false, effects: page.effects });
    expect(await app.rows(`select actor_id, subject_id from events where type = 'calibration.read'`)).toEqual([
      { actor_id: people.admin.id, subject_id: own.id },
    ]);
    expect((await read(people.auditor, `/users/${second.id}/calibration`)).status).toBe('theirs_first');
    app.clock.advance(14 * 24 * HOUR);
    expect((await read(people.auditor, `/users/${second.id}/calibration`)).status).toBe('shown');
    await app.as(second).get(`/users/${own.id}/calibration`).expect(403);
    await app.as(people.admin).get(`/users/${randomUUID()}/calibration`).expect(404);
  });

  it('tells nothing of a debrief that is not closed, or whose cards they may not see', async () => {
    const interviewers = await interviewersOf();
    const room = await panels(11, interviewers);
    await close(room.applications.slice(0, 10));
    await refit();
    const before = await read(interviewers[0]!, '/me/calibration');
    await app.rows(`update debriefs set state = 'first_ballot' where application_id = $1`, [room.applications[10]]);
    expect(await read(interviewers[0]!, '/me/calibration')).toEqual(before);
    await app.rows(`update applications set visibility_policy = 'deciders_only' where id = $1`, [room.applications[0]]);
    expect(await read(interviewers[0]!, '/me/calibration')).toMatchObject({ status: 'not_enough_yet', candidates: 9 });
  });
});
