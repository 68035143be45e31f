import { catalogueWith } from '../engine/catalogue.js'
import { checkDisclosure } from '../engine/check-disclosure.js'
import type { Suppression } from '../engine/suppressions/suppress.js'
import { readDisclosure } from '../evidence/read.js'
import type { Disclosure } from '../model/disclosure.js'
import { isNamed } from '../model/document-key.js'
import type { Span } from '../model/span.js'
import { placeName } from '../reporters/place-name.js'
import { printable } from '../reporters/style.js'
import { paragraph } from '../reporters/wrap.js'
import { shorten } from '../text/shorten.js'
import { settingsOf, termsFor } from './check-inputs.js'
import { asOfOption, formOption } from './check-options.js'
import { choice, type Option, parseCommandLine } from './command-line.js'
import { MistakenConfig } from './config-files.js'
import { configChoice, configurations, withSettings } from './configurations.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { lineDays } from './git.js'
import { leftOut } from './ignore-files.js'
import { findInputs } from './inputs.js'
import { terminalWidth } from './look.js'
import { print, printError } from './output.js'
import { readFound } from './read-inputs.js'
import { refuse, refuseConfig } from './refusal.js'
import { MistakenFile } from './strict-file.js'
import { withSuppressions } from './suppression-files.js'

/** A suppression as the list has it. */
interface Listed {
  readonly path: string
  readonly id: string | null
  readonly state: Suppression['state']
  readonly kind: Suppression['kind']
  readonly rule: string
  readonly reason: string
  readonly author: string | null
  /** Since when it is there: as its entry says, else as git knows the line of its comment. */
  readonly added: string | null
  readonly addedFrom: 'entry' | 'git' | 'uncommitted' | null
  readonly expires: string | null
  readonly span: Span | null
  readonly findings: number
  readonly texts: readonly string[]
  readonly problem: string | null
}

const listed = ({ path, id }: Disclosure, { at, problem, ...own }: Suppression): Listed => ({
  path,
  id,
  state: own.state,
  kind: own.kind,
  rule: own.rule,
  reason: own.reason,
  author: own.author,
  added: own.added,
  addedFrom: own.added === null ? null : 'entry',
  expires: own.expires,
  span: at === null ? null : at.source.span(at.start, at.end),
  findings: own.findings,
  texts: own.texts,
  problem: problem === '' ? null : problem,
})

/** The line of a comment; undefined where the document has no lines. */
const lineOf = ({ kind, span }: Listed): number | undefined =>
  kind !== 'entry' && span !== null && 'start' in span && span.pointer === undefined
    ? span.start.line
    : undefined

/** Asks git since when the comments of a file are there: they do not say. */
const withDays = async (all: readonly Listed[], path: string): Promise<readonly Listed[]> => {
  const lines = all.flatMap(each => lineOf(each) ?? [])
  if (lines.length === 0) return all
  const days = await lineDays(path, lines)
  return all.map(each => {
    const line = lineOf(each)
    if (line === undefined || each.added !== null) return each
    const day = days?.get(line) ?? 'uncommitted'
    return day === 'uncommitted'
      ? { ...each, addedFrom: 'uncommitted' }
      : { ...each, added: day, addedFrom: 'git' }
  })
}

const DAY_MS = 86_400_000

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

const inDays = (count: number): string => `${count} day${count === 1 ? '' : 's'}`

/** "added 2026-03-01, 20 days ago"; what git says of a comment is its author's day, which may lie after `--as-of`. */
const age = (added: string | null, from: Listed['addedFrom'], asOf: string): string => {
  if (from === 'uncommitted') return 'not committed'
  if (added === null) return 'since when is not told'
  const days = daysBetween(added, asOf)
  const word = from === 'git' ? 'committed' : 'added'
  return days < 0 ? `${word} ${added}` : `${word} ${added}, ${days === 0 ? 'today' : `${inDays(days)} ago`}`
}

/** Author, age and last day, as far as they are given. */
const circumstances = ({ author, added, addedFrom, expires }: Listed, asOf: string): string =>
  [
    author === null ? '' : `by ${author}`,
    age(added, addedFrom, asOf),
    expires === null
      ? ''
      : expires < asOf
        ? `held until ${expires}`
        : `holds until ${expires}, ${inDays(daysBetween(asOf, expires))} from now`,
  ]
    .filter(part => part !== '')
    .join('; ')

