import type { Check } from './check.js'

/**
 * Suppressions that cover nothing, are past their day or cannot be read. Whether one covers anything is known only once
 * all other checks have run, so the engine makes these outcomes (src/engine/suppressions); here they are declared, for
 * the rules that report them.
 */
export const suppression: Check = {
  kind: 'suppression',
  outcomes: {
    unused: ['what', 'suppressed', 'reason'],
    expired: ['what', 'suppressed', 'reason', 'expires'],
    invalid: ['what', 'problem'],
  },
  run: () => [],
}
