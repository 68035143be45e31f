import { readDisclosure } from '../../src/evidence/read.js'
import type { CoverageStatus } from '../../src/model/coverage.js'
import type { RequirementName } from '../../src/model/requirements.js'
import { readInput } from '../../src/readers/read.js'
import type { DraftFile } from '../invariance.js'

type Coverage = ReturnType<typeof readDisclosure>['coverage']
type Glossary = Parameters<typeof readDisclosure>[1]

/** What the one draft of a file covers; the form is given where the file does not say it. */
export const coverageIn = async (
  file: DraftFile,
  { form, glossary }: { readonly form?: '10-K'; readonly glossary?: Glossary } = {},
): Promise<Coverage> => {
  const { documents } = await readInput(file, form ? { form } : {})
  const [document] = documents
  if (!document) throw new Error(`not read: ${file.text}`)
  return readDisclosure(document, glossary).coverage
}

/** How an item that says this and nothing else answers a requirement. */
export const statusIn = async (
  text: string,
  requirement: RequirementName,
  glossary?: Glossary,
): Promise<CoverageStatus | undefined> => {
  const file = { path: 'item.txt', text: `Item 1C. Cybersecurity\n\n${text}` }
  return (await coverageIn(file, { form: '10-K', glossary })).get(requirement)?.status
}

/** What counts as the same answer: a user is told of a weak statement as of none. */
export const told = (status: CoverageStatus | undefined): string =>
  status === 'addressed' || status === 'negated' ? status : 'not addressed'
