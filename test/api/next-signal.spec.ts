import { randomUUID } from 'node:crypto';
import { DebriefRoom, type Room } from '../support/debrief-room.js';
import { TestApp, type TestUser } from '../support/test-app.js';

interface Need {
  criterion: string;
  round: { key: string; how: string } | null;
  reasons: { kind: string }[];
  interviewers: { name: string; place: string | null }[];
}

describe('the next-signal plan', () => {
  let app: TestApp;
  let rooms: DebriefRoom;
  let room: Room;
  const plan = async (user: TestUser) =>
    (await app.as(user).get(`/debriefs/${room.debriefId}/next-signal`).expect(200)).body as {
      needs: Need[];
      followUps: { kind: string; interviewer: string }[];
    };
  const names = async () => (await plan(room.manager)).needs[0]?.interviewers.map((one) => one.name);
  const qualified = (name: string) => app.user(name, 'member', { qualifications: ['engineering'] });

  beforeEach(async () => {
    app = await TestApp.start();
    rooms = new DebriefRoom(app);
    // One step from a hire: 3, 3, 2, 2 of 4.
    room = await rooms.build({
      levels: [
        [3, 3],
        [2, 2],
      ],
    });
    await app.rows(`update application_rounds set content = $2 where application_id = $1`, [
      room.applicationId,
      JSON.stringify({ name: 'Loop', panel: [{ title: 'Engineer', count: 2, qualification: 'engineering' }] }),
    ]);
  });
  afterEach(() => app.stop());

  it('names what is unsteady, the round, and who is qualified and free, those with less to do first', async () => {
    const [busy] = [await qualified('Ann Busy'), await qualified('Bob Free'), await app.user('Unqualified Ursula')];
    await app.rows(`update interviews set status = 'scheduled', starts_at = $2 where id = $1`, [
      room.interviewId,
      new Date(app.clock.now().getTime() + 86_400_000),
    ]);
    await app.rows(
      `insert into seats (id, user_id, kind, application_id, interview_id, granted_at, ended_at) select gen_random_uuid(), $1, 'interviewer', application_id, id, now(), null from interviews where id = $2`,
      [busy.id, room.interviewId],
    );
    // The seat on this very application takes Ann out.
    expect(await names()).toEqual(['Bob Free']);
    await app.rows(`update seats set ended_at = now() where user_id = $1`, [busy.id]);
    const { needs } = await plan(room.manager);
    expect(needs[0]).toMatchObject({
      round: { key: 'loop', how: 'again' },
      interviewers: [
        { name: 'Ann Busy', place: 'Engineer' },
        { name: 'Bob Free', place: 'Engineer' },
      ],
    });
    expect(needs[0]?.reasons.map((reason) => reason.kind)).toContain('few_steps_flip');
  });

  it('names nobody who is conflicted, rival, exposed, away or gone, and does not say why', async () => {
    const person = {
      declared: await qualified('Conny Conflict'),
      rival: await qualified('Ralf Rival'),
      exposed: await qualified('Eve Exposed'),
      away: await qualified('Abe Away'),
      gone: await qualified('Greta Gone'),
      left: await qualified('Lia Left'),
    };
    expect(await names()).toHaveLength(5);
    await app.rows(
      `insert into conflicts (id, user_id, person_id, source, reason, recorded_at) values ($1, $2, $3, 'declared', 'Zerynthia', now())`,
      [randomUUID(), person.declared.id, room.personId],
    );
    const rival = randomUUID();
    await app.rows(`insert into candidates (id, person_id, name, user_id, created_at) values ($1, $1, 'Ralf', $2, now())`, [rival, person.rival.id]);
    await app.rows(
      `insert into applications (id, candidate_id, person_id, job_id, status, rubric_version_id, visibility_policy, last_activity_at, started_at)
       select $1, $2, $2, job_id, 'active', rubric_version_id, visibility_policy, now(), now() from applications where id = $3`,
      [randomUUID(), rival, room.applicationId],
    );
    await app.rows(`insert into exposures (user_id, scorecard_id, revision, via, first_shown_at) values ($1, $2, 1, 'history', now())`, [
      person.exposed.id,
      room.cards[0],
    ]);
    await app.rows(`insert into absences (id, user_id, starts_on, ends_on) values ($1, $2, '2026-03-01', '2026-04-30')`, [
      randomUUID(),
      person.away.id,
    ]);
    await app.rows(`update users set status = 'deactivated', deactivated_at = now() where id = $1`, [person.gone.id]);
    expect(await names()).toEqual(['Lia Left']);
    const { text } = await app.as(room.manager).get(`/debriefs/${room.debriefId}/next-signal`).expect(200);
    for (const hidden of ['Conny', 'Ralf', 'Eve', 'Abe', 'Greta', 'Zerynthia']) expect(text).not.toContain(hidden);
  });

  it('stands in the packet until the decision', async () => {
    await qualified('Bob Free');
    const packet = async () => (await app.as(room.manager).get(`/debriefs/${room.debriefId}/packet`).expect(200)).body;
    expect((await packet()).nextSignal).toEqual(await plan(room.manager));
    await app.rows(`update debriefs set state = 'decided' where id = $1`, [room.debriefId]);
    expect((await packet()).nextSignal).toBeNull();
  });

  it('asks the author for a card that is owed, and is empty for a steady panel', async () => {
    room = await rooms.build({ levels: [[3, 3], null] });
    expect(await plan(room.manager)).toMatchObject({ followUps: [{ kind: 'card', interviewer: room.interviewers[1]!.id }] });
    room = await rooms.build({
      levels: [
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    });
    expect(await plan(room.manager)).toEqual({ needs: [], followUps: [] });
  });

  it('is sealed like the recommendation, and counts as having been shown the cards', async () => {
    room = await rooms.build({ levels: [[3, 3], null] });
    const [author, owing] = room.interviewers as [TestUser, TestUser];
    await app
      .as(owing)
      .get(`/debriefs/${room.debriefId}/next-signal`)
      .expect(403)
      .expect(({ body }) => expect(body.code).toBe('sealed'));
    await app
      .as(await app.user('Otto Outsider'))
      .get(`/debriefs/${room.debriefId}/next-signal`)
      .expect(404);
    await plan(room.manager);
    const shown = await app.rows(`select user_id, via from exposures where scorecard_id = $1`, [room.cards[0]]);
    expect(shown).toEqual([{ user_id: room.manager.id, via: 'recommendation' }]);
    expect(author.id).not.toBe(owing.id);
    expect(await app.rows(`select 1 from events where type = 'debrief.reading_refused' and actor_id = $1`, [owing.id])).toHaveLength(1);
  });
});
