import type { Words } from '../checks/check.js'
import type { Place } from '../model/disclosure.js'
import type { Prose } from '../model/prose.js'
import type { Span } from '../model/span.js'
import { stretchAt } from '../text/stretches.js'

export const spanOfWords = ({ prose, start, end }: Words): Span =>
  prose.source.span(...prose.toSource(start, end))

export const spanOfPlace = ({ source, start, end }: Place): Span => source.span(start, end)

/** Headings above an offset of a prose, outermost first; empty where the prose has none. */
export const headingsAt = ({ units }: Prose, offset: number): readonly string[] =>
  stretchAt(units, offset)?.headings ?? []
