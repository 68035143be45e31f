import type { Prose } from '../model/prose.js'
import { lettersAndDigits } from '../text/similarity.js'
import type { Words } from './check.js'

/** Characters beside a match by which it is known again. */
const BESIDE = 25

/** A match with the letters and digits beside it, by which the same place is known in another text. */
export interface Met {
  readonly text: string
  readonly before: string
  readonly after: string
  /** Whether its text begins or ends beside it. */
  readonly isAtEdge: boolean
}

export const metAt = ({ text }: Prose, { start, end }: Words): Met => {
  const own = text.slice(start, end)
  return {
    text: lettersAndDigits(own) || own,
    before: lettersAndDigits(text.slice(Math.max(0, start - BESIDE), start)),
    after: lettersAndDigits(text.slice(end, end + BESIDE)),
    isAtEdge: start < BESIDE || end + BESIDE > text.length,
  }
}

/** Letters and digits that two matches have to share, themselves or beside them, to be the same place. */
const SHARED = 12

/** Two names of a place, by what stands before it and by what stands after: a block may end where another goes on. */
const namesOf = ({ text, before, after }: Met): readonly string[] => [
  ...(before.length >= SHARED ? [`${before}|${text}|`] : []),
  ...(after.length >= SHARED ? [`|${text}|${after}`] : []),
]

/** Whether two matches are one place where a text begins or ends beside one of them: nothing beside them differs. */
const mayBeSame = (a: Met, b: Met): boolean => {
  if (a.text !== b.text) return false
  const before = Math.min(a.before.length, b.before.length)
  const after = Math.min(a.after.length, b.after.length)
  return (
    a.text.length + before + after >= SHARED &&
    a.before.slice(a.before.length - before) === b.before.slice(b.before.length - before) &&
    a.after.slice(0, after) === b.after.slice(0, after)
  )
}

/** Matches of the texts before, by which those of the next text are known again. */
export const matchesMet = () => {
  const names = new Set<string>()
  const all: Met[] = []
  const atEdge: Met[] = []
  return {
    add: (met: Met): void => {
      for (const name of namesOf(met)) names.add(name)
      all.push(met)
      if (met.isAtEdge) atEdge.push(met)
    },
    has: (met: Met): boolean =>
      namesOf(met).some(name => names.has(name)) ||
      (met.isAtEdge ? all : atEdge).some(other => mayBeSame(other, met)),
  }
}
