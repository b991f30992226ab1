/**
 * `npm run bench`: the built product beside a bare server on the same PostgreSQL, in turns. See docs/performance.md.
 *
 *   --quick             short rounds, fewer of them, 20,000 applications only
 *   --sizes 20000,200000   --connections 1,20,64   --lines autosave,submit,packet,packet-new,list
 *   --rounds 3  --seconds 1.5  --cli dist/cli.js  --profile FOLDER
 *   --seeded FOLDER     where the organisation of the first size is kept, made when absent and copied at every run
 */
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.js';
import { migrate, roleOf } from '../src/platform/migrations.js';
import { cpuOf, cpuOfChildren } from './cpu-time.js';
import { type Line, linesOf } from './lines.js';
import { type Round, type Shot, median, quantile, runRound } from './measure.js';
import { growOrganisation, secretOf } from './organisation.js';
import { type Server, startBare, startProduct } from './servers.js';

const { values: given } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    connections: { type: 'string', default: '1,20,64' },
    lines: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    cli: { type: 'string', default: 'dist/cli.js' },
    profile: { type: 'string' },
    seeded: { type: 'string' },
  },
});
const sizes = (given.sizes ?? (given.quick ? '20000' : '20000,200000')).split(',').map(Number);
const connections = given.connections.split(',').map(Number);
const rounds = Number(given.rounds ?? (given.quick ? 2 : 3));
const seconds = Number(given.seconds ?? (given.quick ? 1 : 1.5));

const WARM_UP = given.quick ? 1000 : 4000;

const cookieOf = (user: string) => `plumbline=${secretOf(user)}`;
const figure = (value: number, digits = 0) => value.toFixed(digits).padStart(8);

interface Measured {
  /** Processor time of a request, milliseconds: of the server, and of PostgreSQL for it. */
  readonly server: number;
  readonly postgres: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

interface Turn extends Round {
  readonly server: number;
  readonly postgres: number;
}

async function turnOf(server: Server, postmaster: number, count: number, shots: () => Shot): Promise<Turn> {
  const [own, database] = [cpuOf(server.pid), cpuOfChildren(postmaster)];
  const round = await runRound(server.url, count, seconds, shots, cookieOf);
  return { ...round, server: (cpuOf(server.pid) - own) / round.times.length, postgres: (cpuOfChildren(postmaster) - database) / round.times.length };
}

function together(runs: readonly Turn[]): Measured {
  const times = runs.flatMap((run) => run.times);
  return {
    server: median(runs.map((run) => run.server)),
    postgres: median(runs.map((run) => run.postgres)),
    perSecond: median(runs.map((run) => run.perSecond)),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

async function ask(server: Server, shot: Shot): Promise<Record<string, unknown>> {
  const headers = {
    'x-user': shot.user,
    cookie: cookieOf(shot.user),
    ...shot.headers,
    ...(shot.body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const answer = await fetch(server.url + shot.path, { method: shot.method, headers, body: shot.body });
  const body = (await answer.json()) as Record<string, unknown>;
  assert.equal(answer.status, 200, JSON.stringify(body));
  return body;
}

/** What differs by nature: who opened a packet, when something was saved, cursors, salts. */
function comparable(value: unknown): unknown {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return Date.parse(value);
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  const apart = new Set(['opened', 'savedAt', 'submittedAt', 'contentHash', 'id', 'nextCursor']);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !apart.has(key))
      .map(([key, member]) => [key, comparable(member)]),
  );
}

/** The members of `value` that `known` has too: the product may say more, never less. */
function shared(value: unknown, known: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(known)) return value.map((one, at) => shared(one, known[at]));
  if (typeof value !== 'object' || value === null || typeof known !== 'object' || known === null) return value;
  const members = new Map(Object.entries(known));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => members.has(key))
      .map(([key, member]) => [key, shared(member, members.get(key))]),
  );
}

