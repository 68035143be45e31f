/**
 * A text as a message quotes it: on one line, without the stop at its end, cut at a word where it is long, with an
 * ellipsis for the words left out.
 */
export const shorten = (text: string, limit = 160): string => {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat.length <= limit) return flat.replace(/(?<=[\p{L}\p{N})”"’])[.;:,]$/u, '')
  const cut = flat.lastIndexOf(' ', limit - 1)
  return `${flat.slice(0, cut > limit / 2 ? cut : limit - 1).replace(/[\s,;:.]+$/, '')}…`
}
