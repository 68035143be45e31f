import { type CheckedDocument, checkedDocument, type DocumentOptions } from '../api/document-report.js'
import type { PriorDocuments } from '../api/prior.js'
import type { Form } from '../model/forms.js'
import type { Counted } from '../model/summary.js'
import { type Configurations, withSettings } from './configurations.js'
import { leftOut } from './ignore-files.js'
import { effortOf, type FoundFile, type FoundInput, findInputs } from './inputs.js'
import { pluginChecks } from './plugin-checks.js'
import { type ReadEvent, readFound, type Unread } from './read-inputs.js'
import { withSuppressions } from './suppression-files.js'
import type { Timing } from './timing.js'

/** What an input is checked by. Plain data: a thread can be handed it. */
export interface CheckTerms extends DocumentOptions {
  readonly form: Form | undefined
  /** Folder of what came of inputs before. */
  readonly cache?: string | undefined
}

/** A document, with the rules of the user's own that broke on it. */
export type CheckedEvent = ({ readonly type: 'document' } & CheckedDocument) | Unread

/** A document as its line of the report, made on the thread where it was checked. */
export interface DocumentLine extends Pick<CheckedDocument, 'faults'> {
  readonly type: 'line'
  readonly document: Counted
  /** UTF-8. */
  readonly line: Uint8Array
}

/** Effort, in bytes of a draft, from which on several threads are sooner done than one: each takes a tenth of a second to start. */
const ENOUGH = 1_500_000

/** What holds of one input: what its configuration says, and suppressions beside it. */
type OwnTerms = Pick<FoundFile, 'settings' | 'suppressions'>

/** What one input is checked by: what the command line says, else what the configuration says of it. */
export const termsFor = ({ settings, suppressions }: OwnTerms, terms: CheckTerms): CheckTerms => ({
  ...terms,
  ...(settings && {
    settings: settings.settings,
    glossary: settings.glossary,
    ownRules: settings.ownRules,
    ...(settings.plugins && { ownChecks: [...pluginChecks.values()] }),
  }),
  ...(suppressions && { suppressions }),
})

/** What holds of an input: a file that could not be found has no settings. */
export const settingsOf = (input: FoundInput): OwnTerms =>
  input.type === 'file' || input.type === 'piped' ? input : {}

/** Checks what was read, against the documents of the prior period where there are any. */
export const checkEvent = (event: ReadEvent, terms: CheckTerms, prior?: PriorDocuments): CheckedEvent =>
  event.type === 'document'
    ? {
        type: 'document',
        ...checkedDocument(event.document, terms, prior?.of(event.document, terms.glossary)),
      }
    : event

/** Checks one input as it is read. A fault of the program is told of the input that it was met in, and the run goes on. */
export async function* checkRead(
  read: AsyncIterable<ReadEvent>,
  input: OwnTerms & { readonly path: string; readonly lines?: number },
  terms: CheckTerms,
  prior?: PriorDocuments,
): AsyncGenerator<CheckedEvent> {
  const { plugins } = input.settings ?? {}
  // A thread has the names of modules alone, and runs each once.
  if (plugins) await (await import('./plugins.js')).loadPlugins(plugins)
  const own = termsFor(input, terms)
  try {
    for await (const event of read) yield checkEvent(event, own, prior)
  } catch (error) {
    yield (await import('./fault.js')).unchecked(input, error)
  }
}

/** Reads and checks one input, unless what comes of it is known from before. */
export async function* checkInput(
  input: FoundInput,
  terms: CheckTerms,
  { prior, timing }: Pick<InputPlan, 'prior' | 'timing'> = {},
): AsyncGenerator<CheckedEvent> {
  const anew = (found: FoundInput): AsyncIterable<CheckedEvent> => {
    const read = readFound(found, terms.form)
    return checkRead(timing?.reading(read) ?? read, { path: found.path, ...settingsOf(found) }, terms, prior)
  }
  // What is compared with another document depends on that, too.
  if (terms.cache === undefined || prior) yield* anew(input)
  else yield* (await import('./cache.js')).throughCache(input, terms, anew)
}

/** Which inputs are checked, and by what. */
export interface InputPlan {
  /** Files, folders, patterns, or `-` for standard input. */
  readonly paths: readonly string[]
  /** What standard input is called in the report. */
  readonly standardInputName: string
  readonly terms: CheckTerms
  /** How many threads may be used: one, where there are prior documents, which are held in memory. */
  readonly threads: number
  /** What to compare each document with. */
  readonly prior?: PriorDocuments | undefined
  /** Where times are asked for; then one thread is used. */
  readonly timing?: Timing | undefined
  /** What holds for each input. */
  readonly configurations: Configurations
  /** Whether what configurations and ignore files leave out is checked all the same. */
  readonly wantsIgnored: boolean
  /** Passes on those inputs that are wanted; all, where it is not given. */
  readonly narrow?: (inputs: AsyncIterable<FoundInput>) => AsyncIterable<FoundInput>
  /** Whether all that comes of a document are lines, so that threads can make them. Default false. */
  readonly asLines?: boolean
}

/** The inputs that a plan's paths lead to, in their order, each with what holds of it. */
const inputsOf = ({
  paths,
  standardInputName,
  configurations,
  wantsIgnored,
  narrow,
}: InputPlan): AsyncGenerator<FoundInput> => {
  const whyLeftOut = wantsIgnored ? async () => undefined : leftOut(configurations.ignoredIn)
  const found = withSettings(findInputs(paths, standardInputName, whyLeftOut), configurations)
  return withSuppressions(narrow?.(found) ?? found)
}

/**
 * Reads and checks what a plan's paths lead to, in their order, one document at a time; much of it on several threads at
 * once.
 * @throws MistakenConfig or MistakenFile where a configuration or suppressions that are met on the way cannot be used
 */
export async function* checkInputs(plan: InputPlan): AsyncGenerator<CheckedEvent | DocumentLine> {
  const { terms, prior, asLines = false } = plan
  const threads = prior ? 1 : plan.threads
  const inputs = inputsOf(plan)
  const first: FoundInput[] = []
  let effort = 0
  for (let next = await inputs.next(); !next.done; next = await inputs.next()) {
    first.push(next.value)
    effort += effortOf(next.value)
    if (effort < ENOUGH || threads === 1) continue
    const { checkTogether } = await import('./threads.js')
    yield* checkTogether(inTurn(first, inputs), { terms, asLines }, threads)
    return
  }
  for (const input of first) yield* checkInput(input, terms, plan)
}

async function* inTurn<T>(first: readonly T[], rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* first
  yield* rest
}
