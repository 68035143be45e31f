import type { Confidence } from '../model/finding.js'
import type { Form } from '../model/forms.js'
import type { Glossary } from '../model/glossary.js'
import type { RuleOption } from '../model/option.js'
import type { RuleSettings } from '../model/settings.js'
import type { Threshold } from '../model/verdict.js'

/** A configuration as it was written, checked. What it does not say is not there. */
export interface Config {
  /** Presets by name and other configurations by path, later ones over earlier ones, and all of them under this one. */
  readonly extends?: readonly string[]
  /** Rules of the user's own: patterns of YAML files, relative to the configuration's folder. */
  readonly ruleFiles?: readonly string[]
  /** Rules of the user's own in JavaScript: patterns of modules, relative to the configuration's folder. */
  readonly plugins?: readonly string[]
  /** By full names, by categories ("draft/*") and by "*". */
  readonly rules?: RuleSettings
  /** Whether preview rules are on. */
  readonly preview?: boolean
  readonly minConfidence?: Confidence
  readonly failOn?: Threshold
  /** null lifts a limit that a configuration below this one sets. */
  readonly maxWarnings?: number | null
  /** The form of inputs that state none. */
  readonly form?: Form
  /** In the notation of `.gitignore`, relative to the configuration's folder. */
  readonly ignore?: readonly string[]
  readonly overrides?: readonly Override[]
  readonly glossary?: Partial<Glossary>
}

/** Settings for some files, some sections of them, or both. */
export interface Override {
  /** In the notation of `.gitignore`, relative to the configuration's folder. All files where it is not there. */
  readonly files?: readonly string[]
  /** Paths of headings. The whole document where it is not there. */
  readonly sections?: readonly (readonly string[])[]
  readonly rules?: RuleSettings
  readonly form?: Form
}

/** Keys of a configuration and of an override, in the order in which they are described. */
export const CONFIG_KEYS = [
  'extends',
  'form',
  'failOn',
  'maxWarnings',
  'minConfidence',
  'preview',
  'rules',
  'ruleFiles',
  'plugins',
  'glossary',
  'ignore',
  'overrides',
] as const
export const OVERRIDE_KEYS = ['files', 'sections', 'form', 'rules'] as const

/** A rule that settings may name. */
export interface KnownRule {
  readonly name: string
  readonly preview?: boolean | undefined
  /** Names that it had before. */
  readonly aliases?: readonly string[] | undefined
  readonly options?: Readonly<Record<string, RuleOption>> | undefined
}

/** The rule that a name stands for. */
export const ruleCalled = (name: string, rules: readonly KnownRule[]): KnownRule | undefined =>
  rules.find(rule => rule.name === name) ?? rules.find(({ aliases }) => aliases?.includes(name))

/** Names of rules that a key of `rules` stands for: one rule, a category, or all. */
export const namesFor = (key: string, rules: readonly KnownRule[]): readonly string[] => {
  if (key === '*') return rules.map(({ name }) => name)
  if (!key.endsWith('/*')) {
    const rule = ruleCalled(key, rules)
    return rule ? [rule.name] : []
  }
  const category = key.slice(0, -1)
  return rules.flatMap(({ name }) => (name.startsWith(category) ? [name] : []))
}

/** Keys that stand for several rules. */
export const groupsOf = (rules: readonly KnownRule[]): readonly string[] => [
  '*',
  ...new Set(rules.map(({ name }) => `${name.slice(0, name.indexOf('/'))}/*`)),
]
