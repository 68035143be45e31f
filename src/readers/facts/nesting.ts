/** What does not count in comparing texts: white space, punctuation, quotation marks. */
const NOT_COUNTED = /[\0-/:-@[-`{-\u00bf\u2000-\u206f\u3000-\u303f]+/g
const COUNTED = /[^\0-/:-@[-`{-\u00bf\u2000-\u206f\u3000-\u303f]/

/** A text as it compares, worked out when it is needed. */
interface Comparable {
  readonly index: number
  readonly text: string
  /** The blocks that it stands in. */
  within: readonly Comparable[]
  /**
   * Words from three places, to tell quickly that it does not stand in another text. One has to be found, not all: a
   * source that drops markup can glue words in one block and not in the other.
   */
  probes: readonly string[] | undefined
  lettersAndDigits: string | undefined
}

const PROBE = /[A-Za-z][A-Za-z ]{12,30}[A-Za-z]/g

const probeFrom = (text: string, at: number): readonly string[] => {
  PROBE.lastIndex = at
  const match = PROBE.exec(text)
  return match ? [match[0]] : []
}

const probesOf = (block: Comparable): readonly string[] => {
  block.probes ??= [0, 0.4, 0.8].flatMap(part => probeFrom(block.text, Math.floor(block.text.length * part)))
  return block.probes
}

const keyOf = (block: Comparable): string => {
  block.lettersAndDigits ??= block.text.replace(NOT_COUNTED, '')
  return block.lettersAndDigits
}

/** Whether the letters and digits of `inner` stand in a row in `outer`, which has more of them. */
const isInside = (inner: Comparable, outer: Comparable): boolean => {
  const at = outer.text.indexOf(inner.text)
  if (at >= 0)
    return COUNTED.test(outer.text.slice(0, at)) || COUNTED.test(outer.text.slice(at + inner.text.length))
  const probes = probesOf(inner)
  if (probes.length > 0 && !probes.some(probe => outer.text.includes(probe))) return false
  const outerKey = keyOf(outer)
  const innerKey = keyOf(inner)
  return innerKey !== '' && outerKey.length > innerKey.length && outerKey.includes(innerKey)
}

/**
 * The blocks that a block stands in.
 * @param longer the longest first, what each stands in known
 */
const blocksRound = (inner: Comparable, longer: readonly Comparable[]): readonly Comparable[] => {
  const round: Comparable[] = []
  const others = new Set<Comparable>()
  for (const outer of longer) {
    // What does not stand in a text stands in no part of it: to see that it does not costs most.
    if (outer.within.some(each => others.has(each))) continue
    if (isInside(inner, outer)) round.push(outer)
    else others.add(outer)
  }
  return round
}

const MAX_TEXTS = 200

/**
 * How deep each text is nested in the others: facts keep no tree, but a block whose words all stand in a row in a longer
 * block was tagged inside it, which is how an inner tag shows in the facts.
 * @returns for each text the number of texts round it, one inside the other; 0 for an outermost one
 */
export const nestingDepths = (texts: readonly string[]): readonly number[] => {
  const depths = texts.map(() => 0)
  // The taxonomy has 15 text blocks; a file with hundreds of texts is none of its facts, and every pair takes time.
  if (texts.length > MAX_TEXTS) return depths
  const blocks = texts
    .map(
      (text, index): Comparable => ({
        index,
        text,
        within: [],
        probes: undefined,
        lettersAndDigits: undefined,
      }),
    )
    .filter(({ text }) => COUNTED.test(text))
    .sort((a, b) => b.text.length - a.text.length)
  blocks.forEach((inner, at) => {
    const longer = blocks.slice(0, at)
    // One text under two elements is no deeper for it.
    const same = longer.find(outer => outer.text === inner.text)
    inner.within = same?.within ?? blocksRound(inner, longer)
    depths[inner.index] = Math.max(0, ...inner.within.map(outer => (depths[outer.index] ?? 0) + 1))
  })
  return depths
}
