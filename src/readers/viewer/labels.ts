import { type CydElement, ELEMENTS, viewerLabel } from '../../model/elements.js'
import { MONTHS } from '../../text/date.js'

/** Labels as they compare: white space, case and the commas that pages drop do not count. */
const folded = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[\s\u00a0,]+/g, ' ')
    .trim()

const byLabel = new Map(ELEMENTS.map(element => [folded(viewerLabel(element)), element]))

/** The element whose label the viewer printed, with its "[Flag]" or "[Text Block]" ending. */
export const elementLabeled = (label: string): CydElement | undefined => byLabel.get(folded(label))

/** A label that the cyd taxonomy could have and does not. */
export const looksLikeCyd = (label: string): boolean =>
  /^\s*(?:cybersecurity risk|material cybersecurity incident)\b.*\[(?:flag|text block)\]\s*$/i.test(label)

/** Start of a label's line: the label with its ending. */
export const LABEL_LINE =
  /^[^\S\r\n]*(?:\|[^\S\r\n]*)?(?<label>[^\s|][^|\t\r\n]{2,250}\[(?:flag|text block|line items|abstract|table|axis|domain|member)\])[^\S\r\n]*(?<mark>\||\t)?/gim

/** The day that a page's column head names ("Dec. 31, 2024"), as YYYY-MM-DD. */
export const periodNamed = (head: string): string | null => {
  const found = /\b([A-Z][a-z]{2})[a-z]*\.?\s+(\d{1,2}),\s+(\d{4})\b/.exec(head)
  const month = MONTHS.indexOf(found?.[1]?.toLowerCase() ?? '') + 1
  return found && month > 0
    ? `${found[3]}-${String(month).padStart(2, '0')}-${found[2]?.padStart(2, '0')}`
    : null
}

/** The value of a flag as the viewer prints it. */
export const flagValue = (text: string): boolean | undefined =>
  /^(?:true|yes)$/i.test(text) ? true : /^(?:false|no)$/i.test(text) ? false : undefined
