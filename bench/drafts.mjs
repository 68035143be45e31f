// Drafts to measure speed on: invented registrants, sentences written for this file and varied by seed, in the length
// and the make-up of real ones. They say nothing about the quality of the judgement.
import { random } from './records.mjs'

const WORDS = {
  first:
    'Alder Birch Cobalt Dunmore Elkhorn Fairwater Granite Hollins Ironwood Juniper Kestrel Larkspur Merrow Norland Oakhurst Pinnacle Quarry Redstone Saltmarsh Tamarack Umber Vantage Wexcombe Yarrow'.split(
      ' ',
    ),
  second:
    'Instruments,Logistics,Therapeutics,Foods,Energy,Software,Materials,Financial,Aerospace,Retail,Water,Media'.split(
      ',',
    ),
  officer:
    'Chief Information Security Officer,Chief Information Officer,Chief Technology Officer,Vice President of Security,Director of Information Security,Head of Cyber Defense,Chief Risk Officer'.split(
      ',',
    ),
  committee:
    'Audit Committee,Risk Committee,Audit and Risk Committee,Technology Committee,Nominating and Governance Committee'.split(
      ',',
    ),
  council:
    'Enterprise Risk Council,Security Steering Committee,Operating Risk Group,Management Risk Committee,Resilience Board'.split(
      ',',
    ),
  asset:
    'design files,patient records,order systems,payment data,plant controllers,customer portals,laboratory systems,payroll records,fleet telemetry,trading systems'.split(
      ',',
    ),
  place:
    'plants,warehouses,clinics,branches,laboratories,offices,stores,data centers,terminals,field sites'.split(
      ',',
    ),
  period: 'quarter,month,half year,year,fiscal quarter,reporting cycle'.split(','),
  provider:
    'hosting company,payroll processor,cloud provider,claims administrator,software vendor,call center operator,logistics partner,data broker'.split(
      ',',
    ),
  adviser:
    'an independent testing firm,a consulting firm,an accounting firm,a managed security provider,a forensic specialist,an assessor of controls'.split(
      ',',
    ),
  measure:
    'network segmentation,multi-factor authentication,encryption of stored data,review of privileged access,offline backups,endpoint detection,filtering of electronic mail,scanning of source code'.split(
      ',',
    ),
  threat:
    'ransomware,theft of credentials,fraudulent payment requests,tampering with software updates,misuse of access by insiders,denial of service'.split(
      ',',
    ),
  number: 'two,three,four,five,six,seven,eight,nine,eleven,twelve,fourteen,sixteen,eighteen,twenty'.split(
    ',',
  ),
  field:
    'information security,network engineering,internal audit,product security,technology risk,digital forensics'.split(
      ',',
    ),
}

const SECTIONS = [
  {
    heading: 'Risk management and strategy',
    sentences: [
      '{name} maintains processes to assess, identify and manage material risks from cybersecurity threats to its {asset} and {asset2}.',
      'The risk assessment for our {place} is renewed every {period}, and it ranks {threat} and {threat2} by likelihood and by effect on {asset}.',
      'We rely on {measure}, {measure2} and training of employees to reduce the risks that the assessment shows for our {asset}.',
      'Alerts from our {place} are examined by analysts, who open a record in the register kept by the {council} when {threat} is suspected.',
      'An incident response plan describes who decides, and within which time, when {asset} in our {place} are affected by {threat}.',
      'Over the last {number} years we have moved our {asset} from local servers in {number2} {place} to systems that are watched at all hours.',
      'Weaknesses in {asset} that could be used for {threat} are corrected within {number} days, and the owner of the system confirms the correction.',
      'Employees of our {place} take part in exercises on {threat} once each {period}, and {number} of these exercises involved senior management.',
    ],
  },
  {
    heading: 'Integration with overall risk management',
    sentences: [
      'These processes are integrated into our overall risk management system, because the {council} weighs {threat} against all other risks each {period}.',
      'The register of {name} uses one scale for cybersecurity, finance and supply, and the {council} sees the {number} highest entries.',
      'Owners of {asset} report to the {council} on {measure} in the same form as owners of other risks.',
    ],
  },
  {
    heading: 'Third parties',
    sentences: [
      'We engage {adviser} to test our {asset} and {adviser2} to review {measure} in {number} of our {place}.',
      'Each {period}, {adviser} measures our program against a published framework and reports to the {officer}.',
      'Before a {provider} receives access to our {asset}, we examine its controls, and we require notice of {threat} by contract.',
      'We oversee and identify risks from our use of third-party service providers, such as a {provider} or a {provider2}, through a yearly review of {measure}.',
      'A service provider, such as a {provider}, that cannot show {measure} within {number} weeks loses its access to {asset}.',
    ],
  },
  {
    heading: 'Effect of risks from cybersecurity threats',
    sentences: [
      'Risks from cybersecurity threats, including as a result of previous incidents that touched our {asset}, have not materially affected and are not reasonably likely to materially affect {name}, its business strategy, results of operations or financial condition.',
      'In {number} cases {threat} interrupted work in our {place}, without loss of {asset} and without material cost.',
      'The section on risk factors explains how {threat} or {threat2} could harm our {asset} and our reputation with customers.',
    ],
  },
  {
    heading: 'Board oversight',
    sentences: [
      'Our board of directors oversees risks from cybersecurity threats to our {asset} and has assigned this oversight to its {committee}.',
      'The {officer} reports to the {committee} every {period} on {threat}, on {measure} and on incidents in our {place}.',
      'The {committee} approves the budget for {measure} and follows the {number} measures that were agreed in the year before.',
      'Where {threat} affects {asset}, the {officer} informs the chair of the {committee} without delay.',
      'The chair of the {committee} informs the full board of directors about {threat} and other cybersecurity risks each {period}.',
    ],
  },
  {
    heading: 'Role of management',
    sentences: [
      'Our {officer} is responsible for assessing and managing our material risks from cybersecurity threats to our {asset}, with the support of the {council}.',
      'The {officer} has {number} years of experience in {field}, of which {number2} were spent with companies that operate {place}.',
      'Before joining {name}, the {officer} led {field} for a group with {number} {place} and earned a degree in {field2}.',
      'The {officer} is informed about the prevention, detection, mitigation and remediation of incidents by a daily summary on {asset} and by {number} indicators.',
      'Incidents in our {place} are recorded from detection to closure, and the {council} discusses {threat} and {measure} at each meeting.',
      'The {officer} and the {council} report information about {threat} to the {committee} of the board of directors each {period}.',
    ],
  },
]

