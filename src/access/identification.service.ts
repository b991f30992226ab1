import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Audit } from '../audit/audit.service.js';
import { judgeSession } from '../domain/access/session-life.js';
import type { Actor } from '../domain/actor.js';
import { Refusal } from '../domain/refusal.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import { type RequestWay, actorOf } from './request-way.js';
import { sessionCookieName, setSessionCookie } from './session-cookie.js';
import type { SessionProof } from './session-proof.js';
import { hashOfSecret, SessionReader, type SessionCaller } from './session.reader.js';
import { SessionStore } from './session.store.js';

const MOST_REMEMBERED = 5000;
const MINUTE = 60_000;

interface Remembered {
  readonly caller: SessionCaller;
  readonly at: number;
}

/** Finds the person behind a request, and keeps their session young. */
@Injectable()
export class Identification {
  /** Sessions seen in force, for a minute, by their hash. A hint only: whoever uses one has the database ask for it again. */
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly sessions: SessionReader,
    private readonly store: SessionStore,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly config: Config,
  ) {}

  async byToken(secret: string, way: RequestWay, now: Date): Promise<Actor> {
    const caller = await this.sessions.byToken(secret, now);
    if (!caller) throw new Refusal('unauthenticated', 'This API token is unknown, revoked or expired.');
    await this.store.touchToken(caller, now);
    return { ...actorOf(caller, way), via: 'token', tokenId: caller.tokenId, scopes: caller.scopes };
  }

  /** The person of the session cookie; nobody when it is absent, unknown, over, or was copied. */
  async bySession(way: RequestWay, reply: FastifyReply, now: Date): Promise<Actor | undefined> {
    const secret = way.cookies[sessionCookieName(this.config)];
    if (!secret) return undefined;
    const caller = await this.sessions.bySession(secret, now);
    if (!caller) return undefined;
    const actor = { ...actorOf(caller, way), sessionId: caller.sessionId };
    const verdict = judgeSession(caller.secret, now, this.config.SESSION_ROTATE_MINUTES);
    if (verdict === 'revoke') {
      await this.endCopied(actor, caller, now);
      return undefined;
    }
    if (verdict === 'rotate') await this.rotate(caller, secret, reply, now);
    else {
      await this.store.touch(caller, now);
      if (caller.secret.kind === 'current') this.remember(hashOfSecret(secret), { caller, at: now.getTime() });
    }
    return actor;
  }

  /** The person of a session seen within the last minute, to be proven by the caller's statement; undefined where it has to be asked for first. */
  bySessionOnProof(way: RequestWay, reply: FastifyReply, now: Date): { readonly actor: Actor; readonly proof: SessionProof } | undefined {
    const secret = way.cookies[sessionCookieName(this.config)];
    if (!secret) return undefined;
    const tokenHash = hashOfSecret(secret);
    const known = this.remembered.get(tokenHash);
    if (!known || Math.abs(now.getTime() - known.at) >= MINUTE) return undefined;
    const { caller } = known;
    const confirm = async () => {
      const actor = await this.bySession(way, reply, now);
      if (actor) return actor;
      this.remembered.delete(tokenHash);
      throw new Refusal('unauthenticated', 'Sign in first, or send an API token.');
    };
    const proof = { tokenHash, userId: caller.userId, siteRole: caller.siteRole, idleSince: this.sessions.idleSince(now), confirm };
    return { actor: { ...actorOf(caller, way), sessionId: caller.sessionId }, proof };
  }

  private remember(tokenHash: string, seen: Remembered): void {
    const [oldest] = this.remembered.keys();
    if (this.remembered.size >= MOST_REMEMBERED && oldest !== undefined) this.remembered.delete(oldest);
    this.remembered.set(tokenHash, seen);
  }

  private async rotate(caller: SessionCaller, secret: string, reply: FastifyReply, now: Date): Promise<void> {
    const next = await this.store.rotate(caller.sessionId, secret, now);
    if (next) setSessionCookie(reply, this.config, { secret: next, expiresAt: caller.expiresAt });
  }

  /** Two parties hold secrets of one session: nobody can tell the owner from the thief, so both sign in again. */
  private endCopied(actor: Actor, caller: SessionCaller, now: Date): Promise<void> {
    return this.database.transaction(async (tx) => {
      const sessionIds = await this.store.revoke(tx, caller.userId, now, { sessionId: caller.sessionId });
      if (sessionIds.length === 0) return;
      await this.audit.append(tx, actor, now, {
        type: 'session.closed',
        subject: { kind: 'user', id: caller.userId },
        payload: { sessionIds, how: 'secret_reused' },
      });
    });
  }
}
