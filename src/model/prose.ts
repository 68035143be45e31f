import type { Source } from './span.js'

/** What a stretch of prose is in its document: the layout that tells headings from sentences. */
export type UnitKind = 'heading' | 'paragraph' | 'list-item' | 'cell'

/** One heading, paragraph, list item or table cell of a prose, as offsets into its text. Units follow each other and never overlap. */
export interface Unit {
  readonly kind: UnitKind
  readonly start: number
  readonly end: number
  /** Headings above, outermost first; for a heading, those above it. */
  readonly headings: readonly string[]
  /** For a heading: 1 (outermost) to 6. */
  readonly level?: number
  /** For a list item: index in `units` of the paragraph that leads the list in ("We: …"). */
  readonly leadIn?: number
}

/**
 * Text as a reader sees it, with its layout and the way back to the source. White space (also NBSP) is folded to one
 * space, units are set apart by one line feed, markup is gone; letters, quotation marks and dashes are the author's.
 */
export interface Prose {
  readonly text: string
  readonly units: readonly Unit[]
  readonly source: Source
  /** Offsets in the source of the stretch [start, end) of `text`. */
  readonly toSource: (start: number, end: number) => readonly [start: number, end: number]
}
