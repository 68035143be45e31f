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
