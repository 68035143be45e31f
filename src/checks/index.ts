import { absoluteClaim } from './absolute-claim.js'
import { alternative } from './alternative.js'
import { blockNesting } from './block-nesting.js'
import { blockText } from './block-text.js'
import { blockTopic } from './block-topic.js'
import { bracket } from './bracket.js'
import type { Check } from './check.js'
import { committeeBody } from './committee-body.js'
import { continuationChain } from './continuation-chain.js'
import { contradiction } from './contradiction.js'
import { coverageChange } from './coverage-change.js'
import { coverageGap } from './coverage-gap.js'
import { danglingReference } from './dangling-reference.js'
import { duplicateText } from './duplicate-text.js'
import { effectStatement } from './effect-statement.js'
import { elementHalf } from './element-half.js'
import { elementInTaxonomy } from './element-in-taxonomy.js'
import { factContext } from './fact-context.js'
import { factValues } from './fact-values.js'
import { flagAgreement } from './flag-agreement.js'
import { flagChange } from './flag-change.js'
import { flagPairing } from './flag-pairing.js'
import { flagValue } from './flag-value.js'
import { formReference } from './form-reference.js'
import { hiddenFact } from './hidden-fact.js'
import { hypotheticalAfterFact } from './hypothetical-after-fact.js'
import { incidentAmendment } from './incident-amendment.js'
import { incidentAnswer } from './incident-answer.js'
import { inconsistentName } from './inconsistent-name.js'
import { lostMarkup } from './lost-markup.js'
import { missingItem } from './missing-item.js'
import { placeholder } from './placeholder.js'
import { repeatedPassage } from './repeated-passage.js'
import { responsibleBody } from './responsible-body.js'
import { reviewMark } from './review-mark.js'
import { ruleText } from './rule-text.js'
import { stalePeriod } from './stale-period.js'
import { suppression } from './suppression.js'
import { taggedAtAll } from './tagged-at-all.js'
import { technicalDetail } from './technical-detail.js'
import { unchangedText } from './unchanged-text.js'
import { vagueFrequency } from './vague-frequency.js'
import { wording } from './wording.js'

/** Every kind of check, in the order in which they run. */
export const CHECKS: readonly Check[] = [
  missingItem,
  coverageGap,
  effectStatement,
  hypotheticalAfterFact,
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
  reviewMark,
  alternative,
  formReference,
  danglingReference,
  stalePeriod,
  contradiction,
  inconsistentName,
  ruleText,
  incidentAnswer,
  technicalDetail,
  absoluteClaim,
  vagueFrequency,
  taggedAtAll,
  elementHalf,
  elementInTaxonomy,
  factValues,
  factContext,
  flagValue,
  hiddenFact,
  lostMarkup,
  continuationChain,
  blockNesting,
  wording,
  flagChange,
  coverageChange,
  unchangedText,
  incidentAmendment,
  suppression,
]
