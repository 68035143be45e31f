import { entriesFor, markKnown } from '../baseline/baseline.js'
import type { Confidence } from '../model/finding.js'
import type { ReportDocument } from '../model/report.js'
import { baselinePlace, pathFrom, readBaseline } from './baseline-file.js'
import type { CheckTerms } from './check-inputs.js'
import type { CommandLine } from './command-line.js'
import { shownPath } from './folder-path.js'
import type { FoundInput } from './inputs.js'
import { MistakenFile } from './strict-file.js'

/** What is known of findings from before the run: a baseline, or the version that a change started from. */
export interface KnownFindings {
  readonly narrow: (inputs: AsyncIterable<FoundInput>) => AsyncIterable<FoundInput>
  readonly mark: (document: ReportDocument) => Promise<ReportDocument>
  /** Whether nothing is known: findings stay as they are. */
  readonly isNothing: boolean
  /** Whether there were files, and the change touched none of them. */
  readonly isUntouched: () => boolean
  /** What to say at the end of the report. */
  readonly closing: () => readonly string[]
}

/**
 * Opens what is known from before.
 * @param folder that of the first input
 * @throws MistakenFile where a baseline cannot be used, or git cannot tell
 */
export const knownFindings = async (
  line: CommandLine,
  folder: string,
  terms: CheckTerms,
  least: Confidence,
): Promise<KnownFindings> => {
  const [ref] = line.values('since')
  const changed =
    ref !== undefined || line.has('staged')
      ? await (await import('./changed.js')).changedOnly(folder, ref ?? null, terms)
      : undefined
  const place = line.has('no-baseline') ? undefined : baselinePlace(line, folder)
  if (place && !place.exists && line.has('baseline'))
    throw new MistakenFile(
      `--baseline ${line.values('baseline')[0]}: there is no such file. "cydlint baseline write --baseline FILE PATH" makes one.`,
    )
  const baseline = place?.exists ? await readBaseline(place.path) : undefined
  let fixed = 0
  return {
    narrow: inputs => changed?.narrow(inputs) ?? inputs,
    mark: async document => {
      let marked = document
      if (baseline && place) {
        const named = { document, path: pathFrom(place.path, document.path) }
        const known = markKnown(document, entriesFor(baseline, named), least)
        fixed += known.fixed.length
        marked = known.document
      }
      return changed ? changed.withoutOlder(marked) : marked
    },
    isNothing: baseline === undefined && changed === undefined,
    isUntouched: () => changed !== undefined && changed.unchanged() > 0,
    closing: () => [
      ...(changed?.closing() ?? []),
      ...(fixed > 0 && place
        ? [
            `${fixed} of the findings in ${shownPath(place.path)} ${fixed === 1 ? 'is' : 'are'} fixed. "cydlint baseline prune" takes ${fixed === 1 ? 'it' : 'them'} out.`,
          ]
        : []),
    ],
  }
}
