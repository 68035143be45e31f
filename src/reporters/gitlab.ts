import type { Severity } from '../model/finding.js'
import { innerPlace, lineOf, pathName } from './file-place.js'
import { inOneLine, liveFindings } from './live.js'
import type { Reporter } from './reporter.js'

const LEVELS: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', advice: 'info' }

/** Stands for a rule where an input could not be read. */
const UNREADABLE = 'cydlint/unreadable'

/**
 * GitLab's code quality report. GitLab tells by the fingerprint what a merge request adds and mends: it holds the
 * document and the finding's own fingerprint, and a number where that is not enough, as it has to be unique.
 */
export const gitlab = (): Reporter => {
  let entries = 0
  const seen = new Map<string, number>()
  const unique = (fingerprint: string): string => {
    const times = (seen.get(fingerprint) ?? 0) + 1
    seen.set(fingerprint, times)
    return times === 1 ? fingerprint : `${fingerprint}:${times}`
  }
  const entry = (
    path: string,
    line: number,
    severity: string,
    check: string,
    description: string,
    fingerprint: string,
  ): string => {
    const data = {
      description,
      check_name: check,
      fingerprint: unique(fingerprint),
      severity,
      location: { path: pathName(path), lines: { begin: line } },
    }
    return `${entries++ === 0 ? '[' : ','}\n  ${JSON.stringify(data)}`
  }
  return {
    document: document => {
      const { path, id } = document
      const name = id === null ? pathName(path) : `${pathName(path)}#${id}`
      return liveFindings(document)
        .map(finding => {
          const inner = innerPlace(id, finding)
          const description = inner === '' ? inOneLine(finding) : `${inner}: ${inOneLine(finding)}`
          const { rule, severity, span, fingerprint } = finding
          return entry(path, lineOf(span), LEVELS[severity], rule, description, `${name}:${fingerprint}`)
        })
        .join('')
    },
    error: ({ path, message }) =>
      entry(
        path,
        1,
        'critical',
        UNREADABLE,
        `Could not be checked: ${message}`,
        `${pathName(path)}:${UNREADABLE}`,
      ),
    end: () => (entries === 0 ? '[]\n' : '\n]\n'),
  }
}
