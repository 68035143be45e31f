import { existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { STARTER_FORMS, type StarterForm, starterConfiguration, starterDraft } from '../api/starter.js'
import { formNamed } from '../readers/form.js'
import { didYouMean } from '../text/nearest-name.js'
import { type CommandLine, type Option, parseCommandLine } from './command-line.js'
import { CONFIG_FILES, configIn, MistakenConfig } from './config-files.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { inWords, STANDARD_INPUT } from './inputs.js'
import { fileOutput, print, printError, type Sink, UnwritableError } from './output.js'
import { refuse, refuseConfig } from './refusal.js'

export const INIT_OPTIONS: Readonly<Record<string, Option>> = {
  form: { type: 'string' },
  force: { type: 'boolean' },
}

const FILE_NAMES: Readonly<Record<StarterForm, string>> = {
  '10-K': 'item-1c.md',
  '20-F': 'item-16k.md',
  '8-K': 'item-1-05.md',
}
const CONFIGURATION = CONFIG_FILES[0] ?? 'cydlint.config.yaml'

const starterForm = (line: CommandLine): StarterForm | undefined => {
  const [given = ''] = line.values('form')
  const form = STARTER_FORMS.find(each => each === formNamed(given))
  if (form) return form
  line.problems.push(
    given === ''
      ? `For which form? Give --form with one of ${STARTER_FORMS.join(', ')}.`
      : `--form cannot be "${given}": a draft can be started for ${STARTER_FORMS.join(', ')}.${didYouMean(given, STARTER_FORMS)}`,
  )
  return undefined
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()

/** Where the draft goes: a Markdown file that is named, else a file of a usual name in the folder that is. */
const draftPath = (path: string, form: StarterForm): string =>
  /\.(?:md|markdown)$/i.test(path) && !isFolder(path) ? path : join(path, FILE_NAMES[form])

/** Writes files, all or none. @throws UnwritableError, or an error of the file system */
const writeAll = async (files: readonly (readonly [path: string, text: string])[]): Promise<void> => {
  const sinks: Sink[] = []
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(path), { recursive: true })
      const sink = fileOutput(path)
      sinks.push(sink)
      await sink.write(text)
    }
    for (const sink of sinks) sink.commit()
  } catch (error) {
    for (const sink of sinks) sink.discard()
    throw error
  }
}

/** `cydlint init`: a draft to start from, and a configuration beside it. */
export const run = async (args: readonly string[]): Promise<ExitCode> => {
  const line = parseCommandLine(args, INIT_OPTIONS)
  const [path = '.', extra] = line.positionals
  const form = starterForm(line)
  if (extra !== undefined) line.problems.push(`One place at a time: "${extra}" is a second one.`)
  if (line.problems.length > 0 || !form) return refuse(line.problems, 'init')
  if (path === STANDARD_INPUT) {
    await print(starterDraft(form))
    return EXIT.ok
  }
  const draft = draftPath(path, form)
  if (existsSync(draft) && !line.has('force'))
    return refuse(
      [
        `${draft} is there already, and is left as it is. Name another file, as in "cydlint init --form ${form} ${join(dirname(draft), `new-${basename(draft)}`)}", or replace it with --force.`,
      ],
      'init',
    )
  if (isFolder(draft)) return refuse([`${draft} is a folder. Name a file.`], 'init')
  try {
    // A configuration that is there says what its owner wants: it is never replaced.
    const configuration = configIn(dirname(draft))
    const own = join(dirname(draft), CONFIGURATION)
    await writeAll([
      [draft, starterDraft(form)],
      ...(configuration === undefined ? [[own, starterConfiguration(form)] as const] : []),
    ])
    await print(
      `Wrote ${draft}${configuration === undefined ? ` and ${own}` : `; ${configuration} is left as it is`}.\nEach [●] is a blank to fill in, under a comment that says what the rule asks. Then: cydlint check ${draft}\n`,
    )
    return EXIT.ok
  } catch (error) {
    if (error instanceof MistakenConfig) return refuseConfig(error)
    printError(
      `cydlint: ${error instanceof UnwritableError ? error.message : `${draft} cannot be written: ${inWords(error)}`}\n`,
    )
    return EXIT.unwritable
  }
}
