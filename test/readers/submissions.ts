/** Submissions of invented registrants, as EDGAR keeps them. */

export interface Part {
  readonly type: string
  readonly name: string
  readonly text: string
  /** Tag that EDGAR puts round the content. */
  readonly wrapper?: string
}

const HEADER = `<SEC-DOCUMENT>0009999001-26-000012.txt : 20260227
<SEC-HEADER>0009999001-26-000012.hdr.sgml : 20260227
ACCESSION NUMBER:		0009999001-26-000012
CONFORMED SUBMISSION TYPE:	10-K
PUBLIC DOCUMENT COUNT:		9
CONFORMED PERIOD OF REPORT:	20251231

FILER:

	COMPANY DATA:
		COMPANY CONFORMED NAME:			PINYON RIDGE HOLDINGS, INC.
		CENTRAL INDEX KEY:			0009999001
</SEC-HEADER>
`

const document = ({ type, name, text, wrapper }: Part, index: number): string =>
  `<DOCUMENT>\n<TYPE>${type}\n<SEQUENCE>${index + 1}\n<FILENAME>${name}\n<DESCRIPTION>${type}\n<TEXT>\n${wrapper ? `<${wrapper}>\n` : ''}${text}\n${wrapper ? `</${wrapper}>\n` : ''}</TEXT>\n</DOCUMENT>\n`

export const submission = (parts: readonly Part[], header = HEADER): string =>
  `${header}${parts.map(document).join('')}</SEC-DOCUMENT>\n`

/** An inline document that tags one flag and one block. */
export const INLINE = `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2022-02-16" xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:cyd="http://xbrl.sec.gov/cyd/2025" xmlns:dei="http://xbrl.sec.gov/dei/2025">
<head><title>10-K</title></head>
<body>
<div style="display:none"><ix:header><ix:resources><xbrli:context id="c-1"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0009999001</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:startDate>2025-01-01</xbrli:startDate><xbrli:endDate>2025-12-31</xbrli:endDate></xbrli:period></xbrli:context></ix:resources></ix:header></div>
<p>Form <ix:nonNumeric name="dei:DocumentType" contextRef="c-1">10-K</ix:nonNumeric> of <ix:nonNumeric name="dei:EntityRegistrantName" contextRef="c-1">Pinyon Ridge Holdings, Inc.</ix:nonNumeric></p>
<p>Item 1C. Cybersecurity</p>
<ix:nonNumeric name="cyd:CybersecurityRiskBoardOfDirectorsOversightTextBlock" contextRef="c-1" escape="true"><p>Our board of directors oversees risks from cybersecurity threats.</p></ix:nonNumeric>
<p>These processes <ix:nonNumeric name="cyd:CybersecurityRiskManagementProcessesIntegratedFlag" contextRef="c-1" format="ixt:fixed-true">are integrated</ix:nonNumeric> into our risk management.</p>
<p>Item 2. Properties</p>
<p>We own a mill.</p>
</body>
</html>`

/** A picture, encoded as EDGAR does. */
export const ENCODED = `begin 644 logo.jpg\n${`M${'A'.repeat(60)}\n`.repeat(200)}end`
