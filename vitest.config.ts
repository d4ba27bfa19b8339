import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'server/**/*.test.ts',
      'contract/**/*.test.ts',
      'cities/**/*.test.ts',
      'scripts/**/*.test.ts',
      'twins/**/*.test.ts',
      'conformance/**/*.test.ts',
      'evals/**/*.test.ts',
      'console/src/**/*.test.ts',
      'citizen/src/**/*.test.ts',
    ],
    globalSetup: ['server/test/global-setup.ts'],
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
