import type { Confidence, Severity } from '../model/finding.js'
import type { ReportDocument, ReportError, ReportFinding } from '../model/report.js'
import type { Span } from '../model/span.js'
import { filePlace, pathName } from './file-place.js'
import { placeName } from './place-name.js'
import type { Reporter, RunHead } from './reporter.js'
import type { RuleDescription } from './rule-description.js'

export interface SarifOptions {
  /** Every rule of the run, in the order of their names. */
  readonly rules: readonly RuleDescription[]
  /** Results that go into one run; more open a further run. Default 25,000. */
  readonly resultsPerRun?: number
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** Code scanning refuses a run with more results, and a result with more locations. */
const RESULTS_PER_RUN = 25_000
const RELATED_LOCATIONS = 999

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', advice: 'note' }
/** As code scanning names them (`precision` and `problem.severity` of a rule). */
const PRECISIONS: Readonly<Record<Confidence, string>> = { high: 'very-high', medium: 'high', low: 'medium' }
const PROBLEMS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  advice: 'recommendation',
}

/**
 * Text of a message. Braces stand for arguments there, and are doubled to stand for themselves (SARIF 2.1.0, 3.11.5);
 * "[words](…)" would be a link (3.11.6).
 */
const messageText = (text: string): string => text.replace(/[{}]/g, '$&$&').replaceAll('](', '] (')

/** Markdown of our own words: what it would take for markup is escaped, and braces are as in other messages. */
const markdownText = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/[{}]/g, '$&$&')

const ruleData = (rule: RuleDescription): object => {
  const { name, summary, ground, citations, severity, confidence, preview, unseen } = rule
  const [category = ''] = name.split('/')
  const authority = `${ground} (${citations.join('; ')})`
  const more = `"cydlint explain ${name}" shows examples.`
  return {
    id: name,
    shortDescription: { text: messageText(summary) },
    fullDescription: { text: messageText(`${summary} ${ground}`) },
    help: {
      text: messageText(
        [`Authority: ${authority}`, ...unseen.map(each => `Known gap: ${each}`), more].join('\n'),
      ),
      markdown: [
        markdownText(summary),
        `**Authority.** ${markdownText(authority)}`,
        ...(unseen.length === 0
          ? []
          : [['**Known gaps**', ...unseen.map(each => `- ${markdownText(each)}`)].join('\n\n')]),
        `\`cydlint explain ${name}\` shows examples.`,
      ].join('\n\n'),
    },
    defaultConfiguration: { level: LEVELS[severity], enabled: !preview },
    properties: {
      tags: ['cybersecurity-disclosure', category],
      precision: PRECISIONS[confidence],
      'problem.severity': PROBLEMS[severity],
      citations,
    },
  }
}

/** A path as a relative reference (RFC 3986), or as a `file:` URI where it is absolute. */
const uriOf = (path: string): string => {
  const name = pathName(path)
  const encoded = name.split('/').map(encodePart).join('/')
  if (name.startsWith('//')) return `file:${encoded}`
  if (name.startsWith('/')) return `file://${encoded}`
  return /^[a-z]:\//i.test(name) ? `file:///${encoded.replace('%3A', ':')}` : encoded
}

/** Lone surrogates have no encoding; a path can hold them. */
const encodePart = (part: string): string =>
  encodeURIComponent(
    part.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'),
  )

/**
 * A place: of text the region; of a string in a JSON file and of a Word document a logical location, and the first line
 * for code scanning, which shows nothing without a line.
 */
const locationData = ({ path, id }: ReportDocument, span: Span | null): object => {
  const place = filePlace(span)
  const name = span === null || place !== null ? null : placeName(span)
  const logical = [
    ...(id === null ? [] : [{ fullyQualifiedName: id, kind: 'document' }]),
    ...(name === null
      ? []
      : [{ fullyQualifiedName: name, kind: name.startsWith('/') ? 'value' : 'paragraph' }]),
  ]
  const region =
    place === null
      ? { startLine: 1 }
      : {
          startLine: place.line,
          startColumn: place.column,
          endLine: place.endLine,
          endColumn: place.endColumn,
        }
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(path) }, region },
    ...(logical.length === 0 ? {} : { logicalLocations: logical }),
  }
}

/** A finding that another makes moot is marked as one that somebody suppressed is: viewers know no other mark. */
const suppressionsOf = ({
  suppressed,
  suppressedInSource,
  supersededBy,
}: ReportFinding): readonly object[] => [
  ...(suppressed === null
    ? []
    : [
        {
          kind: suppressedInSource ? 'inSource' : 'external',
          status: 'accepted',
          justification: suppressed,
        },
      ]),
  ...(supersededBy === null
    ? []
    : [
        {
          kind: 'external',
          status: 'accepted',
          justification: `Follows from the finding of ${supersededBy}.`,
        },
      ]),
]

