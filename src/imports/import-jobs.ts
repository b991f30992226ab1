import { jobKind } from '../outbox/job-kind.js';

/** Reads the files of an import into a plan; `attempt` is the reading that is meant. */
export const READ_IMPORT = jobKind('imports.read', 'importId', 'attempt');
/** Does what the plan says. */
export const RUN_IMPORT = jobKind('imports.run', 'importId');
/** Forgets uploads that broke off. */
export const TIDY_IMPORTS = jobKind('imports.tidy');
