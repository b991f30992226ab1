import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import type { Actor, TokenScope } from '../domain/actor.js';
import { Refusal } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { ACCESS_RULE, type AccessRule, type ActingRequest } from './access.decorators.js';
import { addressGroup } from '../domain/access/lock-out.js';
import { GeneralLimiter } from './general-limiter.js';
import { Identification } from './identification.service.js';
import { wayOf } from './request-way.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Closed by default: a route without a rule refuses everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identification: Identification,
    private readonly limiter: GeneralLimiter,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<ActingRequest>();
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [context.getHandler(), context.getClass()]);
    if (!rule) throw new Refusal('forbidden', 'This route is not open to anybody.');
    const actor = await this.identify(request, http.getResponse<FastifyReply>(), rule.kind === 'signed_in' && rule.proof === 'statement');
    // Probes come from one address all day; only what does work is limited.
    if (request.url.startsWith('/api/')) await this.limiter.take(actor?.userId ?? addressGroup(request.ip));
    if (actor) request.actor = actor;
    if (rule.kind === 'public') return true;
    if (!actor) throw new Refusal('unauthenticated', 'Sign in first, or send an API token.');
    if (rule.roles && !rule.roles.includes(actor.siteRole)) throw new Refusal('forbidden', 'Your role does not open this.');
    if (actor.scopes) this.checkScope(actor.scopes, rule.scope ?? (SAFE_METHODS.has(request.method) ? 'read' : 'write'));
    return true;
  }

  private async identify(request: ActingRequest, reply: FastifyReply, isProvenLater: boolean): Promise<Actor | undefined> {
    const now = this.clock.now();
    const authorization = request.headers.authorization;
    if (authorization !== undefined) {
      const secret = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
      if (!secret) throw new Refusal('unauthenticated', 'Send the API token as "Authorization: Bearer …".');
      try {
        return await this.identification.byToken(secret, wayOf(request), now);
      } catch (error) {
        await this.limiter.take(addressGroup(request.ip));
        throw error;
      }
    }
    this.refuseForgery(request);
    const known = isProvenLater ? this.identification.bySessionOnProof(wayOf(request), reply, now) : undefined;
    if (known === undefined) return this.identification.bySession(wayOf(request), reply, now);
    request.sessionProof = known.proof;
    return known.actor;
  }

  /**
   * A browser says where a request comes from. Cookies count only on requests from this product's own pages, and another
   * site may not sign somebody in either. A request with a token carries its own proof and needs none of this.
   */
  private refuseForgery(request: ActingRequest): void {
    if (SAFE_METHODS.has(request.method)) return;
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw forged();
    const origin = request.headers.origin;
    if (origin === undefined) return;
    const own = this.config.PUBLIC_URL ? new URL(this.config.PUBLIC_URL).host : request.host;
    if (!URL.canParse(origin) || new URL(origin).host !== own) throw forged();
  }

  private checkScope(scopes: readonly TokenScope[], needed: TokenScope): void {
    if (scopes.includes(needed) || (needed === 'read' && scopes.includes('write'))) return;
    throw new Refusal('forbidden', `This API token lacks the scope "${needed}".`);
  }
}

function forged(): Refusal {
  return new Refusal('csrf_rejected', 'This request came from another site.');
}
