import type { CommandLine } from './command-line.js'
import { isTerminal } from './terminal.js'

/** Columns that a report is laid out for where no terminal says how many it has. */
const DEFAULT_WIDTH = 80

/** Columns that `COLUMNS` names, else 80: for what is piped or written to a file. */
export const pageWidth = (): number => {
  const { COLUMNS: columns } = process.env
  const named = Number(columns)
  return Number.isInteger(named) && named > 0 ? named : DEFAULT_WIDTH
}

/** Columns of the terminal, where standard output is one. */
export const terminalWidth = (): number =>
  (isTerminal('stdout') ? process.stdout.columns : undefined) ?? pageWidth()

/** Lines of a screen: what a window on a common monitor shows. */
const SCREEN = 50
/** Within these a terminal's own height counts: less says too little, and more is no longer seen at once. */
const LEAST_SCREEN = 40
const MOST_SCREEN = 70

/** Lines that a report on one document may have; those of the terminal, where the report is written to one. */
export const screenHeight = (isStandardOutput: boolean): number => {
  const rows = isStandardOutput && isTerminal('stdout') ? process.stdout.rows : undefined
  return Math.min(MOST_SCREEN, Math.max(LEAST_SCREEN, rows ?? SCREEN))
}

/**
 * Whether to color: as the command line says, else as `FORCE_COLOR` and `NO_COLOR` say, else where a terminal is.
 * See https://no-color.org and https://force-color.org.
 */
export const wantsColor = (line: CommandLine): boolean => {
  if (line.has('no-color')) return false
  if (line.has('color')) return true
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = process.env
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false'
  if (no !== undefined && no !== '') return false
  return term !== 'dumb' && isTerminal('stdout')
}
