import { Parser } from 'htmlparser2'
import type { ProseBuilder } from '../../text/prose-builder.js'
import { opensList } from '../lead-in.js'
import { MAX_NESTING } from '../limits.js'

/** Elements that set their content apart from what stands around them. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
/** Elements whose text no reader sees. */
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'title', 'head'])

/** Feeds HTML to a prose, tag by tag. Offsets are those of the source. */
export interface HtmlText {
  readonly open: (
    name: string,
    attributes: Readonly<Record<string, string>>,
    start: number,
    end: number,
  ) => void
  readonly close: (name: string) => void
  readonly text: (data: string, start: number, end: number) => void
}

/**
 * Turns the events of an HTML parser into units: block elements part them, inline elements leave no trace, so that
 * "cyber<b>security</b>" is one word.
 */
export const htmlText = (
  builder: ProseBuilder,
  source: string,
  headings: readonly string[] = [],
): HtmlText => {
  let hidden = 0
  const stack: { name: string; hidden: boolean }[] = []
  /** Index of the unit that leads in the open list, by list depth. */
  const leads: (number | undefined)[] = []
  let tail = ''
  let breaks = 0
  const open: HtmlText['open'] = (name, attributes, start, end) => {
    const hides = UNSEEN.has(name) || /display\s*:\s*none/i.test(attributes['style'] ?? '')
    stack.push({ name, hidden: hides })
    if (hides) hidden++
    if (name === 'br') {
      // Two in a row are how filing programs part paragraphs.
      if (++breaks > 1) builder.open('paragraph', { headings })
      else builder.insert(' ', start, end)
    } else if (name === 'ul' || name === 'ol') leads.push(opensList(tail) ? builder.nextUnit - 1 : undefined)
    else if (name === 'li') {
      const leadIn = leads.at(-1)
      builder.open('list-item', { headings, ...(leadIn === undefined || leadIn < 0 ? {} : { leadIn }) })
    } else if (/^h[1-6]$/.test(name)) builder.open('heading', { headings, level: Number(name[1]) })
    else if (name === 'td' || name === 'th') builder.open('cell', { headings })
    else if (BLOCKS.has(name) && !withinUnit(stack)) builder.open('paragraph', { headings })
  }
  const close: HtmlText['close'] = name => {
    while (stack.length > 0) {
      const top = stack.pop()
      if (top?.hidden) hidden--
      if (top?.name === name) break
    }
    if (name === 'ul' || name === 'ol') leads.pop()
    if (BLOCKS.has(name))
      builder.open(stack.some(entry => entry.name === 'td') ? 'cell' : 'paragraph', { headings })
  }
  const text: HtmlText['text'] = (data, start, end) => {
    if (hidden > 0) return
    if (end - start === data.length && source.startsWith(data, start)) builder.copy(start, end)
    else builder.insert(data, start, end)
    if (data.trim() !== '') {
      breaks = 0
      tail = data
    }
  }
  return { open, close, text }
}

/** Whether the innermost block is a list item or cell that has only just been opened: its first `<p>` is the item itself. */
const withinUnit = (stack: readonly { readonly name: string }[]): boolean => {
  const parent = stack.at(-2)?.name
  return parent === 'li' || parent === 'td' || parent === 'th'
}

/** Adds a stretch of HTML to a prose; `html` is the source's [start, start + html.length), or a copy with markup blanked out. */
export const addHtml = (
  builder: ProseBuilder,
  source: string,
  html: string,
  start: number,
  headings: readonly string[],
): void => {
  const target = htmlText(builder, source, headings)
  let depth = 0
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (++depth <= MAX_NESTING)
        target.open(name, attributes, start + parser.startIndex, start + parser.endIndex + 1)
    },
    onclosetag: name => {
      if (depth-- <= MAX_NESTING) target.close(name)
    },
    ontext: data => target.text(data, start + parser.startIndex, start + parser.endIndex + 1),
  })
  parser.end(html)
}
