import type { Check, Outcome, RelatedWords, Words } from '../checks/check.js'
import type { Reading } from '../evidence/read.js'
import type { RequirementCoverage, Sentence } from '../model/coverage.js'
import type { Disclosure, Place } from '../model/disclosure.js'
import { type CydElement, elementNamed } from '../model/elements.js'
import type { OptionSchema, OptionValues, RuleOption } from '../model/option.js'
import { REQUIREMENT_NAMES, type RequirementName } from '../model/requirements.js'
import type { OutcomeText, RuleFile } from './rule.js'
import { asRule } from './rule-shape.js'
import { COMMON_VALUES, placeholdersIn } from './template.js'

/** What an option with this schema can be. */
type ValueOf<Schema extends OptionSchema> = Schema extends { readonly type: 'boolean' }
  ? boolean
  : Schema extends { readonly type: 'number' | 'integer' }
    ? number
    : Schema extends { readonly type: 'array' }
      ? readonly string[]
      : string

type Options = Readonly<Record<string, RuleOption>>

/** What a rule in JavaScript reports. */
export interface RuleReport<OutcomeName extends string = string> {
  /** Which of the rule's outcomes it is. May be left out where the rule has one. */
  readonly outcome?: OutcomeName
  /** The words that the finding quotes: a sentence, a block, or offsets into a prose. Without them it is about what is not there. */
  readonly words?: Words | null
  /** What a finding without words points to: a flag, a block. */
  readonly place?: { readonly at: Place } | null
  readonly requirement?: RequirementName | null
  /** The element of the `cyd` taxonomy that it is about: `flag.element`, `block.element`. */
  readonly element?: CydElement | null
  /** Values for the templates of the messages, beside those that every message may use. */
  readonly data?: Readonly<Record<string, string>>
  /** Other places that the reader needs to see. */
  readonly related?: readonly RelatedWords[]
}

/** The part of a disclosure that rules in JavaScript may rely on. */
export type RuleDisclosure = Pick<
  Disclosure,
  'path' | 'id' | 'form' | 'item' | 'view' | 'registrant' | 'periodOfReport' | 'flags' | 'blocks' | 'prose'
>

/** What a rule in JavaScript is given, once a document. */
export interface RuleContext<Given extends Options = Options, OutcomeName extends string = string> {
  readonly disclosure: RuleDisclosure
  /** What the text says on each of the 13 requirements. */
  readonly coverage: ReadonlyMap<RequirementName, RequirementCoverage>
  /** Every sentence, in order. In a tagged view nested blocks repeat theirs. */
  readonly sentences: readonly Sentence[]
  /** The rule's options, as they are set. */
  readonly options: { readonly [Name in keyof Given]: ValueOf<Given[Name]['schema']> }
  /** The day on which the check is made, YYYY-MM-DD: a rule reads no clock. */
  readonly asOf: string
  /** Tells a finding. A method, as `run` is: rules with options and outcomes of their own then go into one list. */
  report(this: void, finding: RuleReport<OutcomeName>): void
}

/** What every rule of a user's own says of itself, as a rule in YAML does. */
type RuleText = Omit<RuleFile, 'file' | 'since' | 'changes' | 'check' | 'options' | 'outcomes'>

/** A rule in JavaScript: what one in YAML says, and a function in place of a kind of check. */
export interface RuleDefinition<Given extends Options = Options, OutcomeName extends string = string>
  extends RuleText {
  readonly options?: Given
  readonly outcomes: Readonly<Record<OutcomeName, OutcomeText>>
  /** Looks at one document and reports what it finds. It is not asynchronous. */
  run(context: RuleContext<Given, OutcomeName>): void
}

/** Gives a rule its types: it is returned as it is. */
export const defineRule = <const Given extends Options, const OutcomeName extends string>(
  rule: RuleDefinition<Given, OutcomeName>,
): RuleDefinition<Given, OutcomeName> => rule

/** A definition as the engine applies it: the rule as plain data, and its check. */
export interface DefinedRule {
  readonly rule: RuleFile
  readonly check: Check
}

/** What the engine gives to every message. */
const COMMON: ReadonlySet<string> = new Set(COMMON_VALUES)

/** Findings of one rule in one document; more are a mistake of the rule. */
const MOST_FINDINGS = 1000

const isWords = ({ prose, start, end }: Words, { prose: all, blocks }: Disclosure): boolean =>
  (all.includes(prose) || blocks.some(block => block.prose === prose)) &&
  Number.isInteger(start) &&
  Number.isInteger(end) &&
  start >= 0 &&
  start < end &&
  end <= prose.text.length

