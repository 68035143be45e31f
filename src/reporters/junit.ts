import type { ReportDocument, ReportFinding } from '../model/report.js'
import { FAILING, type Threshold } from '../model/verdict.js'
import { documentName } from './document-head.js'
import { filePlace, pathName } from './file-place.js'
import { isLive } from './live.js'
import { placeName } from './place-name.js'
import type { Reporter } from './reporter.js'
import { XML_DECLARATION, xmlAttributes, xmlText } from './xml-text.js'

export interface JunitOptions {
  readonly failOn: Threshold
}

/** Everything that a reader of a failed test needs, since most viewers show nothing but this text. */
const findingText = (finding: ReportFinding): string =>
  [
    finding.message,
    ...(finding.quote === null ? [] : [`Text: “${finding.quote}”`]),
    ...finding.related.map(({ message, quote, span }) => `${message} (${placeName(span)}): “${quote}”`),
    `To do: ${finding.suggestion}`,
    `Authority: ${finding.citations.join('; ')}`,
  ].join('\n')

/** Viewers take what stands before the last dot for a package, so the ending goes. */
const className = ({ path, id }: Pick<ReportDocument, 'path' | 'id'>): string => {
  const name = pathName(path).replace(/(?<=[^/])\.[^./]+$/, '')
  return id === null ? name : `${name}#${id}`
}

const caseElement = (finding: ReportFinding, document: ReportDocument, failOn: Threshold): string => {
  const { rule, severity, suppressed, supersededBy, span } = finding
  const place = span === null ? '' : ` (${placeName(span)})`
  const line = filePlace(span)?.line
  const attributes = {
    classname: className(document),
    name: `${rule}${place}`,
    file: pathName(document.path),
    ...(line === undefined ? {} : { line }),
    time: 0,
  }
  const child = (): string => {
    if (suppressed !== null) return `<skipped${xmlAttributes({ message: `Suppressed: ${suppressed}` })}/>`
    if (supersededBy !== null)
      return `<skipped${xmlAttributes({ message: `Follows from ${supersededBy}.` })}/>`
    if (!FAILING[failOn].includes(severity))
      return `<system-out>${xmlText(`${severity}: ${findingText(finding)}`)}</system-out>`
    return `<failure${xmlAttributes({ message: finding.message, type: severity })}>${xmlText(findingText(finding))}</failure>`
  }
  return `    <testcase${xmlAttributes(attributes)}>${child()}</testcase>\n`
}

const suiteElement = (document: ReportDocument, failOn: Threshold): string => {
  const { findings, notChecked } = document
  const live = findings.filter(isLive)
  const cases = findings.map(finding => caseElement(finding, document, failOn))
  // A suite without a test is an error to some viewers.
  if (live.length === 0) {
    const attributes = {
      classname: className(document),
      name: 'no findings',
      file: pathName(document.path),
      time: 0,
    }
    cases.push(`    <testcase${xmlAttributes(attributes)}/>\n`)
  }
  const counts = {
    name: pathName(documentName(document)),
    tests: cases.length,
    failures: live.filter(({ severity }) => FAILING[failOn].includes(severity)).length,
    errors: 0,
    skipped: findings.length - live.length,
    time: 0,
  }
  const said = notChecked.map(({ rule, reason }) => `${rule === '*' ? '' : `${rule}: `}${reason}\n`)
  const output =
    said.length === 0 ? '' : `    <system-out>Not checked\n${xmlText(said.join(''))}</system-out>\n`
  return `  <testsuite${xmlAttributes(counts)}>\n${cases.join('')}${output}  </testsuite>\n`
}

const errorElement = (path: string, message: string): string => {
  const name = pathName(path)
  const counts = { name, tests: 1, failures: 0, errors: 1, skipped: 0, time: 0 }
  const attributes = {
    classname: className({ path, id: null }),
    name: 'could not be checked',
    file: name,
    time: 0,
  }
  return `  <testsuite${xmlAttributes(counts)}>\n    <testcase${xmlAttributes(attributes)}><error${xmlAttributes({ message })}/></testcase>\n  </testsuite>\n`
}

/**
 * JUnit's XML: a suite a document, a test a finding. A test fails where the finding fails the run (`--fail-on`), so that
 * a viewer is red where the command is; one that is suppressed or follows from another is skipped.
 */
export const junit = ({ failOn }: JunitOptions): Reporter => {
  let isOpen = false
  const opening = (): string => {
    if (isOpen) return ''
    isOpen = true
    return `${XML_DECLARATION}<testsuites name="cydlint">\n`
  }
  return {
    document: document => opening() + suiteElement(document, failOn),
    error: ({ path, message }) => opening() + errorElement(path, message),
    end: () => `${opening()}</testsuites>\n`,
  }
}
