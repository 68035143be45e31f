import type { Check, CheckInput, Outcome, Unchecked, Words } from '../checks/check.js'
import type { Difference } from '../compare/compare.js'
import type { Reading } from '../evidence/read.js'
import type { Disclosure } from '../model/disclosure.js'
import type { Confidence, Finding, NotChecked } from '../model/finding.js'
import type { RuleSetting, Settings } from '../model/settings.js'
import { shorten } from '../text/shorten.js'
import { annualTextNote } from './applicability.js'
import { appliedRules } from './applied-rules.js'
import { type Catalogue, reportingKey, shippedCatalogue } from './catalogue.js'
import { itemPhrase, requirementCitation, ruleCitation } from './citation.js'
import { fingerprinter } from './fingerprint.js'
import { inOrder } from './order.js'
import { headingsAt, spanOfPlace, spanOfWords } from './place.js'
import type { RuleFile } from './rule.js'
import { leastConfidence, settingFor } from './rule-settings.js'
import { sentenceRound } from './sentence-round.js'
import { confidenceOf, isSureEnough, severityOf } from './severity.js'
import { markSuperseded } from './supersession.js'
import type { SuppressionEntry } from './suppressions/entry.js'
import { type Suppression, suppress, suppressionOutcomes } from './suppressions/suppress.js'
import { renderTemplate } from './template.js'
import { type Timer, UNTIMED } from './timer.js'

export interface CheckOptions {
  /** The day on which the check is made, YYYY-MM-DD. */
  readonly asOf: string
  /** Findings of less confidence are left out and counted, whatever the settings say. Default: as these say, or `medium`. */
  readonly minConfidence?: Confidence | undefined
  /** How rules are set. Default: as they ship. */
  readonly settings?: Settings | undefined
  /** Whether all preview rules are applied that the settings do not turn off. Default: those that the settings name. */
  readonly preview?: boolean | undefined
  /** Watches how long each kind of check takes. */
  readonly timer?: Timer | undefined
  /** The rules to apply, linked by `linkRules`. Default: those that cydlint ships. */
  readonly catalogue?: Catalogue
  /** Suppressions of this document that stand in a file beside it. */
  readonly suppressions?: readonly SuppressionEntry[] | undefined
  /** How the document differs from the one before it, for the rules that compare. */
  readonly difference?: Difference | undefined
}

export interface CheckResult {
  /** In a total order: by severity, then by place, then by rule. */
  readonly findings: readonly Finding[]
  /** Rules that were not applied, in the order of their names, each with its reasons. */
  readonly notChecked: readonly NotChecked[]
  /** How many findings are left out because their confidence is below `minConfidence`. */
  readonly belowConfidence: number
  /** Preview rules that would apply and are off, in the order of their names. */
  readonly previewOff: readonly string[]
  /** What the document is asked to leave out, by comments and entries, and what came of it. */
  readonly suppressions: readonly Suppression[]
  /** The words of each finding, by its fingerprint. */
  readonly words: ReadonlyMap<string, FindingWords>
  /** Rules of the user's own that broke on the document. */
  readonly faults: readonly RuleFault[]
}

/** The words that a finding quotes, in the prose that they stand in; null where it quotes none. */
export interface FindingWords {
  readonly quote: Words | null
  /** In the order of the finding's related places. */
  readonly related: readonly Words[]
}

/** A rule of the user's own that broke, and how. */
export interface RuleFault {
  readonly rule: string
  readonly file: string
  readonly message: string
}

const quotedText = ({ words }: Outcome): string | null =>
  words === null ? null : words.prose.text.slice(words.start, words.end)

const valuesOf = (
  rule: RuleFile,
  outcome: Outcome,
  { form, view }: Disclosure,
): Readonly<Record<string, string>> => ({
  ...outcome.data,
  form,
  item: itemPhrase(form),
  citation: outcome.requirement ? requirementCitation(outcome.requirement, form) : ruleCitation(rule, form),
  // Few messages quote the words themselves.
  get quote() {
    return shorten(quotedText(outcome) ?? '')
  },
  element: outcome.element?.label ?? '',
  block: outcome.element?.name ?? '',
  text: view === 'tagged' ? 'the tagged text' : 'the text',
})

const citationsOf = (rule: RuleFile, { requirement }: Outcome, { form }: Disclosure): readonly string[] => {
  const own = ruleCitation(rule, form)
  const asked = requirement === null ? own : requirementCitation(requirement, form)
  return asked === own ? [own] : [asked, own]
}

const spanOf = ({ words, place }: Outcome): Finding['span'] => {
  if (words) return spanOfWords(words)
  return place ? spanOfPlace(place.at) : null
}

const findingOf = (
  rule: RuleFile,
  outcome: Outcome,
  disclosure: Disclosure,
  fingerprint: string,
  settingUnder: (headings: readonly string[]) => RuleSetting,
): { readonly finding: Finding; readonly setting: RuleSetting } => {
  const text = rule.outcomes[outcome.outcome]
  const values = valuesOf(rule, outcome, disclosure)
  const message = (disclosure.view === 'tagged' ? text?.tagged : undefined) ?? text?.message ?? ''
  const headings = outcome.words ? headingsAt(outcome.words.prose, outcome.words.start) : []
  const setting = settingUnder(headings)
  const finding: Finding = {
    rule: rule.name,
    severity: severityOf(rule, outcome.outcome, outcome.requirement, disclosure, setting.severity),
    confidence: confidenceOf(rule, disclosure),
    message: renderTemplate(message, values),
    suggestion: renderTemplate(text?.suggestion ?? '', values),
    requirement: outcome.requirement,
    element: outcome.element,
    citations: citationsOf(rule, outcome, disclosure),
    headings,
    supersededBy: null,
    quote: quotedText(outcome),
    span: spanOf(outcome),
    related: outcome.related.map(({ message: says, words }) => ({
      message: says,
      quote: words.prose.text.slice(words.start, words.end),
      span: spanOfWords(words),
    })),
    fingerprint,
    suppressed: null,
  }
  return { finding, setting }
}

