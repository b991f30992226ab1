import { checkInvariants, type Breach } from '../../src/platform/invariants.js';
import { card, DebriefRoom, type Room } from '../support/debrief-room.js';
import { TestApp, type TestUser } from '../support/test-app.js';
import { type Answer, TwoServers } from './two-servers.js';

export interface RaceReport {
  readonly races: number;
  /** Answers that two things at once must never get together, each in words. */
  readonly impossible: readonly string[];
  readonly breaches: readonly Breach[];
}

type RaceName = 'two facilitators' | 'votes and reveal' | 'amendment and decision' | 'challenge and decision' | 'two decisions';

/** One room, raced through round after round; every race is between requests to different processes. */
class RacedRoom {
  readonly impossible: string[] = [];
  races = 0;
  private turn = 0;

  constructor(
    private readonly servers: TwoServers,
    private readonly room: Room,
    private readonly second: TestUser,
    private readonly database: TestApp,
  ) {}

  /** Estimate, talk, decide, and begin again, with something at the same moment at every step. */
  async round(decisionRace: 'amendment' | 'challenge' | 'decision'): Promise<void> {
    this.turn++;
    await this.twoFacilitators();
    await this.votesAtTheReveal();
    if (decisionRace === 'amendment') await this.amendmentAtTheDecision();
    else if (decisionRace === 'challenge') await this.challengeAtTheDecision();
    else await this.twoDecisions();
    await this.must(200, this.room.manager, 'POST', '/reopen', { reason: 'The next round' });
  }

  private send(server: number, user: TestUser, method: string, path: string, body?: unknown): Promise<Answer> {
    return this.servers.send(server, user, method, path.startsWith('/scorecards') ? path : `/debriefs/${this.room.debriefId}${path}`, body);
  }

  private async must(status: number, user: TestUser, method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await this.send(this.turn, user, method, path, body);
    if (answer.status !== status) throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer;
  }

  /** Who is sent first changes, or one would always win. */
  private async race(name: RaceName, contestants: readonly (() => Promise<Answer>)[]): Promise<Answer[]> {
    this.races++;
    const order = this.turn % 2 === 0 ? [...contestants] : [...contestants].reverse();
    const answers = await Promise.all(order.map((send) => send()));
    const broken = answers.find((answer) => answer.status >= 500);
    if (broken) this.impossible.push(`${name}: ${broken.status} ${JSON.stringify(broken.body)}`);
    return this.turn % 2 === 0 ? answers : answers.reverse();
  }

  private expectOne(name: RaceName, answers: readonly Answer[], won: readonly number[], lost: readonly number[]): void {
    const winners = answers.filter((answer) => won.includes(answer.status)).length;
    const others = answers.filter((answer) => lost.includes(answer.status)).length;
    if (winners !== 1 || others !== answers.length - 1) this.impossible.push(`${name}: ${answers.map((answer) => answer.status).join(' and ')}`);
  }

  private async twoFacilitators(): Promise<void> {
    const open = (server: number, user: TestUser) => () => this.send(server, user, 'POST', '/ballots', { kind: 'first' });
    const answers = await this.race('two facilitators', [open(0, this.room.facilitator), open(1, this.second)]);
    this.expectOne('two facilitators', answers, [201], [409]);
  }

  /** Two votes are in; the last two, a change of mind and the facilitator's closing come at once. */
  private async votesAtTheReveal(): Promise<void> {
    const [one, two, three] = this.room.interviewers as [TestUser, TestUser, TestUser];
    const last = [three, this.room.manager];
    const choose = (user: TestUser, choice: string, server: number) => () => this.send(server, user, 'PUT', '/ballots/first/vote', { choice });
    await Promise.all([choose(one, 'hire', 0)(), choose(two, 'no_hire', 1)()]);
    const absences = last.map((user) => ({ userId: user.id, reason: 'Called away' }));
    const close = () => this.send(1, this.second, 'POST', '/ballots/first/close', { absences });
    const [third, fourth, changed, closed] = (await this.race('votes and reveal', [
      choose(three, 'hire', 0),
      choose(this.room.manager, 'strong_hire', 1),
      choose(one, 'abstain', 0),
      close,
    ])) as [Answer, Answer, Answer, Answer];
    const kept = await this.database.rows<{ voter: string; choice: string; status: string }>(
      `select v.voter_id as voter, v.choice, b.status from ballots b join ballot_votes v on v.ballot_id = b.id
       where b.debrief_id = $1 and b.round_number = (select round_number from debriefs where id = $1)`,
      [this.room.debriefId],
    );
    const choiceOf = (user: TestUser) => kept.find((vote) => vote.voter === user.id)?.choice;
    const told = [
      kept.some((vote) => vote.status !== 'revealed') && 'the ballot stayed open',
      (third.status === 200) !== (choiceOf(three) === 'hire') && 'an answer about a vote was not true',
      (fourth.status === 200) !== (choiceOf(this.room.manager) === 'strong_hire') && 'an answer about a vote was not true',
      (changed.status === 200) !== (choiceOf(one) === 'abstain') && 'an answer about a changed vote was not true',
      closed.status === 200 && (third.status === 200 || fourth.status === 200) && 'a closed ballot took a vote it had called absent',
      closed.status !== 200 && (third.status !== 200 || fourth.status !== 200) && 'a vote was refused by a ballot that nobody closed',
    ];
    for (const fault of told) if (fault !== false) this.impossible.push(`votes and reveal: ${fault}`);
  }

