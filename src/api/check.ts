import type { RuleDefinition } from '../engine/defined-rule.js'
import { tool } from '../generated/tool.js'
import type { Disclosure } from '../model/disclosure.js'
import type { Confidence } from '../model/finding.js'
import type { Form } from '../model/forms.js'
import type { Glossary } from '../model/glossary.js'
import type { Report, ReportDocument, ReportError } from '../model/report.js'
import type { Settings } from '../model/settings.js'
import { textSource } from '../model/span.js'
import { tally } from '../model/summary.js'
import { readRecord } from '../readers/facts/record.js'
import type { Input } from '../readers/input.js'
import { openInput } from '../readers/read.js'
import { isDate } from '../text/date.js'
import { brokenRules } from './broken-rules.js'
import { checkedDocument, type DocumentOptions, documentReport } from './document-report.js'
import { ownRulesOf } from './own-rules.js'
import { priorDocuments } from './prior.js'

export interface CheckOptions {
  /** The day as of which to check, YYYY-MM-DD. The library reads no clock, so there is no default. */
  readonly asOf: string
  /** Name of the input in the report where it has none of its own. Its ending helps to tell the kind of input. Default `input`. */
  readonly path?: string | undefined
  /** The form, where the input's own word on it is not to count. */
  readonly form?: Form | undefined
  /** Findings that are less sure are left out, and counted in `hidden`. Default: as `settings` say, or `medium`. */
  readonly minConfidence?: Confidence | undefined
  /** How rules are set, by their full names. Default: as they ship. */
  readonly settings?: Settings | undefined
  /** The registrant's own names for its committees and positions. */
  readonly glossary?: Glossary | undefined
  /** Whether the report is to hold the texts that were read, which its HTML format shows. Default false. */
  readonly withText?: boolean | undefined
  /** Rules of your own, as `defineRule` takes them, applied beside those that ship. Hand over one list for all calls. */
  readonly rules?: readonly RuleDefinition[] | undefined
  /**
   * The report of the period before, or the draft before, for the rules compare/*. Of several documents each is paired
   * with the one of its registrant; what is not paired says so under `notChecked`.
   */
  readonly prior?: Checkable | undefined
}

/** What can be checked: a text, the bytes of a file, either with a name, or several of these. */
export type Checkable = string | Uint8Array | Input | readonly Input[]

/** Inputs with their names. */
export const named = (input: Checkable, path = 'input'): readonly Input[] => {
  if (typeof input === 'string') return [{ path, text: input }]
  if (input instanceof Uint8Array) return [{ path, bytes: input }]
  return 'path' in input ? [input] : input
}

/** The options with rules of the caller's own as the engine takes them. */
const termsOf = (options: CheckOptions): InputTerms => {
  if (!options.rules) return options
  const { rules: ownRules, checks: ownChecks } = ownRulesOf(options.rules)
  return { ...options, ownRules, ownChecks }
}

const requireDay = (asOf: string): void => {
  if (!isDate(asOf)) throw new RangeError(`asOf is "${asOf}"; it must be a day, written YYYY-MM-DD`)
}

/** Every document of an input, and what could not be read of it among the errors. */
export const readAll = async (
  input: Checkable,
  form: Form | undefined,
  errors: ReportError[],
): Promise<readonly Disclosure[]> => {
  const documents: Disclosure[] = []
  for (const each of named(input)) {
    const { entries } = await openInput(each, { form })
    for await (const entry of entries()) {
      if (entry.type === 'error') errors.push(entry.error)
      else documents.push(entry.document)
    }
  }
  return documents
}

/**
 * Checks disclosures as `cydlint check` does, without disk, clock or network.
 *
 * @param input a draft (Markdown, Word, HTML, plain text), facts (JSON, YAML, NDJSON) or a filing (inline XBRL, an XBRL
 * instance, pages of EDGAR's viewer, a submission, a zip archive of these), recognized by content
 * @returns the report, version 1; an input that cannot be read is an entry of `errors`, never an exception
 * @throws RangeError where `asOf` is no day, TypeError where one of `rules` cannot be used
 */
export const check = async (input: Checkable, options: CheckOptions): Promise<Report> => {
  requireDay(options.asOf)
  return checkInput(input, termsOf(options))
}

/** What an input is checked by: rules of a caller's own as the engine takes them. */
type InputTerms = DocumentOptions & Pick<CheckOptions, 'path' | 'form' | 'prior'>

/** Checks inputs, and reports on them. */
export const checkInput = async (input: Checkable, terms: InputTerms): Promise<Report> => {
  const { asOf, path, form } = terms
  const broken = brokenRules()
  const documents: ReportDocument[] = []
  const errors: ReportError[] = []
  const counts = tally()
  const prior =
    terms.prior === undefined ? undefined : priorDocuments(await readAll(terms.prior, form, errors))
  for (const each of named(input, path)) {
    const { entries } = await openInput(each, { form })
    for await (const entry of entries()) {
      if (entry.type === 'error') {
        errors.push(entry.error)
        continue
      }
      const checked = checkedDocument(entry.document, terms, prior?.of(entry.document, terms.glossary))
      const { document } = checked
      errors.push(...broken(checked))
      counts.add(document)
      documents.push(document)
    }
  }
  return { version: 1, tool, asOf, documents, errors, summary: counts.summary() }
}

/** A record checked, or what is wrong with it. */
export type RecordReport =
  | { readonly document: ReportDocument; readonly problems?: undefined }
  | { readonly document?: undefined; readonly problems: readonly string[] }

/**
 * Checks one record of facts that is parsed already, at once: for many thousands of them.
 *
 * @param record `{ form, registrant?, periodOfReport?, flags?, blocks?, text?, truncated?, id? }`, as
 * `schemas/disclosure.schema.json` has it; it is validated here
 * @returns the document's report, in which spans point into the strings of the record; or what is wrong with the
 * record, in words that say where
 * @throws RangeError where `asOf` is no day, TypeError where one of `rules` cannot be used
 */
export const checkRecord = (record: unknown, options: CheckOptions): RecordReport => {
  requireDay(options.asOf)
  const placeOf = (keys: readonly string[]) => {
    const pointer = keys.map(key => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
    return { source: textSource('', pointer), start: 0, end: 0 }
  }
  const place = { path: options.path ?? 'input', name: null, placeOf }
  const { document, problems } = readRecord(record, place, { form: options.form })
  return document ? { document: documentReport(document, termsOf(options)) } : { problems }
}
