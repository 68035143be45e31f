import { olderDocuments } from '../compare/pair-documents.js'
import { sameRegistrant } from '../compare/registrant.js'
import type { Disclosure } from '../model/disclosure.js'
import type { Glossary } from '../model/glossary.js'
import { differenceFrom } from './difference.js'
import type { Prior } from './document-report.js'

/** Documents of the period before, or drafts before. */
export interface PriorDocuments {
  /** Finds the document before a given one and compares the two, or says why there is none. */
  readonly of: (disclosure: Disclosure, glossary?: Glossary) => Prior
  /** Those that no document was compared with so far. */
  readonly unused: () => readonly Disclosure[]
}

/**
 * Documents to check later ones against: of several, each the last one of its registrant. A single one is the one before
 * of every document that names no other registrant.
 */
export const priorDocuments = (all: readonly Disclosure[]): PriorDocuments => {
  const older = olderDocuments(all, true)
  return {
    of: (disclosure, glossary) => {
      const found = older.before(disclosure)
      if (!found.old) return { reason: `It was not compared with the prior period: ${found.reason}.` }
      const { registrant } = found.old
      if (sameRegistrant(registrant, disclosure.registrant) === false)
        return {
          reason: `It was not compared with the prior document, which is of “${registrant}”; this one is of “${disclosure.registrant}”.`,
        }
      return { difference: differenceFrom(found.old, disclosure, glossary) }
    },
    unused: older.unused,
  }
}
