import { olderDocuments } from '../compare/pair-documents.js'
import { tool } from '../generated/tool.js'
import type { ComparedPair, Comparison, UnpairedDocument } from '../model/comparison.js'
import type { Disclosure } from '../model/disclosure.js'
import type { Confidence } from '../model/finding.js'
import type { Form } from '../model/forms.js'
import type { Glossary } from '../model/glossary.js'
import type { ReportError } from '../model/report.js'
import type { Settings } from '../model/settings.js'
import { type Checkable, readAll } from './check.js'
import { comparedPair } from './comparison-report.js'
import { differenceFrom } from './difference.js'
import { checkedDocument, type DocumentOptions } from './document-report.js'
import { headOf } from './head-of.js'

export interface CompareOptions {
  /** The form of both, where the inputs' own word on it is not to count. */
  readonly form?: Form | undefined
  /** Findings of compare/* that are less sure are left out. Default: as `settings` say, or `medium`. */
  readonly minConfidence?: Confidence | undefined
  /** How the rules compare/* are set. Default: as they ship. */
  readonly settings?: Settings | undefined
  /** The registrant's own names for its committees and positions. */
  readonly glossary?: Glossary | undefined
  /** The day as of which suppressions hold, YYYY-MM-DD. Default: all hold that are in the documents. */
  readonly asOf?: string | undefined
}

/** Before any day that a suppression ends on. */
const FIRST_DAY = '0001-01-01'

/** Compares a document with the one before it, and applies the rules compare/* to the newer. */
export const comparePair = (old: Disclosure, fresh: Disclosure, options: DocumentOptions): ComparedPair => {
  const difference = differenceFrom(old, fresh, options.glossary)
  const { document } = checkedDocument(fresh, options, { difference })
  return comparedPair(
    difference,
    document.findings.filter(({ rule }) => rule.startsWith('compare/')),
  )
}

export const unpairedDocument = (
  disclosure: Disclosure,
  side: UnpairedDocument['side'],
  reason: string,
): UnpairedDocument => ({ ...headOf(disclosure), side, reason })

export const NOT_ASKED_FOR = 'no newer document is of its registrant'

/**
 * Compares disclosures as `cydlint compare` does, without disk, clock or network. Of several documents each newer one is
 * paired with the last earlier one of its registrant; two single ones are a pair whatever they name.
 *
 * @param old what was there before: any input that `check` takes
 * @param fresh what is there now
 * @returns the comparison, version 1; what cannot be read is an entry of `errors`, never an exception
 */
export const compare = async (
  old: Checkable,
  fresh: Checkable,
  options: CompareOptions = {},
): Promise<Comparison> => {
  const errors: ReportError[] = []
  const olds = await readAll(old, options.form, errors)
  const news = await readAll(fresh, options.form, errors)
  const older = olderDocuments(olds, news.length === 1)
  const pairs: ComparedPair[] = []
  const unpaired: UnpairedDocument[] = []
  const terms = { ...options, asOf: options.asOf ?? FIRST_DAY }
  for (const each of news) {
    const found = older.before(each)
    if (found.old) pairs.push(comparePair(found.old, each, terms))
    else unpaired.push(unpairedDocument(each, 'new', found.reason))
  }
  unpaired.push(...older.unused().map(each => unpairedDocument(each, 'old', NOT_ASKED_FOR)))
  return { version: 1, tool, pairs, unpaired, errors }
}
