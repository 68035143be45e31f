import { lastNotAfter } from '../model/last-not-after.js'
import type { Prose, Unit, UnitKind } from '../model/prose.js'
import type { Source } from '../model/span.js'

/** Numbers that grow: offsets of runs that are alike in text and source. */
interface Runs {
  readonly text: number[]
  readonly source: number[]
  readonly sourceLength: number[]
}

export interface UnitOptions {
  readonly headings?: readonly string[]
  readonly level?: number
  readonly leadIn?: number
}

export interface ProseBuilder {
  /** Length of the text so far: where the next character will stand (before any pending space). */
  readonly length: number
  /** Index that the next unit will have. */
  readonly nextUnit: number
  /** Starts a unit; ends the one before it. A unit in which no visible character follows is dropped. */
  readonly open: (kind: UnitKind, options?: UnitOptions) => void
  /** Adds source characters [start, end) as they are; white space in them is folded. */
  readonly copy: (start: number, end: number) => void
  /** Adds `text` that stands for source characters [start, end), e.g. `&` for `&amp;`. */
  readonly insert: (text: string, start: number, end: number) => void
  readonly finish: () => Prose
}

/** Space, tab, line ends, NBSP and the other Unicode spaces, zero-width space, word joiner, BOM and soft hyphen. */
const isSpace = (unit: number): boolean =>
  unit === 32 ||
  (unit >= 9 && unit <= 13) ||
  unit === 0xa0 ||
  unit === 0x1680 ||
  (unit >= 0x2000 && unit <= 0x200a) ||
  unit === 0x2028 ||
  unit === 0x2029 ||
  unit === 0x202f ||
  unit === 0x205f ||
  unit === 0x3000
const isInvisible = (unit: number): boolean =>
  unit === 0xad || unit === 0x200b || unit === 0x200c || unit === 0x200d || unit === 0x2060 || unit === 0xfeff

/** White space other than one plain space between visible characters, and what is invisible. */
const IRREGULAR = /[\t-\r\u00a0\u00ad\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]| {2}/
/** Characters searched ahead at a time: many short proses may stand in one long line. */
const WINDOW = 4096

/**
 * Collects text for a {@link Prose}: readers walk their document in order and say what is visible. Keeps, run by run,
 * where each character came from, so that a phrase can be matched on the text and shown in the source.
 */
export const proseBuilder = (source: Source): ProseBuilder => {
  const pieces: string[] = []
  const runs: Runs = { text: [], source: [], sourceLength: [] }
  const units: Unit[] = []
  let length = 0
  let pending: { start: number; end: number } | undefined
  let current: { kind: UnitKind; options: UnitOptions; start: number } | undefined
  let breakAt = -1
  let regularFrom = 0
  let regularTo = 0

  const push = (piece: string, start: number, end: number): void => {
    runs.text.push(length)
    runs.source.push(start)
    runs.sourceLength.push(end - start)
    pieces.push(piece)
    length += piece.length
  }

  /** Makes room before a visible character: the unit break or the folded space that is due. */
  const settle = (at: number): void => {
    if (current && current.start < 0) {
      if (length > 0) push('\n', breakAt < 0 ? at : breakAt, at)
      current.start = length
    } else if (pending) push(' ', pending.start, pending.end)
    pending = undefined
  }

  const close = (): void => {
    if (current && current.start >= 0 && length > current.start) {
      const { kind, options, start } = current
      units.push({
        kind,
        start,
        end: length,
        headings: options.headings ?? [],
        ...(options.level === undefined ? {} : { level: options.level }),
        ...(options.leadIn === undefined ? {} : { leadIn: options.leadIn }),
      })
      const last = runs.source.length - 1
      breakAt = (runs.source[last] ?? 0) + (runs.sourceLength[last] ?? 0)
    }
    current = undefined
    pending = undefined
  }

  const open = (kind: UnitKind, options: UnitOptions = {}): void => {
    close()
    current = { kind, options, start: -1 }
  }

  const space = (start: number, end: number): void => {
    if (!current || current.start < 0) return
    if (pending) pending.end = end
    else pending = { start, end }
  }

  /** End of the stretch from `at` that needs no folding. What was searched once is kept, however short the pieces copied. */
  const regularEnd = (at: number): number => {
    if (at < regularFrom || at >= regularTo) {
      const window = source.text.slice(at, at + WINDOW)
      const irregular = window.search(IRREGULAR)
      regularFrom = at
      regularTo = at + (irregular < 0 ? window.length : irregular)
    }
    return regularTo
  }

  const copy = (start: number, end: number): void => {
    if (!current) open('paragraph')
    const { text } = source
    let i = start
    while (i < end) {
      const unit = text.charCodeAt(i)
      if (isSpace(unit)) {
        space(i, i + 1)
        i++
        continue
      }
      if (isInvisible(unit)) {
        i++
        continue
      }
      settle(i)
      const stop = Math.min(end, regularEnd(i))
      // A single space before an irregular stretch may yet be folded with it.
      const last = text.charCodeAt(stop - 1) === 32 ? stop - 1 : stop
      push(text.slice(i, last), i, last)
      i = last
    }
  }

  const insert = (piece: string, start: number, end: number): void => {
    if (!current) open('paragraph')
    for (const character of piece) {
      const unit = character.charCodeAt(0)
      if (isSpace(unit)) space(start, end)
      else if (!isInvisible(unit)) {
        settle(start)
        push(character, start, end)
      }
    }
  }

  const finish = (): Prose => {
    close()
    return makeProse(pieces.join(''), units, source, runs)
  }

  return {
    get length() {
      return length
    },
    get nextUnit() {
      return units.length + (current && current.start >= 0 && length > current.start ? 1 : 0)
    },
    open,
    copy,
    insert,
    finish,
  }
}

