/** An element of a part, as offsets in its XML. What is after it is known once the part is read. */
export interface TracedElement {
  readonly name: string
  readonly parent: TracedElement | undefined
  /** Offset of its start tag, and the offset after that tag. */
  readonly start: number
  readonly contentStart: number
  /** Offset of its end tag, and the offset after that; those of the start tag where it is empty ("<w:tab/>"). */
  contentEnd: number
  end: number
  /** Its properties: the first child whose name ends in "Pr". */
  properties: TracedElement | undefined
  /** Of a content control: programs put its text in anew, from elsewhere or as somebody chooses. */
  isBound: boolean
  /** The first and the last characters that were read in it, and in no run within it. */
  first: TracedText | undefined
  last: TracedText | undefined
}

/** Characters of a run, and where they stand in the XML. */
export interface TracedText {
  /** Offset in the text of the run, and the number of characters. */
  readonly at: number
  readonly length: number
  /** Offsets in the XML. As many characters there as in the text, but for references ("&amp;") and elements. */
  readonly start: number
  readonly end: number
  /** The element that holds or is them. */
  readonly element: TracedElement
}

/** Follows a part while it is read, so that its words are found again in its XML. */
export interface Trace {
  readonly open: (name: string, start: number, end: number) => void
  readonly close: (start: number, end: number) => void
  readonly text: (start: number, end: number) => void
  /** The characters that are read now. @param at offset in the text of their run */
  readonly place: (at: number, length: number) => TracedText | undefined
  /** The element that is open now. */
  readonly element: () => TracedElement | undefined
}

/** The outermost run round an element, which may stand in a text box that the run holds. */
export const outermostRun = (element: TracedElement): TracedElement | undefined => {
  let found: TracedElement | undefined
  for (let at: TracedElement | undefined = element; at; at = at.parent) if (at.name === 'w:r') found = at
  return found
}

/** Properties of content controls whose text is not typed in place. */
const BINDING = new Set([
  'w:dataBinding',
  'w:text',
  'w:showingPlcHdr',
  'w:dropDownList',
  'w:comboBox',
  'w:date',
  'w14:checkbox',
])

export const traceOf = (): Trace => {
  let top: TracedElement | undefined
  let from = 0
  let to = 0
  return {
    open: (name, start, end) => {
      const element: TracedElement = {
        name,
        parent: top,
        start,
        contentStart: end,
        contentEnd: end,
        end,
        properties: undefined,
        isBound: false,
        first: undefined,
        last: undefined,
      }
      if (top && top.properties === undefined && name.endsWith('Pr')) top.properties = element
      const holder = top?.name === 'w:sdtPr' ? top.parent : undefined
      if (holder && BINDING.has(name)) holder.isBound = true
      top = element
      from = start
      to = end
    },
    close: (start, end) => {
      if (top) {
        top.contentEnd = start
        top.end = end
      }
      top = top?.parent
    },
    text: (start, end) => {
      from = start
      to = end
    },
    place: (at, length) => {
      if (!top) return undefined
      const text = { at, length, start: from, end: to, element: top }
      for (let holder: TracedElement | undefined = top; holder; holder = holder.parent) {
        holder.first ??= text
        holder.last = text
        if (holder.name === 'w:r') break
      }
      return text
    },
    element: () => top,
  }
}
