import { diffSentences, diffWords } from 'diff'

/** Texts that differ in more places than this are two texts, not one with small edits. */
const MOST_EDITS = 40
/** Share of the words of changed sentences that may differ; beyond it a sentence is another sentence. */
const MOST_CHANGED = 0.34
/** Changes that a message shows. */
const SHOWN = 3

interface Change {
  readonly removed: string
  readonly added: string
}

type Part = { readonly value: string; readonly added: boolean; readonly removed: boolean }

/** Pairs what was taken out with what came in at the same place. */
const changesIn = (parts: readonly Part[]): readonly Change[] => {
  const changes: Change[] = []
  for (const [index, { value, added, removed }] of parts.entries()) {
    if (removed) changes.push({ removed: value, added: '' })
    if (!added) continue
    const last = changes.at(-1)
    if (last && last.added === '' && parts[index - 1]?.removed)
      changes[changes.length - 1] = { ...last, added: value }
    else changes.push({ removed: '', added: value })
  }
  return changes
}

const lengthOf = (parts: readonly Part[]): number => parts.reduce((sum, { value }) => sum + value.length, 0)

const changedShare = (parts: readonly Part[]): number =>
  lengthOf(parts.filter(({ added, removed }) => added || removed)) / Math.max(1, lengthOf(parts))

const spoken = ({ removed, added }: Change): string => {
  if (removed === '') return `“${added.trim()}” added`
  if (added === '') return `“${removed.trim()}” left out`
  return `“${added.trim()}” for “${removed.trim()}”`
}

/**
 * How two texts that are nearly one differ, word by word: “the board” for “management”; “annually” added. Sentences
 * are compared first and words only where a sentence changed.
 * @returns null where whole sentences alone are left out, as between nested texts, and where the texts differ in too
 * many places
 */
export const wordDifference = (first: string, second: string): string | null => {
  const sentences = diffSentences(first, second, { maxEditLength: MOST_EDITS })
  if (!sentences) return null
  const edited = changesIn(sentences).filter(
    ({ removed, added }) => removed.trim() !== '' && added.trim() !== '',
  )
  const changes: Change[] = []
  for (const { removed, added } of edited) {
    const words = diffWords(removed, added, { maxEditLength: MOST_EDITS })
    if (!words || changedShare(words) > MOST_CHANGED) return null
    changes.push(...changesIn(words))
  }
  const shown = changes.filter(({ removed, added }) => /[\p{L}\p{N}]/u.test(removed + added))
  if (shown.length === 0) return null
  const more = shown.length - SHOWN
  return shown.slice(0, SHOWN).map(spoken).join('; ') + (more > 0 ? `; and ${more} more` : '')
}