const makeProse = (text: string, units: readonly Unit[], source: Source, runs: Runs): Prose => {
  /** Index of the run that holds the character at `offset`. */
  const runAt = (offset: number): number => lastNotAfter(runs.text, offset)
  const textLength = (run: number): number => (runs.text[run + 1] ?? text.length) - (runs.text[run] ?? 0)
  /** Whether the run's characters stand one for one in the source. */
  const isLinear = (run: number): boolean => textLength(run) === (runs.sourceLength[run] ?? 0)

  const toSource = (start: number, end: number): readonly [number, number] => {
    if (runs.text.length === 0) return [0, 0]
    const first = runAt(start)
    const from = (runs.source[first] ?? 0) + (isLinear(first) ? start - (runs.text[first] ?? 0) : 0)
    if (end <= start) return [from, from]
    const last = runAt(end - 1)
    const to = isLinear(last)
      ? (runs.source[last] ?? 0) + (end - (runs.text[last] ?? 0))
      : (runs.source[last] ?? 0) + (runs.sourceLength[last] ?? 0)
    return [from, Math.max(from, to)]
  }
  return { text, units, source, toSource }
}

/** Whether a stretch is one paragraph in which nothing needs folding. */
const isRegular = (text: string): boolean =>
  text !== '' && text.charCodeAt(0) !== 32 && text.charCodeAt(text.length - 1) !== 32 && !IRREGULAR.test(text)

/** The commonest text: one paragraph, whose characters stand as they are in the source. */
const unchangedProse = (source: Source, start: number, text: string): Prose => ({
  text,
  units: [{ kind: 'paragraph', start: 0, end: text.length, headings: [] }],
  source,
  toSource: (from, to) => [start + from, start + Math.max(from, to)],
})

/** A blank line, with the white space before the next visible one. */
const BLANK = /(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*/g

/** A prose of the plain characters [start, end) of a source: blank lines set paragraphs apart, single line ends are spaces. */
export const plainProse = (source: Source, start = 0, end = source.text.length): Prose => {
  const text = source.text.slice(start, end)
  if (isRegular(text)) return unchangedProse(source, start, text)
  const builder = proseBuilder(source)
  let from = 0
  for (const match of text.matchAll(BLANK)) {
    builder.open('paragraph')
    builder.copy(start + from, start + match.index)
    from = match.index + match[0].length
  }
  builder.open('paragraph')
  builder.copy(start + from, end)
  return builder.finish()
}
