import type { Comparison } from '../model/comparison.js'
import { comparisonJson } from '../reporters/comparison/json.js'
import { comparisonMarkdown } from '../reporters/comparison/markdown.js'
import type { ComparisonFormat, ComparisonReporter } from '../reporters/comparison/reporter.js'
import { comparisonTerminal } from '../reporters/comparison/terminal.js'

/** How a comparison is laid out; all of it is the terminal's. */
export interface ComparisonFormatOptions {
  /** Columns of a line, from 40 to 120. Default 80. */
  readonly width?: number
  /** Default false. */
  readonly color?: boolean
  /** Lines that two documents may have, unless everything is asked for. Default 50. */
  readonly height?: number
  /** Everything in full, rather than what differs in substance. Default false. */
  readonly all?: boolean
}

const reporterFor = (
  { tool }: Comparison,
  format: ComparisonFormat,
  { width = 80, color = false, height = 50, all = false }: ComparisonFormatOptions,
): ComparisonReporter => {
  switch (format) {
    case 'terminal':
      return comparisonTerminal({ width, color, height, all })
    case 'json':
      return comparisonJson(tool)
    case 'markdown':
      return comparisonMarkdown()
  }
}

/**
 * Writes a comparison as the command does.
 * @returns the whole text, with a line end at its end
 */
export const formatComparison = (
  comparison: Comparison,
  format: ComparisonFormat,
  options: ComparisonFormatOptions = {},
): string => {
  const reporter = reporterFor(comparison, format, options)
  return [...comparison.pairs.map(reporter.pair), reporter.end(comparison)].join('')
}
