import { checkDisclosure } from '../../src/engine/check-disclosure.js'
import { readDisclosure } from '../../src/evidence/read.js'
import type { Block, Disclosure } from '../../src/model/disclosure.js'
import { type CydElement, elementNamed } from '../../src/model/elements.js'
import type { Finding, NotChecked } from '../../src/model/finding.js'
import { type Form, itemOf } from '../../src/model/forms.js'
import { textSource } from '../../src/model/span.js'
import type { Cover, TagContext, TaggedFact, Tagging } from '../../src/model/tagging.js'
import { plainProse } from '../../src/text/prose-builder.js'

/** The fiscal year of the documents of these tests. */
export const YEAR: TagContext = { id: 'c-1', start: '2025-01-01', end: '2025-12-31', dimensions: [] }

/** The element of a short name: a flag where the name ends in "?". */
const elementOf = (name: string): CydElement | null =>
  (name.endsWith('?') ? elementNamed(name.slice(0, -1), 'boolean') : elementNamed(name, 'textBlock')) ?? null

/**
 * A fact of the report's own period that nothing is wrong with.
 * @param name short name, with "?" for a flag; or a name that the taxonomy has not
 */
export const fact = (name: string, changes: Partial<TaggedFact> = {}): TaggedFact => {
  const element = elementOf(name)
  const { text = 'We test our network.', context = YEAR } = changes
  const source = textSource(text)
  const at = { source, start: 0, end: text.length }
  const block: Block | null =
    element?.datatype === 'textBlock'
      ? {
          element,
          origin: 'tag',
          prose: plainProse(source),
          start: 0,
          end: text.length,
          depth: 0,
          truncated: false,
          at,
        }
      : null
  return {
    name: element?.element ?? name,
    taxonomy: '2025',
    element,
    id: '',
    contextRef: context?.id ?? 'c-9',
    context,
    text,
    format: element?.datatype === 'boolean' ? 'fixed-true' : null,
    value: element?.datatype === 'boolean' ? true : null,
    escaped: element?.datatype === 'textBlock',
    hasMarkup: element?.datatype === 'textBlock',
    hidden: false,
    nil: false,
    parent: null,
    block,
    at,
    ...changes,
  }
}

export interface TaggedDocument {
  readonly form?: Form
  readonly kind?: Tagging['kind']
  readonly cover?: Partial<Cover>
  readonly reportContext?: TagContext | null
  readonly brokenChains?: Tagging['brokenChains']
  /** Findings of all rules, not of those on tags alone. */
  readonly every?: boolean
}

const disclosureOf = (
  facts: readonly TaggedFact[],
  { form = '10-K', kind = 'inline', cover = {}, reportContext = YEAR, brokenChains = [] }: TaggedDocument,
): Disclosure => {
  const blocks = facts.flatMap(({ block }) => block ?? [])
  const said: Cover = {
    documentType: form,
    isAmendment: null,
    registrant: 'Example Corp.',
    periodEnd: YEAR.end,
    ...cover,
  }
  return {
    path: 'example.htm',
    id: null,
    form,
    formFrom: 'dei:DocumentType',
    item: itemOf(form),
    view: 'tagged',
    registrant: said.registrant,
    periodOfReport: said.periodEnd ?? reportContext?.end ?? null,
    flags: [],
    blocks,
    prose: blocks.map(({ prose }) => prose),
    notes: [],
    tagging: { kind, facts, brokenChains, cover: said, reportContext },
  }
}

export interface Told {
  readonly findings: readonly Finding[]
  readonly notChecked: readonly NotChecked[]
}

/** What the rules on tags say of a document with these facts. */
export const told = (facts: readonly TaggedFact[], document: TaggedDocument = {}): Told => {
  const disclosure = disclosureOf(facts, document)
  const { findings, notChecked } = checkDisclosure(disclosure, readDisclosure(disclosure), {
    asOf: '2026-11-23',
    minConfidence: 'low',
  })
  const isOwn = ({ rule }: { readonly rule: string }): boolean =>
    document.every === true || rule.startsWith('tag/')
  return { findings: findings.filter(isOwn), notChecked: notChecked.filter(isOwn) }
}

/** The messages, each after the name of its rule. */
export const messages = (facts: readonly TaggedFact[], document: TaggedDocument = {}): readonly string[] =>
  told(facts, document).findings.map(({ rule, message }) => `${rule}: ${message}`)

/** The names of the rules that speak. */
export const rules = (facts: readonly TaggedFact[], document: TaggedDocument = {}): readonly string[] =>
  told(facts, document).findings.map(({ rule }) => rule)
