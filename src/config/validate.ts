import { CONFIDENCES } from '../model/finding.js'
import { FORMS } from '../model/forms.js'
import type { Glossary } from '../model/glossary.js'
import { isOptionValue, type OptionSchema, type OptionValues, optionPhrase } from '../model/option.js'
import { RULE_LEVELS, type RuleLevel, type RuleSetting, type RuleSettings } from '../model/settings.js'
import { THRESHOLDS } from '../model/verdict.js'
import { didYouMean } from '../text/nearest-name.js'
import {
  CONFIG_KEYS,
  type Config,
  groupsOf,
  type KnownRule,
  namesFor,
  OVERRIDE_KEYS,
  type Override,
  ruleCalled,
} from './config.js'

/** Keys and positions that lead to a value. */
export type ConfigPath = readonly (string | number)[]

/** What is wrong with a configuration, and where. */
export interface ConfigProblem {
  readonly path: ConfigPath
  readonly message: string
}

const GLOSSARY_KEYS = [
  'boardCommittees',
  'managementCommittees',
  'positions',
] as const satisfies (keyof Glossary)[]
const SETTING_KEYS = ['severity', 'minConfidence', 'options'] as const

/** A value as it is named in a message. */
const shown = (value: unknown): string => {
  const text = typeof value === 'function' ? 'a function' : (JSON.stringify(value) ?? String(value))
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** "a, b or c" */
const either = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`

/**
 * Checks a configuration that was parsed.
 * @returns the configuration, in which single patterns and levels are lists and settings; and what is wrong with it, all
 * at once. What is wrong is left out of the configuration.
 */
export const validateConfig = (
  value: unknown,
  rules: readonly KnownRule[],
): { readonly config: Config; readonly problems: readonly ConfigProblem[] } => {
  const problems: ConfigProblem[] = []
  /** Whether a path leads into an override of sections. */
  const isInSection = ([key, index]: ConfigPath): boolean => {
    const override =
      key === 'overrides' && isMap(value) && Array.isArray(value[key]) ? value[key][Number(index)] : undefined
    return isMap(override) && override['sections'] !== undefined
  }
  const refuse = (path: ConfigPath, message: string): undefined => {
    problems.push({ path, message })
    return undefined
  }

  const oneOf =
    <Value extends string>(known: readonly Value[]) =>
    (given: unknown, path: ConfigPath): Value | undefined =>
      known.find(each => each === given) ??
      refuse(
        path,
        `"${path.at(-1)}" cannot be ${shown(given)}: it is ${either(known)}.${typeof given === 'string' ? didYouMean(given, known) : ''}`,
      )

  const truth = (given: unknown, path: ConfigPath): boolean | undefined =>
    typeof given === 'boolean'
      ? given
      : refuse(path, `"${path.at(-1)}" cannot be ${shown(given)}: it is true or false.`)

  const count = (given: unknown, path: ConfigPath): number | null | undefined =>
    given === null || (typeof given === 'number' && Number.isInteger(given) && given >= 0)
      ? given
      : refuse(
          path,
          `"${path.at(-1)}" cannot be ${shown(given)}: it is a number, 0 or more, or null for no limit.`,
        )

  /** A text, or a list of them. */
  const texts =
    (what: string) =>
    (given: unknown, path: ConfigPath): readonly string[] | undefined => {
      if (typeof given === 'string' && given.trim() !== '') return [given]
      if (!Array.isArray(given))
        return refuse(path, `"${path.at(-1)}" cannot be ${shown(given)}: it is ${what}, or a list of them.`)
      given.forEach((each, index) => {
        if (typeof each !== 'string' || each.trim() === '')
          refuse([...path, index], `An entry of "${path.at(-1)}" cannot be ${shown(each)}: it is ${what}.`)
      })
      return given.filter(each => typeof each === 'string')
    }

  const checkKeys = (given: object, known: readonly string[], path: ConfigPath, where: string): void => {
    for (const key of Object.keys(given)) {
      if (known.includes(key)) continue
      const elsewhere = where === 'an override' && (CONFIG_KEYS as readonly string[]).includes(key)
      refuse(
        [...path, key],
        elsewhere
          ? `"${key}" cannot stand in an override: it holds for a whole run. Move it to the top.`
          : `Unknown key "${key}" in ${where}.${didYouMean(key, known) || ` It takes ${either(known)}.`}`,
      )
    }
  }

  /** YAML reads `off` and `on` as false and true. */
  const level = (given: unknown, path: ConfigPath, what: string): RuleLevel | undefined => {
    if (given === false) return 'off'
    if (given === true) return 'on'
    return (
      RULE_LEVELS.find(each => each === given) ??
      refuse(
        path,
        `${what} cannot be ${shown(given)}: it is ${either(RULE_LEVELS)}.${typeof given === 'string' ? didYouMean(given, RULE_LEVELS) : ''}`,
      )
    )
  }

  const optionValue = (given: unknown, schema: OptionSchema, path: ConfigPath): boolean => {
    if (isOptionValue(given, schema)) return true
    if (Array.isArray(given) && schema.type === 'array') {
      const { items } = schema
      const sound = given.map((each, index) => optionValue(each, items, [...path, index]))
      if (sound.includes(false)) return false
    }
    const known = schema.type === 'string' ? (schema.enum ?? []) : []
    const place = typeof path.at(-1) === 'number' ? `An entry of "${path.at(-2)}"` : `"${path.at(-1)}"`
    refuse(
      path,
      `${place} cannot be ${shown(given)}: it is ${optionPhrase(schema)}.${typeof given === 'string' ? didYouMean(given, known) : ''}`,
    )
    return false
  }

  /** The options of a rule, which hold for whole documents and so in no section. */
  const ruleOptions = (name: string, given: unknown, path: ConfigPath): OptionValues | undefined => {
    const rule = ruleCalled(name, rules)
    const known = rule?.options ?? {}
    const names = Object.keys(known)
    if (!rule)
      return refuse(path, `Options are those of one rule: write them under its full name, not "${name}".`)
    if (!isMap(given))
      return refuse(path, `"options" cannot be ${shown(given)}: it is a map of values by name.`)
    if (isInSection(path))
      return refuse(
        path,
        `Options of "${name}" hold for whole documents, not for sections. Set them under "rules", or in an override of files.`,
      )
    const sound = Object.entries(given).filter(([key, value]) => {
      const option = Object.hasOwn(known, key) ? known[key] : undefined
      if (option) return optionValue(value, option.schema, [...path, key])
      refuse(
        [...path, key],
        names.length === 0
          ? `"${name}" has no options.`
          : `"${name}" has no option "${key}".${didYouMean(key, names) || ` It has ${either(names)}.`}`,
      )
      return false
    })
    return Object.fromEntries(sound) as OptionValues
  }

  const setting = (given: unknown, path: ConfigPath): RuleSetting | undefined => {
    const name = String(path.at(-1))
    if (!isMap(given)) {
      const severity = level(given, path, `The rule "${name}"`)
      return severity && { severity }
    }
    for (const key of Object.keys(given))
      if (!(SETTING_KEYS as readonly string[]).includes(key))
        refuse(
          [...path, key],
          Object.hasOwn(ruleCalled(name, rules)?.options ?? {}, key)
            ? `"${key}" is an option of "${name}": write it under "options".`
            : `"${name}" has no key "${key}".${didYouMean(key, SETTING_KEYS) || ` A rule takes ${either(SETTING_KEYS)}.`}`,
        )
    const { severity, minConfidence, options } = given
    return {
      severity: severity === undefined ? undefined : level(severity, [...path, 'severity'], '"severity"'),
      minConfidence:
        minConfidence === undefined
          ? undefined
          : oneOf(CONFIDENCES)(minConfidence, [...path, 'minConfidence']),
      ...(options !== undefined && { options: ruleOptions(name, options, [...path, 'options']) }),
    }
  }

  const ruleSettings = (given: unknown, path: ConfigPath): RuleSettings | undefined => {
    if (!isMap(given))
      return refuse(path, `"rules" cannot be ${shown(given)}: it is a map from rules to severities.`)
    const settings: [string, RuleSetting][] = []
    for (const [key, each] of Object.entries(given)) {
      const at = [...path, key]
      if (namesFor(key, rules).length === 0) refuse(at, unknownRule(key, rules))
      else {
        const known = setting(each, at)
        if (known) settings.push([key, known])
      }
    }
    return Object.fromEntries(settings)
  }

  const glossary = (given: unknown, path: ConfigPath): Partial<Glossary> | undefined => {
    if (!isMap(given))
      return refuse(path, `"glossary" cannot be ${shown(given)}: it is a map of ${either(GLOSSARY_KEYS)}.`)
    checkKeys(given, GLOSSARY_KEYS, path, '"glossary"')
    const terms = texts('a name')
    return Object.fromEntries(
      GLOSSARY_KEYS.flatMap(key => {
        const names = given[key] === undefined ? undefined : terms(given[key], [...path, key])
        return names ? [[key, names]] : []
      }),
    )
  }

  /** Takes the keys of a map that are there, each by its own reading. */
  const taken = (
    given: Readonly<Record<string, unknown>>,
    path: ConfigPath,
    readings: Readonly<Record<string, (value: unknown, path: ConfigPath) => unknown>>,
  ): object =>
    Object.fromEntries(
      Object.entries(readings).flatMap(([key, read]) => {
        const value = given[key]
        const known = value === undefined ? undefined : read(value, [...path, key])
        return known === undefined ? [] : [[key, known]]
      }),
    )

  const sections = (given: unknown, path: ConfigPath): Override['sections'] =>
    texts('a heading, or several with ">" between them')(given, path)?.map(each =>
      each.split('>').map(heading => heading.trim()),
    )

  const override = (given: unknown, path: ConfigPath): Override | undefined => {
    if (!isMap(given))
      return refuse(path, `An override cannot be ${shown(given)}: it is a map of ${either(OVERRIDE_KEYS)}.`)
    checkKeys(given, OVERRIDE_KEYS, path, 'an override')
    if (given['files'] === undefined && given['sections'] === undefined)
      refuse(path, 'An override names "files", "sections" or both; without them it belongs at the top.')
    if (given['sections'] !== undefined && given['form'] !== undefined)
      refuse(
        [...path, 'form'],
        'A section has no form of its own. Give "form" in an override of files alone.',
      )
    return taken(given, path, {
      files: texts('a pattern'),
      sections,
      rules: ruleSettings,
      form: oneOf(FORMS),
    })
  }

  const overrides = (given: unknown, path: ConfigPath): readonly Override[] | undefined =>
    Array.isArray(given)
      ? given.flatMap((each, index) => override(each, [...path, index]) ?? [])
      : refuse(path, `"overrides" cannot be ${shown(given)}: it is a list.`)

  // A file that holds nothing but comments sets nothing.
  const map = value ?? {}
  if (!isMap(map)) {
    refuse([], `A configuration cannot be ${shown(value)}: it is a map of ${either(CONFIG_KEYS)}.`)
    return { config: {}, problems }
  }
  checkKeys(map, [...CONFIG_KEYS, '$schema'], [], 'the configuration')
  const config: Config = taken(map, [], {
    extends: texts('the name of a preset or a path'),
    rules: ruleSettings,
    preview: truth,
    minConfidence: oneOf(CONFIDENCES),
    failOn: oneOf(THRESHOLDS),
    maxWarnings: count,
    form: oneOf(FORMS),
    ruleFiles: texts('a pattern'),
    plugins: texts('a pattern'),
    ignore: texts('a pattern'),
    overrides,
    glossary,
  })
  return { config, problems }
}

const unknownRule = (key: string, rules: readonly KnownRule[]): string => {
  const names = [...rules.map(({ name }) => name), ...groupsOf(rules)]
  // A name without its category is the likelier slip than any other.
  const full = rules.find(({ name }) => name.endsWith(`/${key}`))?.name
  const meant = full === undefined ? didYouMean(key, names) : ` Did you mean "${full}"?`
  return `Unknown rule "${key}".${meant || ' "cydlint rules" lists them.'}`
}
