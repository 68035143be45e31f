/** A quotation that is longer than this is cut where its sentence has just been shown. */
const LONG = 40
const WORDS_KEPT = 5

/** Cuts, in a message, quotations of a passage that the reader has before them to their first words. */
export const abridge = (message: string, passage: string): string =>
  message.replace(/“([^”]*)”/g, (whole, quotation: string) => {
    const words = quotation.replace(/^[…\s]+|[…\s]+$/g, '')
    if (words.length <= LONG || !passage.includes(words)) return whole
    return `“${words
      .split(' ')
      .slice(0, WORDS_KEPT)
      .join(' ')
      .replace(/[,;:]$/, '')}…”`
  })
