import { type CustomDecorator, SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor, TokenScope } from '../domain/actor.js';
import type { SiteRole } from '../domain/visibility/visibility.js';
import type { ProvingRequest } from './session-proof.js';

export const ACCESS_RULE = 'plumbline:access';

/** How a route is opened. A route without a rule is closed. */
export type AccessRule =
  | { readonly kind: 'public' }
  | {
      readonly kind: 'signed_in';
      readonly roles: readonly SiteRole[] | null;
      readonly scope: TokenScope | null;
      readonly proof: 'guard' | 'statement';
    };

/** Open to anybody, signed in or not. */
export const Public = (): CustomDecorator => SetMetadata(ACCESS_RULE, { kind: 'public' } satisfies AccessRule);

/**
 * Open to anybody signed in, or only to the named site roles. Seats are checked by the use case, which knows the object.
 * `scope` is what an API token needs; by default `read` for GET and `write` for the rest. `proof: 'statement'` is for a hot route whose
 * one statement asks itself whether the session stands, with `@CurrentProof()`; it opens to any role.
 */
export const Allow = (
  options: { roles?: readonly SiteRole[]; scope?: TokenScope } | { scope?: TokenScope; proof: 'statement' } = {},
): CustomDecorator => {
  const roles = ('roles' in options && options.roles) || null;
  const proof = 'proof' in options ? options.proof : 'guard';
  return SetMetadata(ACCESS_RULE, { kind: 'signed_in', roles, scope: options.scope ?? null, proof } satisfies AccessRule);
};

export interface ActingRequest extends ProvingRequest {
  actor?: Actor;
}

/** The person calling, as the guard found them. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActingRequest>();
  if (!actor) throw new Error('CurrentActor on a public route');
  return actor;
});
