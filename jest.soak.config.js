import config from './jest.config.js';

// Every screen in every language, theme and width, not once.
process.env.EVERY_LOOK = 'yes';

/** Long campaigns, `npm run soak`: whole where `npm test` keeps a sample, and laws on other cases at every run. */
export default {
  ...config,
  setupFiles: [],
  testMatch: ['<rootDir>/test/**/*.soak.ts', '<rootDir>/test/web/*-screens.spec.ts', '<rootDir>/src/domain/**/*.spec.ts'],
  testTimeout: 1_800_000,
  maxWorkers: 1,
};
