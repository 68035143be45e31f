import type { Passage } from '../model/report.js'
import { printable, type Style } from './style.js'
import { widthOf, wrap } from './wrap.js'

/** Longest passage that is quoted whole, in characters. */
const LIMIT = 700

/** A passage short enough to quote: words before and after the marked ones are left out where it is too long. */
export const excerpt = ({ text, start, end }: Passage, limit = LIMIT): Passage => {
  if (text.length <= limit) return { text, start, end }
  const marked = Math.min(end - start, limit)
  const room = (limit - marked) >> 1
  let from = Math.max(0, start - room)
  let to = Math.min(text.length, start + marked + room)
  if (from > 0) {
    const space = text.indexOf(' ', from)
    from = space >= 0 && space < start ? space + 1 : from
  }
  if (to < text.length) {
    const space = text.lastIndexOf(' ', to)
    to = space > start ? space : to
  }
  const before = from > 0 ? '… ' : ''
  const after = to < text.length ? ' …' : ''
  return {
    text: `${before}${text.slice(from, to)}${after}`,
    start: start - from + before.length,
    end: Math.min(end, to) - from + before.length,
  }
}

const GUTTER = '│ '

/**
 * A passage as lines behind a bar, with the marked words underlined: by the terminal where it has color, else by a
 * line of carets. A passage that is marked from end to end bears no mark.
 * @param width columns of the whole line
 */
export const quoted = (
  passage: Passage,
  width: number,
  indent: string,
  style: Style,
  color: boolean,
): string[] => {
  const { text: raw, start, end } = excerpt(passage)
  const text = printable(raw)
  const whole = end - start >= text.trim().length
  const bar = indent + style(GUTTER, 'dim')
  return wrap(text, Math.max(2, width - indent.length - GUTTER.length)).flatMap(line => {
    const piece = text.slice(line.start, line.end)
    const from = Math.max(0, start - line.start)
    const to = Math.min(piece.length, end - line.start)
    if (whole || to <= from) return [bar + piece.trimEnd()]
    const [before, marked, after] = [piece.slice(0, from), piece.slice(from, to), piece.slice(to)]
    if (color) return [bar + before + style(marked, 'bold', 'underline') + after]
    return [bar + piece.trimEnd(), `${bar}${' '.repeat(widthOf(before))}${'^'.repeat(widthOf(marked))}`]
  })
}