/** A product that answered something else, or less, would be no measure. */
async function compareAnswers(line: Line, shots: readonly (() => Shot)[], servers: readonly Server[]): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    const [product, bare] = await Promise.all(servers.map((server, at) => ask(server, shots[at]!())));
    assert.deepEqual(comparable(shared(product, bare)), comparable(bare), `the servers differ in ${line.name}`);
  }
}

/** Until the engine has compiled what runs often and every connection has its plans: a number of requests, not a time. */
async function warmUp(server: Server, shots: () => Shot): Promise<void> {
  for (let sent = 0; sent < WARM_UP;) sent += (await runRound(server.url, 20, 1, shots, cookieOf)).times.length;
}

async function measureLine(size: number, line: Line, servers: readonly Server[], postmaster: number): Promise<void> {
  const shots = servers.map((_, at) => line.shots(at));
  await compareAnswers(line, shots, servers);
  for (const [at, server] of servers.entries()) await warmUp(server, shots[at]!);
  for (const count of connections) {
    const runs: Turn[][] = servers.map(() => []);
    for (let round = 0; round < rounds; round += 1) {
      for (const [at, server] of servers.entries()) runs[at]!.push(await turnOf(server, postmaster, count, shots[at]!));
    }
    const [product, bare] = [together(runs[0]!), together(runs[1]!)];
    const columns = [product, bare].map(
      ({ perSecond, p50, p99, server, postgres }) =>
        `${figure(perSecond)} ${figure(p50, 1)} ${figure(p99, 1)} ${figure(server, 2)} ${figure(postgres, 2)}`,
    );
    console.log(
      `${String(size).padStart(7)} ${line.name.padEnd(10)} ${String(count).padStart(5)} |${columns.join(' |')} | ${(product.perSecond / bare.perSecond).toFixed(2)}`,
    );
  }
}

async function main(): Promise<void> {
  if (!existsSync(given.cli)) throw new Error(`There is no ${given.cli}: run "npm run build" first.`);
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  const isSeeded = given.seeded !== undefined && existsSync(given.seeded);
  if (given.seeded !== undefined && isSeeded) execFileSync('cp', ['-a', `${given.seeded}/.`, folder]);
  const postgres = await startEmbeddedPostgres({ folder, settings: ['max_connections=100', 'shared_buffers=512MB'] });
  const servers: Server[] = [];
  const stopAll = async () => {
    for (const server of servers.splice(0)) await server.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stopAll().finally(() => process.exit(1)));
  try {
    const { url, ownerUrl } = await postgres.openDatabase(async (fresh) => {
      await migrate(fresh.ownerUrl, roleOf(fresh.url));
    });
    const superuser = new URL(postgres.superuserUrl);
    superuser.pathname = new URL(url).pathname;
    const postmaster = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    let grown = 0;
    for (const size of sizes) {
      const first = grown;
      if (first > 0 || !isSeeded) await growOrganisation(superuser.href, first, size);
      if (first === 0 && given.seeded !== undefined && !isSeeded) execFileSync('cp', ['-a', folder, given.seeded]);
      grown = size;
      servers.push(await startProduct(given.cli, url, ownerUrl, given.profile), await startBare(url));
      if (first === 0) {
        console.log(`${cpus().length} cores, Node ${process.version}; ${rounds} rounds of ${seconds} s each, in turns; medians of rounds`);
        const columns = '   req/s   p50 ms   p99 ms  cpu ms    pg ms';
        console.log(
          `                         |${'product'.padStart(28)}${' '.repeat(16)} |${'bare'.padStart(26)}${' '.repeat(18)} |\n   size line       conns |${columns}   |${columns}   | ratio`,
        );
      }
      for (const line of linesOf(first).filter(({ name }) => given.lines?.split(',').includes(name) ?? true))
        await measureLine(size, line, servers, postmaster);
      for (const server of servers.splice(0)) await server.stop();
    }
  } finally {
    await stopAll();
  }
  if (given.lines === undefined) {
    console.log('\nOne recommendation, six cards by eight criteria, all of stability (CPU):');
    execFileSync(process.execPath, ['--import', 'tsx', 'bench/recommendation.bench.ts'], { stdio: 'inherit' });
  }
}

await main();
