/** Sends requests for a while, or until they run out, and says how many were answered a second and how long each took. */
import autocannon from 'autocannon';

export interface Shot {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly path: string;
  /** Who asks: the product reads the session, the bare server takes the id. */
  readonly user: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Round {
  readonly perSecond: number;
  /** Milliseconds of each answer. */
  readonly times: readonly number[];
}

/** One round: `connections` at once for `seconds`; every request is the next one of `shots`. Any answer but 200 stops the run. */
export function runRound(url: string, connections: number, seconds: number, shots: () => Shot, cookieOf: (user: string) => string): Promise<Round> {
  const times: number[] = [];
  let last = 0;
  const failures: string[] = [];
  const setupRequest = () => {
    const shot = shots();
    const headers = {
      'x-user': shot.user,
      cookie: cookieOf(shot.user),
      ...shot.headers,
      ...(shot.body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    return { method: shot.method, path: shot.path, headers, ...(shot.body === undefined ? {} : { body: shot.body }) };
  };
  return new Promise((done, fail) => {
    const from = performance.now();
    const run = autocannon({ url, connections, duration: seconds, requests: [{ setupRequest }] }, (error) => {
      if (error || failures.length > 0) return fail(error ?? new Error(failures[0]));
      done({ perSecond: (1000 * times.length) / (last - from), times });
    });
    run.on('response', (_client, status, _bytes, time) => {
      if (performance.now() - from > seconds * 1000) return;
      if (status !== 200) failures.push(`${url}: answered ${status}`);
      times.push(time);
      last = performance.now();
    });
  });
}

export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(at * (sorted.length - 1))] ?? NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
