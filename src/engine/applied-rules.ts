import type { Disclosure } from '../model/disclosure.js'
import type { NotChecked } from '../model/finding.js'
import { type Memo, memoOf } from '../model/memo.js'
import { onceFor } from '../model/once.js'
import type { Settings } from '../model/settings.js'
import { isAbout, whyNotApplicable } from './applicability.js'
import type { Catalogue } from './catalogue.js'
import { type CheckRun, runsOf } from './check-runs.js'
import { isOn, withNamesNow } from './rule-settings.js'

/** Which rules of a catalogue are applied to a disclosure. */
export interface AppliedRules {
  /** The settings that they were chosen by, under the names that rules have now. */
  readonly settings: Settings
  readonly active: ReadonlySet<string>
  /** The runs of checks that they ask for, in the order of the checks. */
  readonly runs: readonly CheckRun[]
  /** Preview rules that would apply and are off. */
  readonly previewOff: readonly string[]
  readonly notChecked: readonly NotChecked[]
}

/** What rules are chosen by, beside the settings. */
export interface Choice {
  readonly preview: boolean | undefined
  /** Whether there is a document before the one that is checked. */
  readonly hasPrior: boolean
}

const chosen = (
  catalogue: Catalogue,
  settings: Settings,
  disclosure: Disclosure,
  { preview, hasPrior }: Choice,
): AppliedRules => {
  const active = new Set<string>()
  const previewOff: string[] = []
  const notChecked: NotChecked[] = []
  for (const rule of catalogue.rules) {
    if (!isAbout(rule, disclosure, hasPrior)) continue
    const reason = whyNotApplicable(rule, disclosure)
    if (reason !== null) notChecked.push({ rule: rule.name, reason })
    else if (isOn(rule, settings, preview)) active.add(rule.name)
    else if (rule.preview) previewOff.push(rule.name)
    else notChecked.push({ rule: rule.name, reason: 'The configuration turns the rule off.' })
  }
  const runs = catalogue.checks.flatMap(check =>
    runsOf(check, catalogue.ofKind.get(check.kind)?.filter(({ name }) => active.has(name)) ?? [], settings),
  )
  return { settings, active, runs, previewOff, notChecked }
}

/** What was chosen for disclosures of one form and period, which a season of filings has many of. */
const REMEMBERED = 100

interface Known {
  readonly settings: Settings
  readonly memo: Memo<AppliedRules>
}

const knownFor = onceFor((catalogue: Catalogue) =>
  onceFor(
    (given: Settings): Known => ({
      settings: catalogue.hasAliases ? withNamesNow(given, catalogue.named) : given,
      memo: memoOf<AppliedRules>(REMEMBERED),
    }),
  ),
)

/** The rules of a catalogue that are applied to a disclosure: what is known of it but for its text decides. */
export const appliedRules = (
  catalogue: Catalogue,
  given: Settings,
  disclosure: Disclosure,
  choice: Choice,
): AppliedRules => {
  const { settings, memo } = knownFor(catalogue)(given)
  const { form, periodOfReport, tagging } = disclosure
  const key = [form, periodOfReport, tagging !== undefined, choice.preview, choice.hasPrior].join(' ')
  const known = memo.get(key)
  if (known) return known
  const applied = chosen(catalogue, settings, disclosure, choice)
  memo.set(key, applied)
  return applied
}
