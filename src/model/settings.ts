import type { Confidence } from './finding.js'
import type { OptionValues } from './option.js'

/** Whether a rule is applied, and with what severity; `on` is the severity that it ships with. */
export const RULE_LEVELS = ['off', 'on', 'advice', 'warning', 'error'] as const
export type RuleLevel = (typeof RULE_LEVELS)[number]

/** How one rule is set where it is not left as it ships. */
export interface RuleSetting {
  readonly severity?: RuleLevel | undefined
  /** Findings of the rule that are less sure are left out, whatever holds for the other rules. */
  readonly minConfidence?: Confidence | undefined
  /** Values of its options, by name. They hold for whole documents: under `sections` they count for nothing. */
  readonly options?: OptionValues | undefined
}

/** Settings by the full names of rules. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>

/** Settings for findings that stand under some heading. */
export interface SectionSettings {
  /** Each a path of headings, outermost first, which may begin anywhere: `["Governance"]`. */
  readonly sections: readonly (readonly string[])[]
  readonly rules: RuleSettings
}

/** How a document is to be checked where that is not how the rules ship. Plain data: a thread can be handed it. */
export interface Settings {
  /** What holds for rules that set no confidence of their own. */
  readonly minConfidence?: Confidence | undefined
  readonly rules?: RuleSettings | undefined
  /** Later ones win, and all of them over `rules`. */
  readonly sections?: readonly SectionSettings[] | undefined
  /** Names of the preview rules that are on. */
  readonly preview?: readonly string[] | undefined
}
