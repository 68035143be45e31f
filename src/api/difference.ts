import { compareDisclosures, type Difference } from '../compare/compare.js'
import { readDisclosure } from '../evidence/read.js'
import type { Disclosure } from '../model/disclosure.js'
import type { Glossary } from '../model/glossary.js'

/** Reads a document and the one before it, and compares them. */
export const differenceFrom = (old: Disclosure, disclosure: Disclosure, glossary?: Glossary): Difference =>
  compareDisclosures(
    { disclosure: old, reading: readDisclosure(old, glossary) },
    { disclosure, reading: readDisclosure(disclosure, glossary) },
  )
