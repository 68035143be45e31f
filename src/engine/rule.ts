import type { ComplianceDateName } from '../model/compliance-dates.js'
import type { Confidence, Severity } from '../model/finding.js'
import type { Form } from '../model/forms.js'
import type { OptionValues, RuleOption } from '../model/option.js'
import type { Force, RequirementName } from '../model/requirements.js'

/**
 * On what ground a rule stands. The first four are the force of the regulation's own words; `self-contradiction` and
 * `cannot be filed` are defects whatever the rule asks; `practice` is custom or taste.
 */
export type RuleForce = Force | 'self-contradiction' | 'cannot be filed' | 'practice'

export interface RuleAuthority {
  readonly force: RuleForce
  /** What the citation asks, in our words, or why the defect is one without it. */
  readonly ground: string
  /** Citation in an annual report on Form 10-K and on Form 20-F, and in a current report, where the rule runs on them. */
  readonly citations: { readonly '10-K'?: string; readonly '20-F'?: string; readonly current?: string }
  /** How the ground is known: the words of the rule, a reading of them, or what filings are seen to do. */
  readonly source: 'rule text' | 'reading of the rule' | 'observed practice'
}

/** What a finding of one outcome says. Templates are described in docs/rules.md and in schemas/rule.schema.json. */
export interface OutcomeText {
  /** Severity of this outcome where it differs from the rule's. */
  readonly severity?: Severity
  readonly message: string
  /** The message where only tagged facts were seen. */
  readonly tagged?: string
  readonly suggestion: string
}

/** A small draft about an invented registrant. */
export interface RuleExample {
  readonly title: string
  readonly form: Form
  readonly periodOfReport?: string
  /** The whole item as plain text, paragraphs set apart by blank lines; with it the view is `item`. */
  readonly text?: string
  readonly flags?: Readonly<Record<string, boolean>>
  readonly blocks?: Readonly<Record<string, string>>
  readonly truncated?: readonly string[]
  /** A tagged document, as `exampleInput` of src/api/example-input.ts reads it: the body of one, or a whole one. */
  readonly inline?: string
  /** A Word document with marks of review, as src/api/example-word.ts writes them. */
  readonly word?: string
  /** The document before it, for rules that compare the two. Its form is the example's, where it names none. */
  readonly prior?: PriorExample
}

/** What of an example stands for the document before. */
export type PriorExample = Omit<RuleExample, 'title' | 'form' | 'prior'> & { readonly form?: Form }

export interface FiringExample extends RuleExample {
  /** What the finding quotes. */
  readonly quote?: string
  /** Which outcome it is, where the rule has several. */
  readonly outcome?: string
}

/** How the rule did on real filings when its findings were last read. */
export interface MeasuredPrecision {
  /** Filings that the rule was run on. */
  readonly filings: number
  /** Findings in them. */
  readonly fired: number
  /** Findings that were read with the text beside them. */
  readonly read: number
  /** … and were right. */
  readonly right: number
}

/** A version of the ruleset, as rulesets/versions.yaml has it. */
export interface RulesetVersion {
  readonly version: string
  /** Day of its release, YYYY-MM-DD; the newest may have none yet. */
  readonly date?: string
  readonly summary: string
}

/** What of a rule can become other from one version of the ruleset to the next. */
export type RuleAspect =
  | 'name'
  | 'severity'
  | 'confidence'
  | 'status'
  | 'forms'
  | 'outcomes'
  | 'check'
  | 'options'
  | 'detection'
  | 'message'

/** How a rule changed after it first shipped. */
export interface RuleChange {
  /** The version of the ruleset that first holds the change. */
  readonly version: string
  readonly aspect: RuleAspect
  /** What it is now, and what it was, in one sentence. */
  readonly says: string
}

/** A file of `rules/CATEGORY/NAME.yaml`; its shape is `schemas/rule.schema.json`. */
export interface RuleFile {
  readonly file: string
  /** `category/what-is-wrong`: the identity of the rule everywhere. */
  readonly name: string
  /** Names that it had before, the oldest first. */
  readonly aliases?: readonly string[]
  /** One sentence. */
  readonly summary: string
  readonly authority: RuleAuthority
  readonly forms: readonly Form[]
  /** Since when what it is about is asked for: it applies to periods of report that end on that day or later. */
  readonly from?: ComplianceDateName
  /**
   * What a document has to have for the rule to bear on it. Without it the rule says nothing and is not listed as not
   * checked: a draft has no tags yet, and that is no gap in its report. `prior` is a document before it to compare with.
   */
  readonly needs?: 'tagging' | 'prior'
  readonly severity: Severity
  readonly confidence: Confidence
  /** Off unless asked for. */
  readonly preview?: boolean
  /** The version of the ruleset that first holds it. A rule of the user's own has none. */
  readonly since?: string
  /** How it changed after that, the oldest first. */
  readonly changes?: readonly RuleChange[]
  readonly check: {
    readonly kind: string
    /** Only outcomes about this requirement. */
    readonly requirement?: RequirementName
    /** Parameters of the kind where they are not those that it has by itself. */
    readonly with?: OptionValues
  }
  /** Parameters of the kind that a configuration may set, by name. */
  readonly options?: Readonly<Record<string, RuleOption>>
  /** The outcomes of the kind that the rule reports, by name. */
  readonly outcomes: Readonly<Record<string, OutcomeText>>
  /** Rules whose finding makes this one moot: of the same requirement, or of the whole item. */
  readonly supersededBy?: readonly string[]
  readonly examples: {
    readonly fires: readonly FiringExample[]
    readonly silent: readonly RuleExample[]
  }
  /** Defects of this kind that the rule does not see. */
  readonly knownFalseNegatives: readonly string[]
  readonly measured?: MeasuredPrecision
}
