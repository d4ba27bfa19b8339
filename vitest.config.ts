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

/** The ground registers jobs and listeners of its own; others replace modules or count what a process has loaded. */
const alone = [
  'server/src/platform/**/*.test.ts',
  'server/test/assembly.test.ts',
  'server/src/modules/issues/reading-cost.test.ts',
];

/**
 * Which plan the database takes depends on what it knows of its tables, and that outlives a rolled-back test. Each of
 * these has a database of its own, so that it sees the same plans whatever ran before it.
 */
const plans = ['server/**/*plans.test.ts'];

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
          exclude: [...configDefaults.exclude, ...alone, ...plans],
        },
      },
      { extends: true, test: { name: 'alone', include: alone, env: { TESTED: 'alone' } } },
      { extends: true, test: { name: 'plans', include: plans, env: { TESTED: 'plans' } } },
    ],
  },
});
