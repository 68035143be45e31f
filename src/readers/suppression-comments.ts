import type { Place } from '../model/disclosure.js'
import type { Source } from '../model/span.js'

const OPENING = /<!--\s*cydlint-/g

/**
 * Comments of a marked-up text that ask cydlint to leave findings out. One that is not closed reaches to the end of its
 * line, so that it can be told.
 * @param isVerbatim whether an offset stands in what only shows such a comment: a code block
 */
export const suppressionComments = (
  source: Source,
  isVerbatim: (at: number) => boolean = () => false,
): readonly Place[] => {
  const { text } = source
  // Most filings are large and hold none.
  if (!text.includes('cydlint-')) return []
  const found: Place[] = []
  for (const { index } of text.matchAll(OPENING)) {
    const last = found.at(-1)
    if ((last && index < last.end) || isVerbatim(index)) continue
    const close = text.indexOf('-->', index)
    const lineEnd = text.slice(index).search(/[\r\n]|$/) + index
    found.push({ source, start: index, end: close < 0 ? lineEnd : close + 3 })
  }
  return found
}
