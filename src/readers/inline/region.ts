import { Parser } from 'htmlparser2'
import { lastNotAfter } from '../../model/last-not-after.js'
import type { Prose, Unit } from '../../model/prose.js'
import { type Source, textSource } from '../../model/span.js'
import { proseBuilder } from '../../text/prose-builder.js'
import { htmlText } from '../html/html-prose.js'
import { MAX_NESTING, MAX_OPEN_ELEMENTS } from '../limits.js'
import { layOut } from '../plain/lay-out.js'
import { isFurniture } from '../plain/text-units.js'
import { requireBounded, type Stretch, TOO_DEEP, UnboundedError } from './document.js'

/** Parts of inline XBRL that no reader of the document sees, or that its taggers took out. */
const LEFT_OUT = /^(?:[\w.-]+:)?(?:exclude|header|hidden)$/i

/** The text of stretches of an HTML document, with its units as the markup has them. */
const markupProse = (source: Source, stretches: readonly Stretch[]): Prose => {
  const builder = proseBuilder(source)
  for (const { start, end } of stretches) {
    const target = htmlText(builder, source.text)
    let depth = 0
    const parser = new Parser(
      {
        onopentag: (name, attributes) => {
          if (++depth > MAX_OPEN_ELEMENTS) throw new UnboundedError(TOO_DEEP)
          if (depth > MAX_NESTING) return
          const isLeftOut = name.includes(':') && LEFT_OUT.test(name)
          target.open(
            name,
            isLeftOut ? { style: 'display:none' } : attributes,
            start + parser.startIndex,
            start + parser.endIndex + 1,
          )
        },
        onclosetag: name => {
          if (depth-- <= MAX_NESTING) target.close(name)
        },
        ontext: data => target.text(data, start + parser.startIndex, start + parser.endIndex + 1),
      },
      { recognizeSelfClosing: true, recognizeCDATA: true },
    )
    parser.end(source.text.slice(start, end))
  }
  return builder.finish()
}

/** A mark of a list, or the number of an item, that stands by itself: the first cell of a row, whose second has the words. */
const OPENS_LINE =
  /^(?:[•·●▪◦‣∙○■□⁃\uf0b7–—*-]|o|\(?(?:[ivx]{1,4}|[a-z]|\d{1,2})[.)]|items?\s*\d{1,2}(?:\.\d\d)?\s?[A-Z]?[.:]?)$/i
const PAGE_NUMBER = /^\d{1,3}\.$/
/** A sentence that the end of a page parted. */
const BROKEN_OFF = /[\p{L}\d,’')”]$/u
const GOES_ON = /^[\p{Ll}(]/u

/** Units joined to one text: where the words of each begin in it, and where they began in the text of the markup. */
interface Flat {
  readonly text: string
  readonly starts: readonly number[]
  readonly origins: readonly number[]
}

/**
 * The units joined to a plain text, with blank lines between paragraphs: without what is printed on each page, with list
 * marks before their items, and with sentences that a page break parted made whole.
 */
const flatten = ({ text, units }: Prose): Flat => {
  const starts: number[] = []
  const origins: number[] = []
  let flat = ''
  let afterFurniture = false
  let last = ''
  const wordsOf = (unit: Unit | undefined): string => (unit ? text.slice(unit.start, unit.end) : '')
  units.forEach((unit, index) => {
    const words = wordsOf(unit)
    // "25." before a running head is the page's number; before words it is a list's.
    if (isFurniture(words) || (PAGE_NUMBER.test(words) && isFurniture(wordsOf(units[index + 1])))) {
      afterFurniture = true
      return
    }
    const goesOn = afterFurniture && BROKEN_OFF.test(last) && GOES_ON.test(words)
    if (flat !== '') flat += goesOn || OPENS_LINE.test(last) ? ' ' : '\n\n'
    if (unit.kind === 'list-item' && !OPENS_LINE.test(last)) flat += '• '
    starts.push(flat.length)
    origins.push(unit.start)
    flat += words
    last = words
    afterFurniture = false
  })
  return { text: flat, starts, origins }
}

/**
 * Stretches of an HTML document as a reader sees them, one after the other: block elements break lines, tables are read
 * by rows, what is printed on each page is left out.
 * @param source the document
 * @throws UnboundedError where they are too long, or elements nested too deep
 */
export const regionProse = (source: Source, stretches: readonly Stretch[]): Prose => {
  requireBounded(stretches)
  const markup = markupProse(source, stretches)
  const { text: flat, starts, origins } = flatten(markup)
  const prose = layOut(textSource(flat), 0, flat.length)
  /** Offset in the text of the markup of an offset in the flat text. */
  const inMarkup = (at: number): number => {
    const piece = lastNotAfter(starts, at)
    return (origins[piece] ?? 0) + Math.max(0, at - (starts[piece] ?? at))
  }
  const toSource: Prose['toSource'] = (start, end) => {
    const [from, to] = prose.toSource(start, end)
    return to <= from
      ? markup.toSource(inMarkup(from), inMarkup(from))
      : markup.toSource(inMarkup(from), inMarkup(to - 1) + 1)
  }
  return { text: prose.text, units: prose.units, source, toSource }
}

/** Offset in a prose of the first character that stands at or after an offset of its source. */
export const offsetInProse = ({ text, toSource }: Prose, at: number): number => {
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (toSource(middle, middle + 1)[0] < at) low = middle + 1
    else high = middle
  }
  return low
}
