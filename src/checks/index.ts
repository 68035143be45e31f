import type { Check } from './check.js'
import { coverageGap } from './coverage-gap.js'
import { flagAgreement } from './flag-agreement.js'
import { flagPairing } from './flag-pairing.js'
import { missingItem } from './missing-item.js'

/** Every kind of check, in the order in which they run. */
export const CHECKS: readonly Check[] = [missingItem, coverageGap, flagAgreement, flagPairing]
