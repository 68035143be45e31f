import { type CydElement, ELEMENTS, elementNamed } from '../model/elements.js'
import { wordsOf } from '../text/similarity.js'

/**
 * Usual headings that name what one text block asks, and nothing else, by the block's short name. A heading that covers
 * several ("Governance", "Cybersecurity") or that only a flag answers to ("Third parties") opens no block.
 */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  processes: [
    'risk management and strategy',
    'cybersecurity risk management and strategy',
    'processes for assessing identifying and managing risks',
    'processes for assessing identifying and managing material risks from cybersecurity threats',
    'assessing identifying and managing cybersecurity risks',
    'assessing identifying and managing material risks from cybersecurity threats',
    'cybersecurity risk management processes',
    'cybersecurity processes',
  ],
  processesIntegrated: [
    'integration',
    'integration into overall risk management',
    'integration with overall risk management',
    'integration into enterprise risk management',
    'integration with enterprise risk management',
    'integration into our overall risk management system',
    'integration with our overall risk management system',
    'integration into our enterprise risk management',
    'integration with our enterprise risk management',
    'integration into our overall risk management',
    'integration with our overall risk management',
  ],
  materiallyAffected: [
    'material effect',
    'material effects',
    'material impact',
    'material effects of cybersecurity threats',
    'material effects of cybersecurity risks',
    'material effects of cybersecurity incidents',
    'material impact of cybersecurity risks',
    'material impact of cybersecurity threats',
    'impact of cybersecurity risks',
    'impact of cybersecurity threats',
    'impact of risks from cybersecurity threats',
    'effect of cybersecurity threats',
    'effects of cybersecurity risks',
    'risks from cybersecurity threats',
  ],
  boardOversight: [
    'board oversight',
    'board of directors oversight',
    'board oversight of cybersecurity',
    'board oversight of cybersecurity risk',
    'board oversight of cybersecurity risks',
    'board oversight of risks from cybersecurity threats',
    'oversight by the board',
    'oversight by the board of directors',
    'oversight by our board of directors',
    'role of the board',
    'role of the board of directors',
    'role of our board of directors',
    'boards role',
    'board role',
    'boards oversight',
    'board of directors',
  ],
  boardCommittee: [
    'board committee',
    'board committee oversight',
    'committee oversight',
    'committee responsible for oversight',
    'board committee responsible for oversight',
    'board committee or subcommittee responsible for oversight',
    'audit committee oversight',
    'risk committee oversight',
  ],
  boardInformed: [
    'informing the board',
    'how the board is informed',
    'how the board is informed about cybersecurity risks',
    'information of the board',
    'process for informing the board',
    'processes for informing the board',
    'informing the board and its committee',
    'informing the board committee',
  ],
  managementRole: [
    'managements role',
    'management role',
    'role of management',
    'the role of management',
    'managements role in cybersecurity',
    'managements role in cybersecurity risk management',
    'managements role in assessing and managing cybersecurity risks',
    'managements role in assessing and managing material risks from cybersecurity threats',
    'managements role in managing cybersecurity risks',
    'role of management in cybersecurity',
    'management oversight',
    'management responsibility',
    'managements responsibility',
    'managements responsibilities',
  ],
  positionsResponsible: [
    'responsible positions',
    'positions responsible',
    'positions or committees responsible',
    'management positions or committees responsible',
    'management positions and committees responsible',
    'management positions responsible',
    'responsible management positions',
    'responsible officers',
  ],
  managementExpertise: [
    'expertise',
    'relevant expertise',
    'management expertise',
    'managements expertise',
    'expertise of management',
    'expertise of management responsible',
    'expertise of responsible management',
    'cybersecurity expertise',
  ],
  managementInformed: [
    'informing management',
    'how management is informed',
    'process for informing management',
    'processes for informing management',
    'how management is informed about cybersecurity incidents',
    'information of management',
  ],
  incidentNature: ['nature of the incident', 'nature of incident', 'nature of the cybersecurity incident'],
  incidentScope: ['scope of the incident', 'scope of incident', 'scope of the cybersecurity incident'],
  incidentTiming: ['timing of the incident', 'timing of incident', 'timing of the cybersecurity incident'],
  incidentImpact: [
    'impact of the incident',
    'impact of incident',
    'impact of the cybersecurity incident',
    'material impact of the incident',
    'material impact or reasonably likely material impact',
  ],
  incidentUndetermined: [
    'information not available or undetermined',
    'information not determined or not available',
    'information not yet determined',
    'information not yet determined or available',
    'undetermined information',
  ],
}

/** A heading as it compares: letters, digits and single spaces, without a number before it. */
const folded = (heading: string): string =>
  wordsOf(
    heading
      .toLowerCase()
      .replace(/\[[^\]]*\]/g, ' ')
      .replace(/[’'`]/g, '')
      .replace(/^\s*(?:\(?(?:[ivx]{1,4}|[a-z]|\d{1,2})[.)]\s+|\d{1,2}(?:\.\d{1,2})+\s+)/, '')
      .replace(/&/g, ' and '),
  )
    .join(' ')
    .replace(/^(?:our|the) (?=board|managements)/, '')

const byHeading = new Map<string, CydElement>()
for (const element of ELEMENTS)
  if (element.datatype === 'textBlock') byHeading.set(folded(element.label), element)
for (const [name, headings] of Object.entries(USUAL)) {
  const element = elementNamed(name, 'textBlock')
  if (element) for (const heading of headings) byHeading.set(folded(heading), element)
}

/** The text block that a heading opens: its label in the taxonomy, or a usual heading for it. */
export const blockOfHeading = (heading: string): CydElement | undefined => byHeading.get(folded(heading))

/** Headings of whole halves of the item, which open no block. */
const HALVES = new Set([
  'governance',
  'cybersecurity governance',
  'cybersecurity',
  'strategy',
  'risk management',
  'cybersecurity risk management',
])

/** Whether a line is a heading that such items usually have, so that nothing else need show it to be one. */
export const isUsualHeading = (line: string): boolean =>
  byHeading.has(folded(line)) || HALVES.has(folded(line))
