import type { RequirementName } from './requirements.js'

/** Which half of the cyd taxonomy an element belongs to: annual reports, or current reports of an incident. */
export type ElementHalf = 'annual' | 'incident'

export interface CydElement {
  /** Short name, as drafts, facts and findings use it; unique over flags and blocks together with `datatype`. */
  readonly name: string
  /** Element name in the SEC's Cybersecurity Disclosure taxonomy, without prefix. */
  readonly element: string
  readonly datatype: 'boolean' | 'textBlock'
  /** Standard label in the taxonomy, without its "[Flag]" or "[Text Block]" ending. */
  readonly label: string
  readonly half: ElementHalf
  /** The requirement that the element answers; none for the incident elements. */
  readonly requirement: RequirementName | null
}

const annual = (
  name: string,
  datatype: CydElement['datatype'],
  element: string,
  label: string,
  requirement: RequirementName,
): CydElement => ({ name, element, datatype, label, half: 'annual', requirement })

const incident = (name: string, element: string, label: string): CydElement => ({
  name,
  element,
  datatype: 'textBlock',
  label,
  half: 'incident',
  requirement: null,
})

/** Years of the cyd taxonomies that are known here, oldest first. */
export const TAXONOMY_YEARS: readonly string[] = ['2024', '2025', '2026']

/**
 * The 16 annual and 5 incident facts of these taxonomies (no fact was added or removed
 * between them), in taxonomy order. Labels are those of cyd/2025: cyd/2024 labels the scope block "Timing".
 */
