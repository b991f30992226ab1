import { createCli } from './cli.js';

await createCli().parseAsync(['node', 'plumbline', 'start', ...process.argv.slice(2)]);
