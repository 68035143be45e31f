/** A file of `rules/lexicon`: named classes of words and phrases that patterns share. */
export interface LexiconFile {
  readonly file: string
  readonly about: string
  readonly classes: Readonly<Record<string, WordClass>>
}

export interface WordClass {
  readonly about?: string
  /** Phrases in the notation of {@link parsePhrase}. */
  readonly words: readonly string[]
  /** Phrases inside which the words mean something else ("committee" in "management committee"). */
  readonly not?: readonly string[]
}

/** Names of the classes that phrases use. */
const classesIn = (phrases: readonly string[]): readonly string[] =>
  phrases.flatMap(phrase => [...phrase.matchAll(/<([a-z][a-z0-9-]*)>/g)].map(([, name = '']) => name))

/**
 * A lexicon with only the classes that phrases use, directly or through other classes: what is compiled for a few
 * patterns stays small.
 * @param names classes that are used whatever the phrases say
 */
export const lexiconFor = (
  lexicon: readonly LexiconFile[],
  phrases: readonly string[],
  names: readonly string[],
): readonly LexiconFile[] => {
  const all = new Map(lexicon.flatMap(({ classes }) => Object.entries(classes)))
  const used = new Set<string>()
  const rest = [...names, ...classesIn(phrases)]
  for (let name = rest.pop(); name !== undefined; name = rest.pop()) {
    const found = all.get(name)
    if (!found || used.has(name)) continue
    used.add(name)
    rest.push(...classesIn([...found.words, ...(found.not ?? [])]))
  }
  return lexicon.map(file => ({
    ...file,
    classes: Object.fromEntries(Object.entries(file.classes).filter(([name]) => used.has(name))),
  }))
}
