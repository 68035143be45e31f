import { isDate } from '../../text/date.js'
import type { StatedForm } from '../form.js'
import { formNamed } from '../form.js'
import { periodNamed } from '../viewer/labels.js'

/** What the cover page of a report says. */
export interface Cover {
  readonly form: StatedForm | undefined
  readonly registrant: string | null
  readonly periodOfReport: string | null
}

const FORM_LINE = /^form\s+(10-?KT?(?:\/A)?|20-?F(?:\/A)?|8-?K(?:\/A)?|6-?K)$/i
const AMENDMENT_LINE = /^\(?amendment no\.?\s?\d+\)?$/i
const NAME_LABEL = /^\(?exact name of (?:the )?registrants? as specified in (?:its|their) charters?/i
const PERIOD = /\bfor the (?:fiscal )?years? ended:?\s+([A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})/i
/** Longest name of a registrant. */
const NAME_LENGTH = 120

/** Reads the cover page. @param lines what stands before the item, line by line, white space folded */
export const readCover = (lines: readonly string[]): Cover => {
  const named = lines.map(line => FORM_LINE.exec(line)?.[1]).find(name => name !== undefined)
  const isAmendment = lines.some(line => AMENDMENT_LINE.test(line)) && named?.includes('/') === false
  const form = named === undefined ? undefined : formNamed(isAmendment ? `${named}/A` : named)
  const label = lines.findIndex(line => NAME_LABEL.test(line))
  const name = label > 0 ? (lines[label - 1] ?? '') : ''
  const period = PERIOD.exec(lines.join('\n').replace(/\s+/g, ' '))?.[1]
  const day = period === undefined ? null : periodNamed(period)
  return {
    form: form && { form, where: 'cover page' },
    registrant: name !== '' && name.length <= NAME_LENGTH && !/^[(\d_]|:$/.test(name) ? name : null,
    periodOfReport: day !== null && isDate(day) ? day : null,
  }
}
