import { defineConfig } from 'vitest/config'

/** The suite of what is shown in a browser: it needs Chromium (`scripts/chromium.mjs` says where it looks). */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/generate.ts'],
    // One browser for all, and times that nothing else disturbs.
    fileParallelism: false,
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
