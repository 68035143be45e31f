import { execFileSync } from 'node:child_process'

/** Tests run on the rules as they are now, not as they were built last. */
export const setup = (): void => {
  execFileSync(process.execPath, ['scripts/generate.mjs'], { stdio: 'inherit' })
}
