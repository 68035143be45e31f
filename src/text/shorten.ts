/** A text cut at a word to fit a message, with an ellipsis where words are left out. */
export const shorten = (text: string, limit = 160): string => {
  const flat = text.replace(/\s+/g, ' ')
  if (flat.length <= limit) return flat
  const cut = flat.lastIndexOf(' ', limit - 1)
  return `${flat.slice(0, cut > limit / 2 ? cut : limit - 1).replace(/[\s,;:.]+$/, '')}…`
}
