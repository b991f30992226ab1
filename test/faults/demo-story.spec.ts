import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Command } from 'commander';
import request from 'supertest';
import { createApp } from '../../src/app.js';
import { registerRecommend } from '../../src/commands/recommend.command.js';
import type { CardContent } from '../../src/domain/scorecard/scorecard.js';
import { SetClock } from '../../src/platform/clock.js';
import { readConfig } from '../../src/platform/config.js';
import { Database } from '../../src/platform/database.js';
import { checkInvariants } from '../../src/platform/invariants.js';
import { Listening } from '../api/live-listening.js';
import { createDemoDatabase } from '../support/demo-database.js';
import type { TestDatabase } from '../support/test-database.js';
import { TwoServers } from './two-servers.js';

type Json = Readonly<Record<string, unknown>>;
const PEOPLE = ['maya', 'lin', 'priya', 'oskar', 'fatima'] as const;
type Person = (typeof PEOPLE)[number] | 'rosa' | 'daniel' | 'ines' | 'audit';
const YEAR = 366 * 86_400_000;

/** The demo's split panel: Elena Petrova, seven cards in, nobody has spoken yet. */
describe('the split panel of the demo, five people and two server processes', () => {
  let database: TestDatabase;
  let servers: TwoServers;
  const sessions = new Map<string, string>();
  let debriefId = '';
  let turn = 0;

  beforeAll(async () => {
    database = await createDemoDatabase();
    servers = await TwoServers.start({ databaseUrl: database.url, ownerUrl: database.ownerUrl });
  }, 240_000);
  afterAll(async () => {
    await servers.stop();
    await database.drop();
  });

  /** Whoever asks is signed in where they ask first; every request goes to the other process than the one before. */
  async function secretOf(person: Person): Promise<string> {
    const known = sessions.get(person);
    if (known) return known;
    const answer = await fetch(`${servers.addresses[turn++ % 2]}/api/v1/auth/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: `${person}@demo.plumbline.example` }),
    });
    const secret = /plumbline=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
    sessions.set(person, secret);
    return secret;
  }

  async function ask(person: Person, method: string, path: string, body?: unknown, status = 200): Promise<Json> {
    const answer = await servers.send(turn++, { secret: await secretOf(person) }, method, path.replace('{debrief}', `/debriefs/${debriefId}`), body);
    if (answer.status !== status) throw new Error(`${person}: ${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  const listOf = (answer: Json): Json[] => answer['items'] as Json[];
  const textOf = (value: Json | undefined, name: string): string => String(value?.[name]);

  async function cardsOf(person: Person): Promise<Json[]> {
    const debrief = await ask(person, 'GET', '{debrief}');
    return (debrief['content'] as { cards: Json[] }).cards;
  }

  it('finds the panel ready, each having given their own judgement', async () => {
    const debriefs = listOf(await ask('maya', 'GET', '/debriefs?state=ready&limit=100'));
    const elena = debriefs.find((one) => JSON.stringify(one).includes('Elena Petrova'));
    debriefId = textOf(elena, 'id');
    for (const person of PEOPLE) expect((await ask(person, 'GET', '{debrief}'))['state']).toBe('ready');
  });

  it('estimates before it talks, sealed until the last vote, the absent with a reason', async () => {
    await ask('maya', 'POST', '{debrief}/ballots', { kind: 'first' }, 201);
    const first = { lin: 'strong_hire', priya: 'strong_no_hire', oskar: 'hire', fatima: 'no_hire' } as const;
    for (const [person, choice] of Object.entries(first)) {
      await ask(person as Person, 'PUT', '{debrief}/ballots/first/vote', { choice, words: `${person} before talking` });
      for (const other of PEOPLE.filter((one) => one !== person))
        expect(JSON.stringify(await ask(other, 'GET', '{debrief}/ballots'))).not.toContain(`${person} before talking`);
    }
    await ask('maya', 'PUT', '{debrief}/ballots/first/vote', { choice: 'hire', words: 'maya before talking' });
    const [ballot] = listOf(await ask('maya', 'GET', '{debrief}/ballots'));
    const seats = ballot!['seats'] as { userId: string; name: string; voted: boolean | null }[];
    const absent = seats.filter((seat) => seat.voted === false);
    expect(absent.map((seat) => seat.name).sort()).toEqual(['Daniel Aranda', 'Inés Calderón', 'Rosa Lindqvist']);
    const absences = absent.map(({ userId }) => ({ userId, reason: 'On a plane to the test track' }));
    await ask('maya', 'POST', '{debrief}/ballots/first/close', { absences });
    const opened = JSON.stringify(await ask('priya', 'GET', '{debrief}/ballots'));
    for (const person of PEOPLE) expect(opened).toContain(`${person} before talking`);
  });

  it('talks about what it disagrees on, all following the same item, and revises a challenged rating', async () => {
    const heard = await Listening.open(servers.addresses[1]!, { id: '', email: '', name: '', secret: await secretOf('oskar') }, debriefId);
    await heard.opened();
    const [item] = listOf(await ask('maya', 'GET', '{debrief}/agenda'));
    expect(textOf(item, 'key')).toMatch(/^criterion:/);
    await servers.send(0, { secret: await secretOf('maya') }, 'PUT', `/debriefs/${debriefId}/agenda/current`, { item: textOf(item, 'key') });
    await heard.told('agenda');
    heard.close();
    const theirs = (await cardsOf('lin')).find((card) => JSON.stringify(card).includes('Promised the hardware team a date'))!;
    const challenge = {
      scorecardId: textOf(theirs, 'id'),
      criterion: 'cross_functional_ownership',
      reasonCode: 'anchor_mismatch',
      words: 'The anchor asks who decided. Who did?',
    };
    const raised = listOf(await ask('lin', 'POST', '{debrief}/challenges', challenge, 201)).find((one) => one['status'] === 'open');
    const at = `{debrief}/challenges/${textOf(raised, 'id')}`;
    await ask('priya', 'POST', `${at}/replies`, { words: 'She did, but a day late. That is a two.' }, 201);
    const content = theirs['content'] as CardContent;
    const ratings = content.ratings.map((rating) => (rating.criterion === challenge.criterion ? { ...rating, level: 2 } : rating));
    await ask('priya', 'POST', `/scorecards/${textOf(theirs, 'id')}/amend`, {
      content: { ...content, ratings },
      reason: 'The anchor of level 2 fits what I wrote.',
    });
    const answered = listOf(await ask('priya', 'POST', `${at}/answer`, { outcome: 'revised', words: 'A two it is.' }));
    expect(answered[0]).toMatchObject({ status: 'revised', before: { level: 1 }, after: { level: 2 } });
  });

  it('estimates again, and decides with an explanation and a dissent on the record', async () => {
    await ask('maya', 'POST', '{debrief}/ballots', { kind: 'second' }, 201);
    const second = {
      lin: 'hire',
      priya: 'no_hire',
      oskar: 'hire',
      fatima: 'no_hire',
      maya: 'hire',
      daniel: 'no_hire',
      ines: 'strong_hire',
      rosa: 'abstain',
    };
    for (const [person, choice] of Object.entries(second)) await ask(person as Person, 'PUT', '{debrief}/ballots/second/vote', { choice });
    const shown = await ask('maya', 'GET', '{debrief}/recommendation');
    const outcome = textOf(shown['recommendation'] as Json, 'outcome') === 'hire' ? 'no_hire' : 'hire';
    const decision = {
      outcome,
      rationale: 'Two of us would have to carry her through every trade-off.',
      explanation: 'The arithmetic cannot see the second condition lost with legal.',
      inputHash: shown['inputHash'],
    };
    await ask('maya', 'POST', '{debrief}/decision', decision, 201);
    await ask('lin', 'POST', '{debrief}/decision/dissents', { words: 'We will meet her again at a competitor.' }, 201);
    await ask('maya', 'POST', '{debrief}/close', {});
    expect((await ask('fatima', 'GET', '{debrief}'))['state']).toBe('closed');
  });

  it('opened a year later by an auditor, explains itself, and every packet of the demo replays', async () => {
    const app = await createApp(
      readConfig({ DATABASE_URL: database.url, LOG_LEVEL: 'silent', BACKGROUND_WORK: 'false', DATABASE_POOL: '5', SESSION_IDLE_MINUTES: '43200' }),
      new SetClock(new Date(Date.now() + YEAR)),
    );
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    try {
      const agent = request(app.getHttpServer());
      const signedIn = await agent.post('/api/v1/auth/demo').send({ email: 'audit@demo.plumbline.example' }).expect(200);
      const cookie = String(signedIn.get('set-cookie')).split(';')[0] ?? '';
      const open = async (id: string, form: string) => {
        const answer = await agent.get(`/api/v1/debriefs/${id}/packet${form}`).set('cookie', cookie).expect(200);
        return answer.text;
      };
      const page = await open(debriefId, '.html');
      for (const words of STORY) expect(page).toContain(words);
      const packet = JSON.parse(await open(debriefId, '')) as Json;
      expect(packet).toMatchObject({
        debrief: { state: 'closed', roundNumber: 1 },
        challenges: [{ status: 'revised', before: { level: 1 }, after: { level: 2 }, replies: [{ authorName: 'Priya Raman' }] }],
        decisions: [{ departs: true, decidedByName: 'Maya Okafor', dissents: [{ authorName: 'Lin Haoran' }] }],
      });
      expect((packet['movements'] as Json[]).map((one) => one['name']).sort()).toEqual(['Lin Haoran', 'Priya Raman']);
      const timeline = packet['timeline'] as Json[];
      expect(timeline).toContainEqual(expect.objectContaining({ key: 'decision_due', holderName: 'Maya Okafor' }));
      expect(timeline.filter((clock) => clock['key'] === 'scorecard_due')).toHaveLength(8);
      expect(page).toContain('Timeline: what was due, and when it was done');
      await replayAll(app.get(Database), open);
      expect(await checkInvariants(app.get(Database))).toEqual([]);
    } finally {
      await app.close();
    }
  }, 120_000);
});

const STORY = [
  'Elena Petrova',
  'Promised the hardware team a date she had not checked.',
  'The anchor asks who decided. Who did?',
  'She did, but a day late. That is a two.',
  'The anchor of level 2 fits what I wrote.',
  'On a plane to the test track',
  'priya before talking',
  'Two of us would have to carry her through every trade-off.',
  'The arithmetic cannot see the second condition lost with legal.',
  'We will meet her again at a competitor.',
];

/** `plumbline recommend` on each packet prints what the packet says, and what was stored at its decision where there is one. */
async function replayAll(database: Database, open: (id: string, form: string) => Promise<string>): Promise<void> {
  const debriefs = await database.queryText<{ id: string; stored: string | null }>(
    `select d.id, x.recommendation as stored from debriefs d left join decisions x on x.debrief_id = d.id and x.superseded_at is null order by d.id`,
    [],
  );
  expect(debriefs.filter((one) => one.stored !== null).length).toBeGreaterThanOrEqual(5);
  for (const { id, stored } of debriefs) {
    const text = await open(id, '');
    const again = (await printed(text)).trimEnd();
    expect(text).toContain(`"recommendation":${again},`);
    if (stored !== null) expect(again).toBe(stored);
  }
}

/** What `plumbline recommend FILE --json` prints for this text. */
async function printed(packet: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'packet-'));
  const lines: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => lines.push(String(chunk)) > 0);
  try {
    const file = join(folder, 'packet.json');
    writeFileSync(file, packet);
    const program = new Command();
    registerRecommend(program);
    await program.parseAsync(['node', 'plumbline', 'recommend', file, '--json']);
  } finally {
    write.mockRestore();
    rmSync(folder, { recursive: true });
  }
  return lines.join('');
}
