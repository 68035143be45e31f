import type { Block, Disclosure, Flag, Place, ReaderNote, View } from '../../model/disclosure.js'
import { elementNamed } from '../../model/elements.js'
import { type Form, isAnnual, itemOf } from '../../model/forms.js'
import type { Prose } from '../../model/prose.js'
import type { TextSource } from '../../model/span.js'
import type { Cover, TaggedFact, Tagging } from '../../model/tagging.js'
import { resolveForm, type StatedForm } from '../form.js'
import {
  documentEntry,
  errorEntry,
  type OpenInput,
  type ReadEntry,
  type ReaderInput,
  sourceOf,
} from '../input.js'
import { inMebibytes, MAX_ITEM_MARKUP } from '../limits.js'
import { suppressionComments } from '../suppression-comments.js'
import { coverOf, formatOf, formOfCover } from './cover.js'
import {
  type InlineDocument,
  type InlineFact,
  LONGEST_CHAIN,
  lengthOf,
  type Stretch,
  UnboundedError,
} from './document.js'
import { flagValueOf } from './flag-value.js'
import { itemRange } from './item-range.js'
import { parseInline } from './parse.js'
import { offsetInProse, regionProse } from './region.js'
import { scanInline } from './scan.js'
import { visibleText } from './visible-text.js'

/** Facts of a document past which it is no filing: each is looked at with all the others. */
const MOST_FACTS = 2000

/** Characters that all facts may hold together: nested ones hold the same again. */
const MOST_TAGGED = 8 * MAX_ITEM_MARKUP

/** Characters that are searched for what a document without a cover page says of its form. */
const FORM_SEARCHED = 400_000

const UNTOLD =
  'The form cannot be told: there is no dei:DocumentType, and the text does not say which form it is. Use --form, for example --form 10-K.'

/** Reads an inline XBRL document, or an HTML document by its item. */
export const openInline = (input: ReaderInput): OpenInput => {
  const { path, text, options } = input
  let read: InlineDocument | undefined
  const document = (): InlineDocument => {
    read ??= scanInline(text) ?? parseInline(text)
    return read
  }
  let said: Cover | undefined
  const cover = (): Cover => {
    said ??= coverOf(text, document())
    return said
  }
  const stated = (): StatedForm | undefined => {
    const form = formOfCover(cover())
    return form && { form, where: 'dei:DocumentType' }
  }
  const form = () =>
    resolveForm(
      options,
      stated(),
      () => [visibleText(text.slice(0, FORM_SEARCHED))],
      document().facts.flatMap(fact => elementOf(fact) ?? []),
    )

  function* entries(): Generator<ReadEntry> {
    try {
      yield* documentEntries()
    } catch (error) {
      if (!(error instanceof UnboundedError)) throw error
      yield errorEntry(path, error.message)
    }
  }
  function* documentEntries(): Generator<ReadEntry> {
    const { facts } = document()
    if (facts.length > MOST_FACTS) {
      yield errorEntry(path, `the document holds more than ${MOST_FACTS} cyd facts, which no filing has.`)
      return
    }
    if (facts.some(({ segments }) => segments.length > LONGEST_CHAIN)) {
      yield errorEntry(
        path,
        `a cyd fact is continued more than ${LONGEST_CHAIN} times, which no filing does.`,
      )
      return
    }
    const tagged = facts.reduce((sum, { segments }) => sum + lengthOf(segments), 0)
    if (tagged > MOST_TAGGED) {
      yield errorEntry(
        path,
        `its cyd facts hold ${inMebibytes(tagged)} of text, one in another; at most ${inMebibytes(MOST_TAGGED)} are read.`,
      )
      return
    }
    const { documentType } = cover()
    const guess = form()
    if (guess) yield documentEntry(disclosureOf(path, sourceOf(input), document(), cover(), guess))
    else if (documentType !== null && facts.length === 0)
      yield errorEntry(
        path,
        `this is a Form ${documentType}, which has no cybersecurity item. Use --form where it is one of 10-K, 20-F, 8-K or 6-K all the same.`,
      )
    else yield errorEntry(path, UNTOLD)
  }
  /** What cannot be read in bounded time is no file to pass over: its error is told. */
  const skipped = (): string | null => {
    try {
      return whySkipped(text, document(), cover(), form)
    } catch (error) {
      if (error instanceof UnboundedError) return null
      throw error
    }
  }
  return { kind: 'inline', skipped: options.inFolder ? skipped() : null, entries }
}

