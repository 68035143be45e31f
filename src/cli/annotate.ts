import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import { type Annotated, annotateWord } from '../annotate/annotate.js'
import { documentReport } from '../api/document-report.js'
import { CONFIDENCES } from '../model/finding.js'
import { count, listed } from '../reporters/count.js'
import { settingsOf, termsFor } from './check-inputs.js'
import { asOfOption, formOption } from './check-options.js'
import { type CommandLine, choice, type Option, parseCommandLine } from './command-line.js'
import { MistakenConfig } from './config-files.js'
import { configChoice, configurations, withSettings } from './configurations.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { type FoundInput, findInputs, inWords } from './inputs.js'
import { fileOutput, print, printError, UnwritableError } from './output.js'
import { refuse, refuseConfig } from './refusal.js'
import { MistakenFile } from './strict-file.js'
import { withSuppressions } from './suppression-files.js'

export const ANNOTATE_OPTIONS = {
  output: { type: 'string', short: 'o' },
  force: { type: 'boolean' },
  form: { type: 'string' },
  'min-confidence': { type: 'string' },
  'as-of': { type: 'string' },
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Readonly<Record<string, Option>>

const isSameFile = (one: string, other: string): boolean => {
  const [a, b] = [statSync(one), statSync(other)]
  return realpathSync(one) === realpathSync(other) || (a.ino === b.ino && a.dev === b.dev && a.ino !== 0)
}

/** What is mistaken in the paths: the original is never written to, and nothing is replaced unasked. */
const pathProblems = (line: CommandLine, path: string | undefined, output: string | undefined): string[] => {
  if (path === undefined) return ['Name the Word document: cydlint annotate DRAFT.docx -o REVIEWED.docx.']
  if (output === undefined)
    return ['Name the copy that is made: -o REVIEWED.docx. The original is left as it is.']
  if (extname(path).toLowerCase() !== extname(output).toLowerCase())
    return [
      `The copy has to end as the original does, in "${extname(path)}", or Word does not open it; "${output}" does not.`,
    ]
  if (!existsSync(path) || !existsSync(output)) return []
  if (isSameFile(path, output))
    return [`The copy would take the place of the original, ${path}. Name another file.`]
  return line.has('force')
    ? []
    : [`${output} is there already, and may hold somebody’s comments. Name another file, or give --force.`]
}

/** The file with what holds for it. */
const inputAt = async (line: CommandLine, path: string): Promise<FoundInput | undefined> => {
  const found = withSettings(
    findInputs([path], '<stdin>', async () => undefined),
    configurations(configChoice(line)),
  )
  for await (const input of withSuppressions(found)) return input
  return undefined
}

const summaryOf = (output: string, annotated: Annotated): string => {
  const { commented, suppressed, following, replaced, wasSigned } = annotated
  const left = [
    suppressed > 0 && `${suppressed} suppressed`,
    following > 0 && `${following} that follow${following === 1 ? 's' : ''} from another`,
  ].filter(part => part !== false)
  const sentences = [
    `${output}: ${commented.length === 0 ? 'no findings to comment on' : `${count(commented.length, 'finding')} as comments`}.`,
    left.length > 0 && `Left out: ${listed(left)}.`,
    replaced > 0 && `${count(replaced, 'comment')} of an earlier run taken out.`,
    wasSigned && 'The original is signed; the copy’s signature does not hold.',
  ]
  return `${sentences.filter(sentence => sentence !== false).join(' ')}\n`
}

const annotate = async (line: CommandLine, path: string, output: string): Promise<ExitCode> => {
  const form = formOption(line)
  const minConfidence = choice(line, 'min-confidence', CONFIDENCES, undefined)
  const asOf = asOfOption(line)
  if (line.problems.length > 0) return refuse(line.problems, 'annotate')
  const input = await inputAt(line, path)
  if (input?.type !== 'file') {
    const why = input && 'message' in input ? input.message : 'this is no file.'
    printError(`cydlint: ${path}: ${why}\n`)
    return input?.type === 'unreadable' ? EXIT.unreadable : EXIT.noInput
  }
  const bytes = readFileSync(path)
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    printError(
      `cydlint: ${path}: only Word documents (.docx) take comments, and this is none. Save an old .doc as .docx in Word.\n`,
    )
    return EXIT.unreadable
  }
  const terms = termsFor(settingsOf(input), { form, asOf, ...(minConfidence && { minConfidence }) })
  const made = await annotateWord(path, bytes, {
    options: { form, assumedForm: input.settings?.assumedForm },
    asOf,
    report: disclosure => documentReport(disclosure, terms),
  })
  if ('problem' in made) {
    printError(`cydlint: ${path}: ${made.problem}\n`)
    return EXIT.unreadable
  }
  const file = fileOutput(output)
  try {
    await file.write(made.bytes)
    file.commit()
  } finally {
    file.discard()
  }
  await print(summaryOf(output, made))
  return EXIT.ok
}

/** `cydlint annotate`: a copy of a Word document in which findings are comments. */
export const run = async (args: readonly string[]): Promise<ExitCode> => {
  const line = parseCommandLine(args, ANNOTATE_OPTIONS)
  const [path, extra] = line.positionals
  const [output] = line.values('output').filter(value => value !== '')
  line.problems.push(...pathProblems(line, path, output))
  if (extra !== undefined)
    line.problems.push(`"annotate" takes one document, and "${extra}" is a second one.`)
  if (line.problems.length > 0 || path === undefined || output === undefined)
    return refuse(line.problems, 'annotate')
  try {
    return await annotate(line, path, output)
  } catch (error) {
    if (error instanceof MistakenConfig) return refuseConfig(error)
    if (error instanceof MistakenFile) return refuse([error.message], 'annotate')
    if (!(error instanceof UnwritableError) && !(error instanceof Error && 'code' in error)) throw error
    const isMistaken = 'code' in error && /^(?:ENOENT|ENOTDIR|EISDIR)$/.test(String(error.code))
    const problem = `${output} cannot be written: ${inWords(error)}`
    if (isMistaken) return refuse([problem], 'annotate')
    printError(`cydlint: ${problem}\n`)
    return EXIT.unwritable
  }
}
