import { check } from '../api/check.js'
import { exampleInput } from '../api/example-input.js'
import type { Explanation } from '../api/explain.js'
import type { RuleExample, RuleFile } from '../engine/rule.js'
import type { RequirementFile } from '../evidence/requirement.js'
import { COMPLIANCE_DATES } from '../model/compliance-dates.js'
import { elementsFor } from '../model/elements.js'
import { type Canvas, LOOKS } from '../reporters/canvas.js'
import { count } from '../reporters/count.js'
import { paragraph } from '../reporters/wrap.js'

/** Examples are checked as of one day, so that what is explained does not change with the calendar. */
const EXAMPLE_DAY = '2026-11-22'

const LABEL = 12

/** "Severity    warning": a label and what it says, wrapped beside it. */
const entry = (label: string, text: string, { width, style }: Canvas): string[] =>
  paragraph(text, width, ' '.repeat(LABEL), style(label, 'dim') + ' '.repeat(LABEL - label.length))

const heading = (text: string, { style }: Canvas): string[] => ['', style(text, 'bold')]

const bar = (text: string, { width, style }: Canvas): string[] =>
  text
    .split('\n\n')
    .flatMap((part, index) => [
      ...(index === 0 ? [] : [`  ${style('│', 'dim')}`]),
      ...paragraph(part.replaceAll('\n', ' '), width, `  ${style('│', 'dim')} `),
    ])

/** Markup, with a line for each tag that begins one where it was written: other line ends are white space. */
const listing = (markup: string, { width, style }: Canvas): string[] =>
  markup
    .trimEnd()
    .replace(/\n(?!<)/g, ' ')
    .split('\n')
    .flatMap(line => paragraph(line, width, `  ${style('│', 'dim')} `))

/** "10-K, 20-F, for periods ended on or after 2024-12-15 (Release …); tagged documents alone". */
const applicability = ({ forms, from, needs }: RuleFile): string => {
  const date = from && COMPLIANCE_DATES[from]
  return [
    forms.join(', '),
    date ? `, for periods ended on or after ${date.from} (${date.source})` : '',
    needs === 'tagging' ? '; only where tags were read, from inline XBRL or an XBRL instance' : '',
  ].join('')
}

const precision = ({ confidence, measured }: RuleFile): string => {
  if (!measured) return `${confidence}; not yet measured on real filings`
  return measured.fired === 0
    ? `${confidence}; nothing was found in ${count(measured.filings, 'real filing')}`
    : `${confidence}; of ${measured.read} findings read on real filings ${measured.right} were right (${measured.fired} findings in ${measured.filings} filings)`
}

const exampleFacts = ({ text, word, flags, blocks }: RuleExample): string =>
  [
    ...(text === undefined ? [] : [text]),
    ...(word === undefined ? [] : [word]),
    ...Object.entries(blocks ?? {}).map(([name, block]) => `${name}: ${block}`),
    ...Object.entries(flags ?? {}).map(([name, value]) => `${name}: ${value}`),
  ].join('\n\n')

/** What the rule says of an example, word for word. */
const findingOn = async (example: RuleExample, rule: string): Promise<string | null> => {
  const { documents } = await check(exampleInput(example), { asOf: EXAMPLE_DAY, minConfidence: 'low' })
  const finding = documents[0]?.findings.find(each => each.rule === rule)
  return finding ? `${finding.message} To do: ${finding.suggestion}` : null
}

const exampleLines = async (example: RuleExample, rule: string | null, canvas: Canvas): Promise<string[]> => {
  const says = rule === null ? null : await findingOn(example, rule)
  return [
    ...paragraph(`${example.title} (Form ${example.form})`, canvas.width, '  ', '- '),
    ...(example.inline === undefined ? bar(exampleFacts(example), canvas) : listing(example.inline, canvas)),
    ...(says === null ? [] : paragraph(`→ ${says}`, canvas.width, '  ')),
  ]
}

const examplesText = async (
  examples: readonly RuleExample[],
  rule: string | null,
  canvas: Canvas,
): Promise<string[]> =>
  (await Promise.all(examples.map(example => exampleLines(example, rule, canvas)))).flat()

