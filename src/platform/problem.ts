import { STATUS_CODES } from 'node:http';
import { Refusal, type Fault, type RefusalCode } from '../domain/refusal.js';

/** HTTP status of every refusal code; a forgotten code does not compile. */
export const STATUS_OF = {
  validation_failed: 422,
  malformed_request: 400,
  payload_too_large: 413,
  unsupported_media_type: 415,
  unauthenticated: 401,
  invalid_credentials: 401,
  session_expired: 401,
  csrf_rejected: 403,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  version_conflict: 409,
  precondition_required: 428,
  idempotency_key_reused: 422,
  idempotency_in_progress: 409,
  already_exists: 409,
  wrong_state: 409,
  incomplete: 422,
  conflict_of_interest: 403,
  not_qualified: 422,
  sealed: 403,
  expired: 410,
  explanation_required: 422,
  reason_required: 422,
  in_use: 409,
  rate_limited: 429,
  temporarily_unavailable: 503,
  internal_error: 500,
} as const satisfies Record<RefusalCode, number>;

/** RFC 9457 problem details, with the product's code, the faults and the request id. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: RefusalCode;
  readonly detail: string;
  readonly requestId: string;
  readonly errors: readonly Fault[];
  readonly [extra: string]: unknown;
}

export function toProblem(refusal: Refusal, requestId: string): Problem {
  const status = STATUS_OF[refusal.code];
  return {
    ...refusal.extras,
    type: `urn:plumbline:problem:${refusal.code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code: refusal.code,
    detail: refusal.message,
    requestId,
    errors: refusal.faults,
  };
}
