/** The 13 requirements of Item 106(b) and (c) / Item 16K(b) and (c), in the order of the rule. */
export const REQUIREMENT_NAMES = [
  'processes',
  'integrated',
  'third-party-engaged',
  'third-party-oversight',
  'material-effect',
  'board-oversight',
  'board-committee',
  'board-informed',
  'management-role',
  'positions',
  'expertise',
  'management-informed',
  'report-to-board',
] as const

export type RequirementName = (typeof REQUIREMENT_NAMES)[number]

/** How strongly the rule asks: an imperative of its own, or an entry of an "as applicable" list. */
export type Force = 'binding' | 'as applicable' | 'if applicable' | 'expected'
