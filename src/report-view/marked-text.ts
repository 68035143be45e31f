import type { TextPart, TextPlace, TextUnit } from '../model/document-text.js'
import { firstEndingAfter } from '../text/stretches.js'
import type { Mark } from './document-model.js'

/** A unit of the text with the marks that reach into it. */
export interface MarkedUnit {
  readonly unit: TextUnit
  readonly text: string
  /** In the order in which they begin. */
  readonly marks: readonly Mark[]
  /** Marks that begin in it: they are named beside it. */
  readonly beginning: readonly Mark[]
}

/** A stretch of a unit under the same marks all through. */
export interface Segment {
  readonly text: string
  /** Offset in the text of the part. */
  readonly start: number
  readonly marks: readonly Mark[]
}

/** The units of a part, each with the marks that concern it, in the order of the text. */
export const markedUnits = ({ text, units }: TextPart, marks: readonly Mark[]): readonly MarkedUnit[] => {
  const reaching: Mark[][] = units.map(() => [])
  const beginning: Mark[][] = units.map(() => [])
  const inOrder = marks.toSorted((a, b) => a.place.start - b.place.start)
  for (const mark of inOrder) {
    const first = firstEndingAfter(units, mark.place.start)
    beginning[first]?.push(mark)
    for (let index = first; (units[index]?.start ?? mark.place.end) < mark.place.end; index++)
      reaching[index]?.push(mark)
  }
  return units.map((unit, index) => ({
    unit,
    text: text.slice(unit.start, unit.end),
    marks: reaching[index] ?? [],
    beginning: beginning[index] ?? [],
  }))
}

/** A unit's text cut where a mark begins or ends. */
export const segmentsOf = ({ unit, text, marks }: MarkedUnit): readonly Segment[] => {
  const cuts = new Set([unit.start, unit.end])
  for (const { place } of marks) {
    cuts.add(Math.max(unit.start, place.start))
    cuts.add(Math.min(unit.end, place.end))
  }
  const sorted = [...cuts].sort((a, b) => a - b)
  let next = 0
  let over: readonly Mark[] = []
  return sorted.slice(0, -1).map((start, index) => {
    const first = next
    while ((marks[next]?.place.start ?? Number.POSITIVE_INFINITY) <= start) next++
    over = [...over, ...marks.slice(first, next)].filter(({ place }) => place.end > start)
    const end = sorted[index + 1] ?? unit.end
    return { text: text.slice(start - unit.start, end - unit.start), start, marks: over }
  })
}

export const isSamePlace = (a: TextPlace, b: TextPlace): boolean =>
  a.part === b.part && a.start === b.start && a.end === b.end