/** Why a document that was met in a folder is passed over: it is neither tagged, nor an annual report, nor has it the item. */
const whySkipped = (
  text: string,
  document: InlineDocument,
  cover: Cover,
  form: () => { readonly form: Form } | undefined,
): string | null => {
  if (document.facts.length > 0) return null
  const said = formOfCover(cover)
  if (said && isAnnual(said)) return null
  const guess = form()
  return guess && itemRange(text, guess.form)
    ? null
    : 'it is an HTML document with neither cyd facts nor an item on cybersecurity'
}

const elementOf = ({ name }: InlineFact) => elementNamed(name, 'boolean') ?? elementNamed(name, 'textBlock')

/** Markup of HTML, not of inline XBRL. */
const HTML_TAG = /<(?!\/|!|\?)(?![\w.-]+:)/

const disclosureOf = (
  path: string,
  source: TextSource,
  document: InlineDocument,
  cover: Cover,
  { form, from }: { readonly form: Form; readonly from: string },
): Disclosure => {
  const whole = readText(source, document, form)
  const proses: Prose[] = whole ? [whole.prose] : []

  const facts: TaggedFact[] = []
  const blocks: Block[] = []
  const flags: Flag[] = []
  const notes: ReaderNote[] = []
  for (const fact of document.facts) {
    const tagged = taggedFact(fact, document, source, () => {
      const block = blockOf(fact, facts, source, whole)
      if (block && block.prose !== whole?.prose) proses.push(block.prose)
      return block
    })
    facts.push(tagged)
    if (tagged.block) blocks.push(tagged.block)
    const { element, value, at } = tagged
    if (element?.datatype === 'boolean' && value !== null) flags.push({ element, value, origin: 'tag', at })
  }
  const reportContext =
    document.contexts.get(document.cover.get('DocumentType')?.attributes['contextRef']?.trim() ?? '') ?? null
  if (whole?.view === 'tagged')
    notes.push({
      message: 'The item was not found, or only points elsewhere; the tagged text was read in its place.',
      at: null,
    })
  const tagging: Tagging = {
    kind: 'inline',
    facts,
    brokenChains: document.brokenChains.map(({ what, target, fact, tag }) => ({
      what,
      target,
      fact,
      at: { source, ...tag },
    })),
    cover,
    reportContext,
  }
  return {
    path,
    id: null,
    form,
    formFrom: from,
    item: itemOf(form),
    view: whole?.view ?? (document.facts.length === 0 ? 'item' : 'tagged'),
    registrant: cover.registrant,
    periodOfReport: cover.periodEnd ?? reportContext?.end ?? null,
    flags,
    blocks,
    prose: proses.filter(prose => prose.text !== ''),
    notes,
    ...(document.isInline ? { tagging } : {}),
    suppressionComments: suppressionComments(source),
  }
}

/** The text that is read for evidence, and the stretches of the document that it is made of. */
interface ReadText {
  readonly view: View
  readonly prose: Prose
  readonly stretches: readonly Stretch[]
}

/** The item; where it is not found or only points elsewhere, what is tagged; a document without either is a draft of the item. */
const readText = (source: TextSource, document: InlineDocument, form: Form): ReadText | undefined => {
  const { text } = source
  const visible = document.facts.filter(({ hidden }) => !hidden)
  const range = itemRange(text, form)
  const made = (view: View, stretches: readonly Stretch[]): ReadText => ({
    view,
    prose: regionProse(source, stretches),
    stretches,
  })
  if (range && (visible.length === 0 || holdsMost(range, visible))) return made('item', [range])
  const regions = taggedRegions(visible)
  if (regions.length > 0) return made('tagged', regions)
  return document.isInline ? undefined : made('item', [{ start: 0, end: text.length }])
}

/** Whether most of the tagged text stands in the item: else the item only points to where it is. */
const holdsMost = ({ start, end }: Stretch, facts: readonly InlineFact[]): boolean => {
  const inside = facts.filter(({ tag }) => start <= tag.start && tag.start < end).length
  return inside * 2 >= facts.length
}