  private async decision(): Promise<Readonly<Record<string, unknown>>> {
    const { body } = await this.must(200, this.room.manager, 'GET', '/recommendation');
    return { outcome: 'hire', rationale: 'Yes.', explanation: 'We know better.', inputHash: body['inputHash'] };
  }

  private async amendmentAtTheDecision(): Promise<void> {
    const decision = await this.decision();
    const content = card([1 + (this.turn % 4), 1 + ((this.turn + 1) % 4)] as [number, number]);
    const amend = () =>
      this.send(0, this.room.interviewers[0]!, 'POST', `/scorecards/${this.room.cards[0]!}/amend`, { content, reason: `Turn ${this.turn}` });
    const decide = () => this.send(1, this.room.manager, 'POST', '/decision', decision);
    const answers = await this.race('amendment and decision', [amend, decide]);
    this.expectOne('amendment and decision', answers, [200, 201], [409]);
    if (answers[1]?.status !== 201) await this.must(201, this.room.manager, 'POST', '/decision', await this.decision());
  }

  private async challengeAtTheDecision(): Promise<void> {
    const decision = await this.decision();
    const body = { scorecardId: this.room.cards[1]!, criterion: 'alignment', reasonCode: 'jargon', words: 'Which decision?' };
    const challenge = () => this.send(0, this.room.interviewers[0]!, 'POST', '/challenges', body);
    const decide = () => this.send(1, this.room.manager, 'POST', '/decision', decision);
    const answers = await this.race('challenge and decision', [challenge, decide]);
    this.expectOne('challenge and decision', answers, [201], [409, 422]);
    if (answers[1]?.status === 201) return;
    const items = (answers[0]?.body['items'] ?? []) as readonly { id: string; status: string }[];
    const raised = items.find((item) => item.status === 'open');
    if (raised)
      await this.must(200, this.room.interviewers[0]!, 'POST', `/challenges/${raised.id}/answer`, { outcome: 'withdrawn', words: 'Never mind.' });
    await this.must(201, this.room.manager, 'POST', '/decision', await this.decision());
  }

  private async twoDecisions(): Promise<void> {
    const decision = await this.decision();
    const decide = (server: number, outcome: string) => () => this.send(server, this.room.manager, 'POST', '/decision', { ...decision, outcome });
    const answers = await this.race('two decisions', [decide(0, 'hire'), decide(1, 'no_hire')]);
    this.expectOne('two decisions', answers, [201], [409]);
  }
}

async function buildRoom(app: TestApp, servers: TwoServers): Promise<RacedRoom> {
  const rooms = new DebriefRoom(app);
  const room = await rooms.build({ levels: [null, null, null], settings: { secondBallot: false } });
  const second = await app.user('Finn Facilitator');
  await rooms.seat(second, 'facilitator', { application: room.applicationId });
  for (const [index, author] of room.interviewers.entries()) {
    const { status, body } = await servers.send(index, author, 'POST', `/scorecards/${room.cards[index]!}/submit`, { content: card([3, 2]) });
    if (status !== 200) throw new Error(`A card was refused: ${JSON.stringify(body)}`);
  }
  return new RacedRoom(servers, room, second, app);
}

/** `rounds` rounds in each of `rooms` rooms, all rooms at once, three races a round; then everything stored is checked. */
export async function raceTheDebrief(rooms: number, rounds: number): Promise<RaceReport> {
  const app = await TestApp.start();
  // The processes go by the real time.
  app.clock.set(new Date());
  let servers: TwoServers | undefined;
  try {
    const two = (servers = await TwoServers.start(app));
    const raced = await Promise.all(Array.from({ length: rooms }, () => buildRoom(app, two)));
    const kinds = ['amendment', 'challenge', 'decision'] as const;
    await Promise.all(
      raced.map(async (room, index) => {
        for (let round = 0; round < rounds; round++) await room.round(kinds[(round + index) % kinds.length]!);
      }),
    );
    return {
      races: raced.reduce((sum, room) => sum + room.races, 0),
      impossible: raced.flatMap((room) => room.impossible),
      breaches: await checkInvariants(app.database),
    };
  } finally {
    await servers?.stop();
    await app.stop();
  }
}
