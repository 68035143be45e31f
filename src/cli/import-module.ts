import { statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** Time that a module has to be loaded in. A promise at its top that nobody keeps would end the run without a word. */
const LOAD_LIMIT_MS = 10_000

/**
 * Runs a module of the user's and takes its default export. The command is a script, which has no `import()` of its own: a
 * file beside it has.
 * @returns what went wrong, in words, where it cannot be run
 */
export const importDefault = async (
  path: string,
): Promise<{ readonly value: unknown; readonly problem?: undefined } | { readonly problem: string }> => {
  const load: (url: string) => Promise<{ readonly default?: unknown }> = createRequire(import.meta.url)(
    './import-module.cjs',
  )
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, fail) => {
    timer = setTimeout(
      () => fail(new Error(`it was not loaded within ${LOAD_LIMIT_MS / 1000} seconds`)),
      LOAD_LIMIT_MS,
    )
  })
  try {
    // Node keeps what it has loaded by its address: a module that has changed since gets another.
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: 0 }
    const module = await Promise.race([load(`${pathToFileURL(path).href}?${mtimeMs}`), limit])
    return module.default === undefined
      ? { problem: 'The module has no default export. Write "export default …".' }
      : { value: module.default }
  } catch (error) {
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return { problem: `The module cannot be run: ${what}` }
  } finally {
    clearTimeout(timer)
  }
}
