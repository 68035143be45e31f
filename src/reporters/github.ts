import { CONFIDENCES, SEVERITIES, type Severity } from '../model/finding.js'
import type { ReportDocument, ReportFinding } from '../model/report.js'
import type { FailureTerms } from '../model/verdict.js'
import { count } from './count.js'
import { filePlace, innerPlace, pathName } from './file-place.js'
import { inOneLine, liveFindings } from './live.js'
import type { Reporter } from './reporter.js'
import { verdictLine } from './verdict-line.js'

export interface GithubOptions extends FailureTerms {
  /** Files of folders that hold no disclosure, as known at the end. */
  readonly skipped: () => number
}

/** GitHub shows so many annotations of a kind for each step, and drops the others. */
const SHOWN = 10

/** The workflow command for a severity, which is the kind of annotation too. */
const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', advice: 'notice' }

const escapedData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapedProperty = (text: string): string =>
  escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

type Properties = Readonly<Record<string, string | number>>

const commandLine = (command: string, properties: Properties, message: string): string => {
  const written = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapedProperty(String(value))}`,
  )
  return `::${command} ${written.join(',')}::${escapedData(message)}`
}

/** Columns are allowed only where the place is within a line. */
const placeProperties = ({ span }: ReportFinding): Properties => {
  const place = filePlace(span)
  if (place === null) return {}
  const { line, endLine, column, endColumn } = place
  return { line, endLine, ...(line === endLine ? { col: column, endColumn } : {}) }
}

const annotation = (finding: ReportFinding, { path, id }: ReportDocument): string => {
  const inner = innerPlace(id, finding)
  return commandLine(
    COMMANDS[finding.severity],
    { file: pathName(path), ...placeProperties(finding), title: finding.rule },
    inner === '' ? inOneLine(finding) : `${inner}: ${inOneLine(finding)}`,
  )
}

interface Ranked {
  readonly rank: number
  readonly line: string
}

/**
 * GitHub's workflow commands: the ten worst findings of each severity as annotations, errors first and the surer ones
 * before the less sure, then the verdict, and how many GitHub would have dropped.
 */
export const github = ({ failOn, maxWarnings, skipped }: GithubOptions): Reporter => {
  const kept: Record<Severity, Ranked[]> = { error: [], warning: [], advice: [] }
  const counts: Record<Severity, number> = { error: 0, warning: 0, advice: 0 }
  let unread = 0
  let failed: string | undefined
  const keep = (severity: Severity, entry: Ranked): void => {
    counts[severity]++
    const list = kept[severity]
    const after = list.findIndex(({ rank }) => rank > entry.rank)
    list.splice(after < 0 ? list.length : after, 0, entry)
    list.length = Math.min(list.length, SHOWN)
  }
  return {
    document: document => {
      for (const finding of liveFindings(document))
        keep(finding.severity, {
          rank: CONFIDENCES.indexOf(finding.confidence),
          line: annotation(finding, document),
        })
      return ''
    },
    error: ({ path, message }) => {
      if (path !== failed) unread++
      failed = path
      const properties = { file: pathName(path), title: 'Could not be checked' }
      keep('error', { rank: -1, line: commandLine('error', properties, message) })
      return ''
    },
    end: summary => {
      const cut = SEVERITIES.filter(severity => counts[severity] > SHOWN).map(
        severity => `${SHOWN} of ${count(counts[severity], `${COMMANDS[severity]} annotation`)}`,
      )
      const left =
        cut.length === 0
          ? ''
          : `Shown above: ${cut.join(', ')}, as GitHub takes no more from a step; the others are in the reports of other formats.\n`
      const lines = SEVERITIES.flatMap(severity => kept[severity].map(({ line }) => `${line}\n`))
      const verdict = verdictLine({ summary, unread, skipped: skipped() }, { failOn, maxWarnings })
      return `${lines.join('')}${left}${verdict}\n`
    },
  }
}
