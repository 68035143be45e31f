/** Since when something is asked of annual reports. */
export interface ComplianceDate {
  /** Asked for fiscal years that end on this day or later, YYYY-MM-DD. */
  readonly from: string
  /** Where the day is set. */
  readonly source: string
}

/**
 * When Item 106 of Regulation S-K and Item 16K of Form 20-F began to apply, by the end of the fiscal year; smaller
 * reporting companies have no later day. Rules name these entries under `from`. Current reports have days of their
 * own, which no rule needs: what is tagged in one is checked, and nothing is missed in one.
 */
export const COMPLIANCE_DATES = {
  /** The disclosure itself. */
  disclosure: { from: '2023-12-15', source: 'Release No. 33-11216, section II.I' },
  /** … and its tagging in Inline XBRL. */
  tagging: { from: '2024-12-15', source: 'Release No. 33-11216, section II.I' },
} as const satisfies Readonly<Record<string, ComplianceDate>>

export type ComplianceDateName = keyof typeof COMPLIANCE_DATES
