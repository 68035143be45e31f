import type { IncidentRequirementFile, RequirementFile } from '../evidence/requirement.js'
import { incidentRequirements, requirements } from '../generated/requirements.js'
import { elementsFor } from '../model/elements.js'
import { isAnnual } from '../model/forms.js'

/** Forms that a draft can be started for. */
export const STARTER_FORMS = ['10-K', '20-F', '8-K'] as const
export type StarterForm = (typeof STARTER_FORMS)[number]

/** What stands where words are still to be written; draft/placeholder reports it. */
const BLANK = '[●]'
const WIDTH = 118

/** A paragraph wrapped at spaces. */
const wrapped = (text: string): string => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' '))
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  return [...lines, line].join('\n')
}

/** Guidance as a comment of Markdown, which is no word of the draft, over a blank. */
const part = (paragraphs: readonly string[]): string =>
  `<!--\n${paragraphs.map(wrapped).join('\n')}\n-->\n\n${BLANK}\n`

const taggedAs = (names: readonly string[]): readonly string[] =>
  names.length === 0 ? [] : [`Tagged as: ${names.join('; ')}.`]

const annualPart = ({ name, title, citation, force, asks }: RequirementFile, form: '10-K' | '20-F'): string =>
  part([
    `${title} (${citation[form]}; ${force}).`,
    asks,
    ...taggedAs(
      elementsFor(name).map(
        ({ name: short, datatype }) => `${datatype === 'boolean' ? 'flag' : 'text block'} ${short}`,
      ),
    ),
  ])

/** Headings of the item, each over the paragraphs of the rule that begin so. */
const ANNUAL_SECTIONS = [
  { heading: '## Risk management and strategy', paragraph: '(b)' },
  { heading: '## Governance\n\n### Board oversight', paragraph: '(c)(1)' },
  { heading: '### Management’s role', paragraph: '(c)(2)' },
] as const

const annualBody = (form: '10-K' | '20-F'): string =>
  ANNUAL_SECTIONS.map(({ heading, paragraph }) => {
    const parts = requirements
      .filter(({ citation }) => citation['10-K'].includes(`106${paragraph}`))
      .map(requirement => annualPart(requirement, form))
    return `${heading}\n\n${parts.join('\n')}`
  }).join('\n')

const incidentHeading = ({ name }: IncidentRequirementFile): string =>
  name === 'undetermined'
    ? '## Information not yet determined'
    : `## ${name.charAt(0).toUpperCase()}${name.slice(1)} of the incident`

const incidentPart = (requirement: IncidentRequirementFile): string => {
  const { title, citation, force, asks, block } = requirement
  const guidance = [
    `${title} (${citation}; ${force}).`,
    asks,
    ...taggedAs([`text block ${block}`]),
    ...(requirement.name === 'undetermined' ? ['Where all is determined, take this section out.'] : []),
  ]
  return `${incidentHeading(requirement)}\n\n${part(guidance)}`
}

const TITLES: Readonly<Record<StarterForm, string>> = {
  '10-K': '# Item 1C. Cybersecurity',
  '20-F': '# Item 16K. Cybersecurity',
  '8-K': '# Item 1.05. Material Cybersecurity Incidents',
}

const flagLines = (): readonly string[] => [
  '# The flags, once the text answers them. Take away the signs before those that you give.',
  '# flags:',
  ...requirements.flatMap(({ flag, citation }) =>
    flag === null
      ? []
      : `#   ${flag}: true # or false; ${citation['10-K'].slice(citation['10-K'].indexOf('('))}`,
  ),
]

const frontMatter = (form: StarterForm): string =>
  [
    '---',
    `form: ${form}`,
    'registrant: # as on the cover page',
    `periodOfReport: # YYYY-MM-DD${isAnnual(form) ? ', the last day of the fiscal year' : ', the day of the event reported'}`,
    ...(isAnnual(form) ? flagLines() : []),
    '---',
  ].join('\n')

/**
 * A draft to start from, in Markdown: its structure is that of the item, each part has what the rule asks as a comment,
 * with the citation, and a blank where words are to be written. Made from the same data as the check.
 */
export const starterDraft = (form: StarterForm): string => {
  const body = form === '8-K' ? incidentRequirements.map(incidentPart).join('\n') : annualBody(form)
  return `${frontMatter(form)}\n\n${TITLES[form]}\n\n${body}`
}

/** A configuration for a folder of drafts on one form. */
export const starterConfiguration = (form: StarterForm): string =>
  [
    '# How cydlint checks the drafts here. "cydlint config FILE" shows what holds for one, and where it was set.',
    form === '8-K' ? 'form: 8-K' : `extends: ${form.toLowerCase()}`,
    '# A run fails from this severity on: error, warning, advice or never.',
    'failOn: error',
    '# Before filing, "extends: [' +
      (form === '8-K' ? '' : `${form.toLowerCase()}, `) +
      'pre-filing]" makes what drafts leave behind an error.',
    '# rules:',
    '#   draft/placeholder: warning # while the draft has blanks',
    '',
  ].join('\n')
