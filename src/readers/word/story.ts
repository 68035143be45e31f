import type { Archive } from '../package/archive.js'
import { type Layout, type Letters, letterProperty, listOf, numberOf, type Styles } from './styles.js'
import { symbolOf, withSymbols } from './symbols.js'
import type { Trace, TracedElement, TracedText } from './trace.js'
import { type Attributes, isOn, parsePart } from './xml.js'

/** A change that is tracked. Those that were moved away are known from those that were moved here. */
export interface Change {
  readonly kind: 'insertion' | 'deletion' | 'moved-here' | 'moved-away'
  readonly author: string
}

/** A paragraph of the body, as places name it: its number, and how many of its runs were counted so far. */
export interface Numbered {
  /** From 1; 0 in a note, which is counted with the paragraph that refers to it. */
  readonly paragraph: number
  runs: number
}

/** A stretch of text with the same looks. */
export interface Run {
  readonly type: 'run'
  readonly text: string
  readonly of: Numbered
  readonly change: Change | null
  readonly highlighted: boolean
  /** Bold, italic, underlined, capitals: bits of {@link STRESS}. */
  readonly stress: number
  /** Where its characters stand in the XML, where that was asked for. */
  readonly places: readonly TracedText[]
}

/** What stands between runs. */
export type Anchor =
  | { readonly type: 'comment-start' | 'comment-end' | 'comment'; readonly id: string }
  | {
      readonly type: 'footnote' | 'endnote'
      readonly id: string
      /** The reference, where places in the XML were asked for. */
      readonly element: TracedElement | undefined
    }

export interface Paragraph extends Layout {
  readonly type: 'paragraph'
  /** Id that comments are known by. */
  readonly id: string | undefined
  readonly style: string | undefined
  readonly pieces: readonly (Run | Anchor)[]
  /** Text boxes that are anchored in it. */
  readonly beside: readonly StoryBlock[]
}

export interface Table {
  readonly type: 'table'
  /** Rows, their cells, and what stands in each. */
  readonly rows: readonly (readonly (readonly StoryBlock[])[])[]
}

export type StoryBlock = Paragraph | Table

/** A text of the document: its body, a footnote, a comment. */
export interface Story {
  readonly attributes: Attributes
  readonly blocks: readonly StoryBlock[]
}

/** What is read out of one part. */
export interface Stories {
  readonly stories: readonly Story[]
  /** Whether it takes in other documents, whose words are not read. */
  readonly embeds: boolean
}

export const STRESS: Readonly<Record<'bold' | 'italic' | 'underlined' | 'capitals', number>> = {
  bold: 1,
  italic: 2,
  underlined: 4,
  capitals: 8,
}

/** Elements that hold a text of their own. */
const STORIES = new Set(['w:body', 'w:footnote', 'w:endnote', 'w:comment'])

/** Elements of which nothing is read: how things looked before a change, what a field asks, how pronunciation is shown. */
const UNREAD = new Set([
  'w:sdtEndPr',
  'w:sectPr',
  'w:tblGrid',
  'w:rt',
  'w:instrText',
  'w:delInstrText',
  'w:sdtPr',
])
const isUnread = (name: string): boolean =>
  UNREAD.has(name) || (name.startsWith('w:') && (name.endsWith('Change') || name.endsWith('PrEx')))

const CHANGES: Readonly<Record<string, Change['kind']>> = {
  'w:ins': 'insertion',
  'w:del': 'deletion',
  'w:moveTo': 'moved-here',
  'w:moveFrom': 'moved-away',
}

const isTakenAway = ({ kind }: Change): boolean => kind === 'deletion' || kind === 'moved-away'

/** Characters that elements of a run stand for. */
const CHARACTERS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  // Both hyphens as the plain one, so that words compare.
  'w:noBreakHyphen': '-',
  'w:softHyphen': '\u00ad',
}

/** A colour behind words that is there to be seen: one channel far from another. Greys and tints are layout. */
const isBright = (fill: string | undefined): boolean => {
  if (fill === undefined || !/^[0-9a-f]{6}$/i.test(fill)) return false
  const channels = [0, 2, 4].map(at => Number.parseInt(fill.slice(at, at + 2), 16))
  return Math.max(...channels) - Math.min(...channels) > 0x70
}

