/** Formats that a report can be written in. */
export const FORMATS = [
  'terminal',
  'json',
  'ndjson',
  'sarif',
  'junit',
  'github',
  'gitlab',
  'checkstyle',
  'markdown',
  'csv',
] as const

export type ReportFormat = (typeof FORMATS)[number]