/** A rule that is given another name finds what it found before. */
const firstName = ({ name, aliases }: RuleFile): string => aliases?.[0] ?? name

/** A finding before it is told, with what decides whether it is. */
interface MadeFinding {
  readonly finding: Finding
  readonly outcome: Outcome
  readonly setting: RuleSetting
}

/** Where nothing is set. */
const AS_SHIPPED: Settings = {}

/** Runs code of a user's: what it throws ends it alone. */
const attempt = (
  check: Check,
  input: CheckInput,
  fail: (message: string) => void,
): readonly (Outcome | Unchecked)[] => {
  try {
    return [...check.run(input)]
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) }
    fail(name === 'Error' ? message : `${name}: ${message}`)
    return []
  }
}

const isUnchecked = (result: Outcome | Unchecked): result is Unchecked => 'unchecked' in result

/**
 * Applies the rules to one disclosure. Pure: reads no clock, disk or network.
 * @param reading what the evidence made of the disclosure
 */
export const checkDisclosure = (
  disclosure: Disclosure,
  reading: Reading,
  options: CheckOptions,
): CheckResult => {
  const catalogue = options.catalogue ?? shippedCatalogue()
  const given = options.settings ?? AS_SHIPPED
  const {
    settings,
    active,
    runs,
    previewOff,
    notChecked: notApplied,
  } = appliedRules(catalogue, given, disclosure, {
    preview: options.preview,
    hasPrior: options.difference !== undefined,
  })
  const timer = options.timer ?? UNTIMED
  const notChecked = new Map<string, NotChecked>()
  const note = (rule: string, reason: string): void => {
    notChecked.set(`${rule}\n${reason}`, { rule, reason })
  }
  const annualText = annualTextNote(disclosure)
  if (annualText !== null) note('*', annualText)
  for (const { rule, reason } of notApplied) note(rule, reason)
  const faults: RuleFault[] = []
  /** Notes that rules broke, and goes on. */
  const fail =
    (rules: ReadonlySet<string>) =>
    (message: string): void => {
      for (const rule of rules) {
        note(rule, `The rule broke: ${message}`)
        faults.push({ rule, file: catalogue.named.get(rule)?.file ?? rule, message })
      }
    }
  const fingerprintOf = fingerprinter()
  const made: MadeFinding[] = []
  const { asOf, difference } = options
  for (const { check, parameters, rules } of runs) {
    const input = { disclosure, reading, asOf, parameters, difference }
    const results = timer.check(check.kind, () =>
      check.isOwn ? attempt(check, input, fail(rules)) : [...check.run(input)],
    )
    for (const result of results) {
      for (const rule of catalogue.reporting.get(reportingKey(check.kind, result.outcome)) ?? []) {
        const only = rule.check.requirement
        if (!rules.has(rule.name) || (only && only !== result.requirement)) continue
        if (isUnchecked(result)) {
          note(rule.name, result.unchecked)
          continue
        }
        const subject = result.requirement ?? result.element?.element ?? ''
        // What is not there has no sentence: the one that comes nearest is another in every draft.
        const sentence =
          result.words && result.outcome !== 'absent' ? sentenceRound(reading, result.words) : ''
        const { finding, setting } = findingOf(
          rule,
          result,
          disclosure,
          fingerprintOf(firstName(rule), subject, sentence),
          headings => settingFor(settings, rule.name, headings),
        )
        if (setting.severity === 'off') continue
        made.push({ finding, outcome: result, setting })
      }
    }
  }
  // A suppression of a finding that is not sure enough to be shown is in use all the same.
  const { findings: marked, suppressions } = suppress(made, disclosure, reading, {
    asOf,
    rules: catalogue.named,
    active,
    entries: options.suppressions ?? [],
  })
  const aboutSuppressions = suppressionOutcomes(suppressions).flatMap(({ outcome, identity }) =>
    (catalogue.reporting.get(reportingKey('suppression', outcome.outcome)) ?? [])
      .filter(rule => active.has(rule.name))
      .map(rule => ({
        outcome,
        ...findingOf(rule, outcome, disclosure, fingerprintOf(firstName(rule), '', identity), () =>
          settingFor(settings, rule.name, []),
        ),
      })),
  )
  const told = [...marked, ...aboutSuppressions].filter(({ setting }) => setting.severity !== 'off')
  const sure = told.filter(({ finding, setting }) =>
    isSureEnough(finding.confidence, leastConfidence(options.minConfidence, setting, settings)),
  )
  return {
    findings: inOrder(
      markSuperseded(
        sure.map(({ finding }) => finding),
        catalogue.named,
      ),
    ),
    notChecked: [...notChecked.values()].sort(
      (a, b) => compare(a.rule, b.rule) || compare(a.reason, b.reason),
    ),
    belowConfidence: told.length - sure.length,
    previewOff,
    suppressions,
    words: new Map(
      sure.map(({ finding, outcome: { words, related } }) => [
        finding.fingerprint,
        { quote: words, related: related.map(each => each.words) },
      ]),
    ),
    faults,
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
