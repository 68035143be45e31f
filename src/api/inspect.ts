import { readDisclosure } from '../evidence/read.js'
import type { Assertion, CoverageStatus } from '../model/coverage.js'
import { type Disclosure, type FactOrigin, textOf } from '../model/disclosure.js'
import type { Form } from '../model/forms.js'
import type { Glossary } from '../model/glossary.js'
import type { DocumentHead, ReportError } from '../model/report.js'
import { REQUIREMENT_NAMES, type RequirementName } from '../model/requirements.js'
import type { Span } from '../model/span.js'
import { openInput } from '../readers/read.js'
import { type Checkable, named } from './check.js'
import { headOf } from './head-of.js'

export interface InspectedFlag {
  /** Name in the `cyd` taxonomy, without prefix. */
  readonly element: string
  readonly name: string
  readonly value: boolean
  readonly span: Span
  readonly source: FactOrigin
}

export interface InspectedBlock {
  readonly element: string
  readonly name: string
  /** The full text, that of inner blocks included. */
  readonly text: string
  readonly span: Span
  /** 0 for an outermost block. */
  readonly depth: number
  readonly source: FactOrigin
}

/** A sentence that matched a pattern of a requirement, credited or not. */
export interface InspectedCandidate {
  readonly quote: string
  readonly span: Span
  /** Id of the pattern, as `rules/requirements` names it. */
  readonly pattern: string
  readonly assertion: Assertion
  /** What this sentence alone shows. */
  readonly status: CoverageStatus
}

export interface InspectedEvidence {
  readonly requirement: RequirementName
  /** The verdict over all sentences. */
  readonly status: CoverageStatus
  readonly candidates: readonly InspectedCandidate[]
}

/** What the reader saw of one document. */
export interface InspectedDocument extends DocumentHead {
  readonly flags: readonly InspectedFlag[]
  readonly blocks: readonly InspectedBlock[]
  readonly sentences: number
  /** Only where it was asked for. */
  readonly evidence?: readonly InspectedEvidence[]
}

export interface Inspection {
  readonly version: 1
  readonly documents: readonly InspectedDocument[]
  readonly errors: readonly ReportError[]
}

export interface InspectOptions {
  /** Name of the input where it has none of its own. Default `input`. */
  readonly path?: string | undefined
  readonly form?: Form | undefined
  /** Also give, requirement by requirement, every sentence that matched, and the verdict. Default false. */
  readonly evidence?: boolean | undefined
  /** The registrant's own names for its committees and positions. */
  readonly glossary?: Glossary | undefined
}

/** What the reader saw of one disclosure, as `cydlint inspect --format json` prints it. */
export const inspectDisclosure = (
  disclosure: Disclosure,
  withEvidence = false,
  glossary?: Glossary,
): InspectedDocument => {
  const reading = readDisclosure(disclosure, glossary)
  const evidence = (): readonly InspectedEvidence[] =>
    REQUIREMENT_NAMES.map(requirement => ({
      requirement,
      status: reading.coverage.get(requirement)?.status ?? 'absent',
      candidates: reading.candidates(requirement).map(({ sentence, pattern, assertion, status }) => ({
        quote: sentence.text,
        span: sentence.prose.source.span(...sentence.prose.toSource(sentence.start, sentence.end)),
        pattern,
        assertion,
        status,
      })),
    }))
  return {
    ...headOf(disclosure),
    flags: disclosure.flags.map(({ element: { element, name }, value, origin, at }) => ({
      element,
      name,
      value,
      span: at.source.span(at.start, at.end),
      source: origin,
    })),
    blocks: disclosure.blocks.map(block => ({
      element: block.element.element,
      name: block.element.name,
      text: textOf(block),
      span: block.at.source.span(block.at.start, block.at.end),
      depth: block.depth,
      source: block.origin,
    })),
    sentences: reading.sentences.length,
    ...(withEvidence ? { evidence: evidence() } : {}),
  }
}

/**
 * Shows what the readers see in an input, without judging it.
 * @param input as for `check`
 */
export const inspect = async (input: Checkable, options: InspectOptions = {}): Promise<Inspection> => {
  const documents: InspectedDocument[] = []
  const errors: ReportError[] = []
  for (const each of named(input, options.path)) {
    const { entries } = await openInput(each, { form: options.form })
    for await (const entry of entries()) {
      if (entry.type === 'error') errors.push(entry.error)
      else documents.push(inspectDisclosure(entry.document, options.evidence, options.glossary))
    }
  }
  return { version: 1, documents, errors }
}
