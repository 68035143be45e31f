import type { Table, TableCell } from 'mdast'
import { type FlagTable, readFlagRows } from '../flag-rows.js'
import { offsetsOf } from './offsets.js'

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
  return readFlagRows(
    table.children.map(row => {
      const [name, value] = row.children
      return {
        name: name ? textOf(name).trim() : '',
        value: value ? textOf(value).trim() : '',
        at: offsetsOf(row)[0],
        place: value ? contentOf(value) : offsetsOf(row),
        columns: row.children.length,
      }
    }),
  )
}
