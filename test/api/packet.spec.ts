import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Command } from 'commander';
import { registerRecommend } from '../../src/commands/recommend.command.js';
import { canonicalJson, sha256Hex } from '../../src/domain/audit/canonical-json.js';
import { parsePacket } from '../../src/domain/recommendation/packet-parser.js';
import { recommendWith } from '../../src/domain/recommendation/recommend.js';
import { DebriefRoom, type Room, card } from '../support/debrief-room.js';
import { TestApp, type TestUser } from '../support/test-app.js';

interface Shown {
  inputHash: string;
  engine: number;
  input: unknown;
  recommendation: { outcome: string };
}

describe('a packet', () => {
  let app: TestApp;
  let rooms: DebriefRoom;
  const text = async (user: TestUser, room: Room) =>
    (
      await app
        .as(user)
        .get(`/debriefs/${room.debriefId}/packet`)
        .expect(200)
        .expect('content-type', /^application\/json/)
    ).text;
  const read = async (user: TestUser, room: Room) => JSON.parse(await text(user, room));

  beforeAll(async () => {
    app = await TestApp.start();
    rooms = new DebriefRoom(app);
  });
  afterAll(() => app.stop());

  const panels: readonly (readonly [string, Parameters<DebriefRoom['build']>[0]])[] = [
    [
      'agreed',
      {
        levels: [
          [4, 4],
          [4, 4],
          [4, 3],
        ],
      },
    ],
    [
      'split',
      {
        levels: [
          [4, 1],
          [1, 4],
          [2, 3],
          [4, 2],
        ],
      },
    ],
    ['with a card missing', { levels: [[4, 4], null, [2, 3]] }],
    ['of one', { levels: [[3, 2]] }],
    ['of nobody yet', { levels: [null, null] }],
  ];

  it.each(panels)('computes to the same bytes anywhere: %s', async (_, options) => {
    const room = await rooms.build(options);
    const sent = await text(room.manager, room);
    const packet = JSON.parse(sent);
    const again = JSON.stringify(recommendWith(packet.recommendation.engine, parsePacket(packet)));
    expect(sent).toContain(`"recommendation":${again},`);
    expect(sha256Hex(canonicalJson(packet.input))).toBe(packet.recommendation.inputHash);
    const { body } = await app.as(room.manager).get(`/debriefs/${room.debriefId}/recommendation`).expect(200);
    expect(JSON.stringify(body.recommendation)).toBe(again);
    expect(packet).toMatchObject({ unexposed: body.unexposed, steps: body.steps });
    expect(await printed(sent)).toBe(`${again}\n`);
  });

  it('says the steps in the language of the reader', async () => {
    const room = await rooms.build();
    await app.rows(`update users set locale = 'zh-CN' where id = $1`, [room.manager.id]);
    expect((await read(room.manager, room)).steps.at(-1).words).toBe('建议结果：建议录用。');
    expect((await read(room.recruiter, room)).steps.at(-1).words).toBe('The recommendation is: hire.');
  });

  it('follows every change of cards, vetoes and names', async () => {
    const room = await rooms.build({
      levels: [
        [4, 4],
        [4, 4],
      ],
    });
    expect((await read(room.manager, room)).recommendation.outcome).toBe('strong_hire');
    await rooms.submit(room.cards[0]!, room.interviewers[0]!, card([1, 1]), { exposed: true, reason: 'Heard more' });
    const amended = await read(room.manager, room);
    expect(amended).toMatchObject({ recommendation: { outcome: 'no_hire' }, unexposed: { outcome: 'strong_hire', deciding: 1, differs: true } });
    const cardOf = (packet: { cards: { id: string; interviewer: { name: string }; revisions: unknown }[] }, index: number) =>
      packet.cards.find((one) => one.id === room.cards[index])!;
    expect(cardOf(amended, 0)).toMatchObject({ revision: 2, exposed: true, content: { ratings: [{ level: 1 }, { level: 1 }] } });
    expect(cardOf(amended, 0).revisions).toMatchObject([
      { number: 1, exposed: false, content: { ratings: [{ level: 4 }, { level: 4 }] } },
      { number: 2, exposed: true, reason: 'Heard more', content: null },
    ]);
    await app.rows(`update users set name = 'Renamed Person' where id = $1`, [room.interviewers[1]!.id]);
    expect(cardOf(await read(room.manager, room), 1).interviewer.name).toBe('Renamed Person');
  });

  it('records who opened it, in which form, and which cards they were shown', async () => {
    const room = await rooms.build();
    await read(room.manager, room);
    await read(room.manager, room);
    const events = await app.rows(
      `select e.actor_id, e.job_id, e.application_id, e.person_id, c.content from events e join event_contents c on c.event_id = e.id where e.type = 'packet.read' and e.subject_id = $1`,
      [room.debriefId],
    );
    const event = {
      actor_id: room.manager.id,
      job_id: room.jobId,
      application_id: room.applicationId,
      person_id: room.personId,
      content: { payload: { form: 'json' } },
    };
    expect(events).toEqual([event, event]);
    expect(await app.rows(`select 1 from exposures where user_id = $1 and via = 'packet'`, [room.manager.id])).toHaveLength(3);
    const [own] = room.interviewers as [TestUser];
    await read(own, room);
    expect(await app.rows(`select 1 from exposures where user_id = $1`, [own.id])).toHaveLength(2);
  });

  it('is sealed to who may not see the cards, and the record says that they asked', async () => {
    const room = await rooms.build({ levels: [[4, 4], null] });
    const owing = room.interviewers[1]!;
    const outsider = await app.user('Otto Outsider');
    await app
      .as(owing)
      .get(`/debriefs/${room.debriefId}/packet`)
      .expect(403)
      .expect(({ body }) => expect(body.code).toBe('sealed'));
    await app.as(outsider).get(`/debriefs/${room.debriefId}/packet`).expect(404);
    await app.as(null).get(`/debriefs/${room.debriefId}/packet`).expect(401);
    await app.as(room.manager).get(`/debriefs/${room.applicationId}/packet`).expect(404);
    const events = await app.rows(
      `select e.type, e.actor_id, c.content->'payload' as payload from events e join event_contents c on c.event_id = e.id where e.application_id = $1`,
      [room.applicationId],
    );
    expect(events).toEqual([{ type: 'debrief.reading_refused', actor_id: owing.id, payload: { part: 'packet' } }]);
    expect(await app.rows(`select 1 from exposures where user_id = any($1)`, [[owing.id, outsider.id]])).toHaveLength(0);
  });

  it('shows nothing of an open ballot', async () => {
    const room = await rooms.build();
    await app.as(room.facilitator).post(`/debriefs/${room.debriefId}/ballots`, { kind: 'first' }).expect(201);
    await app
      .as(room.interviewers[0]!)
      .put(`/debriefs/${room.debriefId}/ballots/first/vote`, { choice: 'strong_hire', words: 'Zerynthia' })
      .expect(200);
    const sent = await text(room.manager, room);
    expect(sent).not.toContain('Zerynthia');
    expect(JSON.parse(sent).ballots).toMatchObject([{ kind: 'first', status: 'open', votes: null, seats: null, tally: null }]);
    expect(await text(room.interviewers[0]!, room)).not.toContain('Zerynthia');
  });

  it('tells an auditor a year later the whole story, what was shown at each point included', async () => {
    const room = await rooms.build({
      levels: [
        [4, 4],
        [2, 2],
        [3, 3],
      ],
    });
    const at = `/debriefs/${room.debriefId}`;
    const vote = async (kind: string, choices: readonly string[]) => {
      await app.as(room.facilitator).post(`${at}/ballots`, { kind }).expect(201);
      for (const [index, voter] of [...room.interviewers, room.manager].entries())
        await app
          .as(voter)
          .put(`${at}/ballots/${kind}/vote`, { choice: choices[index], words: `${kind} ${index}` })
          .expect(200);
    };
    await vote('first', ['hire', 'no_hire', 'hire', 'hire']);
    await app
      .as(room.manager)
      .post(`${at}/challenges`, { scorecardId: room.cards[0], criterion: 'alignment', reasonCode: 'jargon', words: 'Which decision?' })
      .expect(201);
    const [{ id }] = (await app.as(room.manager).get(`${at}/challenges`).expect(200)).body.items;
    await app.as(room.interviewers[0]!).post(`${at}/challenges/${id}/replies`, { words: 'I shall look at my notes.' }).expect(201);
    await rooms.submit(room.cards[0]!, room.interviewers[0]!, card([4, 1]), { exposed: true, reason: 'Jargon without a decision' });
    await app.as(room.interviewers[0]!).post(`${at}/challenges/${id}/answer`, { outcome: 'revised', words: 'You are right.' }).expect(200);
    await vote('second', ['no_hire', 'no_hire', 'hire', 'no_hire']);
    const { inputHash } = (await app.as(room.manager).get(`${at}/recommendation`).expect(200)).body;
    await app
      .as(room.manager)
      .post(`${at}/decision`, { outcome: 'hire', rationale: 'What was decided counts.', explanation: 'See the challenge.', inputHash })
      .expect(201);
    await app.as(room.interviewers[2]!).post(`${at}/decision/dissents`, { words: 'I would have hired.' }).expect(201);
    await app.as(room.manager).post(`${at}/reopen`, { reason: 'A reference came in' }).expect(200);
    app.clock.advance(365 * 86_400_000);
    const packet = await read(await app.user('Audie', 'auditor'), room);
    expect(packet.ballots.map((ballot: { kind: string; tally: { result: string } }) => [ballot.kind, ballot.tally.result])).toEqual([
      ['first', 'hire'],
      ['second', 'no_hire'],
    ]);
    expect(packet.movements).toMatchObject([
      { name: 'Hana Manager', steps: -1 },
      { name: 'Ivo A', from: 'hire', to: 'no_hire' },
    ]);
    expect(packet.challenges).toMatchObject([
      { status: 'revised', before: { revision: 1, level: 4 }, after: { revision: 2, level: 1 }, replies: [{ words: 'I shall look at my notes.' }] },
    ]);
    expect(packet.decisions).toMatchObject([{ outcome: 'hire', departs: true, dissents: [{ words: 'I would have hired.' }] }]);
    expect(packet.decisions[0].supersededAt).not.toBeNull();
    expect(packet.debrief).toMatchObject({ state: 'ready', roundNumber: 2, reopenings: [{ reason: 'A reference came in' }] });
    const shown: Shown[] = packet.shown;
    for (const one of shown) expect(JSON.stringify(recommendWith(one.engine, parsePacket(one)))).toBe(JSON.stringify(one.recommendation));
    const named = [...packet.ballots, ...packet.decisions].map((one: { shown: Shown }) => one.shown.inputHash);
    expect(new Set(named)).toEqual(new Set(shown.map((one) => one.inputHash)));
    expect(shown).toHaveLength(2);
    const [{ recommendation: stored }] = (await app.rows(`select recommendation from decisions where debrief_id = $1`, [room.debriefId])) as [
      { recommendation: string },
    ];
    expect(JSON.stringify(recommendWith(1, parsePacket(shown.find((one) => one.inputHash === inputHash))))).toBe(stored);
  });
});

/** What `plumbline recommend FILE --json` prints for this text. */
async function printed(content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'packet-'));
  const lines: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => lines.push(String(chunk)) > 0);
  try {
    const file = join(folder, 'packet.json');
    await writeFile(file, content);
    expect(await readFile(file, 'utf8')).toBe(content);
    const program = new Command();
    registerRecommend(program);
    await program.parseAsync(['node', 'plumbline', 'recommend', file, '--json']);
  } finally {
    write.mockRestore();
    await rm(folder, { recursive: true });
  }
  return lines.join('');
}
