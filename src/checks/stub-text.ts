import type { CydElement } from '../model/elements.js'
import { lettersAndDigits } from '../text/similarity.js'

/** Values and refusals that are filed in place of a text. */
const STUBS = new Set(['', 'true', 'false', 'na', 'notapplicable', 'yes', 'no', 'null', 'nil'])

/** Whether a text is a value, a refusal or a label in place of a text: "true", "N/A", ".", the element's own label. */
export const isStub = (text: string, { label }: CydElement): boolean => {
  if (text.length > label.length + 40) return false
  const letters = lettersAndDigits(text)
  const own = lettersAndDigits(label)
  return STUBS.has(letters) || letters === own || letters === `${own}textblock`
}
