import { defineConfig } from 'vitest/config'

// What an office program makes of the documents that cydlint writes: npm run test:office.
export default defineConfig({
  test: {
    include: ['test/office/**/*.office.ts'],
    globalSetup: ['test/generate.ts', 'test/office/needs-office.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One program at a time: it has one profile, and starts slowly enough alone.
    fileParallelism: false,
  },
})
