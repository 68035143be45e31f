/** Whole inline XBRL documents of invented registrants, made for tests. */

export interface DocumentParts {
  readonly cydPrefix?: string
  readonly ixPrefix?: string
  readonly year?: string
  readonly root?: string
  readonly hidden?: string
  readonly cover?: string
  readonly contexts?: string
  /** What stands in the item, markup and all. */
  readonly item?: string
  /** The whole body in place of a report round the item. */
  readonly body?: string
}

const PROCESSES = 'CybersecurityRiskManagementProcessesForAssessingIdentifyingAndManagingThreatsTextBlock'
const INTEGRATED_FLAG = 'CybersecurityRiskManagementProcessesIntegratedFlag'
const INTEGRATED = 'CybersecurityRiskManagementProcessesIntegratedTextBlock'
const OVERSIGHT = 'CybersecurityRiskBoardOfDirectorsOversightTextBlock'
export const NAMES = { PROCESSES, INTEGRATED_FLAG, INTEGRATED, OVERSIGHT } as const

export const YEAR_CONTEXT =
  '<xbrli:context id="c-1"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0000000000</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:startDate>2025-01-01</xbrli:startDate><xbrli:endDate>2025-12-31</xbrli:endDate></xbrli:period></xbrli:context>'

/** A text block or flag round some markup. */
export const fact = (name: string, content: string, attributes = '', prefix = 'cyd', ix = 'ix'): string =>
  `<${ix}:nonNumeric contextRef="c-1" name="${prefix}:${name}" ${attributes}>${content}</${ix}:nonNumeric>`

const COVER =
  '<p>Form <ix:nonNumeric contextRef="c-1" name="dei:DocumentType" id="f-1">10-K</ix:nonNumeric></p><p>For the fiscal year ended <ix:nonNumeric contextRef="c-1" name="dei:DocumentPeriodEndDate" format="ixt:date-monthname-day-year-en">December&#160;31, 2025</ix:nonNumeric></p><p><ix:nonNumeric contextRef="c-1" name="dei:EntityRegistrantName">Larkspur Gauge Works, Inc.</ix:nonNumeric></p>'

const CONTENTS =
  '<table><tr><td>Item 1B.</td><td>Unresolved Staff Comments</td><td>24</td></tr><tr><td>Item 1C.</td><td>Cybersecurity</td><td>25</td></tr><tr><td>Item 2.</td><td>Properties</td><td>27</td></tr></table>'

export const inlineDocument = ({
  cydPrefix = 'cyd',
  ixPrefix = 'ix',
  year = '2025',
  root = '',
  hidden = '<ix:nonNumeric contextRef="c-1" name="dei:AmendmentFlag" format="ixt:fixed-false">False</ix:nonNumeric>',
  cover = COVER,
  contexts = YEAR_CONTEXT,
  item = '',
  body,
}: DocumentParts): string => {
  const renamed = (markup: string): string =>
    ixPrefix === 'ix' ? markup : markup.replaceAll(/(<\/?)ix:/g, `$1${ixPrefix}:`)
  return renamed(
    `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:${ixPrefix}="http://www.xbrl.org/2013/inlineXBRL" xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2022-02-16" xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:dei="http://xbrl.sec.gov/dei/2025" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ${year === '' ? '' : `xmlns:${cydPrefix}="http://xbrl.sec.gov/cyd/${year}"`} ${root}>
<head><title>lgw-20251231</title></head><body><div style="display:none"><ix:header><ix:hidden>${hidden}</ix:hidden><ix:resources>${contexts}</ix:resources></ix:header></div>${
      body ??
      `${cover}${CONTENTS}<p>See Item 1C for our program.</p><div><span>Item&#160;1B.</span> Unresolved Staff Comments</div><div>None.</div><div><b>Item 1C.</b> <b>Cybersecurity</b></div>${item}<div><b>Item 2. Properties</b></div><div>We own our plant in Dunmore.</div>`
    }</body></html>`,
  )
}
