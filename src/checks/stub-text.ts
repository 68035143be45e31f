import type { CydElement } from '../model/elements.js'
import { lettersAndDigits } from '../text/similarity.js'

/** Values and refusals that are filed in place of a text. */
const STUBS = new Set(['', 'true', 'false', 'na', 'notapplicable', 'yes', 'no', 'none', 'null', 'nil'])
const NOT_APPLICABLE_TO_US =
  /^not applicable to (?:us|the (?:company|registrant|issuer|partnership|trust|fund))\W*$/i

/** A pointer to an item, and nothing else: "See Item 1A.", "Please refer to Part I, Item 1A, Risk Factors." */
const POINTER =
  /^(?:please )?(?:see|refer to) [“"]?(?:part i{1,3},? )?items? \d+[a-z]?(?:\.[a-d])?[.,:–—-]*\s*(?:[“"]?risk factors[.,]?[”"]?)?[.\s”"]*$/i

/**
 * Whether a text is a value, a refusal, a pointer or a label in place of a text: "true", "N/A", ".", "See Item 1A.", the
 * element's own label. On material effect a pointer is common, and a matter of its requirement.
 */
export const isStub = (text: string, { label, name }: CydElement): boolean => {
  if (text.length > label.length + 40) return false
  const flat = text.replace(/\s+/g, ' ').trim()
  if (NOT_APPLICABLE_TO_US.test(flat) || (name !== 'materiallyAffected' && POINTER.test(flat))) return true
  const letters = lettersAndDigits(text)
  const own = lettersAndDigits(label)
  return STUBS.has(letters) || letters === own || letters === `${own}textblock`
}

/** Whether a text holds blanks to fill in and nothing else, which draft/placeholder tells of: "[●]". */
export const isBlank = (text: string): boolean =>
  text.includes('[') && /^(?:\s*\[[^\]\p{L}\p{N}]*\])+\s*$/u.test(text)
