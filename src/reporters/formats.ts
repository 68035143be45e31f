/** Formats of text that a report can be written in. */
export const TEXT_FORMATS = [
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
  'html',
] as const

/** Formats that are bytes, and go to a file. */
export const BINARY_FORMATS = ['xlsx'] as const

/** Formats that a report can be written in. */
export const FORMATS = [...TEXT_FORMATS, ...BINARY_FORMATS] as const

export type TextFormat = (typeof TEXT_FORMATS)[number]
export type BinaryFormat = (typeof BINARY_FORMATS)[number]
export type ReportFormat = TextFormat | BinaryFormat

/** Whether a report of this format is bytes, which no terminal shows. */
export const isBinary = (format: ReportFormat): format is BinaryFormat =>
  BINARY_FORMATS.some(each => each === format)
