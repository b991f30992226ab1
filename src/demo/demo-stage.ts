import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SessionStore } from '../access/session.store.js';
import type { SetClock } from '../platform/clock.js';
import { Database } from '../platform/database.js';

type Json = Record<string, unknown>;

/** Sent in-process, through every guard, pipe and use case, at the time the stage's clock shows. */
export class DemoStage {
  private readonly users = new Map<string, string>();

  constructor(
    private readonly app: NestFastifyApplication,
    readonly clock: SetClock,
  ) {}

  /** Remembers whom a short name stands for. */
  know(key: string, userId: string): void {
    this.users.set(key, userId);
  }

  idOf(key: string): string {
    const id = this.users.get(key);
    if (!id) throw new Error(`The demo has nobody called ${key}.`);
    return id;
  }

  /** A session that is open now on the stage's clock, ended with the stage's day like any other. */
  private async cookieOf(key: string): Promise<string> {
    const way = { address: '127.0.0.1', userAgent: 'demo' };
    const open = () => this.app.get(Database).transaction((tx) => this.app.get(SessionStore).create(tx, this.idOf(key), this.clock.now(), way));
    return `plumbline=${(await open()).secret}`;
  }

  async post(as: string | null, path: string, body: Json = {}, version?: number): Promise<Json> {
    return this.send('POST', as, path, body, version);
  }

  async put(as: string, path: string, body: Json, version?: number): Promise<Json> {
    return this.send('PUT', as, path, body, version);
  }

  async patch(as: string, path: string, body: Json, version?: number): Promise<Json> {
    return this.send('PATCH', as, path, body, version);
  }

  async get(as: string, path: string): Promise<Json> {
    return this.send('GET', as, path);
  }

  private async send(method: 'GET' | 'POST' | 'PUT' | 'PATCH', as: string | null, path: string, body?: Json, version?: number): Promise<Json> {
    const answer = await this.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...(as ? { cookie: await this.cookieOf(as) } : {}), ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
      ...(body === undefined ? {} : { payload: body }),
    });
    if (answer.statusCode >= 400) throw new Error(`The demo was refused: ${method} ${path} as ${as ?? 'nobody'}: ${answer.body}`);
    return answer.body === '' ? {} : (answer.json() as Json);
  }
}

/** A password nobody knows: demo people sign in on this machine without one. */
export function unknownPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** A string member of an answer; the demo stops with a sentence where the product answers something else. */
export function textOf(answer: Json, member: string): string {
  const value = answer[member];
  if (typeof value !== 'string') throw new Error(`The demo expected "${member}" in ${JSON.stringify(answer).slice(0, 300)}`);
  return value;
}
