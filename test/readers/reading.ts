import type { Disclosure } from '../../src/model/disclosure.js'
import { textOf } from '../../src/model/disclosure.js'
import type { Prose } from '../../src/model/prose.js'
import type { ReadOptions, ReadResult } from '../../src/readers/input.js'
import { readInput } from '../../src/readers/read.js'

/** Reads a text under a name. */
export const read = (text: string, path = 'draft.md', options: ReadOptions = {}): Promise<ReadResult> =>
  readInput({ path, text }, options)

/** The only document of a text that is read without errors. */
export const document = async (
  text: string,
  path = 'draft.md',
  options: ReadOptions = {},
): Promise<Disclosure> => {
  const { documents, errors } = await read(text, path, options)
  const [first] = documents
  if (!first || errors.length > 0) throw new Error(`not one document: ${JSON.stringify(errors)}`)
  return first
}

/** Messages of the errors of a text. */
export const errors = async (text: string, path = 'draft.md', options: ReadOptions = {}): Promise<string[]> =>
  (await read(text, path, options)).errors.map(({ message }) => message)

/** Blocks as a person reads them: short name, and text. */
export const blocks = ({ blocks: all }: Disclosure): string[] =>
  all.map(block => `${'  '.repeat(block.depth)}${block.element.name} (${block.origin}): ${textOf(block)}`)

/** Flags as a person reads them. */
export const flags = ({ flags: all }: Disclosure): string[] =>
  all.map(({ element, value, origin }) => `${element.name} (${origin}): ${value}`)

/** Units as a person reads them: kind, lead-in, words. */
export const units = (document: Disclosure): string[] =>
  document.prose.flatMap(prose =>
    prose.units.map(({ kind, start, end, leadIn }) => {
      const lead = leadIn === undefined ? '' : ` after "${words(prose, leadIn)}"`
      return `${kind}${lead}: ${prose.text.slice(start, end)}`
    }),
  )

const words = (prose: Prose, unit: number): string => {
  const found = prose.units[unit]
  return found ? prose.text.slice(found.start, found.end) : ''
}

/** White space and invisible characters do not count where a text is compared with its source. */
export const folded = (text: string): string =>
  text.replace(/[\s\u00a0\u00ad\u200b-\u200d\u2060\ufeff]+/g, '')
