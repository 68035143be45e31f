/**
 * Characters of the fonts Symbol and Wingdings, which stand in the private use area and mean nothing to other fonts:
 * boxes, bullets and marks that drafts use for blanks, lists and answers.
 */
const SYMBOLS: Readonly<Record<number, string>> = {
  61548: '●',
  61549: '○',
  61550: '■',
  61551: '☐',
  61553: '☐',
  61554: '☐',
  61560: '☒',
  61601: '○',
  61607: '▪',
  61608: '☐',
  61623: '•',
  61656: '•',
  61664: '→',
  61691: '☒',
  61692: '✓',
  61693: '☒',
  61694: '☑',
}

/** Characters of those fonts in a text as others have them; each is one UTF-16 unit as before. */
export const withSymbols = (text: string): string =>
  /[\uf000-\uf0ff]/.test(text)
    ? text.replace(/[\uf000-\uf0ff]/g, unit => SYMBOLS[unit.charCodeAt(0)] ?? unit)
    : text

/** The character of a `w:sym`: a number in hexadecimal, with or without the private use area's offset. */
export const symbolOf = (code: string | undefined): string => {
  if (code === undefined || !/^[0-9a-f]{2,4}$/i.test(code)) return ''
  const number = Number.parseInt(code, 16)
  return SYMBOLS[number < 0x100 ? number + 0xf000 : number] ?? String.fromCharCode(number)
}
