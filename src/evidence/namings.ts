import type { Prose } from '../model/prose.js'

/**
 * A place at which a text names an officer by the full title, or a committee by its full name. Deputies, and the last of
 * several in a row ("Chief Financial Officer and Chief Administrative Officer (CFO)"), are left out: what stands beside
 * them is not theirs alone.
 */
export interface Naming {
  readonly kind: 'officer' | 'committee'
  /** As it stands, on one line: "Chief Information Security Officer". */
  readonly name: string
  /** Its short form, where the text defines one right behind it: "CISO". */
  readonly short: string | null
  readonly prose: Prose
  readonly start: number
  readonly end: number
}

/** Words that stand before a name, never in it. The prose has one space between words. */
const NOT_IN_IT = '(?!(?:The|Our|An?|Its|This|Each|Any|Such|In|For|Of|If|While|Additionally|Both|Full)\\b)'
const OFFICER = '(?:Chief(?: (?:(?!Chief\\b|Officer\\b)[A-Z][\\w-]*|and|&)){1,5} Officer)'
const COMMITTEE = `(?:${NOT_IN_IT}[A-Z][\\w’'-]*)(?: (?:${NOT_IN_IT}[A-Z][\\w’'-]*|and|of|&)){0,6}? (?:Committee|Council|Subcommittee)`
/** A definition in parentheses, with or without quotation marks: (“CISO”), (the "CISO"), (CISO). */
const SHORT = '\\s*,?\\s*\\(\\s*(?:the |or )?["“”\'‘’]*([A-Z][A-Za-z&]{0,8}[A-Z])["“”\'‘’,]*\\s*\\)'
const NOT_ALONE =
  '(?<![\\w-]|(?:Deputy|Assistant|Associate|Vice|Interim|Former|former|Regional|Divisional|Officer and|Officer &|Officer &amp;|Officer,|,)\\s)'
const NAMING = new RegExp(`${NOT_ALONE}(?:(${OFFICER})|(${COMMITTEE}))(?![\\w’'-])(?:${SHORT})?`, 'g')

/** Names looked at in one document: real ones give some dozens. */
const MOST = 2000

/** Every place at which texts name an officer or a committee in full. */
export const namingsIn = (texts: readonly Prose[]): readonly Naming[] => {
  const found: Naming[] = []
  for (const prose of texts) {
    const { text } = prose
    if (!text.includes('Officer') && !text.includes('Committee') && !text.includes('Council')) continue
    for (const match of text.matchAll(NAMING)) {
      if (found.length >= MOST) return found
      const [, officer, committee, short = null] = match
      const name = officer ?? committee ?? ''
      found.push({
        kind: officer === undefined ? 'committee' : 'officer',
        name,
        short,
        prose,
        start: match.index,
        end: match.index + name.length,
      })
    }
  }
  return found
}
