import { compareDisclosures, type Difference } from '../../src/compare/compare.js'
import type { Side } from '../../src/compare/statement.js'
import { readDisclosure } from '../../src/evidence/read.js'
import { readInput } from '../../src/readers/read.js'

/** A disclosure read from facts, or from an item as plain text. */
export const sideOf = async (facts: object | string): Promise<Side> => {
  const given =
    typeof facts === 'string' ? { form: '10-K', text: `Item 1C. Cybersecurity\n\n${facts}` } : facts
  const { documents, errors } = await readInput({ path: 'facts.json', text: JSON.stringify(given) })
  const [disclosure] = documents
  if (!disclosure) throw new Error(errors.map(({ message }) => message).join('\n'))
  return { disclosure, reading: readDisclosure(disclosure) }
}

export const differenceOf = async (old: object | string, fresh: object | string): Promise<Difference> =>
  compareDisclosures(await sideOf(old), await sideOf(fresh))

/** What became of each passage, in a line: "reworded: We test twice a year." */
export const fatesOf = ({ passages }: Difference): readonly string[] =>
  passages.map(
    ({ change, old, new: fresh }) =>
      `${change}: ${(fresh.length > 0 ? fresh : old).map(({ sentence }) => sentence.text).join(' ')}`,
  )
