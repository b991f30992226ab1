import config from './jest.config.js';

/** Long campaigns, `npm run soak`: whole where `npm test` keeps a sample. */
export default { ...config, testMatch: ['<rootDir>/test/**/*.soak.ts'], testTimeout: 1_800_000, maxWorkers: 1 };