interface OpenContainer {
  readonly blocks: StoryBlock[]
  /** A paragraph whose mark was deleted: the next one goes on with its words. */
  joining: OpenParagraph | undefined
}

interface OpenParagraph {
  readonly id: string | undefined
  readonly of: Numbered
  style: string | undefined
  outline: number | undefined
  listId: string | undefined
  listLevel: number | undefined
  isMarkTakenAway: boolean
  readonly pieces: (Run | Anchor)[]
  readonly beside: StoryBlock[]
}

interface OpenRun {
  text: string
  readonly places: TracedText[]
  letters: Letters
  style: string | undefined
  highlighted: boolean
}

interface OpenTable {
  readonly rows: StoryBlock[][][]
}

/** What runs have where places in the XML are not asked for. */
const NO_PLACES: TracedText[] = []

/** Elements that hold properties: a change in one is of the paragraph's mark or the row, not of words. */
const isProperties = (name: string | undefined): boolean => name?.endsWith('Pr') === true

const finished = (paragraph: OpenParagraph): Paragraph => {
  const { id, style, outline, listId, listLevel, pieces, beside } = paragraph
  const list = listOf(listId, listLevel)
  return {
    type: 'paragraph',
    id,
    style,
    ...(outline === undefined ? {} : { outline }),
    ...(list === undefined ? {} : { list }),
    pieces,
    beside,
  }
}

/**
 * Reads the texts of a part: what a reader sees once all tracked changes are accepted, with what was taken away beside
 * it. Of alternatives for other versions of Word the first is read.
 * @param trace follows the part, so that runs know where their characters stand in the XML
 * @throws {WordProblem} where the part cannot be read
 */
