import type { Prose } from '../../model/prose.js'
import type { Source } from '../../model/span.js'
import { proseBuilder } from '../../text/prose-builder.js'
import { headingPath } from '../heading-path.js'
import { opensList } from '../lead-in.js'
import { type TextUnit, textUnits } from './text-units.js'

/** The plain characters [start, end) of a source as prose: headings, lists with what leads them in, paragraphs. */
export const layOut = (source: Source, start: number, end: number): Prose => {
  const { text } = source
  const builder = proseBuilder(source)
  const path = headingPath()
  let previous: TextUnit | undefined
  let leadIn: number | undefined
  for (const unit of textUnits(text, start, end)) {
    if (unit.kind === 'heading') {
      const name = text.slice(unit.start, unit.end).replace(/\s+/g, ' ').trim()
      builder.open('heading', { headings: path.above(unit.level), level: unit.level })
      path.enter(unit.level, name)
    } else if (unit.kind === 'list-item') {
      if (previous?.kind === 'paragraph')
        leadIn = opensList(text.slice(Math.max(previous.start, previous.end - 40), previous.end))
          ? builder.nextUnit - 1
          : undefined
      else if (previous?.kind === 'heading') leadIn = undefined
      builder.open('list-item', { headings: path.current(), ...(leadIn === undefined ? {} : { leadIn }) })
    } else builder.open('paragraph', { headings: path.current() })
    builder.copy(unit.start, unit.end)
    previous = unit
  }
  return builder.finish()
}
