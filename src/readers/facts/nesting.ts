/** Letters and digits of a text, in lower case: what stays the same when white space, punctuation and markup change. */
const lettersAndDigits = (text: string): string =>
  text.replace(/[\0-/:-@[-`{-\u00bf\u2000-\u206f\u3000-\u303f]+/g, '').toLowerCase()

/**
 * How deep each text is nested in the others: facts keep no tree, but a block whose words all stand in a row in a longer
 * block was tagged inside it, which is how an inner tag shows in the facts.
 * @returns for each text the number of texts round it, one inside the other; 0 for an outermost one
 */
export const nestingDepths = (texts: readonly string[]): readonly number[] => {
  const depths = texts.map(() => 0)
  if (texts.length < 2) return depths
  const blocks = texts
    .map((text, index) => ({ index, key: lettersAndDigits(text) }))
    .filter(({ key }) => key !== '')
    .sort((a, b) => b.key.length - a.key.length)
  blocks.forEach((inner, at) => {
    for (let i = 0; i < at; i++) {
      const outer = blocks[i]
      if (!outer || outer.key.length === inner.key.length) break
      const depth = (depths[outer.index] ?? 0) + 1
      if (depth > (depths[inner.index] ?? 0) && outer.key.includes(inner.key)) depths[inner.index] = depth
    }
  })
  return depths
}
