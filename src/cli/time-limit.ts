import { createContext, Script } from 'node:vm'
import type { Check } from '../checks/check.js'

/** Time that a rule of the user's own may take over one document. An item is read in a hundredth of it. */
const LIMIT_MS = 5000

/** A script whose run Node breaks off, with whatever function it calls: a loop or a regular expression that never ends. */
const context = createContext({ work: (): void => {} })
const script = new Script('work()')

const isTimeout = (error: unknown): boolean =>
  // It is an error of the script's realm, and no Error of this one.
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'

/** A check that is broken off where it takes too long, and is not run again in this thread then. */
export const withTimeLimit = (check: Check): Check => {
  const tooLong = `it took more than ${LIMIT_MS / 1000} seconds over one document, and is not applied any more`
  let isOut = false
  return {
    ...check,
    run: input => {
      if (isOut) throw new Error(tooLong)
      let found: ReturnType<Check['run']> = []
      context['work'] = () => {
        found = check.run(input)
      }
      try {
        script.runInContext(context, { timeout: LIMIT_MS })
      } catch (error) {
        if (!isTimeout(error)) throw error
        isOut = true
        throw new Error(tooLong)
      } finally {
        context['work'] = () => {}
      }
      return found
    },
  }
}
