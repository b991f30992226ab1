import { type CustomDecorator, SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor, TokenScope } from '../domain/actor.js';
import type { SiteRole } from '../domain/visibility/visibility.js';

export const ACCESS_RULE = 'plumbline:access';

/** How a route is opened. A route without a rule is closed. */
export type AccessRule =
  { readonly kind: 'public' } | { readonly kind: 'signed_in'; readonly roles: readonly SiteRole[] | null; readonly scope: TokenScope | null };

/** Open to anybody, signed in or not. */
export const Public = (): CustomDecorator => SetMetadata(ACCESS_RULE, { kind: 'public' } satisfies AccessRule);

/**
 * Open to anybody signed in, or only to the named site roles. Seats are checked by the use case, which knows the object.
 * `scope` is what an API token needs; by default `read` for GET and `write` for the rest.
 */
export const Allow = (options: { roles?: readonly SiteRole[]; scope?: TokenScope } = {}): CustomDecorator =>
  SetMetadata(ACCESS_RULE, { kind: 'signed_in', roles: options.roles ?? null, scope: options.scope ?? null } satisfies AccessRule);

export interface ActingRequest extends FastifyRequest {
  actor?: Actor;
}

/** The person calling, as the guard found them. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActingRequest>();
  if (!actor) throw new Error('CurrentActor on a public route');
  return actor;
});
