import type { Reading } from '../evidence/read.js'
import type { Disclosure } from '../model/disclosure.js'
import { type BlockDifference, blockDifferences } from './blocks.js'
import { type CoverageDifference, coverageDifferences } from './coverage.js'
import { type FlagDifference, flagDifferences } from './flags.js'
import { notesOn } from './notes.js'
import { type Passage, passagesOf } from './passages.js'
import { type StaleStatement, staleYears } from './stale-years.js'
import type { Side } from './statement.js'

/** How a disclosure differs from the one before it. */
export interface Difference {
  readonly old: Side
  readonly new: Side
  readonly notes: readonly string[]
  readonly coverage: readonly CoverageDifference[]
  readonly flags: readonly FlagDifference[]
  readonly blocks: readonly BlockDifference[]
  readonly staleYears: readonly StaleStatement[]
  readonly passages: readonly Passage[]
}

/** Compares a disclosure with the one before it. Pure, and bounded in time by their length. */
export const compareDisclosures = (
  old: Side,
  fresh: { readonly disclosure: Disclosure; readonly reading: Reading },
): Difference => {
  const passages = passagesOf(old, fresh)
  return {
    old,
    new: fresh,
    notes: notesOn(old, fresh),
    coverage: coverageDifferences(old, fresh),
    flags: flagDifferences(passages, old, fresh),
    blocks: blockDifferences(old, fresh),
    staleYears: staleYears(passages, old, fresh),
    passages,
  }
}
