import type { Confidence } from '../model/finding.js'
import type { Form } from '../model/forms.js'
import type { Glossary } from '../model/glossary.js'
import type { OptionValue, OptionValues } from '../model/option.js'
import type { RuleLevel, RuleSetting, RuleSettings, Settings } from '../model/settings.js'
import type { Threshold } from '../model/verdict.js'
import { type Config, type KnownRule, namesFor } from './config.js'
import type { ConfigPath } from './validate.js'

/** One configuration of those that hold together: a preset, a file that is extended, the file itself. */
export interface Layer {
  readonly config: Config
  /** Folder that its patterns are relative to; null for a preset. */
  readonly folder: string | null
  /** Says where a value of it stands: "cydlint.config.yaml:4". */
  readonly placeOf: (path: ConfigPath) => string
}

/** A setting, and where it was made. */
export interface Settled<Value> {
  readonly value: Value
  readonly layer: Layer
  readonly path: ConfigPath
}

export interface SettledRule {
  readonly severity?: Settled<RuleLevel> | undefined
  readonly minConfidence?: Settled<Confidence> | undefined
  /** Values of its options, by name, as far as they are set. */
  readonly options?: ReadonlyMap<string, Settled<OptionValue>> | undefined
}

export interface SettledSection {
  readonly sections: readonly (readonly string[])[]
  readonly rules: ReadonlyMap<string, SettledRule>
}

/** What holds for one file, each setting with its origin; what is not there is as it ships. */
export interface Effective {
  readonly form?: Settled<Form>
  readonly failOn?: Settled<Threshold>
  readonly maxWarnings?: Settled<number | null>
  readonly minConfidence?: Settled<Confidence>
  readonly preview?: Settled<boolean>
  readonly rules: ReadonlyMap<string, SettledRule>
  readonly sections: readonly SettledSection[]
  /** Preview rules that are on. */
  readonly previewRules: readonly string[]
  readonly glossary: Glossary
}

/** The more rules a key stands for, the weaker it is: "*", then categories, then names. */
const breadth = (key: string): number => (key === '*' ? 0 : key.endsWith('/*') ? 1 : 2)

/**
 * Lays configurations over each other.
 * @param layers lowest first
 * @param matches whether an override's patterns, relative to its layer's folder, take in the file
 */
export const resolveLayers = (
  layers: readonly Layer[],
  matches: (layer: Layer, patterns: readonly string[]) => boolean,
  known: readonly KnownRule[],
): Effective => {
  const top: {
    form?: Settled<Form>
    failOn?: Settled<Threshold>
    maxWarnings?: Settled<number | null>
    minConfidence?: Settled<Confidence>
    preview?: Settled<boolean>
  } = {}
  const rules = new Map<string, SettledRule>()
  let sections: { sections: SettledSection['sections']; rules: Map<string, SettledRule> }[] = []
  const asked = new Set<string>()

  const set = (
    into: Map<string, SettledRule>,
    layer: Layer,
    path: ConfigPath,
    settings: RuleSettings | undefined,
  ): void => {
    const keys = Object.keys(settings ?? {}).sort((a, b) => breadth(a) - breadth(b))
    for (const key of keys) {
      const { severity, minConfidence, options } = settings?.[key] ?? {}
      for (const name of namesFor(key, known)) {
        const at = [...path, key]
        into.set(name, {
          ...into.get(name),
          ...(severity && { severity: { value: severity, layer, path: at } }),
          ...(minConfidence && { minConfidence: { value: minConfidence, layer, path: at } }),
          ...(options && {
            options: new Map([
              ...(into.get(name)?.options ?? []),
              ...Object.entries(options).map(
                ([option, value]) => [option, { value, layer, path: [...at, 'options', option] }] as const,
              ),
            ]),
          }),
        })
        if (severity && breadth(key) === 2) {
          if (severity === 'off') asked.delete(name)
          else asked.add(name)
        }
        // What is said later of the whole document holds in its sections, too.
        if (into === rules)
          for (const section of sections) {
            const here = section.rules.get(name)
            if (!here) continue
            section.rules.set(name, {
              severity: severity ? undefined : here.severity,
              minConfidence: minConfidence ? undefined : here.minConfidence,
            })
          }
      }
    }
  }

  for (const layer of layers) {
    const { config } = layer
    const settled = <Value>(value: Value, ...path: ConfigPath): Settled<Value> => ({ value, layer, path })
    if (config.form !== undefined) top.form = settled(config.form, 'form')
    if (config.failOn !== undefined) top.failOn = settled(config.failOn, 'failOn')
    if (config.maxWarnings !== undefined) top.maxWarnings = settled(config.maxWarnings, 'maxWarnings')
    if (config.minConfidence !== undefined) top.minConfidence = settled(config.minConfidence, 'minConfidence')
    if (config.preview !== undefined) top.preview = settled(config.preview, 'preview')
    set(rules, layer, ['rules'], config.rules)
    config.overrides?.forEach((override, index) => {
      if (override.files && !matches(layer, override.files)) return
      const path = ['overrides', index]
      if (override.form !== undefined) top.form = settled(override.form, ...path, 'form')
      if (override.sections) {
        const section = { sections: override.sections, rules: new Map<string, SettledRule>() }
        set(section.rules, layer, [...path, 'rules'], override.rules)
        sections = [...sections, section]
      } else set(rules, layer, [...path, 'rules'], override.rules)
    })
  }
  const isPreviewOn = (name: string): boolean => asked.has(name) || top.preview?.value === true
  return {
    ...top,
    rules,
    sections,
    previewRules: known.flatMap(({ name, preview }) => (preview && isPreviewOn(name) ? [name] : [])),
    glossary: glossaryOf(layers),
  }
}

/** The terms of all layers together. */
const glossaryOf = (layers: readonly Layer[]): Glossary => {
  const all = (key: keyof Glossary): readonly string[] => [
    ...new Set(layers.flatMap(({ config }) => config.glossary?.[key] ?? [])),
  ]
  return {
    boardCommittees: all('boardCommittees'),
    managementCommittees: all('managementCommittees'),
    positions: all('positions'),
  }
}

/** How one file is read and checked. Plain data. */
export interface FileSettings {
  readonly assumedForm?: { readonly form: Form; readonly from: string } | undefined
  readonly settings?: Settings | undefined
  readonly glossary?: Glossary | undefined
}

const valuesOf = (options: ReadonlyMap<string, Settled<OptionValue>>): OptionValues =>
  Object.fromEntries([...options].map(([name, { value }]) => [name, value]))

const plainRules = (rules: ReadonlyMap<string, SettledRule>): RuleSettings =>
  Object.fromEntries(
    [...rules].map(([name, { severity, minConfidence, options }]): [string, RuleSetting] => [
      name,
      {
        severity: severity?.value,
        minConfidence: minConfidence?.value,
        ...(options && { options: valuesOf(options) }),
      },
    ]),
  )

/** The settings alone, without their origins. */
export const fileSettings = (effective: Effective): FileSettings => {
  const { form, minConfidence, rules, sections, previewRules, glossary } = effective
  const hasTerms = Object.values(glossary).some(names => names.length > 0)
  return {
    assumedForm: form && { form: form.value, from: form.layer.placeOf(form.path) },
    settings: {
      minConfidence: minConfidence?.value,
      rules: plainRules(rules),
      sections: sections.map(each => ({ sections: each.sections, rules: plainRules(each.rules) })),
      preview: previewRules,
    },
    glossary: hasTerms ? glossary : undefined,
  }
}
