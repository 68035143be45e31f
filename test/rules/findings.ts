import { loadRules } from '../../src/engine/catalogue.js'
import { type CheckResult, checkDisclosure } from '../../src/engine/check-disclosure.js'
import { readDisclosure } from '../../src/evidence/read.js'
import { readInput } from '../../src/readers/read.js'
import type { Draft, DraftFile } from '../invariance.js'

const preview = loadRules().flatMap(({ name, preview }) => (preview ? [name] : []))

/** Everything that the rules say of a file, preview rules and low confidence included. */
export const checkFile = async (file: DraftFile, form: Draft['form']): Promise<CheckResult> => {
  const { documents, errors } = await readInput(file, { form })
  const [document] = documents
  if (!document || errors.length > 0)
    throw new Error(`${errors.map(({ message }) => message).join('\n')}\n${file.text}`)
  return checkDisclosure(document, readDisclosure(document), {
    asOf: '2026-11-23',
    minConfidence: 'low',
    settings: { preview },
  })
}
