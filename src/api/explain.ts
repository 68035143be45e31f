import { type Catalogue, loadRules, shippedCatalogue } from '../engine/catalogue.js'
import { requirementCitation } from '../engine/citation.js'
import type { RuleFile } from '../engine/rule.js'
import type { IncidentRequirementFile, RequirementFile } from '../evidence/requirement.js'
import { incidentRequirements, requirements } from '../generated/requirements.js'
import { ELEMENTS, elementNamed } from '../model/elements.js'
import { nearestName } from '../text/nearest-name.js'

/** What a name stands for. */
export type Explanation =
  | { readonly type: 'rule'; readonly rule: RuleFile }
  | {
      readonly type: 'requirement'
      readonly requirement: RequirementFile
      /** Rules that speak of this requirement alone. */
      readonly rules: readonly RuleFile[]
    }
  | {
      readonly type: 'citation'
      /** As the regulation writes it: "17 CFR 229.106(c)(2)". */
      readonly citation: string
      readonly requirements: readonly RequirementFile[]
      /** What Item 1.05 of Form 8-K asks there. */
      readonly incident?: readonly IncidentRequirementFile[]
      readonly rules: readonly RuleFile[]
    }
  | {
      readonly type: 'group'
      /** The first half of the names of its rules: "missing". */
      readonly name: string
      readonly rules: readonly RuleFile[]
    }
  | { readonly type: 'unknown'; readonly suggestion: string | null }

/** Paragraphs of Item 106 and of Item 16K: the same letters. Item 1C of Form 10-K asks for Item 106. */
const CITATION =
  /^(?:17cfr)?(?:§+)?(?:form)?(?:10-?k|20-?f)?(?:,|:)?(?:regulations-k)?(?:reg\.?s-k)?(?:§+)?(?:items?)?(?:(229\.)?106|16k|1c)?((?:\([a-z0-9]+\))*)$/

/** The paragraphs that a citation names, "(c)(2)"; undefined where it is none. */
const paragraphOf = (name: string): { readonly paragraph: string; readonly is20F: boolean } | undefined => {
  const plain = name.toLowerCase().replace(/\s+/g, '').replace(/\.$/, '')
  const match = CITATION.exec(plain)
  const namesItem = /106|16k|1c/.test(plain)
  if (!match || (!namesItem && !match[2])) return undefined
  return { paragraph: match[2] ?? '', is20F: plain.includes('16k') }
}

const citedParagraph = (requirement: RequirementFile): string => {
  const citation = requirementCitation(requirement.name, '20-F')
  return citation.slice(citation.indexOf('('))
}

const rulesOn = (found: readonly RequirementFile[], rules: readonly RuleFile[]): readonly RuleFile[] => {
  const names = new Set<string>(found.map(({ name }) => name))
  return rules.filter(({ check }) => check.requirement !== undefined && names.has(check.requirement))
}

const squeezed = (citation: string): string => citation.toLowerCase().replace(/[\s§]+/g, '')

/** Citations of a rule, each once, those of Form 10-K first. */
export const citationsOf = ({ authority: { citations } }: RuleFile): readonly string[] => [
  ...new Set(
    [citations['10-K'], citations['20-F'], citations.current].flatMap(each => each?.split('; ') ?? []),
  ),
]

/** Rules that stand on a citation or on a part of what it names: "EDGAR Filer Manual 6.5" has 6.5.12, and not 6.51. */
const rulesCiting = (citation: string, rules: readonly RuleFile[]): readonly RuleFile[] => {
  const name = squeezed(citation)
  const isWithin = (cited: string): boolean => cited.startsWith(name) && !/^\w/.test(cited.slice(name.length))
  return rules.filter(rule => citationsOf(rule).some(cited => isWithin(squeezed(cited))))
}

const requirementExplanation = (requirement: RequirementFile, rules: readonly RuleFile[]): Explanation => ({
  type: 'requirement',
  requirement,
  rules: rulesOn([requirement], rules),
})

const citationExplanation = (name: string, all: readonly RuleFile[]): Explanation | undefined => {
  const cited = paragraphOf(name)
  const citation = cited
    ? `${cited.is20F ? 'Form 20-F Item 16K' : '17 CFR 229.106'}${cited.paragraph}`
    : name.trim()
  const within = cited
    ? requirements.filter(requirement => citedParagraph(requirement).startsWith(cited.paragraph))
    : []
  const found = new Set([...rulesOn(within, all), ...(/\d/.test(citation) ? rulesCiting(citation, all) : [])])
  if (within.length === 0 && found.size === 0) return undefined
  const rules = all.filter(rule => found.has(rule))
  return { type: 'citation', citation, requirements: within, rules }
}

/** "1.05", "Item 1.05(a)", "Form 8-K Item 1.05, Instruction 2". */
const INCIDENT_CITATION = /^(?:form)?(?:8-?k)?,?(?:items?)?1\.05(?:\((\w)\)|,?(?:instruction|instr\.?)(\d))?$/

const incidentExplanation = (name: string, all: readonly RuleFile[]): Explanation | undefined => {
  const match = INCIDENT_CITATION.exec(squeezed(name))
  const element = incidentRequirements.find(({ block }) => block === elementNamed(name, 'textBlock')?.name)
  if (!match && !element) return undefined
  const [, paragraph, instruction] = match ?? []
  const within = paragraph ? `(${paragraph})` : instruction ? `, Instruction ${instruction}` : ''
  const citation = element?.citation ?? `Form 8-K Item 1.05${within}`
  const incident = element
    ? [element]
    : incidentRequirements.filter(({ citation: cited }) => cited.startsWith(citation))
  const rules = rulesCiting(citation, all)
  if (incident.length === 0 && rules.length === 0) return undefined
  return { type: 'citation', citation, requirements: [], incident, rules }
}

const unknown = (name: string, all: readonly RuleFile[]): Explanation => {
  const rules = all.map(rule => rule.name)
  const endsSo = rules.filter(rule => rule.endsWith(`/${name}`))
  const known = [
    ...rules,
    ...requirements.map(requirement => requirement.name),
    ...ELEMENTS.map(each => each.name),
  ]
  return { type: 'unknown', suggestion: endsSo[0] ?? nearestName(name.slice(0, 200), known) ?? null }
}

/** Looks a name up among the rules of a catalogue, which may hold some of the user's own. */
export const explainIn = (
  name: string,
  { rules, named }: Pick<Catalogue, 'rules' | 'named'>,
): Explanation => {
  const rule = named.get(name)
  if (rule) return { type: 'rule', rule }
  const group = name.replace(/\/\*?$/, '')
  const members = rules.filter(each => each.name.startsWith(`${group}/`))
  if (members.length > 0) return { type: 'group', name: group, rules: members }
  const requirement = requirements.find(each => each.name === name)
  if (requirement) return requirementExplanation(requirement, rules)
  const element = elementNamed(name, 'textBlock') ?? elementNamed(name, 'boolean')
  const asked = requirements.find(each => each.name === element?.requirement)
  if (asked) return requirementExplanation(asked, rules)
  return incidentExplanation(name, rules) ?? citationExplanation(name, rules) ?? unknown(name, rules)
}

/**
 * Looks up a rule ("missing/expertise"), a group of rules ("missing"), a requirement ("expertise"), an element of the `cyd` taxonomy
 * ("managementExpertise", which leads to its requirement) or a citation ("229.106(c)", "16K(b)", "1.05").
 * @returns `unknown`, with the nearest known name, where the name is none of these
 */
export const explain = (name: string): Explanation => {
  const { named } = shippedCatalogue()
  return explainIn(name, { rules: loadRules(), named })
}
