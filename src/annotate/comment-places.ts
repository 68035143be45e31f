import { lastNotAfter } from '../model/last-not-after.js'
import type { Runs, RunTrace } from '../readers/word/document-text.js'
import { outermostRun, type TracedElement, type TracedText } from '../readers/word/trace.js'
import type { Edit } from './edits.js'
import type { PartNames } from './part-xml.js'

/** Where a comment begins or ends in the XML of the text. */
type Point =
  /** Between the elements of a paragraph. */
  | { readonly kind: 'outside'; readonly at: number }
  /** Between the elements of a run, which is split there. */
  | { readonly kind: 'between'; readonly at: number; readonly run: TracedElement }
  /** In the text of a run. */
  | {
      readonly kind: 'inside'
      readonly at: number
      readonly run: TracedElement
      readonly text: TracedElement
    }

/** Words to comment on: the first characters and the last, with offsets into each. */
interface Stretch {
  readonly first: TracedElement | { readonly text: TracedText; readonly offset: number }
  readonly last: TracedElement | { readonly text: TracedText; readonly offset: number }
}

const isText = (trace: RunTrace): trace is readonly TracedText[] => Array.isArray(trace)

/** The characters of the text from `start` to `end`; undefined where none of them stand in the XML. */
const stretchOf = ({ starts, traces }: Readonly<Runs>, start: number, end: number): Stretch | undefined => {
  let first: Stretch['first'] | undefined
  let last: Stretch['last'] | undefined
  for (let index = lastNotAfter(starts, start); (starts[index] ?? end) < end; index++) {
    const from = starts[index] ?? 0
    const trace = traces[index] ?? []
    if (!isText(trace)) {
      // A note: all of it is anchored at what refers to it.
      first ??= trace
      last = trace
      continue
    }
    for (const text of trace) {
      const [left, right] = [Math.max(0, start - from - text.at), Math.min(text.length, end - from - text.at)]
      if (left >= right) continue
      first ??= { text, offset: left }
      last = { text, offset: right }
    }
  }
  return first && last && { first, last }
}

/** Elements that hold no comment: formulas, and varieties of one thing for several versions of Word. */
const UNPARTED = new Set(['m:oMath', 'm:oMathPara', 'mc:AlternateContent'])

/** The element before or after which a comment may begin or end: the run, or what must not be parted round it. */
const holderOf = (element: TracedElement, run: TracedElement | undefined): TracedElement => {
  let holder = run ?? element
  for (let at = holder.parent; at && at.name !== 'w:p'; at = at.parent)
    if (at.isBound || UNPARTED.has(at.name)) holder = at
  return holder
}

/** Whether an element holds nothing but characters. A run may have many comments: each is looked at once. */
const plainness = (xml: string): ((element: TracedElement) => boolean) => {
  const known = new Map<TracedElement, boolean>()
  return element => {
    const before = known.get(element)
    if (before !== undefined) return before
    const isPlain = !xml.slice(element.contentStart, element.contentEnd).includes('<')
    known.set(element, isPlain)
    return isPlain
  }
}

const outside = (holder: TracedElement, isStart: boolean): Point => ({
  kind: 'outside',
  at: isStart ? holder.start : holder.end,
})

const pointAt = (
  place: Stretch['first'],
  isStart: boolean,
  isPlain: (element: TracedElement) => boolean,
): Point => {
  const element = 'text' in place ? place.text.element : place
  const run = outermostRun(element)
  const holder = holderOf(element, run)
  if (!('text' in place) || run === undefined || holder !== run) return outside(holder, isStart)
  // A run is split only where its characters stand in it directly.
  if (element.parent !== run || (element.name === 'w:t' && !isPlain(element))) return outside(run, isStart)
  const { text, offset } = place
  const isEdge = isStart ? offset === 0 : offset === text.length
  if (isEdge && (isStart ? run.first : run.last) === text) return outside(run, isStart)
  if (isEdge && (isStart ? element.first : element.last) === text)
    return { kind: 'between', at: isStart ? element.start : element.end, run }
  // A reference ("&amp;") or an element stands for its characters as a whole.
  const isLiteral = text.end - text.start === text.length
  if (element.name !== 'w:t') return outside(run, isStart)
  const at = isLiteral ? text.start + offset : isStart ? text.start : text.end
  return { kind: 'inside', at, run, text: element }
}

