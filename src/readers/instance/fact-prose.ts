import { Parser } from 'htmlparser2'
import type { Prose } from '../../model/prose.js'
import type { TextSource } from '../../model/span.js'
import { plainProse, proseBuilder } from '../../text/prose-builder.js'
import { htmlText } from '../html/html-prose.js'
import { MAX_NESTING } from '../limits.js'
import type { ElementText } from './element-text.js'

const TAG = /<[a-z!/?]/i
const REFERENCE = /&(?:#\d|#x[\da-f]|[a-z][a-z\d]*;)/i

/** Whether the value of a fact holds tags of HTML. */
export const holdsMarkup = (value: string): boolean => /<\/?[a-z]/i.test(value)

/** Elements open at a time past which a value is not read on: the parser's time grows with their square. */
const DEEPEST = 5000
/** Characters parsed at a time. */
const PIECE = 1 << 16

const addMarkup = (html: string, into: ReturnType<typeof htmlText>): void => {
  let depth = 0
  let deepest = 0
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth++
      deepest = Math.max(deepest, depth)
      if (depth <= MAX_NESTING) into.open(name, attributes, parser.startIndex, parser.endIndex + 1)
    },
    onclosetag: name => {
      if (depth-- <= MAX_NESTING) into.close(name)
    },
    ontext: data => into.text(data, parser.startIndex, parser.endIndex + 1),
  })
  for (let at = 0; at < html.length && deepest < DEEPEST; at += PIECE)
    parser.write(html.slice(at, at + PIECE))
  parser.end()
}

/**
 * The value of a fact as a reader sees it. A text block's value is HTML that was escaped to stand in XML; one that holds
 * neither tags nor references of HTML is plain text, in which blank lines set paragraphs apart.
 * @returns prose whose places are those of the file, where `&lt;p&gt;` takes nine characters
 */
export const factProse = (source: TextSource, { text, toFile }: ElementText): Prose => {
  const value = { text, span: (start: number, end: number) => source.span(...toFile(start, end)) }
  let prose: Prose
  if (TAG.test(text) || REFERENCE.test(text)) {
    const builder = proseBuilder(value)
    addMarkup(text, htmlText(builder, text))
    prose = builder.finish()
  } else prose = plainProse(value)
  return {
    text: prose.text,
    units: prose.units,
    source,
    toSource: (start, end) => toFile(...prose.toSource(start, end)),
  }
}
