import { compareDisclosures } from '../../src/compare/compare.js'
import { loadRules } from '../../src/engine/catalogue.js'
import { type CheckResult, checkDisclosure } from '../../src/engine/check-disclosure.js'
import { readDisclosure } from '../../src/evidence/read.js'
import type { Disclosure } from '../../src/model/disclosure.js'
import { readInput } from '../../src/readers/read.js'
import type { Draft, DraftFile } from '../invariance.js'

const preview = loadRules().flatMap(({ name, preview }) => (preview ? [name] : []))

const readFile = async (file: DraftFile, form: Draft['form']): Promise<Disclosure> => {
  const { documents, errors } = await readInput(file, { form })
  const [document] = documents
  if (!document || errors.length > 0)
    throw new Error(`${errors.map(({ message }) => message).join('\n')}\n${file.text}`)
  return document
}

/** Everything that the rules say of a file, preview rules and low confidence included. */
export const checkFile = async (
  file: DraftFile,
  form: Draft['form'],
  prior?: { readonly file: DraftFile; readonly form: Draft['form'] },
): Promise<CheckResult> => {
  const document = await readFile(file, form)
  const reading = readDisclosure(document)
  const old = prior && (await readFile(prior.file, prior.form))
  return checkDisclosure(document, reading, {
    asOf: '2026-11-23',
    minConfidence: 'low',
    settings: { preview },
    ...(old && {
      difference: compareDisclosures(
        { disclosure: old, reading: readDisclosure(old) },
        { disclosure: document, reading },
      ),
    }),
  })
}
