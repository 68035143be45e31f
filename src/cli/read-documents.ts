import { existsSync } from 'node:fs'
import type { Disclosure } from '../model/disclosure.js'
import type { Form } from '../model/forms.js'
import type { ReportError } from '../model/report.js'
import { didYouMean } from '../text/nearest-name.js'
import { settingsOf } from './check-inputs.js'
import { type FoundInput, findInputs, STANDARD_INPUT } from './inputs.js'
import { readFound } from './read-inputs.js'
import { withSuppressions } from './suppression-files.js'

/** A document, and what holds of the file that it was read from. */
export interface ReadDocument {
  readonly disclosure: Disclosure
  readonly own: ReturnType<typeof settingsOf>
}

/** All that one path leads to. */
export interface ReadDocuments {
  readonly documents: readonly ReadDocument[]
  readonly errors: readonly ReportError[]
  /** Whether there was something that had to be read. */
  readonly isRead: boolean
}

/** A path, and the id of one document in the file where it is named as reports name it: "season.ndjson#acme-2025". */
const pathAndId = (named: string): { readonly path: string; readonly id: string | null } => {
  const at = named.lastIndexOf('#')
  if (named === STANDARD_INPUT || at <= 0 || existsSync(named)) return { path: named, id: null }
  const path = named.slice(0, at)
  return existsSync(path) ? { path, id: named.slice(at + 1) } : { path: named, id: null }
}

/**
 * Reads every document that a path leads to, or the one whose id it names, all at once: for what has to be compared with
 * others.
 * @param withOwn adds to each input what its configuration says
 */
export const readDocuments = async (
  named: string,
  inputName: string,
  form: Form | undefined,
  withOwn: (inputs: AsyncIterable<FoundInput>) => AsyncIterable<FoundInput> = inputs => inputs,
): Promise<ReadDocuments> => {
  const { path, id } = pathAndId(named)
  const documents: ReadDocument[] = []
  const errors: ReportError[] = []
  let isRead = false
  let skipped: ReportError | undefined
  for await (const input of withSuppressions(withOwn(findInputs([path], inputName))))
    for await (const event of readFound(input, form)) {
      if (event.type === 'document') documents.push({ disclosure: event.document, own: settingsOf(input) })
      else if (event.type === 'unreadable' || event.type === 'missing') errors.push(event.error)
      else if (event.type === 'skipped')
        skipped = { path: event.path, message: `it is passed over, since ${event.reason}.` }
      if (event.type === 'document' || event.type === 'unreadable') isRead = true
    }
  if (id === null) {
    const isNone = documents.length === 0 && errors.length === 0
    return { documents, errors: isNone ? [skipped ?? nothingIn(named)] : errors, isRead }
  }
  const own = documents.filter(({ disclosure }) => disclosure.id === id)
  if (own.length > 0) return { documents: own, errors: [], isRead }
  const ids = documents.flatMap(({ disclosure }) => disclosure.id ?? [])
  const message = `no document in it has the id "${id}".${didYouMean(id, ids)}`
  return { documents: [], errors: [...errors, { path, message }], isRead: false }
}

const nothingIn = (path: string): ReportError => ({
  path,
  message: 'there is no disclosure to compare in it.',
})
