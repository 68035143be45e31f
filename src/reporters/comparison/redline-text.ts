import type { RedlinePart } from '../../model/comparison.js'
import { printable, type Style } from '../style.js'
import { wrap } from '../wrap.js'

/** Words of context that stay beside a change where the rest is left out. */
const CONTEXT = 7

const words = (text: string): readonly string[] => text.match(/\S+\s*/g) ?? []

/** A redline with what did not change cut to a few words round the changes. */
export const shortRedline = (parts: readonly RedlinePart[]): readonly RedlinePart[] =>
  parts.map((part, index): RedlinePart => {
    const own = words(part.text)
    const [isFirst, isLast] = [index === 0, index === parts.length - 1]
    const kept = (isFirst ? 0 : CONTEXT) + (isLast ? 0 : CONTEXT)
    if (part.kind !== 'same' || own.length <= kept + 3) return part
    const head = isFirst ? '' : own.slice(0, CONTEXT).join('')
    const tail = isLast ? '' : own.slice(own.length - CONTEXT).join('')
    return { kind: 'same', text: `${head.trimEnd()}${head === '' ? '' : ' '}… ${tail}` }
  })

interface Piece {
  readonly kind: RedlinePart['kind']
  readonly text: string
}

/** White space at the end of a change stands outside its marks. */
const marked = (text: string, open: string, close: string): string => {
  const own = text.trimEnd()
  return own === '' ? text : `${open}${own}${close}${text.slice(own.length) || ' '}`
}

/** A redline as plain text, as `wdiff` writes it: [-what went-] {+what came+}. */
export const plainRedline = (parts: readonly RedlinePart[]): string =>
  parts
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'removed' ? marked(text, '[-', '-]') : marked(text, '{+', '+}'),
    )
    .join('')
    .replace(/ +/g, ' ')
    .replace(/(?<=-\]|\+\}) (?=[.,;:)”])/g, '')
    .trim()

const LOOK = { removed: ['red', 'strike'], added: ['green', 'underline'] } as const

/**
 * A redline as lines: with color what went is struck out and what came underlined, else both are set in marks.
 * @param most lines; the rest is left out
 */
export const redlineLines = (
  parts: readonly RedlinePart[],
  width: number,
  indent: string,
  style: Style,
  color: boolean,
  most = Number.POSITIVE_INFINITY,
): readonly string[] => {
  const pieces: readonly Piece[] = color
    ? parts.map(({ kind, text }, index) => ({
        kind,
        // What went and what came in its place would run into each other.
        text:
          kind !== 'same' && /^[\p{L}\p{N}]/u.test(parts[index + 1]?.text ?? '')
            ? `${text.trimEnd()} `
            : text,
      }))
    : [{ kind: 'same', text: plainRedline(parts) }]
  const text = printable(pieces.map(piece => piece.text.replace(/\s/g, ' ')).join(''))
  const lines = wrap(text, Math.max(2, width - indent.length))
  let at = 0
  const stretches = pieces.map(({ kind, text: own }) => {
    const start = at
    at += own.length
    return { kind, start, end: at }
  })
  const shown = lines.slice(0, most).map(line =>
    stretches
      .flatMap(({ kind, start, end }) => {
        const piece = text.slice(Math.max(start, line.start), Math.min(end, line.end))
        if (piece === '') return []
        return [kind === 'same' ? piece : style(piece, ...LOOK[kind])]
      })
      .join(''),
  )
  const last = shown.at(-1)
  if (lines.length > most && last !== undefined) shown[shown.length - 1] = `${last} …`
  return shown.map(line => `${indent}${line.trimEnd()}`)
}