/** The outermost stretches that are tagged, in the order of the document, each once. */
const taggedRegions = (facts: readonly InlineFact[]): readonly Stretch[] => {
  const stretches = facts
    .flatMap(({ segments }) => segments)
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const outermost: Stretch[] = []
  for (const stretch of stretches) {
    const last = outermost.at(-1)
    if (!last || stretch.start >= last.end) outermost.push(stretch)
  }
  return outermost
}

const taggedFact = (
  fact: InlineFact,
  document: InlineDocument,
  source: TextSource,
  makeBlock: () => Block | null,
): TaggedFact => {
  const { attributes, segments, tag, name, taxonomy, hidden, parent } = fact
  const element = elementOf(fact) ?? null
  const contextRef = attributes['contextRef']?.trim() ?? ''
  const format = formatOf(attributes['format'])
  const nil = /^(?:true|1)$/.test(attributes['xsi:nil']?.trim() ?? '')
  const block = element?.datatype === 'textBlock' ? makeBlock() : null
  const words = block ? block.prose.text.slice(block.start, block.end) : wordsOf(source, segments)
  return {
    name,
    taxonomy,
    element,
    id: attributes['id'] ?? '',
    contextRef,
    context: document.contexts.get(contextRef) ?? null,
    text: words,
    format,
    value: element?.datatype === 'boolean' && !nil ? flagValueOf(format, words) : null,
    escaped: /^(?:true|1)$/.test(attributes['escape']?.trim() ?? ''),
    hasMarkup: segments.some(({ start, end }) => HTML_TAG.test(source.text.slice(start, end))),
    hidden,
    nil,
    parent,
    block,
    at: { source, start: tag.start, end: tag.end },
  }
}

/** What a reader sees in a few words, of a flag or of a fact that is unknown. */
const wordsOf = (source: TextSource, segments: readonly Stretch[]): string => {
  const markup = segments.map(({ start, end }) => source.text.slice(start, end)).join(' ')
  return markup.includes(':exclude') ? regionProse(source, segments).text : visibleText(markup)
}

/** A text block in the prose of the item where it stands there in one piece, else with a prose of its own. */
const blockOf = (
  { segments, tag, name, hidden, parent }: InlineFact,
  before: readonly TaggedFact[],
  source: TextSource,
  whole: ReadText | undefined,
): Block | null => {
  const element = elementNamed(name, 'textBlock')
  if (!element) return null
  const placed = whole && !hidden ? placeIn(whole, segments) : undefined
  const prose = whole && placed ? whole.prose : regionProse(source, segments)
  const { start, end } = placed ?? { start: 0, end: prose.text.length }
  const at: Place = { source, start: tag.start, end: tag.end }
  return { element, origin: 'tag', prose, start, end, depth: depthOf(parent, before), truncated: false, at }
}

/** Text blocks that a fact stands in. */
const depthOf = (parent: number | null, facts: readonly TaggedFact[]): number => {
  for (let at = parent; at !== null; at = facts[at]?.parent ?? null) {
    const block = facts[at]?.block
    if (block) return block.depth + 1
  }
  return 0
}

/** Where stretches stand in a text, if nothing that a reader sees is between them or outside it. */
const placeIn = ({ prose, stretches }: ReadText, segments: readonly Stretch[]): Stretch | undefined => {
  const [first] = segments
  const last = segments.at(-1)
  if (!first || !last) return undefined
  const { text } = prose.source
  const isSeen = (start: number, end: number): boolean =>
    end > start && visibleText(text.slice(start, end)) !== ''
  const isInside = ({ start, end }: Stretch): boolean =>
    stretches.some(
      each =>
        start < each.end &&
        end > each.start &&
        !isSeen(start, Math.min(each.start, end)) &&
        !isSeen(Math.max(each.end, start), end),
    )
  if (!segments.every(isInside)) return undefined
  for (let index = 1; index < segments.length; index++) {
    const from = offsetInProse(prose, segments[index - 1]?.end ?? 0)
    const to = offsetInProse(prose, segments[index]?.start ?? 0)
    if (to < from || prose.text.slice(from, to).trim() !== '') return undefined
  }
  let start = offsetInProse(prose, first.start)
  let end = offsetInProse(prose, last.end)
  while (start < end && /\s/.test(prose.text.charAt(start))) start++
  while (end > start && /\s/.test(prose.text.charAt(end - 1))) end--
  // A fact within what was taken out of the text round it.
  if (start === end && segments.some(each => isSeen(each.start, each.end))) return undefined
  return { start, end }
}
