import createClient from 'openapi-fetch';
import { Problem, problemOf } from './problem';
import type { paths } from './schema.gen';

/** The API of the server this page came from. Types come from its document; the session cookie goes along by itself. */
export const api = createClient<paths>({
  baseUrl: '/',
  credentials: 'same-origin',
  headers: { accept: 'application/json' },
});

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** The data of an answer, or the problem thrown. */
export async function unwrap<Data>(call: Promise<Answer<Data>>): Promise<Data> {
  return (await unwrapVersioned(call)).data;
}

export interface Versioned<Data> {
  readonly data: Data;
  /** What the next change must name in `If-Match`; null where the answer carries none. */
  readonly version: number | null;
}

/** The data of an answer with its version, or the problem thrown. */
export async function unwrapVersioned<Data>(call: Promise<Answer<Data>>): Promise<Versioned<Data>> {
  const answer = await call.catch((error: unknown) => {
    throw new Problem(0, 'unreachable', error instanceof Error ? error.message : 'no answer');
  });
  if (!answer.response.ok) throw problemOf(answer.response, answer.error);
  const version = /"(\d+)"/.exec(answer.response.headers.get('etag') ?? '')?.[1];
  return { data: answer.data as Data, version: version === undefined ? null : Number(version) };
}

/** Headers of a change to what was read as this version. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

/** Headers of a POST that creates: sent again with the same key it does nothing twice. Make the key when the person acts. */
export function once(key: string): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': key };
}

/** `crypto.randomUUID` is there only on https and on this machine; random bytes are everywhere. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
