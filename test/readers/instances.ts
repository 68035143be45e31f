/** XBRL instances of invented registrants, as EDGAR extracts them from inline documents. */

/** Text as it stands in XML. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A fact of the cyd taxonomy. */
export const fact = (name: string, value: string, attributes = 'contextRef="c-1"'): string =>
  `<cyd:${name} ${attributes}>${value}</cyd:${name}>`

export const CONTEXT = `<context id="c-1"><entity><identifier scheme="http://www.sec.gov/CIK">0009999001</identifier></entity>
<period><startDate>2025-01-01</startDate><endDate>2025-12-31</endDate></period></context>`

const COVER = `<dei:DocumentType contextRef="c-1" id="f-1">10-K</dei:DocumentType>
<dei:AmendmentFlag contextRef="c-1">false</dei:AmendmentFlag>
<dei:DocumentPeriodEndDate contextRef="c-1">2025-12-31</dei:DocumentPeriodEndDate>
<dei:EntityRegistrantName contextRef="c-1">Pinyon Ridge &amp; Sons Holdings, Inc.</dei:EntityRegistrantName>`

const NAMESPACES = [
  'xmlns="http://www.xbrl.org/2003/instance"',
  'xmlns:cyd="http://xbrl.sec.gov/cyd/2025"',
  'xmlns:dei="http://xbrl.sec.gov/dei/2025"',
  'xmlns:us-gaap="http://fasb.org/us-gaap/2025"',
  'xmlns:xbrldi="http://xbrl.org/2006/xbrldi"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ')

/** An instance of an annual report with the given facts. */
export const instance = (facts: string, cover = COVER, namespaces = NAMESPACES): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<!-- extracted -->
<xbrl ${namespaces}>
${CONTEXT}
${cover}
<us-gaap:Revenues contextRef="c-1" decimals="-6" unitRef="usd">12000000</us-gaap:Revenues>
${facts}
</xbrl>
`

export const PROCESSES =
  'CybersecurityRiskManagementProcessesForAssessingIdentifyingAndManagingThreatsTextBlock'
export const BOARD = 'CybersecurityRiskBoardOfDirectorsOversightTextBlock'
export const COMMITTEE = 'CybersecurityRiskBoardCommitteeOrSubcommitteeResponsibleForOversightTextBlock'
export const INTEGRATED = 'CybersecurityRiskManagementProcessesIntegratedFlag'
export const ENGAGED = 'CybersecurityRiskManagementThirdPartyEngagedFlag'
