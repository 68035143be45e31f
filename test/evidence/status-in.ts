import { readDisclosure } from '../../src/evidence/read.js'
import type { CoverageStatus } from '../../src/model/coverage.js'
import type { RequirementName } from '../../src/model/requirements.js'
import { readInput } from '../../src/readers/read.js'

/** How an item that says this and nothing else answers a requirement. */
export const statusIn = async (
  text: string,
  requirement: RequirementName,
): Promise<CoverageStatus | undefined> => {
  const { documents } = await readInput(
    { path: 'item.txt', text: `Item 1C. Cybersecurity\n\n${text}` },
    { form: '10-K' },
  )
  const [document] = documents
  if (!document) throw new Error(`not read: ${text}`)
  return readDisclosure(document).coverage.get(requirement)?.status
}

/** What counts as the same answer: a user is told of a weak statement as of none. */
export const told = (status: CoverageStatus | undefined): string =>
  status === 'addressed' || status === 'negated' ? status : 'not addressed'
