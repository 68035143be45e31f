import type { FileSettings } from '../config/resolve.js'
import type { RuleFile } from '../engine/rule.js'

/** What a configuration says of a file, and the rules that it adds. Plain data. */
export interface OwnSettings extends FileSettings {
  readonly ownRules?: readonly RuleFile[] | undefined
  /** Modules that hold the checks of some of them: a thread that is handed this loads them itself. */
  readonly plugins?: readonly string[] | undefined
}
