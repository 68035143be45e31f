import type { FiringExample, OutcomeText, RuleExample, RuleFile } from '../engine/rule.js'
import type { RequirementFile } from '../evidence/requirement.js'
import { COMPLIANCE_DATES } from '../model/compliance-dates.js'
import { elementsFor } from '../model/elements.js'
import type { Severity } from '../model/finding.js'
import { optionPhrase, type RuleOption } from '../model/option.js'
import type { ReportDocument, ReportFinding } from '../model/report.js'
import type { Span } from '../model/span.js'
import type { Input } from '../readers/input.js'
import { count, listed } from '../reporters/count.js'
import { quotesNearest } from '../reporters/quotes-nearest.js'
import { checkInput } from './check.js'
import { exampleFacts } from './example-facts.js'
import { type ExampleContent, exampleInput, priorContent } from './example-input.js'
import { citationsOf, type Explanation } from './explain.js'
import type { OwnRuleSet } from './own-rules.js'

/** What else an article speaks of, for a page to link to. */
export interface Reference {
  readonly kind: 'rule' | 'requirement'
  readonly name: string
}

/** "Severity", "warning". */
export interface Fact {
  readonly label: string
  readonly text: string
}

/** What the program says of an example: the finding as reports have it. */
export interface Said {
  readonly finding: ReportFinding
  /** The quote is not what the finding is about, but what comes nearest to what is not there. */
  readonly isNearest: boolean
}

export type Entry =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'point'; readonly text: string }
  | { readonly type: 'reference'; readonly to: Reference; readonly text: string }
  | {
      readonly type: 'outcome'
      readonly name: string
      readonly severity: Severity
      readonly message: string
      /** The message where only tagged facts were seen. */
      readonly tagged: string | null
      readonly suggestion: string
    }
  | { readonly type: 'example'; readonly example: RuleExample; readonly says: readonly Said[] }

export interface Section {
  readonly heading: string
  readonly entries: readonly Entry[]
}

/** What is told of a rule, a requirement or a citation, before it is laid out for a terminal or as a page. */
export interface Article {
  readonly title: string
  /** The rule's. */
  readonly severity: Severity | null
  readonly lead: string
  readonly facts: readonly Fact[]
  readonly sections: readonly Section[]
}

export type Explained = Exclude<Explanation, { readonly type: 'unknown' }>

/** Rules of the user's own that are told of, too, and how a configuration sets the rule. */
export interface ArticleTerms extends OwnRuleSet {
  readonly setting?: readonly Fact[]
}

const SHIPPED: ArticleTerms = { rules: [], checks: [] }

/** Examples are checked as of one day, so that what is told of them does not change with the calendar. */
export const EXAMPLE_DAY = '2026-11-22'

/** "10-K, 20-F, for periods ended on or after 2024-12-15 (Release …); tagged documents alone". */
const applicability = ({ forms, from, needs }: RuleFile): string => {
  const date = from && COMPLIANCE_DATES[from]
  return [
    forms.join(', '),
    date ? `, for periods ended on or after ${date.from} (${date.source})` : '',
    needs === 'tagging' ? '; only where tags were read, from inline XBRL or an XBRL instance' : '',
    needs === 'prior' ? '; only beside a document before it (cydlint compare, or check --prior)' : '',
  ].join('')
}

const measurement = ({ measured }: RuleFile): string => {
  if (!measured) return 'not yet on real filings'
  const { filings, fired, read, right } = measured
  const seen = `${fired === 0 ? 'no findings' : count(fired, 'finding')} in ${count(filings, 'real filing')}`
  if (read === 0) return seen
  return `${right} of ${read} findings that were read are right (precision ${(right / read).toFixed(2)}, n = ${read}); ${seen}`
}

