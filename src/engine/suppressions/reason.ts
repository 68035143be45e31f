/** Words that say that a reason is still to be given, or that say nothing. */
const EMPTY_WORDS = new Set(
  'a asap be because changeme determined do done explain explanation fix fixme fixed here ignore ignored it later me n na no none now ok okay placeholder please reason skip some suppress suppressed tba tbd temp temporary test text that the this to todo why wip x xx xxx yes'.split(
    ' ',
  ),
)

/** Why a text is no reason for a suppression; null where it is one: two words at least, of which one says something. */
export const reasonProblem = (reason: string): string | null => {
  const words = reason.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return 'it gives no reason.'
  if (words.length === 1 || words.every(word => EMPTY_WORDS.has(word)))
    return `“${reason.trim()}” is no reason: it does not say, in two words or more, why the finding is left as it is.`
  return null
}
