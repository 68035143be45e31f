import type { ReportError } from '../model/report.js'
import type { CheckedDocument } from './document-report.js'

/** Rules that broke on a document, and which it is. */
type Broken = Pick<CheckedDocument, 'faults'> & { readonly document: { readonly path: string } }

/** Errors of rules of the user's own that broke, each told once: what breaks on one document breaks on others. */
export const brokenRules = (): ((checked: Broken) => readonly ReportError[]) => {
  const told = new Set<string>()
  return ({ document, faults }) =>
    faults
      .filter(({ rule }) => !told.has(rule))
      .map(({ rule, file, message }) => {
        told.add(rule)
        return { path: file, message: `the rule ${rule} broke on ${document.path}: ${message}.` }
      })
}
