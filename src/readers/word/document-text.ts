import { lastNotAfter } from '../../model/last-not-after.js'
import type { Source, WordSpan } from '../../model/span.js'
import type { Numbered, Paragraph, Run, Story, StoryBlock } from './story.js'
import { type Layout, levelOfName, type Styles } from './styles.js'
import type { TracedElement, TracedText } from './trace.js'

/** A paragraph with words: offsets of them in the source. */
export interface TextParagraph {
  readonly start: number
  readonly end: number
  /** Outline level from 0 of a heading; null for body text. */
  readonly level: number | null
  /** The list that it is an item of. */
  readonly list: NonNullable<Layout['list']> | null
  /** All its words are bold, or italic, underlined, in capitals. */
  readonly isStressed: boolean
  /** A note or a text box, which the text goes on past. */
  readonly isAside: boolean
}

export type Row = readonly (readonly TextParagraph[])[]

/** Paragraphs and tables in reading order. */
export type Entry =
  | { readonly type: 'paragraph'; readonly paragraph: TextParagraph }
  | { readonly type: 'table'; readonly rows: readonly Row[] }

/** A tracked change or a highlight: offsets of its words in the source, or where they were. */
export interface MarkedWords {
  readonly kind: 'insertion' | 'deletion' | 'moved-here' | 'moved-away' | 'highlight'
  readonly author: string
  readonly start: number
  readonly end: number
  /** What was taken away; null where the words stand in the source. */
  readonly gone: string | null
}

/** A source whose places are paragraphs and runs. */
export interface WordSource extends Source {
  readonly span: (start: number, end: number) => WordSpan
}

/** The words of a document in reading order, with the way back to its paragraphs and runs. */
export interface DocumentText {
  readonly source: WordSource
  readonly entries: readonly Entry[]
  readonly marks: readonly MarkedWords[]
  /** Offsets of the words that each comment is on, by its id. */
  readonly commented: ReadonlyMap<string, readonly [start: number, end: number]>
  /** Its runs with words, in the order of their words. */
  readonly runs: Readonly<Runs>
}

/** Where the words of a run stand in the XML of the main part: themselves, or what refers to their note. */
export type RunTrace = readonly TracedText[] | TracedElement

/** Footnotes and endnotes by their ids. */
export interface Notes {
  readonly footnote: ReadonlyMap<string, Story>
  readonly endnote: ReadonlyMap<string, Story>
}

type Growing = { -readonly [Key in keyof MarkedWords]: MarkedWords[Key] }

/** Runs in the order of their words, with the offset of the first of them. */
export interface Runs {
  readonly starts: number[]
  readonly paragraphs: number[]
  readonly numbers: number[]
  /** Where each stands in the XML; empty where that was not asked for. */
  readonly traces: RunTrace[]
}

const wordSource = (text: string, { starts, paragraphs, numbers }: Runs): WordSource => ({
  text,
  span: (start, end) => {
    const run = lastNotAfter(starts, start)
    return {
      paragraph: paragraphs[run] ?? 1,
      run: numbers[run] ?? 1,
      offset: Math.max(0, start - (starts[run] ?? 0)),
      length: end - start,
    }
  },
})

/** Lists of contents repeat headings of the document. */
const isOfContents = (style: string): boolean => /^(?:toc\s?\d|table of (?:figures|authorities))/i.test(style)

/** How deep notes in notes are followed; Word allows none. */
const MAX_NOTE_DEPTH = 2

