import { type PriorDocuments, priorDocuments } from '../api/prior.js'
import type { Form } from '../model/forms.js'
import { count } from '../reporters/count.js'
import { documentName } from '../reporters/document-head.js'
import type { CommandLine } from './command-line.js'
import { printError } from './output.js'
import { readDocuments } from './read-documents.js'
import { MistakenFile } from './strict-file.js'

/** What `--prior` names, and what to say of it at the end of the report. */
export interface Prior extends PriorDocuments {
  readonly closing: () => readonly string[]
}

/** Documents that are told by name where they have no counterpart. */
const MOST_NAMES = 5

/**
 * Reads what `--prior` names, all at once: what is checked is looked up in it.
 * @throws MistakenFile where there is nothing in it to compare with
 */
export const openPrior = async (line: CommandLine, form: Form | undefined): Promise<Prior | undefined> => {
  const [path] = line.values('prior')
  if (path === undefined || path === '') return undefined
  const { documents, errors } = await readDocuments(path, '<stdin>', form)
  const [first] = errors
  if (documents.length === 0) throw new MistakenFile(`--prior ${path}: ${first?.message ?? 'it is empty.'}`)
  for (const error of errors) printError(`cydlint: --prior ${error.path}: ${error.message}\n`)
  const prior = priorDocuments(documents.map(({ disclosure }) => disclosure))
  const alone: string[] = []
  return {
    unused: prior.unused,
    of: (disclosure, glossary) => {
      const found = prior.of(disclosure, glossary)
      if ('reason' in found) alone.push(`${documentName(disclosure)}: ${found.reason}`)
      return found
    },
    closing: () => {
      const unused = prior.unused().map(each => each.registrant ?? documentName(each))
      return [
        ...some(alone, 'compared with no prior document'),
        ...some(unused, `in ${path} and compared with nothing`),
      ]
    },
  }
}

/** "3 documents are WHAT: …; …; and 1 more." */
const some = (names: readonly string[], what: string): readonly string[] => {
  if (names.length === 0) return []
  const shown = names.slice(0, MOST_NAMES).map(name => name.replace(/\.$/, ''))
  const more = names.length - shown.length
  return [
    `${count(names.length, 'document')} ${names.length === 1 ? 'is' : 'are'} ${what}: ${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
  ]
}