const ruleFacts = (rule: RuleFile): readonly Fact[] => {
  const { severity, preview, confidence, authority, supersededBy = [], check: by, since, aliases = [] } = rule
  return [
    { label: 'Severity', text: `${severity}${preview ? '; preview, off unless asked for' : ''}` },
    { label: 'Confidence', text: confidence },
    { label: 'Measured', text: measurement(rule) },
    { label: 'Applies to', text: applicability(rule) },
    { label: 'Authority', text: citationsOf(rule).join('; ') },
    { label: 'Force', text: authority.force },
    { label: 'Known from', text: authority.source },
    ...(by.requirement === undefined ? [] : [{ label: 'Asks for', text: by.requirement }]),
    ...(supersededBy.length === 0
      ? []
      : [{ label: 'Moot where', text: `${supersededBy.join(' or ')} is found` }]),
    { label: 'Check', text: by.kind },
    ...(aliases.length === 0 ? [] : [{ label: 'Once called', text: listed(aliases) }]),
    ...(since === undefined ? [] : [{ label: 'Since', text: `ruleset ${since}` }]),
  ]
}

/** "similarity: Share of …. A number from 0.3 to 1; 0.5 where nothing is set." */
const optionPoint = ([name, { doc, schema, default: value }]: readonly [string, RuleOption]): string => {
  const phrase = optionPhrase(schema)
  return `${name}: ${doc} ${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}; ${JSON.stringify(value)} where nothing is set.`
}

/** A template as a reader sees it: the marks of passages that may be left out are for the program. */
const withoutMarks = (template: string): string => template.replace(/\[\[|\]\]/g, '')

const outcomeEntry = (name: string, text: OutcomeText, severity: Severity): Entry => ({
  type: 'outcome',
  name,
  severity: text.severity ?? severity,
  message: withoutMarks(text.message),
  tagged: text.tagged === undefined ? null : withoutMarks(text.tagged),
  suggestion: withoutMarks(text.suggestion),
})

/** A span whose lines are counted from a later one on. */
const lower = <Place extends Span | null>(span: Place, lines: number): Place =>
  span === null || 'paragraph' in span
    ? span
    : {
        ...span,
        start: { ...span.start, line: span.start.line - lines },
        end: { ...span.end, line: span.end.line - lines },
      }

/** The findings of one rule, at the lines of the example as it is shown. */
const saidBy = (rule: string, document: ReportDocument, lines: number): readonly Said[] =>
  document.findings
    .filter(finding => finding.rule === rule)
    .map(finding => ({
      finding: {
        ...finding,
        span: lower(finding.span, lines),
        related: finding.related.map(each => ({ ...each, span: lower(each.span, lines) })),
      },
      isNearest: quotesNearest(finding, document),
    }))

/** An example as a file, and as its page shows it. */
const exampleFile = (example: ExampleContent): Input => {
  const { inline, word } = example
  if (inline === undefined && word === undefined) return { path: 'example.yaml', text: exampleFacts(example) }
  return exampleInput(example)
}

const firingEntry = async (example: FiringExample, rule: string, own: OwnRuleSet): Promise<Entry> => {
  const { inline } = example
  const file = exampleFile(example)
  const before =
    inline === undefined || !('text' in file) ? '' : file.text.slice(0, file.text.indexOf(inline))
  const prior = priorContent(example)
  const lines = before.split('\n').length - 1
  const { documents } = await checkInput(file, {
    asOf: EXAMPLE_DAY,
    ownRules: own.rules,
    ownChecks: own.checks,
    minConfidence: 'low',
    settings: { preview: [rule] },
    ...(prior && { prior: exampleFile(prior) }),
  })
  return { type: 'example', example, says: documents.flatMap(each => saidBy(rule, each, lines)) }
}

const section = (heading: string, entries: readonly Entry[]): readonly Section[] =>
  entries.length === 0 ? [] : [{ heading, entries }]

const points = (texts: readonly string[]): readonly Entry[] => texts.map(text => ({ type: 'point', text }))