const bullets = (texts: readonly string[], { width }: Canvas): string[] =>
  texts.flatMap(text => paragraph(text, width, '  ', '- '))

const ruleText = async (rule: RuleFile, canvas: Canvas): Promise<string[]> => {
  const { authority, supersededBy = [] } = rule
  const { citations } = authority
  const cited = [
    ...new Set(
      [citations['10-K'], citations['20-F'], citations.current].flatMap(each => each?.split('; ') ?? []),
    ),
  ]
  return [
    canvas.style(rule.name, 'bold', LOOKS[rule.severity]),
    ...paragraph(rule.summary, canvas.width, ''),
    '',
    ...entry('Severity', `${rule.severity}${rule.preview ? '; preview, off unless asked for' : ''}`, canvas),
    ...entry('Confidence', precision(rule), canvas),
    ...entry('Applies to', applicability(rule), canvas),
    ...entry('Authority', `${cited.join('; ')} (${authority.force}; ${authority.source})`, canvas),
    ...entry('', authority.ground, canvas),
    ...(supersededBy.length === 0
      ? []
      : entry('Moot where', `${supersededBy.join(' or ')} is found`, canvas)),
    ...heading('Found in', canvas),
    ...(await examplesText(rule.examples.fires, rule.name, canvas)),
    ...heading('Not found in', canvas),
    ...(await examplesText(rule.examples.silent, null, canvas)),
    ...(rule.knownFalseNegatives.length === 0
      ? []
      : [...heading('Not seen', canvas), ...bullets(rule.knownFalseNegatives, canvas)]),
  ]
}

const ruleList = (rules: readonly RuleFile[], canvas: Canvas): string[] =>
  rules.flatMap(({ name, summary }) => paragraph(`${name}: ${summary}`, canvas.width, '  ', '- '))

const requirementText = (
  requirement: RequirementFile,
  rules: readonly RuleFile[],
  canvas: Canvas,
): string[] => {
  const { name, title, citation, force, asks, evidence, knownLimits } = requirement
  const tags = elementsFor(name).map(
    ({ element, name: short, datatype }) =>
      `${short} (${datatype === 'boolean' ? 'flag' : 'text block'}, cyd:${element})`,
  )
  return [
    `${canvas.style(name, 'bold')}: ${title}`,
    '',
    ...entry('Cited as', `${citation['10-K']}; ${citation['20-F']}`, canvas),
    ...entry('Force', force, canvas),
    ...entry('Asks', asks, canvas),
    ...entry('Tagged as', tags.length === 0 ? 'no element of its own' : tags.join('; '), canvas),
    ...Object.entries(evidence).flatMap(([status, section]) =>
      section.examples.length === 0
        ? []
        : [...heading(`Read as ${status}`, canvas), ...bullets(section.examples.slice(0, 4), canvas)],
    ),
    ...(rules.length === 0 ? [] : [...heading('Rules', canvas), ...ruleList(rules, canvas)]),
    ...(knownLimits.length === 0
      ? []
      : [...heading('Known limits', canvas), ...bullets(knownLimits, canvas)]),
  ]
}

/** What an explanation says, as lines. */
export const explanationText = async (
  explanation: Exclude<Explanation, { readonly type: 'unknown' }>,
  canvas: Canvas,
): Promise<string[]> => {
  switch (explanation.type) {
    case 'rule':
      return ruleText(explanation.rule, canvas)
    case 'group': {
      const { name, rules } = explanation
      return [
        canvas.style(`${name}/* holds ${count(rules.length, 'rule')}`, 'bold'),
        ...ruleList(rules, canvas),
      ]
    }
    case 'requirement':
      return requirementText(explanation.requirement, explanation.rules, canvas)
    case 'citation': {
      const { citation, requirements, rules } = explanation
      const [only, ...others] = requirements
      if (only && others.length === 0) return requirementText(only, rules, canvas)
      return [
        canvas.style(`${citation} holds ${requirements.length} requirements`, 'bold'),
        ...requirements.flatMap(({ name, asks, force }) =>
          paragraph(`${name} (${force}): ${asks}`, canvas.width, '  ', '- '),
        ),
        ...heading('Rules', canvas),
        ...ruleList(rules, canvas),
      ]
    }
  }
}