export const ELEMENTS: readonly CydElement[] = [
  annual(
    'processes',
    'textBlock',
    'CybersecurityRiskManagementProcessesForAssessingIdentifyingAndManagingThreatsTextBlock',
    'Cybersecurity Risk Management Processes for Assessing, Identifying, and Managing Threats',
    'processes',
  ),
  annual(
    'processesIntegrated',
    'boolean',
    'CybersecurityRiskManagementProcessesIntegratedFlag',
    'Cybersecurity Risk Management Processes Integrated',
    'integrated',
  ),
  annual(
    'processesIntegrated',
    'textBlock',
    'CybersecurityRiskManagementProcessesIntegratedTextBlock',
    'Cybersecurity Risk Management Processes Integrated',
    'integrated',
  ),
  annual(
    'thirdPartyEngaged',
    'boolean',
    'CybersecurityRiskManagementThirdPartyEngagedFlag',
    'Cybersecurity Risk Management Third Party Engaged',
    'third-party-engaged',
  ),
  annual(
    'thirdPartyOversight',
    'boolean',
    'CybersecurityRiskThirdPartyOversightAndIdentificationProcessesFlag',
    'Cybersecurity Risk Third Party Oversight and Identification Processes',
    'third-party-oversight',
  ),
  annual(
    'materiallyAffected',
    'boolean',
    'CybersecurityRiskMateriallyAffectedOrReasonablyLikelyToMateriallyAffectRegistrantFlag',
    'Cybersecurity Risk Materially Affected or Reasonably Likely to Materially Affect Registrant',
    'material-effect',
  ),
  annual(
    'materiallyAffected',
    'textBlock',
    'CybersecurityRiskMateriallyAffectedOrReasonablyLikelyToMateriallyAffectRegistrantTextBlock',
    'Cybersecurity Risk Materially Affected or Reasonably Likely to Materially Affect Registrant',
    'material-effect',
  ),
  annual(
    'boardOversight',
    'textBlock',
    'CybersecurityRiskBoardOfDirectorsOversightTextBlock',
    'Cybersecurity Risk Board of Directors Oversight',
    'board-oversight',
  ),
  annual(
    'boardCommittee',
    'textBlock',
    'CybersecurityRiskBoardCommitteeOrSubcommitteeResponsibleForOversightTextBlock',
    'Cybersecurity Risk Board Committee or Subcommittee Responsible for Oversight',
    'board-committee',
  ),
  annual(
    'boardInformed',
    'textBlock',
    'CybersecurityRiskProcessForInformingBoardCommitteeOrSubcommitteeResponsibleForOversightTextBlock',
    'Cybersecurity Risk Process for Informing Board Committee or Subcommittee Responsible for Oversight',
    'board-informed',
  ),
  annual(
    'managementRole',
    'textBlock',
    'CybersecurityRiskRoleOfManagementTextBlock',
    'Cybersecurity Risk Role of Management',
    'management-role',
  ),
  annual(
    'positionsResponsible',
    'boolean',
    'CybersecurityRiskManagementPositionsOrCommitteesResponsibleFlag',
    'Cybersecurity Risk Management Positions or Committees Responsible',
    'positions',
  ),
  annual(
    'positionsResponsible',
    'textBlock',
    'CybersecurityRiskManagementPositionsOrCommitteesResponsibleTextBlock',
    'Cybersecurity Risk Management Positions or Committees Responsible',
    'positions',
  ),
  annual(
    'managementExpertise',
    'textBlock',
    'CybersecurityRiskManagementExpertiseOfManagementResponsibleTextBlock',
    'Cybersecurity Risk Management Expertise of Management Responsible',
    'expertise',
  ),
  annual(
    'managementInformed',
    'textBlock',
    'CybersecurityRiskProcessForInformingManagementOrCommitteesResponsibleTextBlock',
    'Cybersecurity Risk Process for Informing Management or Committees Responsible',
    'management-informed',
  ),
  annual(
    'positionsReportToBoard',
    'boolean',
    'CybersecurityRiskManagementPositionsOrCommitteesResponsibleReportToBoardFlag',
    'Cybersecurity Risk Management Positions or Committees Responsible Report to Board',
    'report-to-board',
  ),
  incident(
    'incidentNature',
    'MaterialCybersecurityIncidentNatureTextBlock',
    'Material Cybersecurity Incident Nature',
  ),
  incident(
    'incidentScope',
    'MaterialCybersecurityIncidentScopeTextBlock',
    'Material Cybersecurity Incident Scope',
  ),
  incident(
    'incidentTiming',
    'MaterialCybersecurityIncidentTimingTextBlock',
    'Material Cybersecurity Incident Timing',
  ),
  incident(
    'incidentImpact',
    'MaterialCybersecurityIncidentMaterialImpactOrReasonablyLikelyMaterialImpactTextBlock',
    'Material Cybersecurity Incident Material Impact or Reasonably Likely Material Impact',
  ),
  incident(
    'incidentUndetermined',
    'MaterialCybersecurityIncidentInformationNotAvailableOrUndeterminedTextBlock',
    'Material Cybersecurity Incident Information Not Available or Undetermined',
  ),
]

/** The label as EDGAR's viewer prints it, with its datatype: "Cybersecurity Risk Role of Management [Text Block]". */
export const viewerLabel = ({ label, datatype }: CydElement): string =>
  `${label} [${datatype === 'boolean' ? 'Flag' : 'Text Block'}]`

const key = (name: string, datatype: CydElement['datatype']): string => `${datatype} ${name}`

const byName = new Map<string, CydElement>()
for (const element of ELEMENTS) {
  byName.set(key(element.name, element.datatype), element)
  byName.set(key(element.element, element.datatype), element)
}

/**
 * The element that a name means, read as a flag or as a text block.
 * @param name short name, or the taxonomy's name with or without `cyd:`
 * @returns undefined where the taxonomy has no such element of that datatype
 */
export const elementNamed = (name: string, datatype: CydElement['datatype']): CydElement | undefined =>
  byName.get(key(name.startsWith('cyd:') ? name.slice(4) : name, datatype))

/** Elements that answer a requirement: a flag, a text block, both or (for third parties) a flag alone. */
export const elementsFor = (requirement: RequirementName): readonly CydElement[] =>
  ELEMENTS.filter(element => element.requirement === requirement)
