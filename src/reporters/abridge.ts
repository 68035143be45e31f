import type { Passage } from '../model/report.js'

/** A quotation that is longer than this is cut where its sentence has just been shown. */
const LONG = 40
const WORDS_KEPT = 5
/** Characters on either side of the marked words by which a quotation is known for one of the same sentence. */
const AROUND = 20

const firstWords = (text: string): string =>
  text
    .split(' ')
    .slice(0, WORDS_KEPT)
    .join(' ')
    .replace(/[,;:]$/, '')

/**
 * Cuts, in a message, long quotations of a passage that the reader has before them: to nothing where one only stands
 * after a colon ("… and not how: “We have …”."), to "This sentence" where the message begins with all of it, else to its
 * first words.
 */
export const abridge = (message: string, { text, start, end }: Passage): string => {
  const marked = text.slice(Math.max(0, start - AROUND), end + AROUND)
  return message.replace(
    // A sentence may have quotation marks of its own: “Our officer (“CISO”) reports …”.
    /(?<!Nearest)(: )?“((?:[^“”]|“[^“”]*”)*)”(\.)?/g,
    (whole, colon: string | undefined, quotation: string, stop: string | undefined, at: number) => {
      const words = quotation.replace(/^[…\s]+|[…\s]+$/g, '')
      const isShown = text.includes(words) || words.includes(marked)
      if (words.length <= LONG || !isShown) return whole
      if (colon && stop) return stop
      if (at === 0 && start === 0 && end === text.length) return 'This sentence'
      return `${colon ?? ''}“${firstWords(text.includes(words) ? words : text)}…”${stop ?? ''}`
    },
  )
}