const asText = (all: readonly Listed[], asOf: string, width: number): string => {
  const lines: string[] = []
  let document = ''
  for (const each of all) {
    const name = each.id === null ? each.path : `${each.path}#${each.id}`
    if (name !== document) lines.push(...(lines.length > 0 ? [''] : []), printable(name))
    document = name
    const where = each.span === null ? 'file of suppressions' : placeName(each.span)
    const what = each.state === 'invalid' && each.rule === '' ? 'unreadable' : `${each.rule} · ${each.kind}`
    lines.push(...paragraph(printable(`${each.state}: ${what} · ${where}`), width, '    ', '  '))
    const text = (words: string): void => {
      if (words !== '') lines.push(...paragraph(printable(words), width, '      ', '    '))
    }
    text(each.problem ?? `Reason: ${each.reason}`)
    text(circumstances(each, asOf))
    for (const words of each.texts.slice(0, 5)) text(`“${shorten(words)}”`)
    if (each.texts.length > 5) text(`and ${each.texts.length - 5} more`)
  }
  const covered = all.reduce((sum, { findings }) => sum + findings, 0)
  lines.push(
    ...(lines.length > 0 ? [''] : []),
    `${all.length} suppression${all.length === 1 ? '' : 's'}, covering ${covered} finding${covered === 1 ? '' : 's'}, as of ${asOf}.`,
  )
  return `${lines.join('\n')}\n`
}

export const SUPPRESSIONS_OPTIONS = {
  form: { type: 'string' },
  format: { type: 'string', short: 'f' },
  'as-of': { type: 'string' },
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
  'no-ignore': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Readonly<Record<string, Option>>

export const SUPPRESSIONS_FORMATS = ['text', 'json'] as const

/** `cydlint suppressions list`: everything that is left out, and why. */
export const run = async (args: readonly string[]): Promise<ExitCode> => {
  const line = parseCommandLine(args, SUPPRESSIONS_OPTIONS)
  const [action, ...named] = line.positionals
  if (action !== 'list') line.problems.push('Say what to do with suppressions: "cydlint suppressions list".')
  const format = choice(line, 'format', SUPPRESSIONS_FORMATS, 'text')
  const asOf = asOfOption(line)
  const form = formOption(line)
  const paths = named.length > 0 ? named : ['.']
  if (line.problems.length > 0) return refuse(line.problems, 'suppressions')
  const all: Listed[] = []
  let unread = 0
  let documents = 0
  try {
    const found = configurations(configChoice(line))
    const why = line.has('no-ignore') ? async () => undefined : leftOut(found.ignoredIn)
    for await (const input of withSuppressions(withSettings(findInputs(paths, '<stdin>', why), found))) {
      const own: Listed[] = []
      for await (const event of readFound(input, form)) {
        if (event.type === 'document') {
          documents++
          const terms = termsFor(settingsOf(input), { form, asOf })
          const { suppressions } = checkDisclosure(
            event.document,
            readDisclosure(event.document, terms.glossary),
            {
              asOf,
              minConfidence: 'low',
              settings: terms.settings,
              ...(terms.ownRules && { catalogue: catalogueWith(terms.ownRules, terms.ownChecks) }),
              suppressions: terms.suppressions?.filter(({ document }) => isNamed(document, event.document)),
            },
          )
          own.push(...suppressions.map(each => listed(event.document, each)))
        } else if (event.type === 'unreadable' || event.type === 'missing') {
          unread++
          printError(`cydlint: ${event.error.path}: ${event.error.message}\n`)
        }
      }
      all.push(...(input.type === 'file' ? await withDays(own, input.path) : own))
    }
  } catch (error) {
    if (error instanceof MistakenConfig) return refuseConfig(error)
    if (error instanceof MistakenFile) return refuse([error.message], 'suppressions')
    throw error
  }
  await print(
    format === 'json'
      ? `${JSON.stringify({ version: 1, asOf, suppressions: all }, null, 2)}\n`
      : asText(all, asOf, terminalWidth()),
  )
  return unread > 0 ? EXIT.unreadable : documents === 0 ? EXIT.noInput : EXIT.ok
}