/** Puts the words of a document in reading order: notes and text boxes after the paragraph that they belong to. */
export const documentText = (body: Story, notes: Notes, styles: Styles): DocumentText => {
  const pieces: string[] = []
  let length = 0
  const runs: Runs = { starts: [], paragraphs: [], numbers: [], traces: [] }
  const marks: Growing[] = []
  const commentStarts = new Map<string, number>()
  const commented = new Map<string, readonly [number, number]>()
  const notesRead = new Set<Story>()
  let noteDepth = 0
  /** What refers to the note that is read. */
  let reference: TracedElement | undefined
  /** Marks that may yet go on, by what they are. */
  const open = new Map<'change' | 'highlight', Growing>()

  const mark = (
    slot: 'change' | 'highlight',
    kind: MarkedWords['kind'],
    author: string,
    text: string,
    isGone: boolean,
  ): void => {
    const end = isGone ? length : length + text.length
    const last = open.get(slot)
    if (last && last.kind === kind && last.author === author && last.end === length) {
      last.end = end
      if (last.gone !== null) last.gone += text
      return
    }
    const next = { kind, author, start: length, end, gone: isGone ? text : null }
    open.set(slot, next)
    marks.push(next)
  }

  const addRun = ({ text, of: counted, change, highlighted, places }: Run, of: Numbered): void => {
    const numbered = counted.paragraph === 0 ? of : counted
    numbered.runs++
    if (text === '') return
    const isGone = change?.kind === 'deletion' || change?.kind === 'moved-away'
    if (change) mark('change', change.kind, change.author, text, isGone)
    if (isGone) return
    if (highlighted) mark('highlight', 'highlight', '', text, false)
    runs.starts.push(length)
    runs.paragraphs.push(numbered.paragraph)
    runs.numbers.push(numbered.runs)
    runs.traces.push(reference ?? places)
    pieces.push(text)
    length += text.length
  }

  /** Ends the words of a paragraph or takes note of where a comment begins or ends. */
  const comment = (type: 'comment-start' | 'comment-end' | 'comment', id: string): void => {
    if (type === 'comment-start') {
      if (!commentStarts.has(id)) commentStarts.set(id, length)
    } else if (!commented.has(id)) commented.set(id, [commentStarts.get(id) ?? length, length])
  }

  const levelOf = ({ outline, style }: Paragraph): number | null => {
    const named = style === undefined ? undefined : styles(style)
    const level = outline ?? named?.outline ?? levelOfName(named?.name ?? style ?? '')
    return level === undefined || level > 8 ? null : level
  }

  const addParagraph = (
    paragraph: Paragraph,
    isAside: boolean,
    of: Numbered,
    add: (entry: Entry) => void,
  ): void => {
    const start = length
    const noted: { readonly note: Story; readonly element: TracedElement | undefined }[] = []
    /** Looks that all words so far have. */
    let stress = -1
    let own = of
    for (const piece of paragraph.pieces)
      if (piece.type === 'run') {
        if (piece.of.paragraph !== 0) own = piece.of
        const before = length
        addRun(piece, of)
        if (length > before && piece.text.trim() !== '') stress &= piece.stress
      } else if (piece.type === 'footnote' || piece.type === 'endnote') {
        const note = notes[piece.type].get(piece.id)
        if (note && !notesRead.has(note)) {
          notesRead.add(note)
          noted.push({ note, element: piece.element })
        }
      } else comment(piece.type, piece.id)
    const end = length
    const style = paragraph.style === undefined ? undefined : styles(paragraph.style)
    if (end > start) {
      pieces.push('\n')
      length++
      if (!isOfContents(style?.name ?? ''))
        add({
          type: 'paragraph',
          paragraph: {
            start,
            end,
            level: isAside ? null : levelOf(paragraph),
            list: (paragraph.list === undefined ? style?.list : paragraph.list) ?? null,
            isStressed: !isAside && stress > 0,
            isAside,
          },
        })
    }
    for (const block of paragraph.beside) addBlock(block, true, own, add)
    if (noted.length > 0 && noteDepth < MAX_NOTE_DEPTH) {
      noteDepth++
      const outer = reference
      for (const { note, element } of noted) {
        reference = outer ?? element
        for (const block of note.blocks) addBlock(block, true, own, add)
      }
      reference = outer
      noteDepth--
    }
  }

  const addBlock = (block: StoryBlock, isAside: boolean, of: Numbered, add: (entry: Entry) => void): void => {
    if (block.type === 'paragraph') {
      addParagraph(block, isAside, of, add)
      return
    }
    // A table of one column is a frame round its text.
    if (block.rows.every(row => row.length <= 1)) {
      for (const row of block.rows)
        for (const cell of row) for (const inner of cell) addBlock(inner, isAside, of, add)
      return
    }
    const rows = block.rows.map(row =>
      row.map(cell => {
        const paragraphs: TextParagraph[] = []
        const collect = (entry: Entry): void => {
          if (entry.type === 'paragraph') paragraphs.push(entry.paragraph)
          else
            for (const inner of entry.rows) for (const one of inner) for (const p of one) paragraphs.push(p)
        }
        for (const inner of cell) addBlock(inner, isAside, of, collect)
        return paragraphs
      }),
    )
    add({ type: 'table', rows })
  }

  const entries: Entry[] = []
  const first: Numbered = { paragraph: 1, runs: 0 }
  for (const block of body.blocks) addBlock(block, false, first, entry => entries.push(entry))
  for (const [id, start] of commentStarts) if (!commented.has(id)) commented.set(id, [start, length])
  return { source: wordSource(pieces.join(''), runs), entries, marks, commented, runs }
}
