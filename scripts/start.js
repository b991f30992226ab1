#!/usr/bin/env node
// `npm start` on a fresh clone: installs from the lock file if needed, builds what is out of date, serves.
import { ensureBuilt, ensureInstalled } from './prepare.js';

ensureInstalled();
ensureBuilt();
process.argv.splice(2, 0, 'start');
const { createCli } = await import('../dist/cli.js');
await createCli().parseAsync();
