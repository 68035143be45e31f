/** A letter, a digit or a closing mark, before a stop that goes with it. Classes of letters take long to compile, and few need them. */
const ENDS_PLAIN = /[A-Za-z0-9)”"’]$/
const ENDS_BEYOND_ASCII = /[^\0-\x7f]$/
const ENDS_AS_WORD = /[\p{L}\p{N}]$/u

const withoutStop = (text: string): string => {
  if (!/[.;:,]$/.test(text)) return text
  const rest = text.slice(0, -1)
  const isWord = ENDS_PLAIN.test(rest) || (ENDS_BEYOND_ASCII.test(rest) && ENDS_AS_WORD.test(rest))
  return isWord ? rest : text
}

/**
 * A text as a message quotes it: on one line, without the stop at its end, cut at a word where it is long, with an
 * ellipsis for the words left out.
 */
export const shorten = (text: string, limit = 160): string => {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat.length <= limit) return withoutStop(flat)
  const cut = flat.lastIndexOf(' ', limit - 1)
  return `${flat.slice(0, cut > limit / 2 ? cut : limit - 1).replace(/[\s,;:.]+$/, '')}…`
}
