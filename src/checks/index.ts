import { alternative } from './alternative.js'
import { blockText } from './block-text.js'
import { blockTopic } from './block-topic.js'
import { bracket } from './bracket.js'
import type { Check } from './check.js'
import { committeeBody } from './committee-body.js'
import { coverageGap } from './coverage-gap.js'
import { duplicateText } from './duplicate-text.js'
import { flagAgreement } from './flag-agreement.js'
import { flagPairing } from './flag-pairing.js'
import { formReference } from './form-reference.js'
import { missingItem } from './missing-item.js'
import { placeholder } from './placeholder.js'
import { repeatedPassage } from './repeated-passage.js'
import { responsibleBody } from './responsible-body.js'

/** Every kind of check, in the order in which they run. */
export const CHECKS: readonly Check[] = [
  missingItem,
  coverageGap,
  flagAgreement,
  flagPairing,
  blockText,
  blockTopic,
  committeeBody,
  responsibleBody,
  duplicateText,
  repeatedPassage,
  placeholder,
  bracket,
  alternative,
  formReference,
]
