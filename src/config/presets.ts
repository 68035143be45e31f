import type { Severity } from '../model/finding.js'
import type { Config } from './config.js'

/** Configurations that ship with cydlint, to extend by name. */
export const PRESETS = {
  /** What holds where there is no configuration. */
  recommended: {},
  /** Drafts of an annual report on Form 10-K: those that do not say so, too. */
  '10-k': { form: '10-K' },
  /** Drafts of an annual report on Form 20-F. */
  '20-f': { form: '20-F' },
  /** The last run before filing: nothing of the drafter's is left, the tags are sound, and a warning is looked at. */
  'pre-filing': {
    failOn: 'warning',
    rules: { 'draft/*': 'error', 'draft/rule-text': 'warning', 'tag/*': 'error', 'tag/nesting': 'advice' },
  },
  /** Rules on trial, too, and findings that are less sure. */
  all: { preview: true, minConfidence: 'low' },
} as const satisfies Record<string, Preset>

/** Written as in a file: a level in place of a setting. */
interface Preset extends Omit<Config, 'rules'> {
  readonly rules?: Readonly<Record<string, Severity>>
}

export type PresetName = keyof typeof PRESETS
export const PRESET_NAMES = Object.keys(PRESETS) as readonly PresetName[]

/** A preset as a configuration; undefined where there is none of the name. */
export const presetNamed = (name: string): Config | undefined => {
  const preset: Preset | undefined = Object.hasOwn(PRESETS, name) ? PRESETS[name as PresetName] : undefined
  if (!preset) return undefined
  const { rules, ...rest } = preset
  return rules
    ? {
        ...rest,
        rules: Object.fromEntries(Object.entries(rules).map(([key, severity]) => [key, { severity }])),
      }
    : rest
}