/** @param {() => number} next */
const pick = (next, list) => list[Math.floor(next() * list.length)]

const fill = (template, next, fixed) =>
  template.replace(/\{([a-z]+)\d?\}/g, (_, slot) => fixed[slot] ?? pick(next, WORDS[slot]))

/** What stays the same through one registrant's draft. */
const registrantOf = next => ({
  name: `${pick(next, WORDS.first)} ${pick(next, WORDS.first)} ${pick(next, WORDS.second)}`,
  officer: pick(next, WORDS.officer),
  committee: pick(next, WORDS.committee),
  council: pick(next, WORDS.council),
})

/** Each section's paragraphs, of four sentences at most, until the draft is long enough. */
const sectionsOf = (next, fixed, bytes) => {
  const share = bytes / SECTIONS.length
  return SECTIONS.map(({ heading, sentences }) => {
    const written = []
    for (let length = 0; length < share; length += written.at(-1).length + 1)
      written.push(fill(sentences[written.length % sentences.length], next, fixed))
    const paragraphs = []
    for (let from = 0; from < written.length; from += 4)
      paragraphs.push(written.slice(from, from + 4).join(' '))
    return { heading, paragraphs }
  })
}

const wrap = (text, width = 118) => text.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n').trimEnd()

/**
 * One Markdown draft with front matter, headings and a table.
 * @param {number} seed @param {number} bytes length to reach
 */
export const markdownDraft = (seed, bytes) => {
  const next = random(seed)
  const fixed = registrantOf(next)
  const body = sectionsOf(next, fixed, bytes - 1100).map(
    ({ heading, paragraphs }) =>
      `## ${heading}\n\n${paragraphs.map(paragraph => wrap(paragraph)).join('\n\n')}`,
  )
  const table = `| Measure | Owner | Reviewed |\n| --- | --- | --- |\n${Array.from(
    { length: 4 },
    () => `| ${pick(next, WORDS.measure)} | ${fixed.officer} | each ${pick(next, WORDS.period)} |`,
  ).join('\n')}`
  return `---\nform: 10-K\nregistrant: ${fixed.name}, Inc.\nperiodOfReport: 2025-12-31\n---\n\n# Item 1C. Cybersecurity\n\n${body.join('\n\n')}\n\n${table}\n`
}

/** One record of JSON facts, with blocks nested as tags nest. @param {number} seed @param {number} bytes of the blocks, about */
export const factsRecord = (seed, bytes = 8000) => {
  const next = random(seed)
  const fixed = registrantOf(next)
  const [processes, integrated, thirdParties, effect, board, management] = sectionsOf(
    next,
    fixed,
    bytes * 0.8,
  ).map(({ paragraphs }) => paragraphs.join(' '))
  return {
    id: `record-${seed}`,
    form: '10-K',
    registrant: `${fixed.name}, Inc.`,
    periodOfReport: '2025-12-31',
    flags: {
      processesIntegrated: true,
      thirdPartyEngaged: true,
      thirdPartyOversight: true,
      materiallyAffected: false,
      positionsResponsible: true,
      positionsReportToBoard: true,
    },
    blocks: {
      processes: `${processes} ${integrated} ${thirdParties}`,
      processesIntegrated: integrated,
      materiallyAffected: effect,
      boardOversight: board,
      boardCommittee: fixed.committee,
      managementRole: management,
      positionsResponsible: fixed.officer,
    },
  }
}

/** One item as plain text. @param {number} seed */
export const itemText = (seed, bytes) => {
  const next = random(seed)
  return sectionsOf(next, registrantOf(next), bytes)
    .map(({ heading, paragraphs }) => [heading, ...paragraphs].join('\n\n'))
    .join('\n\n')
}
