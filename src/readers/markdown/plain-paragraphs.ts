import type { Nodes, Paragraph, Root, Text } from 'mdast'
import { lastNotAfter } from '../../model/last-not-after.js'

type Position = NonNullable<Nodes['position']>
type Point = Position['start']

/** Plain words: where they stand, on which lines from the first of their run, and the length of the last line. */
interface PlainParagraph {
  readonly start: number
  readonly end: number
  readonly firstLine: number
  readonly lastLine: number
  readonly lastLength: number
}

/** Paragraphs with nothing but blank lines between them. */
type Run = readonly [PlainParagraph, ...PlainParagraph[]]

/** A text in which a letter stands for each run of plain paragraphs. */
export interface Abridged {
  readonly text: string
  /** Makes the tree of the abridged text that of the whole. False where the parser took a stand-in for something else. */
  readonly restore: (root: Root) => boolean
}

/** Stands for a run: where the words would be paragraphs, a letter is one. */
const STAND_IN = 'p'

/**
 * A line of words that mean to Markdown what they say: nothing before them that it takes for a marker, no sign of
 * emphasis, code, links, escapes, references, tables or markup among them, colons and ampersands only before a space,
 * and no space at the end.
 */
const WORDS =
  /(?!\d{1,9}[.)])[A-Za-z0-9("'$\u00a1-\ud7ff](?:[^\0-\x1f\\`*_[\]<>|~{}&:=]|[&:](?= ))*(?<! )(?=\r?\n|$)/y

const BLANK = /[ \t]*(?=\r?\n|$)/y

/** A line that a paragraph may follow, or end before, without a blank line: a heading, or the fence of a block. */
const PARTING = /(?:#{1,6} |:{3,})[^\r\n]*(?=\r?\n|$)/y

const isAt = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at
  return pattern.test(text)
}

const plainRuns = (text: string): readonly Run[] => {
  const runs: Run[] = []
  let run: PlainParagraph[] = []
  let open: PlainParagraph | undefined
  /** Whether a paragraph may begin on this line. */
  let mayOpen = true
  let line = 0
  const close = (): void => {
    if (open) run.push(open)
    open = undefined
  }
  const closeRun = (): void => {
    const [first, ...rest] = run
    if (first) runs.push([first, ...rest])
    run = []
  }
  for (let start = 0; start < text.length; line++) {
    if (isAt(WORDS, text, start)) {
      const end = WORDS.lastIndex
      if (open) open = { ...open, end, lastLine: line, lastLength: end - start }
      else if (mayOpen) {
        if (run.length === 0) line = 0
        open = { start, end, firstLine: line, lastLine: line, lastLength: end - start }
      }
      mayOpen = false
    } else if (isAt(BLANK, text, start)) {
      close()
      mayOpen = true
    } else {
      mayOpen = isAt(PARTING, text, start)
      if (mayOpen) close()
      open = undefined
      closeRun()
    }
    const lineEnd = text.indexOf('\n', start)
    start = lineEnd < 0 ? text.length : lineEnd + 1
  }
  close()
  closeRun()
  return runs
}

/** How far what follows a stand-in is from its place in the text. */
interface Shift {
  readonly offset: number
  readonly line: number
  /** Of what ends where the stand-in does. */
  readonly column: number
  /** What it stands for; none before the first. */
  readonly run: readonly PlainParagraph[]
}

/** The paragraphs of a run as the parser would make them. @param line the first line of the run */
const nodesOf = (run: readonly PlainParagraph[], line: number, text: string): Paragraph[] =>
  run.map(({ start, end, firstLine, lastLine, lastLength }) => {
    const position = (): Position => ({
      start: { line: line + firstLine, column: 1, offset: start },
      end: { line: line + lastLine, column: lastLength + 1, offset: end },
    })
    const words: Text = { type: 'text', value: text.slice(start, end), position: position() }
    return { type: 'paragraph', children: [words], position: position() }
  })

/**
 * Shortens a text for a parser of Markdown. Most of a draft is paragraphs in which it looks at each character and finds
 * nothing: it is shown a letter for them, and they are put into its tree.
 */
export const abridged = (text: string): Abridged => {
  const pieces: string[] = []
  /** Offset past each stand-in, and what holds from there on. */
  const from = [0]
  const shifts: Shift[] = [{ offset: 0, line: 0, column: 0, run: [] }]
  let copied = 0
  let length = 0
  let line = 0
  for (const run of plainRuns(text)) {
    const { start } = run[0]
    const { end, lastLine, lastLength } = run.at(-1) ?? run[0]
    pieces.push(text.slice(copied, start), STAND_IN)
    length += start - copied + STAND_IN.length
    line += lastLine
    copied = end
    from.push(length)
    shifts.push({ offset: end - length, line, column: lastLength - STAND_IN.length, run })
  }
  pieces.push(text.slice(copied))

  const move = (point: Point): void => {
    const { offset = 0 } = point
    const at = lastNotAfter(from, offset)
    const shift = shifts[at]
    if (!shift) return
    if (from[at] === offset) point.column += shift.column
    point.line += shift.line
    point.offset = offset + shift.offset
  }

  /** The paragraphs that a node stands for; none where it stands for itself. */
  const standsFor = (node: Nodes): Paragraph[] => {
    if (node.type !== 'paragraph' || node.children.length > 1 || !node.position) return []
    const { start, end } = node.position
    const { offset = 0 } = end
    const at = lastNotAfter(from, offset)
    return from[at] === offset && start.offset === offset - STAND_IN.length
      ? nodesOf(shifts[at]?.run ?? [], start.line + (shifts[at - 1]?.line ?? 0), text)
      : []
  }

  const restore = (root: Root): boolean => {
    let restored = 0
    const nodes: Nodes[] = [root]
    for (let node = nodes.pop(); node; node = nodes.pop()) {
      if (node.position) {
        move(node.position.start)
        move(node.position.end)
      }
      if (!('children' in node)) continue
      const children: Nodes[] = node.children
      const whole = children.flatMap(child => {
        const paragraphs = standsFor(child)
        if (paragraphs.length > 0) restored++
        else nodes.push(child)
        return paragraphs.length > 0 ? paragraphs : [child]
      })
      children.splice(0, children.length, ...whole)
    }
    return restored === shifts.length - 1
  }
  return { text: pieces.join(''), restore }
}
