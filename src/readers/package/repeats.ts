import { VIEWER_PAGE } from '../viewer/cover-page.js'

/** Looks at the start of a file, some thousands of characters; "" where it cannot be read. */
export type HeadOf = (name: string) => string

const MARKUP = /\.x?html?$/i
/** EDGAR's extract of the facts of an inline document. */
const EXTRACT = /^(.+)_html?\.xml$/i

/** Files of a filing that hold no text of it, and what they are. */
const APPARATUS: readonly (readonly [RegExp, string])[] = [
  [/\.xsd$/i, 'it is the schema of a taxonomy'],
  [/_(?:cal|def|lab|pre|ref)\.xml$/i, 'it is a linkbase of a taxonomy'],
  [/^(?:FilingSummary\.xml|MetaLinks\.json|Financial_Report\.xlsx?)$/i, 'EDGAR made it for its viewer'],
]

/**
 * Exhibits by name, as filing programs write it ("ex311.htm", "acme-20261231xex231.htm", "d12dex32.htm"). Exhibit 99 may
 * be the very disclosure of a Form 6-K.
 */
const EXHIBIT = /(?:^|[^a-z])[dx]?ex(?:hibit)?[-_. ]?(?!99)\d/i

const INLINE = /www\.xbrl\.org\/20\d\d\/inlineXBRL/
const INSTANCE = /<(?:[\w.-]+:)?xbrl\s/
const SUBMISSION = /^<(?:SEC-DOCUMENT|SEC-HEADER|SUBMISSION|DOCUMENT)>/m

/**
 * Tells which files of one folder are passed over, since they repeat another of them or hold no disclosure: a filing is
 * there as its form, as EDGAR's extract of it, as pages of the viewer and as a whole submission.
 * @param names of the files of one folder, without their path
 * @param headOf is asked only where names cannot tell
 * @returns for each that is passed over the reason
 */
export const passedOver = (names: readonly string[], headOf: HeadOf): ReadonlyMap<string, string> => {
  const reasons = new Map<string, string>()
  const byFolded = new Map(names.map(name => [name.toLowerCase(), name]))

  for (const name of names) {
    const apparatus = APPARATUS.find(([pattern]) => pattern.test(name))
    if (apparatus) reasons.set(name, apparatus[1])
    const stem = EXTRACT.exec(name)?.[1]?.toLowerCase()
    const original =
      stem === undefined
        ? undefined
        : ['.htm', '.html', '.xhtml'].map(ending => byFolded.get(stem + ending)).find(found => found)
    if (original !== undefined) reasons.set(name, `it repeats ${original}`)
  }

  const pages = names.filter(name => VIEWER_PAGE.test(name))
  const exhibits = new Set(names.filter(name => /\.(?:x?html?|txt)$/i.test(name) && EXHIBIT.test(name)))
  const texts = names.filter(name => /\.txt$/i.test(name))
  if (pages.length + exhibits.size + texts.length === 0) return reasons

  const heads = new Map<string, string>()
  const lookAt = (name: string): string => {
    const head = heads.get(name) ?? headOf(name)
    heads.set(name, head)
    return head
  }
  /** What holds the facts of the filing: its inline document, or its instance. */
  const tagged = (): string | undefined =>
    names.find(name => !reasons.has(name) && EXTRACT.test(name)) ??
    names.find(
      name =>
        !reasons.has(name) &&
        !VIEWER_PAGE.test(name) &&
        !exhibits.has(name) &&
        ((MARKUP.test(name) && INLINE.test(lookAt(name))) ||
          (/\.xml$/i.test(name) && INSTANCE.test(lookAt(name)))),
    )

  if (pages.length + exhibits.size > 0) {
    const filed = tagged()
    if (filed !== undefined) {
      for (const page of pages) reasons.set(page, `it repeats ${filed}`)
      for (const exhibit of exhibits) reasons.set(exhibit, `it is an exhibit to ${filed}`)
    }
  }

  // A submission names its documents; where one of them lies beside it, that is read.
  if (names.some(name => MARKUP.test(name) || /\.xml$/i.test(name)))
    for (const name of texts) {
      if (reasons.has(name)) continue
      const head = lookAt(name)
      if (!SUBMISSION.test(head)) continue
      const part = /^<FILENAME>(.+?)\s*$/m.exec(head)?.[1]
      const beside = part === undefined ? undefined : byFolded.get(part.toLowerCase())
      if (beside !== undefined && !reasons.has(beside)) reasons.set(name, `it repeats ${beside}`)
    }
  return reasons
}
