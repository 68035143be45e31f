import type { Severity } from '../model/finding.js'
import type { ReportDocument, ReportFinding } from '../model/report.js'
import { filePlace, innerPlace, lineOf, pathName } from './file-place.js'
import { inOneLine, liveFindings } from './live.js'
import type { Reporter } from './reporter.js'
import { XML_DECLARATION, xmlAttributes } from './xml-text.js'

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', advice: 'info' }

/** The file of a document, each of its findings an `error` in it. */
const fileElement = (path: string, errors: readonly Readonly<Record<string, string | number>>[]): string =>
  [
    `  <file${xmlAttributes({ name: pathName(path) })}>\n`,
    ...errors.map(error => `    <error${xmlAttributes(error)}/>\n`),
    '  </file>\n',
  ].join('')

const attributesOf = (
  finding: ReportFinding,
  { id }: ReportDocument,
): Readonly<Record<string, string | number>> => {
  const column = filePlace(finding.span)?.column
  const inner = innerPlace(id, finding)
  return {
    line: lineOf(finding.span),
    ...(column === undefined ? {} : { column }),
    severity: LEVELS[finding.severity],
    message: inner === '' ? inOneLine(finding) : `${inner}: ${inOneLine(finding)}`,
    source: `cydlint.${finding.rule}`,
  }
}

/** Checkstyle's XML, which most build servers read. It cannot mark a finding as suppressed, so those are left out. */
export const checkstyle = (): Reporter => {
  let isOpen = false
  const opening = (): string => {
    if (isOpen) return ''
    isOpen = true
    return `${XML_DECLARATION}<checkstyle version="4.3">\n`
  }
  return {
    document: document =>
      opening() +
      fileElement(
        document.path,
        liveFindings(document).map(finding => attributesOf(finding, document)),
      ),
    error: ({ path, message }) =>
      opening() +
      fileElement(path, [
        { line: 1, severity: 'error', message: `Could not be checked: ${message}`, source: 'cydlint' },
      ]),
    end: () => `${opening()}</checkstyle>\n`,
  }
}
