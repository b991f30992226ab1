import { loadDemo } from '../../src/demo/load-demo.js';
import { readConfig } from '../../src/platform/config.js';

// A process of its own: fills the empty database its environment names with the demo organisation, as of the time given.
await loadDemo(readConfig(process.env), new Date(process.argv[2] ?? ''));
