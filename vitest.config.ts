import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    allowOnly: false,
    passWithNoTests: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Much of a test's time is waiting for a database or a browser: two files at a time, also on two cores.
    maxWorkers: 2,
    // A page shows an answer when it has it: tests wait for what they look for.
    expect: { poll: { timeout: 20_000, interval: 50 } },
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['test/**/*.test.ts'],
          globalSetup: 'test/build-pages.ts',
          setupFiles: 'test/browser/support/open-pages.ts',
        },
      },
    ],
  },
})
