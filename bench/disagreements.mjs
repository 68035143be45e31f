// Where the checker and the labels differ, document by document, as a person who mends patterns wants to read it.
import {
  coverageOf,
  judgedFlags,
  NEGATION_MEASURED,
  pointed,
  REQUIREMENTS,
  sameSentence,
} from './scoring.mjs'

/** @typedef {import('./scoring.mjs').Pair} Pair */

/** What `--errors` takes besides the name of a requirement. */
export const KINDS_OF_ERROR = ['negated', 'flags', 'pointing', 'all']

const title = ({ id, registrant, form }) => `${registrant} (${form}, ${id})`

const evidenceLines = (heading, evidence) =>
  evidence.map(
    ({ quote, assertion, pattern }) =>
      `    ${heading} [${[pattern, assertion].filter(part => part !== undefined).join(', ')}] ${quote}`,
  )

const labelLines = (label, row) =>
  (label?.evidence ?? []).map(sentence => {
    const seen = row.evidence.some(({ quote }) => sameSentence(quote, sentence))
    return `    label ${seen ? '(found) ' : ''}${sentence}`
  })

const EFFECT_NEITHER = new Set(['cross-reference', 'absent'])

/** How bad a disagreement is: 2 costs a measure, 1 is of status only, 0 is none. */
const gravity = (requirement, label, status) => {
  if (label === status) return 0
  if (requirement === 'material-effect')
    return EFFECT_NEITHER.has(label) && EFFECT_NEITHER.has(status) ? 1 : 2
  return (label === 'addressed') !== (status === 'addressed') ? 2 : 1
}

const describe = ({ gold, document }, requirement) => {
  const label = gold.labels[requirement]
  const row = coverageOf(document, requirement)
  return [
    `  ${label?.status ?? 'unlabelled'} → ${row.status}   ${title(gold)}`,
    ...labelLines(label, row),
    ...evidenceLines('evidence', row.evidence),
    ...evidenceLines('nearest ', row.nearest ?? []),
  ].join('\n')
}

/** @param {Pair[]} pairs */
const disagreementsOn = (pairs, requirement, lenient) => {
  const wrong = pairs.flatMap(pair => {
    const label = pair.gold.labels[requirement]?.status ?? 'disputed'
    if (!lenient && (label === 'weak' || label === 'disputed')) return []
    const weight = gravity(requirement, label, coverageOf(pair.document, requirement).status)
    return weight === 0 ? [] : [{ pair, weight, text: describe(pair, requirement) }]
  })
  const of = weight => wrong.filter(entry => entry.weight === weight).map(({ text }) => text)
  const [measured, statusOnly] = [of(2), of(1)]
  return [
    `${requirement}: ${measured.length} wrong`,
    ...measured,
    ...(statusOnly.length > 0
      ? [`${requirement}: ${statusOnly.length} more differ in status`, ...statusOnly]
      : []),
  ].join('\n\n')
}

/** @param {Pair[]} pairs */
const negatedDisagreements = pairs => {
  const wrong = NEGATION_MEASURED.flatMap(requirement =>
    pairs.flatMap(pair => {
      const label = pair.gold.labels[requirement]?.status ?? 'disputed'
      const { status } = coverageOf(pair.document, requirement)
      if (label === 'disputed' || (label === 'negated') === (status === 'negated')) return []
      return [`${requirement}\n${describe(pair, requirement)}`]
    }),
  )
  return [`negated: ${wrong.length} wrong`, ...wrong].join('\n\n')
}

/** @param {Pair[]} pairs */
const flagDisagreements = pairs => {
  const wrong = judgedFlags(pairs).filter(({ expected, actual }) => expected !== actual)
  return [
    `flags: ${wrong.length} wrong`,
    ...wrong.map(({ gold, document, flag, value, requirement, expected, actual }) =>
      [
        `${flag} = ${value}: expected ${expected ?? 'no finding'}, reported ${actual ?? 'none'}`,
        describe({ gold, document }, requirement),
      ].join('\n'),
    ),
  ].join('\n\n')
}

/** @param {Pair[]} pairs */
const pointingDisagreements = pairs => {
  const wrong = pointed(pairs).filter(({ right }) => !right)
  return [
    `pointing: ${wrong.length} wrong`,
    ...wrong.map(
      ({ gold, document, requirement }) => `${requirement}\n${describe({ gold, document }, requirement)}`,
    ),
  ].join('\n\n')
}

/** @param {Pair[]} pairs @returns {{ subject: string, text: string }[]} one entry a requirement, then the kinds */
export const compareAll = (pairs, { lenient }) => [
  ...REQUIREMENTS.map(requirement => ({
    subject: requirement,
    text: disagreementsOn(pairs, requirement, lenient),
  })),
  { subject: 'negated', text: negatedDisagreements(pairs) },
  { subject: 'flags', text: flagDisagreements(pairs) },
  { subject: 'pointing', text: pointingDisagreements(pairs) },
]

/** One document in full: its facts, then each requirement's label against the prediction. @param {Pair} pair */
export const renderDocument = pair => {
  const { gold, document } = pair
  const flags = Object.entries(gold.flags ?? {}).map(([name, value]) => `${name}: ${value}`)
  const blocks = Object.entries(gold.blocks ?? {}).map(([name, text]) => `${name}:\n  ${text}`)
  const findings = document.findings.map(({ rule, severity, message }) => `  ${severity} ${rule}: ${message}`)
  return [
    title(gold),
    ...(flags.length > 0 ? [flags.join(', ')] : []),
    ...blocks,
    ...(gold.text ? [gold.text] : []),
    ...REQUIREMENTS.map(requirement => `${requirement}\n${describe(pair, requirement)}`),
    ...(findings.length > 0 ? [['Findings', ...findings].join('\n')] : []),
  ].join('\n\n')
}
