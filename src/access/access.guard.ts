import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Actor, TokenScope } from '../domain/actor.js';
import { Refusal } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { ACCESS_RULE, type AccessRule, type ActingRequest } from './access.decorators.js';
import { sessionCookieName } from './session-cookie.js';
import { SessionReader } from './session.reader.js';
import { SessionStore } from './session.store.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Closed by default: a route without a rule refuses everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionReader,
    private readonly sessionStore: SessionStore,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [context.getHandler(), context.getClass()]);
    if (!rule) throw new Refusal('forbidden', 'This route is not open to anybody.');
    const actor = await this.identify(request);
    if (actor) request.actor = actor;
    if (rule.kind === 'public') return true;
    if (!actor) throw new Refusal('unauthenticated', 'Sign in first, or send an API token.');
    if (rule.roles && !rule.roles.includes(actor.siteRole)) throw new Refusal('forbidden', 'Your role does not open this.');
    if (actor.scopes) this.checkScope(actor.scopes, rule.scope ?? (SAFE_METHODS.has(request.method) ? 'read' : 'write'));
    return true;
  }

  private async identify(request: ActingRequest): Promise<Actor | undefined> {
    const now = this.clock.now();
    const way = { address: request.ip, requestId: String(request.id) };
    const authorization = request.headers.authorization;
    if (authorization?.startsWith('Bearer ')) {
      const caller = await this.sessions.byToken(authorization.slice(7).trim(), now);
      if (!caller) throw new Refusal('unauthenticated', 'This API token is unknown, revoked or expired.');
      await this.sessionStore.touchToken(caller, now);
      return { ...way, ...person(caller), via: 'token', tokenId: caller.tokenId, scopes: caller.scopes };
    }
    const secret = request.cookies[sessionCookieName(this.config)];
    if (!secret) return undefined;
    const caller = await this.sessions.bySession(secret, now);
    if (!caller) return undefined;
    this.refuseForgery(request);
    await this.sessionStore.touch(caller, now);
    return { ...way, ...person(caller), via: 'session', sessionId: caller.sessionId, scopes: null };
  }

  /** A browser says where a request comes from; a cookie counts only on requests from this product's own pages. */
  private refuseForgery(request: ActingRequest): void {
    if (SAFE_METHODS.has(request.method)) return;
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refusal('csrf_rejected', 'This request came from another site.');
    const origin = request.headers.origin;
    if (origin === undefined) return;
    const own = this.config.PUBLIC_URL ? new URL(this.config.PUBLIC_URL).host : request.host;
    if (origin === 'null' || new URL(origin).host !== own) throw new Refusal('csrf_rejected', 'This request came from another site.');
  }

  private checkScope(scopes: readonly TokenScope[], needed: TokenScope): void {
    if (scopes.includes(needed) || (needed === 'read' && scopes.includes('write'))) return;
    throw new Refusal('forbidden', `This API token lacks the scope "${needed}".`);
  }
}

function person(caller: Pick<Actor, 'userId' | 'name' | 'email' | 'siteRole' | 'locale' | 'timeZone'>) {
  const { userId, name, email, siteRole, locale, timeZone } = caller;
  return { userId, name, email, siteRole, locale, timeZone };
}
