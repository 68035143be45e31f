import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These need a browser: `npm run test:browser`.
    exclude: ['test/browser/**'],
    globalSetup: ['test/generate.ts'],
    pool: 'threads',
    isolate: false,
    // As many as there are processors: much of the time is spent waiting for the command.
    maxWorkers: '100%',
    // A busy machine is no defect; a test that hangs is.
    testTimeout: 60_000,
  },
})
