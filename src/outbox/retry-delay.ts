import { createHash } from 'node:crypto';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

/**
 * How long a job waits after its n-th failed attempt: 10 s, 40 s, 160 s … at most an hour. Up to a fifth is added by the
 * job's own id, so that many that failed together do not all come back together.
 */
export function retryDelay(attempt: number, jobRef: string): number {
  return spread(Math.min(10 * SECOND * 4 ** (attempt - 1), HOUR), jobRef);
}

export function spread(delay: number, jobRef: string): number {
  const share = createHash('sha256').update(jobRef).digest().readUInt16BE(0) / 0xffff;
  return Math.round(delay * (1 + share / 5));
}
