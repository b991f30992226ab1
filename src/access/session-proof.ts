import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { given } from './known-scope.js';
import type { Actor } from '../domain/actor.js';
import type { SiteRole } from '../domain/visibility/visibility.js';
import { fragment, type Fragment } from '../platform/statement.js';

/**
 * A session that this process saw in force within the last minute and that the route's own statement asks for again, so that a request costs one
 * round trip and not two. Until that statement, or `confirm`, says so nothing may be told or written on its word.
 */
export interface SessionProof {
  readonly tokenHash: string;
  readonly userId: string;
  /** The role the request goes by; with another one the statement says no, and is asked anew. */
  readonly siteRole: SiteRole;
  /** Sessions not used since then are over. */
  readonly idleSince: Date;
  /** Asks the database at once, as the guard does elsewhere: the person as they are now; throws where nobody is signed in any more. */
  confirm(): Promise<Actor>;
}

export interface ProvingRequest extends FastifyRequest {
  sessionProof?: SessionProof;
}

/** For a route with `@Allow({ proof: 'statement' })`: what its statement has to ask for; null where the guard has asked already. */
export const CurrentProof = createParamDecorator(
  (_: unknown, context: ExecutionContext): SessionProof | null => context.switchToHttp().getRequest<ProvingRequest>().sessionProof ?? null,
);

/** The parameters of `sessionStands`. */
export const proofValues = (proof: SessionProof | null): readonly unknown[] => [
  proof?.tokenHash ?? null,
  proof?.userId ?? null,
  proof?.siteRole ?? null,
  proof?.idleSince ?? null,
];

/** True where the session still stands, or nothing is to be proven. `first`: the place of the four values of `proofValues` among the parameters. */
export function sessionStands(first: number, now: Fragment): Fragment {
  const value = (at: number, type: string): Fragment => ({ fragment: true, text: given(first + at, type) });
  const hash = value(0, 'text');
  return fragment`(select ${hash} is null or exists (select 1 from sessions k join users ku on ku.id = k.user_id
    where k.token_hash = ${hash} and k.user_id = ${value(1, 'uuid')} and k.revoked_at is null and k.expires_at > ${now} and k.last_seen_at > ${value(3, 'timestamptz')}
      and ku.status = 'active' and ku.site_role = ${value(2, 'text')}))`;
}
