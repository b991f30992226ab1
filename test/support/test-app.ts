import { randomBytes, randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import request, { type Test } from 'supertest';
import { hashOfSecret } from '../../src/access/session.reader.js';
import { createApp } from '../../src/app.js';
import type { SiteRole } from '../../src/domain/visibility/visibility.js';
import { SetClock } from '../../src/platform/clock.js';
import { readConfig } from '../../src/platform/config.js';
import { Database } from '../../src/platform/database.js';
import { Contract } from './contract.js';
import { createTestDatabase } from './test-database.js';

const DEADLOCK_DETECTED = '40P01';

export interface TestUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly secret: string;
}

/** Noon on a Wednesday, away from every daylight-saving change. */
export const START = new Date('2026-03-04T12:00:00.000Z');

/** The product on a database of its own, with a clock the test sets. */
export class TestApp {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: SetClock,
    readonly database: Database,
    readonly databaseUrl: string,
    readonly ownerUrl: string,
    private readonly drop: () => Promise<void>,
    private readonly contract: Contract,
  ) {}

  static async start(environment: Readonly<Record<string, string>> = {}): Promise<TestApp> {
    const database = await createTestDatabase();
    const clock = new SetClock(START);
    // Tests move the clock by days; sessions have tests of their own.
    const sessions = { SESSION_IDLE_MINUTES: '43200', SESSION_ROTATE_MINUTES: '129600' };
    const settings = {
      DATABASE_URL: database.url,
      LOG_LEVEL: 'silent',
      DATABASE_POOL: '5',
      RATE_LIMIT_PER_MINUTE: '1000000',
      BACKGROUND_WORK: 'false',
      ...sessions,
      ...environment,
    };
    const app = await createApp(readConfig(settings), clock);
    const contract = new Contract();
    contract.watch(app.getHttpAdapter().getInstance());
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new TestApp(app, clock, app.get(Database), database.url, database.ownerUrl, database.drop, contract);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.drop();
    if (this.contract.violations.size > 0)
      throw new Error(`Answers that openapi.json does not document:\n${[...this.contract.violations].join('\n')}`);
  }

  /** A user with an open session, made directly: signing in has tests of its own. */
  async user(
    name: string,
    siteRole: SiteRole = 'member',
    more: { timeZone?: string; country?: string; qualifications?: string[] } = {},
  ): Promise<TestUser> {
    const id = randomUUID();
    const email = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '.')}.${id.slice(0, 8)}@example.test`;
    const now = this.clock.now();
    await this.database.queryText(
      `insert into users (id, email, name, site_role, time_zone, country, qualifications, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, email, name, siteRole, more.timeZone ?? 'UTC', more.country ?? 'US', more.qualifications ?? [], now],
    );
    const secret = randomBytes(24).toString('base64url');
    await this.database.queryText(
      `insert into sessions (id, user_id, token_hash, rotated_at, created_at, last_seen_at, expires_at) values ($1, $2, $3, $4, $4, $4, $5)`,
      [randomUUID(), id, hashOfSecret(secret), now, new Date(now.getTime() + 400 * 86_400_000)],
    );
    return { id, email, name, secret };
  }

  /** Sends requests as this user, or as nobody. */
  as(user: TestUser | null): Caller {
    return new Caller(this.app, user);
  }

  /** The same with the login that owns the schema. */
  async asOwner(text: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: this.ownerUrl });
    await client.connect();
    return client
      .query(text)
      .then((result) => result.rows)
      .finally(() => client.end());
  }

  /** Rows straight from the database, to see what a request really left there; asked again where work in the background got in its way. */
  async rows<Row = Record<string, unknown>>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    try {
      return await this.database.queryText<Row>(text, values);
    } catch (error) {
      if ((error as { code?: string }).code !== DEADLOCK_DETECTED) throw error;
      return this.rows(text, values);
    }
  }
}

export class Caller {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly user: TestUser | null,
  ) {}

  get(path: string): Test {
    return this.send('get', path);
  }
  post(path: string, body?: unknown): Test {
    return this.send('post', path, body);
  }
  put(path: string, body: unknown, version?: number): Test {
    return this.matching(this.send('put', path, body), version);
  }
  patch(path: string, body: unknown, version?: number): Test {
    return this.matching(this.send('patch', path, body), version);
  }
  delete(path: string, body?: unknown): Test {
    return this.send('delete', path, body);
  }

  private send(method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, body?: unknown): Test {
    const test = request(this.app.getHttpServer())[method](/^\/(api|healthz|calendar\/)/.test(path) ? path : `/api/v1${path}`);
    if (this.user) test.set('cookie', `plumbline=${this.user.secret}`);
    return body === undefined ? test : test.send(body as object);
  }

  private matching(test: Test, version: number | undefined): Test {
    return version === undefined ? test : test.set('if-match', `"${version}"`);
  }
}
