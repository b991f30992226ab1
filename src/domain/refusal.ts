/**
 * A refusal is the product saying no, in a way the caller can act on: a stable code, words, and for bad input the fields
 * at fault. Services and domain functions throw it; one filter in `platform` turns it into an RFC 9457 problem.
 */

/** One fault in the input: an RFC 6901 JSON pointer into the request body (or the part named by `in`), a code and words. */
export interface Fault {
  readonly pointer: string;
  /** Default `body`. */
  readonly in?: 'body' | 'query' | 'path' | 'header';
  readonly code: string;
  readonly detail: string;
}

export const REFUSAL_CODES = [
  'validation_failed',
  'malformed_request',
  'payload_too_large',
  'unsupported_media_type',
  'unauthenticated',
  'invalid_credentials',
  'session_expired',
  'csrf_rejected',
  'forbidden',
  'not_found',
  'method_not_allowed',
  'conflict',
  'version_conflict',
  'precondition_required',
  'idempotency_key_reused',
  'idempotency_in_progress',
  'already_exists',
  'wrong_state',
  'incomplete',
  'conflict_of_interest',
  'not_qualified',
  'sealed',
  'expired',
  'explanation_required',
  'reason_required',
  'in_use',
  'rate_limited',
  'temporarily_unavailable',
  'internal_error',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    /** A sentence for the person: what is wrong and the way out. */
    detail: string,
    readonly faults: readonly Fault[] = [],
    /** Machine-readable extras, for example both versions in a `version_conflict`. Must hold nothing the caller may not see. */
    readonly extras: Readonly<Record<string, unknown>> = {},
  ) {
    // A no is an answer and not a breakdown: nobody reads where it was said, and abilities ask for one per move.
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(detail);
    Error.stackTraceLimit = limit;
    this.name = 'Refusal';
  }
}

/** A refusal of bad input: one or more faults, each naming its field. */
export function invalid(faults: readonly Fault[]): Refusal {
  const first = faults[0];
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  return new Refusal('validation_failed', first ? `${first.pointer || '/'}: ${first.detail}${more}` : 'Invalid input', faults);
}

/** The answer wherever a viewer may not know that a thing exists. */
export function notFound(what: string): Refusal {
  return new Refusal('not_found', `No such ${what}.`);
}
