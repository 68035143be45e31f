import { type CydElement, ELEMENTS, elementNamed } from '../model/elements.js'
import { unknownName } from './facts/unknown-name.js'
import { flagValue } from './viewer/labels.js'

/** A flag that a row of a table gives: offsets of its value. */
export interface TableFlag {
  readonly element: CydElement
  readonly value: boolean
  readonly start: number
  readonly end: number
}

/** A row of a table in a draft. */
export interface FlagRow {
  /** Words of its first cell. */
  readonly name: string
  /** Words of its second. */
  readonly value: string
  /** Offset of the row. */
  readonly at: number
  /** Offsets of the value. */
  readonly place: readonly [start: number, end: number]
  readonly columns: number
}

/** A table of flags, read: its flags, and rows that are wrong. */
export interface FlagTable {
  readonly flags: readonly TableFlag[]
  readonly problems: readonly { readonly at: number; readonly message: string }[]
}

const folded = (label: string): string =>
  label
    .toLowerCase()
    .replace(/\[flag\]/g, '')
    .replace(/[\s,`]+/g, ' ')
    .trim()

const byLabel = new Map(
  ELEMENTS.filter(({ datatype }) => datatype === 'boolean').map(element => [folded(element.label), element]),
)

const flagNamed = (name: string): CydElement | undefined =>
  elementNamed(name.replaceAll('`', '').trim(), 'boolean') ?? byLabel.get(folded(name))

/**
 * Reads rows that pair a flag, by its name or its label in the taxonomy, with yes, no, true or false.
 * @returns undefined where no row does: the table is prose then
 */
export const readFlagRows = (rows: readonly FlagRow[]): FlagTable | undefined => {
  const known = rows.filter(({ name, columns }) => columns === 2 && flagNamed(name) !== undefined)
  if (!known.some(({ value }) => flagValue(value) !== undefined)) return undefined
  const flags: TableFlag[] = []
  const problems: { at: number; message: string }[] = []
  rows.forEach(({ name, value, at, place }, index) => {
    const element = flagNamed(name)
    const answer = flagValue(value)
    if (element && answer !== undefined)
      flags.push({ element, value: answer, start: place[0], end: place[1] })
    else if (element && value !== '')
      problems.push({
        at,
        message: `the flag "${name}" is "${value.slice(0, 60)}"; yes, no, true or false is wanted.`,
      })
    else if (!element && index > 0 && answer !== undefined)
      problems.push({ at, message: unknownName(name, 'boolean') })
  })
  return { flags, problems }
}
