import { randomUUID } from 'node:crypto';
import { checkInvariants } from '../../src/platform/invariants.js';
import { card, DebriefRoom, type Room } from '../support/debrief-room.js';
import { TestApp, type TestUser } from '../support/test-app.js';

/** What the check names after somebody wrote past the product, with the login that owns the schema. */
describe('the invariants of the debrief', () => {
  let app: TestApp;
  let rooms: DebriefRoom;
  let room: Room;
  const path = (rest: string) => `/debriefs/${room.debriefId}${rest}`;
  const named = async () => [...new Set((await checkInvariants(app.database)).map((breach) => breach.invariant))];
  /** Triggers off: what the database itself refuses is to be found too. */
  const TABLES = [
    'event_contents',
    'ballot_covers',
    'ballot_votes',
    'ballots',
    'decisions',
    'challenges',
    'scorecard_revisions',
    'shown_recommendations',
  ];
  const triggers = (how: string) => TABLES.map((table) => `alter table ${table} ${how} trigger user;`).join(' ');
  const behind = (text: string) => app.asOwner(`begin; ${triggers('disable')} ${text}; ${triggers('enable')} commit`);
  const vote = (voter: TestUser, choice: string) => app.as(voter).put(path('/ballots/first/vote'), { choice, words: 'Mine alone.' }).expect(200);
  const voters = () => [...room.interviewers, room.manager];
  const reveal = async () => {
    for (const voter of voters()) await vote(voter, 'hire');
  };
  const decide = async (more: object = {}) => {
    const { body } = await app.as(room.manager).get(path('/recommendation')).expect(200);
    const decision = { outcome: body.recommendation.outcome, rationale: 'So it is.', inputHash: body.inputHash, ...more };
    await app.as(room.manager).post(path('/decision'), decision).expect(201);
  };

  beforeEach(async () => {
    app = await TestApp.start();
    rooms = new DebriefRoom(app);
    room = await rooms.build({ levels: [null, null], settings: { secondBallot: false } });
    for (const [index, author] of room.interviewers.entries())
      await app
        .as(author)
        .post(`/scorecards/${room.cards[index]!}/submit`, { content: card([3, 2]) })
        .expect(200);
    await app.as(room.facilitator).post(path('/ballots'), { kind: 'first' }).expect(201);
  });
  afterEach(() => app.stop());

  it('hold through a whole debrief, opened ballot, challenge, decision and reopening included', async () => {
    expect(await named()).toEqual([]);
    await vote(room.interviewers[0]!, 'no_hire');
    expect(await named()).toEqual([]);
    await reveal();
    const challenge = { scorecardId: room.cards[0], criterion: 'alignment', reasonCode: 'jargon', words: 'Which decision?' };
    await app.as(room.manager).post(path('/challenges'), challenge).expect(201);
    await decide({ overrideReason: 'It cannot change the outcome.' });
    await app.as(room.manager).post(path('/reopen'), { reason: 'Once more' }).expect(200);
    expect(await named()).toEqual([]);
  });

  it('find a vote told before the reveal, wherever it is told', async () => {
    await vote(room.interviewers[0]!, 'no_hire');
    const [{ salt, ballot }] = (await app.rows('select salt, ballot_id as ballot from ballot_votes')) as [{ salt: string; ballot: string }];
    const [{ id }] = (await app.rows(`select max(id)::text as id from events where application_id = $1`, [room.applicationId])) as [{ id: string }];
    const told = (content: object) =>
      behind(`update event_contents set content = '${JSON.stringify(content)}' where event_id = ${id}`).then(async () => (await named())[0]);
    expect(await told({ payload: { ballotId: ballot, votes: [] } })).toBe('nothing but the ballot itself holds a vote before the reveal');
    expect(await told({ payload: { note: `it was ${salt}` } })).toBe('nothing but the ballot itself holds a vote before the reveal');
    expect(await told({ payload: { ballotId: ballot, commitment: 'x' } })).toBe('the content of an event matches its hash');
    await app.rows(`insert into outbox_jobs (kind, payload, run_at, created_at) values ('x', $1, now(), now())`, [
      JSON.stringify({ ballot, choice: 'no_hire' }),
    ]);
    expect(await named()).toContain('nothing but the ballot itself holds a vote before the reveal');
  });

  it('find a vote without a seat, out of its time, or another than was cast', async () => {
    await reveal();
    expect(await named()).toEqual([]);
    await behind(`delete from ballot_covers where voter_id = '${room.manager.id}'`);
    expect(await named()).toEqual(['every vote speaks for a seat, one vote a seat']);
    await behind(`update ballot_votes set cast_at = cast_at + interval '1 day' where voter_id = '${room.manager.id}'`);
    expect(await named()).toContain('no vote is cast before its ballot opens or after it is revealed');
    await behind(`update ballot_votes set choice = 'no_hire' where voter_id = '${room.interviewers[0]!.id}'`);
    expect(await named()).toContain('every vote is the one committed to when it was cast');
  });

  it('find a decision over an open challenge, and a change after it', async () => {
    await reveal();
    const challenge = { scorecardId: room.cards[0], criterion: 'alignment', reasonCode: 'jargon', words: 'Which decision?' };
    await app.as(room.manager).post(path('/challenges'), challenge).expect(201);
    await decide({ overrideReason: 'It cannot change the outcome.' });
    expect(await named()).toEqual([]);
    await behind(`update decisions set override_reason = null`);
    expect(await named()).toEqual(['no decision was made over an open challenge without a reason']);
    await behind(`update challenges set raised_at = raised_at + interval '1 hour'`);
    expect(await named()).toEqual(['no challenge is raised while a decision stands']);
    await behind(`insert into scorecard_revisions select scorecard_id, 2, content, content_hash, salt, exposed, 'late', submitted_by, submitted_at + interval '1 hour'
      from scorecard_revisions where scorecard_id = '${room.cards[0]!}'`);
    expect(await named()).toContain('no card is amended while a decision stands');
    await behind(`update scorecards set submitted_at = submitted_at + interval '1 hour'`);
    expect(await named()).toContain('a decision stands on the revisions it was made on');
  });

  it('find what does not come out again from what was kept', async () => {
    await reveal();
    await decide();
    expect(await named()).toEqual([]);
    await behind(`update shown_recommendations set recommendation = replace(recommendation, '"engine":1', '"engine": 1')`);
    expect(await named()).toEqual(['every shown recommendation replays to the same bytes']);
    await behind(`update decisions set input = jsonb_set(input, '{scorecards,0,ratings,0,level}', '4')`);
    expect(await named()).toContain('every decided recommendation replays to the same bytes');
    await app.rows(`update applications set panel_outcome = 'strong_hire' where id = $1`, [room.applicationId]);
    expect(await named()).toContain('the stored outcome of an application is what its cards say');
    await behind(`update debriefs set round_number = 3`);
    expect(await named()).toContain('a debrief has as many reopenings as rounds begun again, and every earlier decision is superseded');
    await behind(`insert into ballots (id, debrief_id, application_id, round_number, kind, status, input_hash, engine, opened_by, opened_at)
      select '${randomUUID()}', debrief_id, application_id, 3, kind, 'open', input_hash, engine, opened_by, opened_at from ballots`);
    expect(await named()).toContain('the record tells each opening and each reveal of a ballot once');
  });
});
