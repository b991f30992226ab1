import config from './jest.config.js';

/** Long campaigns, `npm run soak`: whole where `npm test` keeps a sample, and laws on other cases at every run. */
export default {
  ...config,
  setupFiles: [],
  testMatch: ['<rootDir>/test/**/*.soak.ts', '<rootDir>/src/domain/**/*.spec.ts'],
  testTimeout: 1_800_000,
  maxWorkers: 1,
};
