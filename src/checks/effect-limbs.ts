/**
 * What one sentence of the statement on material effect answers. Item 106(b)(2) asks two things (whether risks have
 * materially affected, and whether they are reasonably likely to), of risks from cybersecurity threats.
 */
export interface EffectLimbs {
  /** Speaks of what has happened. */
  readonly past: boolean
  /** Speaks of what is likely, or of what is so at present and for what may come. */
  readonly likely: boolean
  /** Speaks of risks or threats, not of incidents alone. */
  readonly risks: boolean
  /** Bounds what has happened by a period. */
  readonly bounded: boolean
}

/** The words of the item on the future, and those that mean it; a hedge ("no assurance that we will not") is no answer. */
const LIKELY =
  /reasonably (?:be )?(?:likely|possible|expected)|reasonable (?:likelihood|possibility|prospect)|\b(?:un)?likely\b|\bpotential(?:ly)? material|\b(?:material|significant) (?:[\w-]+ ){0,2}risks?\b|\bwould (?:have|be|reasonably|materially)\b|\b(?:pose|constitute)s? (?:a |any )?(?:material|significant)|\b(?:no|not|nor|neither)\b[^.;]{0,60}\b(?:expect|believe|anticipate|foresee)\w*\b[^.;]{0,140}\b(?:will|would|to (?:have|materially|affect|be)|could|are|is)\b/i
const HEDGE =
  /\b(?:no|not|cannot)\b[^.;,]{0,40}\b(?:assur\w+|guarant\w+|certain\w*)\b[^.;]*|\bexpect to continue\b/gi

const PAST =
  /\b(?:ha(?:ve|s|d)|did|was|were|been|to date|in the past|previous(?:ly)?|experienced|affected|occurred|identified|aware|known to)\b/i
const RISKS = /\b(?:risks?|threats?)\b/i

/** A period that has ended or will: what lies before it is not answered. */
const PERIOD =
  /\b(?:during|in|for|throughout|within|over)\s+(?:the\s+)?(?:(?:our|this|last|past|prior|most recent|recently completed|reporting|current|reported|covered|entire|twelve|three|two|full)\s+){0,3}(?:fiscal|calendar|financial)?\s*(?:years?(?:\s+ended)?|20\d\d|periods?|quarters?|months)\b|\bperiods?\s+(?:covered|presented|reported)\b/i
const UNBOUNDED =
  /\b(?:to date|as of (?:the|this)|ever|at any time|since (?:our|its|the) (?:inception|formation|ipo)|previous|up to|until)\b/i

/** Whether each clause that denies what has happened has a period. */
const isBounded = (stated: string): boolean => {
  const denying = stated
    .split(/;|,\s+and\b/)
    .filter(clause => /\b(?:no|not|none|nor|never)\b/i.test(clause) && PAST.test(clause))
  return denying.length > 0 && denying.every(clause => PERIOD.test(clause)) && !UNBOUNDED.test(stated)
}

export const limbsOf = (sentence: string): EffectLimbs => {
  const stated = sentence.replace(HEDGE, ' ')
  return {
    past: PAST.test(stated),
    likely: LIKELY.test(stated),
    risks: RISKS.test(stated),
    bounded: isBounded(stated),
  }
}
