import type { Evidence, RequirementCoverage, Sentence } from '../model/coverage.js'
import type { Block, Disclosure } from '../model/disclosure.js'
import type { RequirementName } from '../model/requirements.js'

/** What the text of a disclosure says, requirement by requirement. */
export interface Reading {
  /** Every sentence of every prose, in order. */
  readonly sentences: readonly Sentence[]
  /** One entry for each of the 13 requirements, in the order of the rule. */
  readonly coverage: ReadonlyMap<RequirementName, RequirementCoverage>
  /** Every sentence that matched a pattern of the requirement, credited or not, in document order. */
  readonly candidates: (requirement: RequirementName) => readonly Evidence[]
  /** What one block's own text says about a requirement. */
  readonly ofBlock: (block: Block, requirement: RequirementName) => RequirementCoverage
  /** Sentences that stand, whole or in part, in a block. */
  readonly sentencesOf: (block: Block) => readonly Sentence[]
}

export declare const readDisclosure: (disclosure: Disclosure) => Reading
