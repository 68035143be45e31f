import { describe, expect, test } from 'vitest'
import { priorContent } from '../../src/api/example-input.js'
import { loadRules } from '../../src/engine/catalogue.js'
import { CHANGES, type Change, changed, type Draft, type DraftFile } from '../invariance.js'
import { checkFile } from './findings.js'

const squeezed = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim()

/** The document before a draft, under the same change. */
const priorOf = (
  example: Draft,
  change: Change,
): { readonly file: DraftFile; readonly form: Draft['form'] } | undefined => {
  const prior = priorContent(example)
  const file = prior && changed(draftOf(prior), change)
  return file ? { file, form: prior.form } : undefined
}

const draftOf = ({ form, periodOfReport, text, flags, blocks, truncated, inline, word }: Draft): Draft => ({
  form,
  ...(periodOfReport === undefined ? {} : { periodOfReport }),
  ...(text === undefined ? {} : { text }),
  ...(flags === undefined ? {} : { flags }),
  ...(blocks === undefined ? {} : { blocks }),
  ...(truncated === undefined ? {} : { truncated }),
  ...(inline === undefined ? {} : { inline }),
  ...(word === undefined ? {} : { word }),
})

/** A rule whose subject is a change of form itself: what the change does to its examples is not to be held against it. */
const EXCEPT: Readonly<Record<string, readonly string[]>> = {}

for (const rule of loadRules()) {
  describe(rule.name, () => {
    for (const change of CHANGES) {
      if (EXCEPT[rule.name]?.includes(change.name)) continue
      for (const example of rule.examples.fires) {
        const file = changed(draftOf(example), change)
        const prior = priorOf(example, change)
        if (!file || (example.prior && !prior)) continue
        test(`fires on "${example.title}", ${change.name}`, async () => {
          const { findings } = await checkFile(file, example.form, prior)
          const own = findings.filter(finding => finding.rule === rule.name)
          expect(own, `${rule.file} does not fire on\n${file.text}`).not.toEqual([])
          const text = example.outcome && rule.outcomes[example.outcome]
          if (text && (example.text ?? example.inline ?? example.word) !== undefined)
            expect(own.map(({ severity }) => severity)).toContain(text.severity ?? rule.severity)
          if (example.quote && change.name === 'as it is')
            expect(own.map(({ quote }) => squeezed(quote))).toContain(squeezed(example.quote))
        })
      }
      for (const example of rule.examples.silent) {
        const file = changed(draftOf(example), change)
        const prior = priorOf(example, change)
        if (!file || (example.prior && !prior)) continue
        test(`is silent on "${example.title}", ${change.name}`, async () => {
          const { findings } = await checkFile(file, example.form, prior)
          const own = findings.filter(finding => finding.rule === rule.name)
          expect(own.map(({ message }) => message)).toEqual([])
        })
      }
    }
  })
}
