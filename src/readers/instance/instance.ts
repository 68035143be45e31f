import type { Block, Disclosure, Flag, ReaderNote } from '../../model/disclosure.js'
import { ELEMENTS } from '../../model/elements.js'
import { FORMS, isAnnual, itemOf } from '../../model/forms.js'
import type { Prose } from '../../model/prose.js'
import type { TextSource } from '../../model/span.js'
import type { Cover, TagContext, TaggedFact } from '../../model/tagging.js'
import { isDate } from '../../text/date.js'
import { nestingDepths } from '../facts/nesting.js'
import { NO_FORM, resolveForm } from '../form.js'
import { formOfCover } from '../inline/cover.js'
import {
  documentEntry,
  errorEntry,
  type OpenInput,
  type ReadEntry,
  type ReaderInput,
  sourceOf,
} from '../input.js'
import { type XmlRoot, xmlRoot } from '../xml-root.js'
import { factProse, holdsMarkup } from './fact-prose.js'
import { type InstanceFact, type InstanceScan, scanInstance } from './scan.js'

const elementByName = new Map(ELEMENTS.map(element => [element.element, element]))

/** Why an instance in a folder is passed over. */
const NO_FACTS = 'it is an XBRL instance of no annual report, without a fact of the cyd taxonomy'

/** A value of xs:boolean. */
const booleanOf = (text: string): boolean | null => {
  if (/^(?:true|1)$/.test(text)) return true
  return /^(?:false|0)$/.test(text) ? false : null
}

/** One fact of the cover page by name; that of the registrant itself before those of its co-registrants. */
const coverFact = ({ cover, contextOf }: InstanceScan, name: string): InstanceFact | undefined => {
  const found = cover.filter(fact => fact.name === name && !fact.nil)
  return (
    found.find(({ contextRef }) => contextOf(contextRef)?.dimensions.length === 0) ??
    found.find(({ value }) => value.text.trim() !== '')
  )
}

const words = (text: string): string | null => text.replace(/\s+/g, ' ').trim() || null

const coverOf = (scan: InstanceScan): Cover => {
  const said = (name: string): string | null => words(coverFact(scan, name)?.value.text ?? '')
  return {
    documentType: said('DocumentType'),
    isAmendment: booleanOf(said('AmendmentFlag') ?? ''),
    registrant: said('EntityRegistrantName'),
    periodEnd: said('DocumentPeriodEndDate'),
  }
}

/** A fact with its prose, and with the place that a finding about it points to. */
interface ReadFact extends InstanceFact {
  readonly prose: Prose
  readonly element: (typeof ELEMENTS)[number] | null
  readonly at: Block['at']
}

const readFact = (source: TextSource, fact: InstanceFact): ReadFact => {
  const prose = factProse(source, fact.value)
  const { text } = prose
  const [start, end] = text === '' ? [fact.start, fact.end] : prose.toSource(0, text.length)
  return {
    ...fact,
    prose,
    element: elementByName.get(fact.name) ?? null,
    at: { source, start, end },
  }
}

/** Facts that say the same of the same element are one statement; the first of them stands for it. */
const withoutRepeats = (facts: readonly ReadFact[]): readonly ReadFact[] => {
  const seen = new Set<string>()
  return facts.filter(({ name, prose }) => {
    const key = `${name} ${prose.text}`
    return !seen.has(key) && seen.add(key)
  })
}

interface Facts {
  readonly flags: readonly Flag[]
  readonly blocks: readonly Block[]
  readonly blockOf: ReadonlyMap<InstanceFact, Block>
  readonly notes: readonly ReaderNote[]
}

/** Flags and text blocks that can be relied on; the others stand in the notes. */
const soundFacts = (facts: readonly ReadFact[]): Facts => {
  const notes: ReaderNote[] = []
  const flags: Flag[] = []
  const texts: ReadFact[] = []
  for (const fact of withoutRepeats(facts)) {
    const { element, prose, at, nil } = fact
    const skip = (message: string): void => {
      notes.push({ message, at })
    }
    if (!element) skip(`"${fact.name}" is no element of the cyd taxonomy; the fact was not read.`)
    else if (nil) skip(`The fact ${fact.name} is nil: it has no value.`)
    else if (element.datatype === 'textBlock') texts.push(fact)
    else {
      const value = booleanOf(prose.text)
      if (value !== null) flags.push({ element, value, origin: 'tag', at })
      else if (prose.text === '') skip(`The flag ${element.name} has no value.`)
      else
        skip(
          `The flag ${element.name} is "${prose.text.slice(0, 60)}", neither true nor false; it was not read.`,
        )
    }
  }
  const depths = nestingDepths(texts.map(({ prose }) => prose.text))
  const blockOf = new Map<InstanceFact, Block>()
  texts.forEach((fact, index) => {
    const { element, prose, at } = fact
    if (element)
      blockOf.set(fact, {
        element,
        origin: 'tag',
        prose,
        start: 0,
        end: prose.text.length,
        depth: depths[index] ?? 0,
        truncated: false,
        at,
      })
  })
  return { flags, blocks: [...blockOf.values()], blockOf, notes }
}