const ruleArticle = async (rule: RuleFile, { setting = [], ...own }: ArticleTerms): Promise<Article> => ({
  title: rule.name,
  severity: rule.severity,
  lead: rule.summary,
  facts: [...ruleFacts(rule), ...setting],
  sections: [
    ...section('Ground', [{ type: 'text', text: rule.authority.ground }]),
    ...section(
      'What it says',
      Object.entries(rule.outcomes).map(([name, text]) => outcomeEntry(name, text, rule.severity)),
    ),
    ...section(
      'Found in',
      await Promise.all(rule.examples.fires.map(example => firingEntry(example, rule.name, own))),
    ),
    ...section(
      'Not found in',
      rule.examples.silent.map(example => ({ type: 'example', example, says: [] })),
    ),
    ...section('Not seen', points(rule.knownFalseNegatives)),
    ...section('Options', points(Object.entries(rule.options ?? {}).map(optionPoint))),
    ...section(
      'Changes',
      points((rule.changes ?? []).map(({ version, aspect, says }) => `${version}, ${aspect}: ${says}`)),
    ),
  ],
})

const ruleReferences = (rules: readonly RuleFile[]): readonly Entry[] =>
  rules.map(({ name, summary }) => ({ type: 'reference', to: { kind: 'rule', name }, text: summary }))

/** Figures of practice are of all filings with a cyd fact in the SEC's data sets of that time. */
const PRACTICE = 'In practice (10,789 tagged annual filings, October 2024 to May 2026)'

const requirementArticle = (requirement: RequirementFile, rules: readonly RuleFile[]): Article => {
  const { name, title, citation, force, asks, evidence, precedence, silent, practice, knownLimits } =
    requirement
  const tags = elementsFor(name).map(
    ({ element, name: short, datatype }) =>
      `${short} (${datatype === 'boolean' ? 'flag' : 'text block'}, cyd:${element})`,
  )
  return {
    title: name,
    severity: null,
    lead: title,
    facts: [
      { label: 'Cited as', text: `${citation['10-K']}; ${citation['20-F']}` },
      { label: 'Force', text: force },
      { label: 'Precedence', text: `where sentences differ: ${precedence.join(', then ')}` },
      { label: 'Tagged as', text: tags.length === 0 ? 'no element of its own' : tags.join('; ') },
    ],
    sections: [
      ...section('What it asks', [{ type: 'text', text: asks }]),
      ...Object.entries(evidence).flatMap(([status, { examples }]) =>
        section(`Read as ${status}`, points(examples)),
      ),
      ...section('Not read as an answer', points(silent)),
      ...section('Rules', ruleReferences(rules)),
      ...section(PRACTICE, points(practice)),
      ...section('Known limits', points(knownLimits)),
    ],
  }
}

const groupArticle = (name: string, rules: readonly RuleFile[]): Article => ({
  title: `${name}/*`,
  severity: null,
  lead: `Holds ${count(rules.length, 'rule')}.`,
  facts: [],
  sections: section('Rules', ruleReferences(rules)),
})

const citationArticle = ({
  citation,
  requirements,
  incident = [],
  rules,
}: Extract<Explanation, { readonly type: 'citation' }>): Article => {
  const held = [
    requirements.length + incident.length > 0 && count(requirements.length + incident.length, 'requirement'),
    rules.length > 0 && count(rules.length, 'rule'),
  ].filter(part => part !== false)
  return {
    title: citation,
    severity: null,
    lead: `Cited for ${listed(held)}.`,
    facts: [],
    sections: [
      ...section(
        'Requirements',
        requirements.map(({ name, asks, force }) => ({
          type: 'reference',
          to: { kind: 'requirement', name },
          text: `${asks} (${force})`,
        })),
      ),
      ...section(
        'Asked of a material incident',
        points(
          incident.map(
            ({ title, asks, force, citation: cited, block }) =>
              `${title}: ${asks} (${cited}; ${force}; text block ${block})`,
          ),
        ),
      ),
      ...section('Rules', ruleReferences(rules)),
    ],
  }
}

/** What is told of a name: the same for `cydlint explain` and for the pages of docs/. Examples are checked anew. */
export const articleOf = async (explanation: Explained, terms: ArticleTerms = SHIPPED): Promise<Article> => {
  switch (explanation.type) {
    case 'rule':
      return ruleArticle(explanation.rule, terms)
    case 'group':
      return groupArticle(explanation.name, explanation.rules)
    case 'requirement':
      return requirementArticle(explanation.requirement, explanation.rules)
    case 'citation':
      return citationArticle(explanation)
  }
}
