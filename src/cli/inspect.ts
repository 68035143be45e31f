import { type InspectedDocument, inspectDisclosure } from '../api/inspect.js'
import { openInput } from '../readers/read.js'
import { styleFor } from '../reporters/style.js'
import { formOption, INPUT_OPTIONS, standardInputName } from './check-options.js'
import { type CommandLine, choice, type Option, parseCommandLine } from './command-line.js'
import { MistakenConfig } from './config-files.js'
import { type Configurations, configChoice, configurations, withSettings } from './configurations.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { bytesOf, findInputs, inWords, isPiped, STANDARD_INPUT } from './inputs.js'
import { inspectionText } from './inspection-text.js'
import { terminalWidth, wantsColor } from './look.js'
import { print, printError } from './output.js'
import { circumstances } from './read-inputs.js'
import { refuse, refuseConfig } from './refusal.js'

export const INSPECT_FORMATS = ['text', 'json'] as const

export const INSPECT_OPTIONS: Readonly<Record<string, Option>> = {
  ...INPUT_OPTIONS,
  format: { type: 'string', short: 'f' },
  evidence: { type: 'boolean' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
}

/** `cydlint inspect FILE`: what the reader saw, with the form and the glossary that the configuration gives. */
export const run = async (args: readonly string[]): Promise<ExitCode> => {
  const line = parseCommandLine(args, INSPECT_OPTIONS)
  try {
    return await inspect(line, configurations(configChoice(line)))
  } catch (error) {
    if (error instanceof MistakenConfig) return refuseConfig(error)
    throw error
  }
}

const inspect = async (line: CommandLine, configured: Configurations): Promise<ExitCode> => {
  const paths = line.positionals.length > 0 ? line.positionals : isPiped() ? [STANDARD_INPUT] : []
  const form = formOption(line)
  const format = choice(line, 'format', INSPECT_FORMATS, 'text')
  const inputName = standardInputName(line, paths)
  if (paths.length === 0) line.problems.push('Inspect what? Name a file, or pipe a text in.')

  if (line.problems.length > 0) return refuse(line.problems, 'inspect')

  const documents: InspectedDocument[] = []
  const flagPlaces = new Map<InspectedDocument, readonly string[]>()
  let found = false
  let unread = false
  for await (const input of withSettings(findInputs(paths, inputName), configured)) {
    if (input.type === 'skipped' || input.type === 'ignored') {
      found = true
      printError(`cydlint: ${input.path}: this file is skipped, since ${input.reason}.\n`)
      continue
    }
    const bytes = 'message' in input ? input.message : await bytesOf(input).catch(inWords)
    if (input.type !== 'missing') found = true
    if (typeof bytes === 'string') {
      unread = true
      printError(`cydlint: ${input.path}: ${bytes}\n`)
      continue
    }
    const file = { path: input.path, bytes }
    const { cover, unpacked } = 'message' in input ? {} : await circumstances(input)
    const { assumedForm, glossary } = ('settings' in input && input.settings) || {}
    const { skipped, kind } = await openInput(file, { form, assumedForm, cover, unpacked, inFolder: true })
    const { entries } = await openInput(file, { form, assumedForm, cover, unpacked })
    // A file that holds no facts is no error; one that nothing can be read of is.
    const isMet = input.type === 'file' && input.inFolder
    const mayHoldNone = skipped !== null && (kind !== null || isMet)
    if (mayHoldNone)
      printError(`cydlint: ${input.path}: in a folder this file is skipped, since ${skipped}.\n`)
    for await (const entry of entries()) {
      if (entry.type === 'document') {
        const inspected = inspectDisclosure(entry.document, line.has('evidence'), glossary)
        documents.push(inspected)
        flagPlaces.set(
          inspected,
          entry.document.flags.map(({ origin, given }) => (origin === 'facts' && given) || origin),
        )
      } else if (!mayHoldNone) {
        unread = true
        printError(`cydlint: ${entry.error.path}: ${entry.error.message}\n`)
      }
    }
  }
  const color = wantsColor(line)
  const canvas = { width: Math.min(120, Math.max(40, terminalWidth())), color, style: styleFor(color) }
  if (format === 'json') await print(`${JSON.stringify({ version: 1, documents }, null, 2)}\n`)
  else
    for (const document of documents)
      await print(`${inspectionText(document, flagPlaces.get(document) ?? [], canvas).join('\n')}\n`)
  if (!found) return EXIT.noInput
  return unread ? EXIT.unreadable : EXIT.ok
}
