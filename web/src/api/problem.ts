/** What the server refused, as it said it (RFC 9457), or that it could not be reached. */
export interface Fault {
  readonly pointer: string;
  readonly in?: 'body' | 'query' | 'path' | 'header';
  readonly code: string;
  readonly detail: string;
}

export class Problem extends Error {
  constructor(
    /** 0 when there was no answer at all. */
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly requestId: string | null = null,
    readonly faults: readonly Fault[] = [],
    /** The rest of the document, for example what another tab wrote. */
    readonly extras: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
    this.name = 'Problem';
  }

  get isUnreachable(): boolean {
    return this.status === 0;
  }

  /** Nothing at this address: also where the address itself cannot be one. */
  get isAbsent(): boolean {
    return this.code === 'not_found' || this.faults.some((fault) => fault.in === 'path');
  }

  get isSignedOut(): boolean {
    return this.status === 401 && this.code !== 'invalid_credentials';
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFault(value: unknown): value is Fault {
  return isRecord(value) && typeof value['pointer'] === 'string' && typeof value['code'] === 'string';
}

/** Reads an error answer; whatever stands between us and the server may have written something else. */
export function problemOf(response: Response, body: unknown): Problem {
  const said = isRecord(body) ? body : {};
  const text = (key: string): string | undefined => (typeof said[key] === 'string' ? said[key] : undefined);
  return new Problem(
    response.status,
    text('code') ?? (response.status >= 500 ? 'internal_error' : 'malformed_request'),
    text('detail') ?? response.statusText,
    text('requestId') ?? response.headers.get('x-request-id'),
    Array.isArray(said['errors']) ? said['errors'].filter(isFault) : [],
    said,
  );
}

/** Anything thrown, as a problem: a failed fetch is a server that cannot be reached. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TypeError) return new Problem(0, 'unreachable', error.message);
  return new Problem(-1, 'unexpected', error instanceof Error ? error.message : String(error));
}
