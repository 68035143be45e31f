import type { Table, TableCell } from 'mdast'
import { type CydElement, ELEMENTS, elementNamed } from '../../model/elements.js'
import { unknownName } from '../facts/unknown-name.js'
import { flagValue } from '../viewer/labels.js'
import { offsetsOf } from './offsets.js'

/** A flag that a row of a table gives. */
export interface TableFlag {
  readonly element: CydElement
  readonly value: boolean
  readonly start: number
  readonly end: number
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

const ANSWER = /^[\s|*_`]*(?:yes|no|true|false)[\s|*_`]*$/i

/** Offsets of a cell's words, without its bars. */
const contentOf = (cell: TableCell): readonly [number, number] => {
  const first = cell.children[0]
  const last = cell.children.at(-1)
  return first && last ? [offsetsOf(first)[0], offsetsOf(last)[1]] : offsetsOf(cell)
}

/**
 * Reads a table whose rows pair a flag with yes, no, true or false.
 * @param source the draft
 * @param textOf text of a cell
 * @returns undefined where no row does: the table is prose then
 */
export const readFlagTable = (
  table: Table,
  source: string,
  textOf: (cell: TableCell) => string,
): FlagTable | undefined => {
  if (
    !table.children.some(({ children: [, value] }) => value && ANSWER.test(source.slice(...offsetsOf(value))))
  )
    return undefined
  const rows = table.children.map(row => {
    const [name, value] = row.children
    return {
      name: name ? textOf(name).trim() : '',
      value: value ? textOf(value).trim() : '',
      at: offsetsOf(row)[0],
      place: value ? contentOf(value) : offsetsOf(row),
      columns: row.children.length,
    }
  })
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
