import { type Block, type Disclosure, textOf } from '../model/disclosure.js'
import { wordsOf } from '../text/similarity.js'

/** Fewer words than this are a name, a title or a heading, not a description. */
const FRAGMENT_WORDS = 4
const FRAGMENT_LENGTH = 80

/** A small letter first: not of a brand ("iRobot"), an enumeration ("a) …") or a web address. */
const STARTS_SMALL = /^["“'‘(]?(?![a-z]{1,2}[A-Z])(?![ivx]+[).])(?![a-z][).:])(?:\p{Ll}+)(?!\.\w)/u

/** Words after which a sentence cannot end, and marks that promise more. */
const ENDS_OPEN =
  /(?:\b(?:the|a|an|of|and|or|our|its|their|by|with|from|which|is|are|has|have|including|through|such as|may|will|whose|in|for|at|to|on|as|into|than|under|upon|between|among|across|within|during|because|while|when|where|whether|if|who|that|be|been|not|also|(?:may|will|shall|can|could|might|we|and|which|that|who),? from time to time)|,|-|–|—)$/i

const STOPS = /[.!?:;…)\]"”'’]$/

/** Text that stands next to a block in the prose round it, or in a block round it whose text is given apart. */
const surroundings = (block: Block, { blocks }: Disclosure): readonly { before: string; after: string }[] => {
  const text = textOf(block)
  const round = { before: block.prose.text.slice(0, block.start), after: block.prose.text.slice(block.end) }
  const outer = blocks.flatMap(other => {
    if (other === block || other.prose === block.prose) return []
    const whole = textOf(other)
    const at = whole.length > text.length ? whole.indexOf(text) : -1
    return at < 0 ? [] : [{ before: whole.slice(0, at), after: whole.slice(at + text.length) }]
  })
  return [round, ...outer].filter(({ before, after }) => before !== '' || after !== '')
}

/** Whether a text goes on with the same sentence: a small letter or a comma next. */
const goesOn = ({ after }: { readonly after: string }): boolean => /^(?:[,;]? ?\p{Ll}|, )/u.test(after)

/** Whether what stands before ends a sentence, or is nothing, or the end of a line. */
const beginsAnew = ({ before }: { readonly before: string }): boolean =>
  before === '' || /(?:[.!?:;•·●▪]["”’)]?\s*|\n)$/.test(before)

/**
 * How a block's text is cut: `starts-inside` or `ends-inside` a sentence, `announces` something that is left outside, or
 * a `fragment` that is no sentence; null where it is whole. A full stop left outside the tag is no cut.
 */
export const cutOf = (block: Block, disclosure: Disclosure): string | null => {
  const text = textOf(block).trim()
  if (text.length < FRAGMENT_LENGTH && wordsOf(text).length < FRAGMENT_WORDS) return 'fragment'
  const startsSmall = STARTS_SMALL.test(text)
  const stops = STOPS.test(text)
  const announces = text.endsWith(':')
  if (!startsSmall && stops) return announces ? 'announces' : null
  const round = surroundings(block, disclosure)
  if (startsSmall && !round.some(beginsAnew)) return 'starts-inside'
  if (announces) return 'announces'
  return !stops && (ENDS_OPEN.test(text) || round.some(goesOn)) ? 'ends-inside' : null
}
