import { randomUUID } from 'node:crypto';
import { DebriefRoom, type Room } from '../support/debrief-room.js';
import { TestApp, type TestUser } from '../support/test-app.js';

interface Compared {
  applicationId: string;
  candidate: { name: string };
  recommendation: { outcome: string; unexposed: string; inputHash: string; criteria: { key: string; mean: number }[] };
}

describe('finalists side by side', () => {
  let app: TestApp;
  let rooms: DebriefRoom;
  let [ann, bob, cid]: Room[] = [];
  const finalists = async (user: TestUser, query = '') =>
    (await app.as(user).get(`/jobs/${ann!.jobId}/finalists${query}`).expect(200)).body as {
      comparable: boolean;
      items: Compared[];
      nextCursor: string | null;
    };
  const names = async (user: TestUser, query = '') => (await finalists(user, query)).items.map((one) => one.candidate.name);

  /** Another candidate of Ann's job. */
  async function onTheSameJob(name: string, levels: readonly (readonly [number, number] | null)[]): Promise<Room> {
    const room = await rooms.build({ levels });
    await app.rows(`update candidates set name = $2 where id = $1`, [room.personId, name]);
    if (ann)
      await app.rows(
        `update applications set job_id = $2, rubric_version_id = (select rubric_version_id from applications where id = $3) where id = $1`,
        [room.applicationId, ann.jobId, ann.applicationId],
      );
    return room;
  }

  beforeEach(async () => {
    app = await TestApp.start();
    rooms = new DebriefRoom(app);
    ann = undefined;
    ann = await onTheSameJob('Ann Alpha', [
      [4, 4],
      [4, 3],
    ]);
    cid = await onTheSameJob('Cid Gamma', [
      [1, 1],
      [1, 2],
    ]);
    bob = await onTheSameJob('Bob Beta', [
      [2, 3],
      [3, 3],
    ]);
    // Still collecting: nobody compares half a panel.
    await onTheSameJob('Dan Delta', [[4, 4], null]);
  });
  afterEach(() => app.stop());

  it('shows every candidate of the job whose debrief is open, by name, with what the rules say of each', async () => {
    const { items, comparable } = await finalists(ann!.manager);
    expect(comparable).toBe(true);
    expect(items.map((one) => [one.candidate.name, one.recommendation.outcome])).toEqual([
      ['Ann Alpha', 'strong_hire'],
      ['Bob Beta', 'hire'],
      ['Cid Gamma', 'strong_no_hire'],
    ]);
    const own = (await app.as(bob!.facilitator).get(`/debriefs/${bob!.debriefId}/recommendation`).expect(200)).body;
    expect(items[1]).toMatchObject({
      recommendation: {
        inputHash: own.inputHash,
        unexposed: own.unexposed.outcome,
        criteria: [
          { key: 'impact', mean: 2.5, min: 2, max: 3, n: 2 },
          { key: 'alignment', mean: 3 },
        ],
      },
    });
    expect(await names(ann!.recruiter)).toEqual(['Ann Alpha', 'Bob Beta', 'Cid Gamma']);
  });

  it('shows a facilitator only the debriefs they run, an auditor all, and nobody else any', async () => {
    const [auditor, admin, outsider] = [await app.user('Audie', 'auditor'), await app.user('Ada', 'admin'), await app.user('Otto')];
    expect(await names(bob!.facilitator)).toEqual(['Bob Beta']);
    expect(await names(auditor)).toEqual(['Ann Alpha', 'Bob Beta', 'Cid Gamma']);
    for (const user of [admin, outsider, ann!.interviewers[0]!]) expect(await names(user)).toEqual([]);
    await app.as(auditor).get(`/jobs/${randomUUID()}/finalists`).expect(404);
  });

  it('leaves out who is hidden from the viewer, and records whose cards were shown', async () => {
    await app.rows(`insert into conflicts (id, user_id, person_id, source, recorded_at) values ($1, $2, $3, 'declared', now())`, [
      randomUUID(),
      ann!.manager.id,
      cid!.personId,
    ]);
    expect(await names(ann!.manager)).toEqual(['Ann Alpha', 'Bob Beta']);
    const shown = await app.rows<{ application_id: string; n: number }>(
      `select s.application_id, count(*)::integer as n from exposures x join scorecards s on s.id = x.scorecard_id where x.user_id = $1 and x.via = 'comparison' group by 1`,
      [ann!.manager.id],
    );
    expect(new Map(shown.map((row) => [row.application_id, row.n]))).toEqual(
      new Map([
        [ann!.applicationId, 2],
        [bob!.applicationId, 2],
      ]),
    );
  });

  it('pages by name, and leaves out who is out unless asked', async () => {
    await app.rows(`update applications set status = 'rejected', ended_at = now() where id = $1`, [ann!.applicationId]);
    expect(await names(ann!.manager)).toEqual(['Bob Beta', 'Cid Gamma']);
    const first = await finalists(ann!.manager, '?ended=true&limit=2');
    expect(first.items.map((one) => one.candidate.name)).toEqual(['Ann Alpha', 'Bob Beta']);
    expect(await names(ann!.manager, `?ended=true&limit=2&cursor=${first.nextCursor}`)).toEqual(['Cid Gamma']);
    await app.as(ann!.manager).get(`/jobs/${ann!.jobId}/finalists?limit=21`).expect(422);
    await app.as(ann!.manager).get(`/jobs/${ann!.jobId}/finalists?cursor=nonsense`).expect(422);
  });

  it('says when they were scored against different rubrics', async () => {
    const [other] = await app.rows<{ id: string }>(
      `select id from rubric_versions where id <> (select rubric_version_id from applications where id = $1) limit 1`,
      [ann!.applicationId],
    );
    await app.rows(`update applications set rubric_version_id = $2 where id = $1`, [bob!.applicationId, other!.id]);
    expect((await finalists(ann!.manager)).comparable).toBe(false);
  });

  it('gives an auditor the comparators of a complaint: who came as far, and what became of them', async () => {
    const auditor = await app.user('Audie', 'auditor');
    await app.rows(`update applications set status = 'rejected', reason_code = 'skills', ended_at = now() where id = $1`, [cid!.applicationId]);
    await app.rows(`update application_rounds set key = 'final' where application_id = $1`, [bob!.applicationId]);
    const { body } = await app.as(auditor).get(`/applications/${cid!.applicationId}/comparators`).expect(200);
    expect(body).toMatchObject({
      comparable: true,
      subject: {
        applicationId: cid!.applicationId,
        status: 'rejected',
        reasonCode: 'skills',
        stage: { key: 'loop' },
        recommendation: { criteria: [{ mean: 1 }, { mean: 1.5 }] },
      },
    });
    expect(body.items.map((one: Compared) => one.candidate.name)).toEqual(['Ann Alpha', 'Dan Delta']);
    const events = await app.rows(
      `select e.type, e.actor_id, c.content->'payload' as payload from events e join event_contents c on c.event_id = e.id where e.application_id = $1`,
      [cid!.applicationId],
    );
    expect(events).toEqual([{ type: 'comparators.read', actor_id: auditor.id, payload: { stage: 'loop' } }]);
    await app.as(ann!.manager).get(`/applications/${cid!.applicationId}/comparators`).expect(403);
    await app.as(auditor).get(`/applications/${randomUUID()}/comparators`).expect(404);
  });
});