/** Checks what a rule reports: its author may write JavaScript without types. @throws Error that says what is wrong */
const outcomeOf = (
  { outcome, words, place, requirement, element, data = {}, related = [] }: RuleReport,
  rule: RuleFile,
  disclosure: Disclosure,
): Outcome => {
  const names = Object.keys(rule.outcomes)
  const name = outcome ?? (names.length === 1 ? names[0] : undefined)
  const text = name !== undefined && Object.hasOwn(rule.outcomes, name) ? rule.outcomes[name] : undefined
  if (name === undefined || !text)
    throw new Error(
      outcome === undefined
        ? `a report names its outcome where there are several: ${names.join(', ')}`
        : `it reports the outcome "${outcome}", which it does not have; its outcomes: ${names.join(', ')}`,
    )
  if (words && !isWords(words, disclosure))
    throw new Error('it reports words that are not of this document: give a sentence, a block, or offsets')
  for (const each of related)
    if (!isWords(each.words, disclosure))
      throw new Error('it reports related words that are not of this document')
  if (requirement && !REQUIREMENT_NAMES.includes(requirement))
    throw new Error(`it reports on the requirement "${requirement}", which there is not`)
  const known = element ? elementNamed(element.name, element.datatype) : undefined
  if (element && !known) throw new Error('it reports on an element that there is not')
  for (const value of [text.message, text.tagged ?? '', text.suggestion].flatMap(placeholdersIn))
    if (!COMMON.has(value) && typeof data[value] !== 'string')
      throw new Error(`its message of ${name} uses {${value}}, which the report does not give under "data"`)
  return {
    outcome: name,
    requirement: requirement ?? null,
    element: known ?? null,
    words: words ? { prose: words.prose, start: words.start, end: words.end } : null,
    place: place ?? null,
    data,
    related,
  }
}

const isThenable = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'

const checkOf = (definition: RuleDefinition, rule: RuleFile): Check => {
  const { kind } = rule.check
  const defaults: OptionValues = Object.fromEntries(
    Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]),
  )
  const placeholders = ({ message, tagged = '', suggestion }: OutcomeText): readonly string[] =>
    [message, tagged, suggestion].flatMap(placeholdersIn)
  return {
    kind,
    isOwn: true,
    parameters: defaults,
    outcomes: Object.fromEntries(
      Object.entries(rule.outcomes).map(([name, text]) => [name, placeholders(text)]),
    ),
    run: ({ disclosure, reading, asOf, parameters }) => {
      const found: Outcome[] = []
      let isOver = false
      const report = (finding: RuleReport): void => {
        if (isOver) return
        if (found.length === MOST_FINDINGS)
          throw new Error(`it reports more than ${MOST_FINDINGS} findings in one document`)
        found.push(outcomeOf(finding, rule, disclosure))
      }
      const options = { ...defaults, ...parameters }
      const result: unknown = definition.run(contextOf(disclosure, reading, asOf, options, report))
      isOver = true
      if (isThenable(result)) {
        // What it throws later must not end the program.
        Promise.resolve(result).catch(() => {})
        throw new Error('"run" is asynchronous: a rule reports before it returns')
      }
      return found
    },
  }
}

const contextOf = (
  disclosure: Disclosure,
  { coverage, sentences }: Reading,
  asOf: string,
  // The schemas were asked what these can be, when the configuration was read.
  options: RuleContext['options'],
  report: RuleContext['report'],
): RuleContext => ({ disclosure, coverage, sentences, options, asOf, report })

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const isDefinition = (value: unknown): value is RuleDefinition =>
  isMap(value) && typeof value['run'] === 'function'

/** Whether a value and all in it is what JSON can hold: a thread is handed rules as data. */
const isPlain = (value: unknown): boolean => {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return false
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(isPlain)
}

/**
 * What the engine makes of a rule that was defined in JavaScript.
 * @param file where it stands, for messages
 * @returns what is wrong with it, in words, where it is no rule
 */
export const definedRule = (value: unknown, file: string): DefinedRule | string => {
  if (!isMap(value)) return 'it is no rule: a rule is an object, as defineRule takes it.'
  if (!isDefinition(value)) return 'it has no function "run".'
  const { run: _, ...text } = value
  if (!isPlain(text))
    return 'all of a rule but "run" is plain data: it holds a function or nothing somewhere.'
  if ('check' in text) return 'it has both "run" and "check". Keep one: "check" is of rules in YAML.'
  const rule = asRule({ ...text, check: { kind: 'own' } }, file)
  if (typeof rule === 'string') return rule
  const named = { ...rule, check: { kind: `${file}#${rule.name}` } }
  return { rule: named, check: checkOf(value, named) }
}
