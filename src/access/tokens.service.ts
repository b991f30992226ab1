import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor, TokenScope } from '../domain/actor.js';
import { Refusal, invalid, notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { requireSession } from './password-change.service.js';
import { hashOfSecret } from './session.reader.js';
import { type TokenRow, TokensStore } from './tokens.store.js';

/** Recognisable, so that a token that slipped into a file is found by those who look for such. */
const PREFIX = 'plb_';

/** API tokens: each acts as one user, opens no more than its scopes and its owner, and is kept as a hash only. */
@Injectable()
export class TokensService {
  constructor(
    private readonly database: Database,
    private readonly store: TokensStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, userId = actor.userId): Promise<TokenRow[]> {
    if (userId !== actor.userId && actor.siteRole !== 'admin') throw new Refusal('forbidden', 'Only an admin sees the tokens of others.');
    return this.store.list(userId);
  }

  async create(actor: Actor, given: { name: string; scopes: TokenScope[]; expiresInDays?: number }): Promise<{ token: TokenRow; secret: string }> {
    requireSession(actor);
    if (given.scopes.includes('admin') && actor.siteRole !== 'admin') {
      throw invalid([{ pointer: '/scopes', code: 'not_yours', detail: 'only an admin can make a token with the scope "admin"' }]);
    }
    const now = this.clock.now();
    const secret = PREFIX + randomBytes(32).toString('base64url');
    const expiresAt = given.expiresInDays === undefined ? null : new Date(now.getTime() + given.expiresInDays * 86_400_000);
    const { name, scopes } = given;
    const token: TokenRow = {
      id: newId(),
      userId: actor.userId,
      name,
      hint: secret.slice(-4),
      scopes,
      createdAt: now,
      expiresAt,
      lastUsedAt: null,
      revokedAt: null,
    };
    await this.database.transaction(async (tx) => {
      await this.store.insert(tx, token, hashOfSecret(secret));
      const payload = { name, scopes, expiresAt: expiresAt?.toISOString() ?? null };
      await this.audit.append(tx, actor, now, { type: 'token.created', subject: { kind: 'token', id: token.id }, payload });
    });
    return { token, secret };
  }

  /** By its owner or an admin; a token may revoke itself, which is what one does with a leaked one. */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const token = await this.store.lockOpen(tx, id);
      if (!token || !mayRevoke(actor, token)) throw notFound('open token');
      const now = this.clock.now();
      await this.store.revoke(tx, id, now);
      await this.audit.append(tx, actor, now, { type: 'token.revoked', subject: { kind: 'token', id }, payload: { name: token.name } });
    });
  }
}

export function mayRevoke(actor: Actor, token: Pick<TokenRow, 'id' | 'userId' | 'revokedAt'>): boolean {
  if (token.revokedAt !== null) return false;
  if (actor.via === 'token') return actor.tokenId === token.id;
  return token.userId === actor.userId || actor.siteRole === 'admin';
}
