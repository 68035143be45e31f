import { realpathSync } from 'node:fs'
import { relative } from 'node:path'
import type { ReportDocument } from '../model/report.js'
import { type CheckTerms, checkEvent, termsFor } from './check-inputs.js'
import { slashed } from './folder-path.js'
import { type Change, type ChangedFile, readChange } from './git.js'
import type { FoundFile, FoundInput } from './inputs.js'
import { readFound } from './read-inputs.js'

/** Checks what a change touches, and tells what was there before it from what it brings. */
export interface ChangedOnly {
  /** Passes on files that the change touches, in their new version; the others are skipped. */
  readonly narrow: (inputs: AsyncIterable<FoundInput>) => AsyncIterable<FoundInput>
  /** The document with those findings alone that its old version did not have. */
  readonly withoutOlder: (document: ReportDocument) => Promise<ReportDocument>
  /** Files that the change does not touch. */
  readonly unchanged: () => number
  /** What to say at the end of the report. */
  readonly closing: () => readonly string[]
}

/** Fingerprints of the findings of an old version, by the ids of its documents. */
type Older = ReadonlyMap<string | null, ReadonlySet<string>>

const NONE: Older = new Map()

const identity = ({ rule, fingerprint }: ReportDocument['findings'][number]): string =>
  `${rule} ${fingerprint}`

const findingsOf = async (input: FoundFile, content: Uint8Array, terms: CheckTerms): Promise<Older> => {
  const older = new Map<string | null, Set<string>>()
  // A finding that the old version has below the confidence that is shown is not new, either.
  const all: CheckTerms = { ...termsFor(input, terms), minConfidence: 'low' }
  for await (const event of readFound({ ...input, inFolder: false, content }, terms.form)) {
    const checked = checkEvent(event, all)
    if (checked.type !== 'document') continue
    const { id, findings } = checked.document
    const prints = older.get(id) ?? new Set()
    // What a comment left out before and no longer does is told: taking the comment away is a change.
    for (const finding of findings) if (finding.suppressed === null) prints.add(identity(finding))
    older.set(id, prints)
  }
  return older
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/**
 * @param folder one that is in the repository
 * @param ref a commit to compare with; null for what is staged
 * @throws MistakenFile where git cannot tell
 */
export const changedOnly = async (
  folder: string,
  ref: string | null,
  terms: CheckTerms,
): Promise<ChangedOnly> => {
  const change: Change = await readChange(folder, ref)
  const root = realpathSync(change.root)
  const files = new Map(change.files.map(file => [file.path, file]))
  const met = new Map<string, { readonly input: FoundFile; readonly file: ChangedFile }>()
  let last: { readonly path: string; readonly older: Older } | undefined
  let unchanged = 0
  let hidden = 0

  const olderOf = async (path: string): Promise<Older> => {
    if (last?.path === path) return last.older
    const entry = met.get(path)
    const content = entry && (await change.old(entry.file))
    const older = entry && content ? await findingsOf(entry.input, content, terms) : NONE
    last = { path, older }
    return older
  }
  return {
    narrow: async function* (inputs) {
      for await (const input of inputs) {
        if (input.type !== 'file') {
          yield input
          continue
        }
        const file = files.get(slashed(relative(root, realpathSync(input.path))))
        if (!file) {
          unchanged++
          yield { type: 'skipped', path: input.path, reason: `it has not changed ${change.name}` }
          continue
        }
        met.set(input.path, { input, file })
        const content = await change.staged?.(file)
        yield content ? { ...input, content } : input
      }
    },
    withoutOlder: async document => {
      const before = (await olderOf(document.path)).get(document.id)
      if (!before) return document
      const fresh = document.findings.filter(finding => !before.has(identity(finding)))
      hidden += document.findings.filter(
        finding => before.has(identity(finding)) && finding.suppressed === null,
      ).length
      return { ...document, findings: fresh }
    },
    unchanged: () => unchanged,
    closing: () => [
      ...(hidden > 0
        ? [
            `${plural(hidden, 'older finding')} not shown: ${hidden === 1 ? 'it was' : 'they were'} there before what has changed ${change.name}. Run without ${ref === null ? '--staged' : '--since'} to see ${hidden === 1 ? 'it' : 'them'}.`,
          ]
        : []),
      ...(unchanged > 0 && met.size === 0 ? [`No file here has changed ${change.name}.`] : []),
    ],
  }
}