const nameIn = (xml: string, { start }: TracedElement): string =>
  /^<([^\s/>]+)/.exec(xml.slice(start, start + 200))?.[1] ?? ''

/** The end of a run, and the beginning of another with the same properties. */
const splitRun = (xml: string, run: TracedElement): readonly [end: string, start: string] => {
  const { properties } = run
  return [
    `</${nameIn(xml, run)}>`,
    xml.slice(run.start, run.contentStart) + (properties ? xml.slice(properties.start, properties.end) : ''),
  ]
}

const PRESERVED = ' xml:space="preserve"'

/**
 * Edits that keep the white space of a text that is split. Without the attribute white space at its ends counted for
 * nothing, and must not begin to.
 * @param places offsets at which it is split
 */
const preserving = (
  xml: string,
  { start, contentStart, contentEnd }: TracedElement,
  places: readonly number[],
): readonly Edit[] => {
  if (/\sxml:space\s*=\s*["']preserve["']/.test(xml.slice(start, contentStart))) return []
  const content = xml.slice(contentStart, contentEnd)
  const lead = /[^ \t\r\n]/.exec(content)?.index ?? 0
  const trail = /[ \t\r\n]*$/.exec(content)?.index ?? content.length
  const from = places.reduce((least, place) => Math.min(least, place), contentStart + lead)
  const to = places.reduce((most, place) => Math.max(most, place), contentStart + trail)
  return [
    { start: contentStart - 1, end: from, text: `${PRESERVED}>` },
    { start: to, end: contentEnd, text: '' },
  ]
}

/** A comment to be made: its id, and offsets of its words in the text of the document. */
export interface PlacedComment {
  readonly id: number
  readonly start: number
  readonly end: number
}

/**
 * Edits of the text that tie comments to their words. Where words stand in a note, a text box, a formula or a content
 * control that is filled from elsewhere, the comment is on what holds that.
 * @param heading the words for a comment whose own are none: a box that is ticked
 */
export const commentEdits = (
  xml: string,
  runs: Readonly<Runs>,
  comments: readonly PlacedComment[],
  heading: readonly [start: number, end: number],
  { declaration }: PartNames,
): readonly Edit[] => {
  const isPlain = plainness(xml)
  const points = new Map<number, { readonly point: Point; ends: string; starts: string }>()
  const mark = (point: Point, side: 'ends' | 'starts', markup: string): void => {
    const known = points.get(point.at) ?? { point, ends: '', starts: '' }
    known[side] += markup
    points.set(point.at, known)
  }
  for (const { id, start, end } of comments) {
    const stretch = stretchOf(runs, start, end) ?? stretchOf(runs, ...heading)
    if (!stretch) continue
    const own = `${declaration} w:id="${id}"`
    mark(pointAt(stretch.first, true, isPlain), 'starts', `<w:commentRangeStart${own}/>`)
    mark(
      pointAt(stretch.last, false, isPlain),
      'ends',
      `<w:commentRangeEnd${own}/><w:r${declaration}><w:commentReference w:id="${id}"/></w:r>`,
    )
  }
  const edits: Edit[] = []
  const split = new Map<TracedElement, number[]>()
  for (const { point, ends, starts } of points.values()) {
    const { at } = point
    const markers = ends + starts
    if (point.kind === 'outside') {
      edits.push({ start: at, end: at, text: markers })
      continue
    }
    const [close, open] = splitRun(xml, point.run)
    if (point.kind === 'between') {
      edits.push({ start: at, end: at, text: close + markers + open })
      continue
    }
    const name = nameIn(xml, point.text)
    edits.push({ start: at, end: at, text: `</${name}>${close}${markers}${open}<${name}${PRESERVED}>` })
    const places = split.get(point.text)
    if (places) places.push(at)
    else split.set(point.text, [at])
  }
  for (const [text, places] of split) edits.push(...preserving(xml, text, places))
  return edits
}