export const readStories = (archive: Archive, part: string, styles: Styles, trace?: Trace): Stories => {
  const stories: Story[] = []
  let embeds = false
  let numbered: Numbered = { paragraph: 0, runs: 0 }
  const names: string[] = []
  const containers: OpenContainer[] = []
  const paragraphs: OpenParagraph[] = []
  const tables: OpenTable[] = []
  const runs: OpenRun[] = []
  const changes: Change[] = []
  /** For each open alternative, whether one was read. */
  const alternatives: { taken: boolean }[] = []
  /** Open fields: what stands before the result of one is what it asks for, which no reader sees. */
  const fields: { shows: boolean }[] = []
  /** How many of them show nothing yet. */
  let silentFields = 0
  let box: { ticked: boolean } | undefined
  /** Anchors that stand between paragraphs. */
  let waiting: Anchor[] = []
  let unread = 0
  let storyAttributes: Attributes = {}
  let isBody = false

  const removal = (): Change | undefined => changes.findLast(isTakenAway)

  const anchor = (piece: Anchor): void => {
    const paragraph = paragraphs.at(-1)
    if (paragraph) paragraph.pieces.push(piece)
    else waiting.push(piece)
  }

  const endRun = (): void => {
    const run = runs.pop()
    const paragraph = paragraphs.at(-1)
    if (!run || !paragraph) return
    const own = run.style === undefined ? undefined : styles(run.style)
    const ofParagraph = paragraph.style === undefined ? undefined : styles(paragraph.style)
    const says = (key: keyof Letters): boolean =>
      run.letters[key] ?? own?.[key] ?? ofParagraph?.[key] ?? false
    let stress = 0
    for (const key of ['bold', 'italic', 'underlined', 'capitals'] as const)
      if (says(key)) stress |= STRESS[key]
    const change = removal() ?? changes.at(-1) ?? null
    // Runs without words are counted too.
    const text = says('hidden') ? '' : run.text
    const { highlighted, places } = run
    paragraph.pieces.push({ type: 'run', text, of: paragraph.of, change, highlighted, stress, places })
  }

  const append = (text: string): void => {
    const run = runs.at(-1)
    if (!run || silentFields > 0 || text === '') return
    const place = trace?.place(run.text.length, text.length)
    if (place) run.places.push(place)
    run.text += text
  }

  const openParagraph = (attributes: Attributes): void => {
    // Paragraphs of text boxes are counted with the one that they are anchored in.
    if (paragraphs.length === 0 && isBody) numbered = { paragraph: numbered.paragraph + 1, runs: 0 }
    const container = containers.at(-1)
    const joining = container?.joining
    if (container) container.joining = undefined
    const pieces = joining?.pieces ?? []
    for (const piece of waiting) pieces.push(piece)
    waiting = []
    paragraphs.push({
      id: attributes['w14:paraId'],
      of: numbered,
      style: undefined,
      outline: undefined,
      listId: undefined,
      listLevel: undefined,
      isMarkTakenAway: false,
      pieces,
      beside: joining?.beside ?? [],
    })
  }

  const showField = (field: { shows: boolean } | undefined): void => {
    if (!field || field.shows) return
    field.shows = true
    silentFields--
  }

  const closeParagraph = (): void => {
    const paragraph = paragraphs.pop()
    const container = containers.at(-1)
    if (!paragraph || !container) return
    // A field that is never closed must not hide the rest of the document.
    for (let top = fields.length - 1; silentFields > 0 && top >= 0; top--) showField(fields[top])
    if (paragraph.isMarkTakenAway) container.joining = paragraph
    else container.blocks.push(finished(paragraph))
  }

  const settle = (container: OpenContainer): void => {
    if (container.joining) container.blocks.push(finished(container.joining))
    container.joining = undefined
  }

  const openContainer = (): void => {
    containers.push({ blocks: [], joining: undefined })
  }
  const closeContainer = (): readonly StoryBlock[] => {
    const container = containers.pop()
    if (!container) return []
    settle(container)
    return container.blocks
  }

  /** A property of a paragraph, a run or a row: whatever stands directly in an element of properties. */
  const property = (name: string, parent: string, attributes: Attributes): void => {
    const paragraph = paragraphs.at(-1)
    const kind = CHANGES[name]
    if (kind !== undefined) {
      const change = { kind, author: attributes['w:author'] ?? '' }
      if (!isTakenAway(change)) return
      if (parent === 'w:rPr' && names.at(-2) === 'w:pPr' && paragraph) paragraph.isMarkTakenAway = true
      // The row ends what was begun with it.
      else if (parent === 'w:trPr') changes.push(change)
      return
    }
    const run = runs.at(-1)
    if (parent === 'w:rPr' && names.at(-2) === 'w:r' && run) {
      if (name === 'w:rStyle') run.style = attributes['w:val']
      else if (name === 'w:highlight') run.highlighted = isOn(attributes)
      else if (name === 'w:shd') run.highlighted ||= isBright(attributes['w:fill'])
      else run.letters = { ...run.letters, ...letterProperty(name, attributes) }
    } else if (paragraph && parent === 'w:pPr') {
      if (name === 'w:pStyle') paragraph.style = attributes['w:val']
      else if (name === 'w:outlineLvl') paragraph.outline = numberOf(attributes)
    } else if (paragraph && parent === 'w:numPr') {
      if (name === 'w:numId') paragraph.listId = attributes['w:val']
      else if (name === 'w:ilvl') paragraph.listLevel = numberOf(attributes)
    }
  }

  const field = (type: string | undefined): void => {
    if (type === 'begin') {
      fields.push({ shows: false })
      silentFields++
    } else if (type === 'separate') showField(fields.at(-1))
    else if (type === 'end') showField(fields.pop())
  }

  /** Depth of changes when each row began. */
  const rowChanges: number[] = []

  const open = (name: string, attributes: Attributes): void => {
    const parent = names.at(-1)
    if (unread > 0 || isUnread(name)) unread++
    else if (isProperties(parent)) property(name, parent ?? '', attributes)
    else
      switch (name) {
        case 'w:p':
          openParagraph(attributes)
          break
        case 'w:r':
        case 'm:r':
          runs.push({
            text: '',
            places: trace ? [] : NO_PLACES,
            letters: {},
            style: undefined,
            highlighted: false,
          })
          break
        case 'w:ins':
        case 'w:del':
        case 'w:moveTo':
        case 'w:moveFrom':
          changes.push({ kind: CHANGES[name] ?? 'insertion', author: attributes['w:author'] ?? '' })
          break
        case 'w:tbl': {
          const container = containers.at(-1)
          if (container) settle(container)
          tables.push({ rows: [] })
          break
        }
        case 'w:tr':
          rowChanges.push(changes.length)
          tables.at(-1)?.rows.push([])
          break
        case 'w:tc':
        case 'w:txbxContent':
          openContainer()
          break
        case 'mc:AlternateContent':
          alternatives.push({ taken: false })
          break
        case 'mc:Choice':
        case 'mc:Fallback': {
          const alternative = alternatives.at(-1)
          if (alternative?.taken) unread++
          else if (alternative) alternative.taken = true
          break
        }
        case 'w:fldChar':
          field(attributes['w:fldCharType'])
          break
        // A box to tick, in forms of before 2007: shown where its field begins.
        case 'w:checkBox':
          box = { ticked: false }
          break
        case 'w:default':
        case 'w:checked':
          if (box) box.ticked = isOn(attributes)
          break
        case 'w:sym':
          append(symbolOf(attributes['w:char']))
          break
        case 'w:footnoteReference':
        case 'w:endnoteReference': {
          const id = attributes['w:id']
          if (id !== undefined && !removal())
            anchor({
              type: name === 'w:footnoteReference' ? 'footnote' : 'endnote',
              id,
              element: trace?.element(),
            })
          break
        }
        case 'w:commentRangeStart':
        case 'w:commentRangeEnd':
        case 'w:commentReference': {
          const id = attributes['w:id']
          const type =
            name === 'w:commentRangeStart'
              ? 'comment-start'
              : name === 'w:commentRangeEnd'
                ? 'comment-end'
                : 'comment'
          if (id !== undefined) anchor({ type, id })
          break
        }
        case 'w:altChunk':
        case 'w:subDoc':
          embeds = true
          break
        default:
          if (STORIES.has(name) && containers.length === 0) {
            storyAttributes = attributes
            isBody = name === 'w:body'
            openContainer()
          } else if (parent === 'w:r' && name in CHARACTERS) append(CHARACTERS[name] ?? '')
      }
    names.push(name)
  }

  const close = (name: string): void => {
    names.pop()
    if (unread > 0) {
      unread--
      return
    }
    if (isProperties(names.at(-1))) return
    switch (name) {
      case 'w:p':
        closeParagraph()
        break
      case 'w:r':
      case 'm:r':
        endRun()
        break
      case 'w:ins':
      case 'w:del':
      case 'w:moveTo':
      case 'w:moveFrom':
        changes.pop()
        break
      case 'w:tbl': {
        const table = tables.pop()
        if (table) containers.at(-1)?.blocks.push({ type: 'table', rows: table.rows })
        break
      }
      case 'w:tr':
        changes.length = rowChanges.pop() ?? changes.length
        break
      case 'w:tc': {
        const blocks = [...closeContainer()]
        tables.at(-1)?.rows.at(-1)?.push(blocks)
        break
      }
      case 'w:txbxContent':
        for (const block of closeContainer()) paragraphs.at(-1)?.beside.push(block)
        break
      case 'mc:AlternateContent':
        alternatives.pop()
        break
      case 'w:checkBox': {
        const run = runs.at(-1)
        // The field has only begun, and shows nothing but its box.
        if (run && silentFields <= 1) run.text += box?.ticked ? '☒' : '☐'
        box = undefined
        break
      }
      default:
        if (STORIES.has(name) && containers.length === 1)
          stories.push({ attributes: storyAttributes, blocks: closeContainer() })
    }
  }

  const text = (data: string): void => {
    const name = names.at(-1)
    if (unread === 0 && (name === 'w:t' || name === 'w:delText' || name === 'm:t')) append(withSymbols(data))
  }

  parsePart(
    archive,
    part,
    trace
      ? {
          open: (name, attributes, start, end) => {
            trace.open(name, start, end)
            open(name, attributes)
          },
          close: (name, start, end) => {
            close(name)
            trace.close(start, end)
          },
          text: (data, start, end) => {
            trace.text(start, end)
            text(data)
          },
        }
      : { open, close, text },
  )
  return { stories, embeds }
}