const taggedFact = (
  fact: ReadFact,
  context: TagContext | null,
  block: Block | null,
  source: TextSource,
): TaggedFact => {
  const { name, taxonomy, element, id, contextRef, prose, nil, value, start, end } = fact
  const text = prose.text.replaceAll('\n', ' ')
  const hasMarkup = holdsMarkup(value.text)
  return {
    name,
    taxonomy,
    element,
    id,
    contextRef,
    context,
    text,
    format: null,
    value: element?.datatype === 'boolean' && !nil ? booleanOf(text) : null,
    escaped: hasMarkup,
    hasMarkup,
    hidden: false,
    nil,
    parent: null,
    block,
    at: { source, start, end },
  }
}

/** What keeps an instance from being read. */
const problemOf = ({ doctype }: XmlRoot, { problem }: InstanceScan): string | undefined =>
  doctype?.includes('[')
    ? 'the file declares entities of its own (<!DOCTYPE … [ … ]>), which are not expanded and which EDGAR does not accept. Export the instance without them.'
    : problem

/** Reads an XBRL instance: EDGAR's extract from an inline document (`acme-20261231_htm.xml`), or one that was filed. */
export const openInstance = (input: ReaderInput): OpenInput => {
  const { path, text, options } = input
  const source = sourceOf(input)
  const root = xmlRoot(text)
  const scan = root && scanInstance(source, root)
  const problem = root && scan ? problemOf(root, scan) : 'the file is no XML.'
  const cover = scan ? coverOf(scan) : undefined
  const form = cover && formOfCover(cover)
  const holdsFacts = (scan?.facts.length ?? 0) > 0

  function* entries(): Generator<ReadEntry> {
    if (problem !== undefined || !scan || !cover) {
      yield errorEntry(path, problem ?? 'the file is no XML.')
      return
    }
    const facts = scan.facts.map(fact => readFact(source, fact))
    const { flags, blocks, blockOf, notes } = soundFacts(facts)
    const { documentType } = cover
    if (documentType !== null && !form && options.form === undefined) {
      yield errorEntry(
        path,
        `dei:DocumentType is "${documentType.slice(0, 40)}". The forms that are checked are ${FORMS.join(', ')}; use --form to check it as one of them.`,
      )
      return
    }
    const guess = resolveForm(
      options,
      form && { form, where: 'dei:DocumentType' },
      () => blocks.map(({ prose }) => prose.text),
      blocks.map(({ element }) => element),
    )
    if (!guess) {
      yield errorEntry(
        path,
        holdsFacts
          ? NO_FORM
          : 'the instance holds no fact of the cyd taxonomy and no dei:DocumentType: there is nothing to check.',
      )
      return
    }
    const contexts = new Map<string, TagContext | null>()
    const contextOf = (id: string): TagContext | null => {
      const known = contexts.get(id)
      if (known !== undefined) return known
      const context = scan.contextOf(id)
      contexts.set(id, context)
      return context
    }
    const type = coverFact(scan, 'DocumentType')
    const reportContext = type ? contextOf(type.contextRef) : null
    const periodEnd = cover.periodEnd ?? ''
    const document: Disclosure = {
      path,
      id: null,
      form: guess.form,
      formFrom: guess.from,
      item: itemOf(guess.form),
      view: 'tagged',
      registrant: cover.registrant,
      periodOfReport: isDate(periodEnd) ? periodEnd : (reportContext?.end ?? null),
      flags,
      blocks,
      prose: blocks.map(({ prose }) => prose).filter(({ text: said }) => said !== ''),
      notes: holdsFacts
        ? notes
        : [{ message: 'The instance holds no fact of the cyd taxonomy.', at: null }, ...notes],
      tagging: {
        kind: 'instance',
        facts: facts.map(fact =>
          taggedFact(fact, contextOf(fact.contextRef), blockOf.get(fact) ?? null, source),
        ),
        brokenChains: [],
        cover,
        reportContext,
      },
    }
    yield documentEntry(document)
  }
  const isWanted = holdsFacts || problem !== undefined || (form !== undefined && isAnnual(form))
  return { kind: 'instance', skipped: isWanted ? null : NO_FACTS, entries }
}