const resultData = (document: ReportDocument, finding: ReportFinding, ruleIndex: number): object => {
  const { message, suggestion, related, fingerprint } = finding
  return {
    ruleId: finding.rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: LEVELS[finding.severity],
    message: { text: messageText(`${message}\n\nTo do: ${suggestion}`) },
    locations: [locationData(document, finding.span)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.slice(0, RELATED_LOCATIONS).map((each, index) => ({
            id: index + 1,
            ...locationData(document, each.span),
            message: { text: messageText(`${each.message}: “${each.quote}”`) },
          })),
        }),
    partialFingerprints: {
      'cydlintFinding/v1': fingerprint,
      ...(document.id === null ? {} : { 'cydlintDocument/v1': document.id }),
    },
    // An empty list says that suppressions were looked for, and none holds.
    suppressions: suppressionsOf(finding),
    properties: {
      confidence: finding.confidence,
      citations: finding.citations,
      requirement: finding.requirement,
      element: finding.element,
      headings: finding.headings,
      quote: finding.quote,
      supersededBy: finding.supersededBy,
    },
  }
}

const errorData = ({ path, message }: ReportError): object => ({
  level: 'error',
  message: { text: messageText(`${path} could not be checked: ${message}`) },
  locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
})

/** SARIF 2.1.0: every finding, also what is suppressed or follows from another, marked. */
export const sarif = (
  { tool, asOf }: RunHead,
  { rules, resultsPerRun = RESULTS_PER_RUN }: SarifOptions,
): Reporter => {
  const indexes = new Map(rules.map(({ name }, index) => [name, index]))
  const driver = {
    name: tool.name,
    version: tool.version,
    semanticVersion: tool.version,
    rules: rules.map(ruleData),
    properties: { ruleset: tool.ruleset },
  }
  /** Rules that the run's configuration sets otherwise than they ship. */
  const overrides = rules.flatMap(({ name: id, severity, set }, index) =>
    set === undefined
      ? []
      : [
          {
            descriptor: { id, index },
            configuration: { level: LEVELS[set === 'off' ? severity : set], enabled: set !== 'off' },
          },
        ],
  )
  let runs = 0
  let results = 0
  const errors: object[] = []
  /** Rules that were not applied, with the number of documents by reason: a line a document would be most of a file. */
  const notApplied = new Map<string, { readonly rule: string; readonly reason: string; documents: number }>()
  const partly: object[] = []

  const openRun = (): string => {
    runs++
    results = 0
    const head = [
      `"tool": ${JSON.stringify({ driver })}`,
      '"columnKind": "utf16CodeUnits"',
      `"properties": ${JSON.stringify({ asOf })}`,
      // Code scanning replaces runs of one category by the last of them.
      ...(runs === 1 ? [] : [`"automationDetails": ${JSON.stringify({ id: `cydlint-${runs}/` })}`]),
    ].join(',\n  ')
    return `${runs === 1 ? `{\n"$schema": ${JSON.stringify(SCHEMA)},\n"version": "2.1.0",\n"runs": [` : ','}\n{ ${head},\n  "results": [`
  }
  const closeRun = (isSuccess: boolean, notifications: readonly object[]): string => {
    const invocation = {
      executionSuccessful: isSuccess,
      ...(overrides.length > 0 && { ruleConfigurationOverrides: overrides }),
      toolExecutionNotifications: notifications,
    }
    return `\n  ],\n  "invocations": [${JSON.stringify(invocation)}] }`
  }
  const opening = (): string => (runs === 0 ? openRun() : '')

  return {
    document: document => {
      for (const { rule, reason } of document.notChecked) {
        if (rule === '*')
          partly.push({
            level: 'warning',
            message: { text: messageText(`Not checked: ${reason}`) },
            locations: [locationData(document, null)],
          })
        else {
          const key = `${rule}\n${reason}`
          const entry = notApplied.get(key) ?? { rule, reason, documents: 0 }
          entry.documents++
          notApplied.set(key, entry)
        }
      }
      const head = opening()
      const written = document.findings.map(finding => {
        const next = results < resultsPerRun ? '' : closeRun(true, []) + openRun()
        const data = resultData(document, finding, indexes.get(finding.rule) ?? -1)
        return `${next}${results++ === 0 ? '' : ','}\n    ${JSON.stringify(data)}`
      })
      return head + written.join('')
    },
    error: error => {
      errors.push(errorData(error))
      return opening()
    },
    end: () => {
      const notifications = [...notApplied.values()].map(({ rule, reason, documents }) => ({
        level: 'note',
        message: { text: messageText(`Not checked in ${documents} of the documents: ${reason}`) },
        associatedRule: { id: rule, ...(indexes.has(rule) ? { index: indexes.get(rule) } : {}) },
      }))
      return `${opening()}${closeRun(errors.length === 0, [...errors, ...partly, ...notifications])}\n]\n}\n`
    },
  }
}
