import { configDefaults, defineConfig } from 'vitest/config';

const everywhere = [
  'server/**/*.test.ts',
  'contract/**/*.test.ts',
  'cities/**/*.test.ts',
  'scripts/**/*.test.ts',
  'twins/**/*.test.ts',
  'conformance/**/*.test.ts',
  'evals/**/*.test.ts',
  'console/src/**/*.test.ts',
  'citizen/src/**/*.test.ts',
];

/** Replaces modules, or counts what a process reads, registers and prepares: nothing may have been loaded before. */
const alone = [
  'server/src/platform/events.test.ts',
  'server/src/platform/db-driver.test.ts',
  'server/src/modules/issues/reading-cost.test.ts',
  'server/src/modules/problems/problem-plans.test.ts',
];

export default defineConfig({
  test: {
    globalSetup: ['server/test/global-setup.ts'],
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      // Files of one worker share what they load: reading the whole server anew for each took longer than its tests.
      {
        extends: true,
        test: {
          name: 'together',
          isolate: false,
          include: everywhere,
          exclude: [...configDefaults.exclude, ...alone],
        },
      },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});
