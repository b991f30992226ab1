import { PermanentFailure } from '../outbox/job-handlers.js';

/** Its owner took it back while it ran. */
export const CANCELLED = 'The import was cancelled.';

export function runCancelled(): PermanentFailure {
  return new PermanentFailure(CANCELLED);
}
