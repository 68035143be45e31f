import type { Form } from '../model/forms.js'
import type { Check, Words } from './check.js'
import { aboutWords, occurrencesOf, type Pattern } from './occurrence.js'

interface Reference extends Pattern {
  /** What the form has instead, as the end of a sentence; '' where nothing can be said. */
  readonly instead: string
}

/**
 * Items are matched without a word border before them: filings glue them to what stands before ("Part IItem 1A.").
 * A 20-F has Item 1.A (directors and senior management), so a dotted one counts only with its 10-K heading.
 */
const IN_20F: readonly Reference[] = [
  {
    marks: ['1A', '1. A', '1.A'],
    pattern:
      /[Ii](?:tem|TEM)[sS]?\s*1A(?![a-z0-9])|[Ii](?:tem|TEM)\s*1\. ?A[.,:]?\s*[–—-]?\s*[“"‘']?R(?:isk|ISK) F(?:actors|ACTORS)/g,
    instead: 'Risk factors stand under Item 3.D of Form 20-F.',
  },
  {
    marks: ['1C'],
    pattern: /[Ii](?:tem|TEM)\s*1C(?![a-z0-9])/g,
    instead: 'Cybersecurity stands under Item 16K of Form 20-F.',
  },
  {
    marks: ['10-K'],
    pattern:
      /\b(?:[Tt]his|[Oo]ur|[Tt]he present) (?:[Aa]nnual )?(?:[Rr]eport )?(?:on )?(?:Form )?10-K\b(?!\/)/g,
    instead: 'The report is on Form 20-F.',
  },
]

const IN_10K: readonly Reference[] = [
  {
    marks: ['3D', '3.D', '3 D', '3. D'],
    pattern: /[Ii](?:tem|TEM)\s*3\.? ?D(?![a-z0-9])/g,
    instead: 'Risk factors stand under Item 1A of Form 10-K.',
  },
  {
    marks: ['16K'],
    pattern: /[Ii](?:tem|TEM)\s*16K(?![a-z0-9])/g,
    instead: 'Cybersecurity stands under Item 1C of Form 10-K.',
  },
  {
    marks: ['20-F'],
    pattern:
      /\b(?:[Tt]his|[Oo]ur|[Tt]he present) (?:[Aa]nnual )?(?:[Rr]eport )?(?:on )?(?:Form )?20-F\b(?!\/)/g,
    instead: 'The report is on Form 10-K.',
  },
]

const referencesFor = (form: Form): readonly Reference[] => {
  if (form.startsWith('20-F')) return IN_20F
  return form.startsWith('10-K') ? IN_10K : []
}

/** An item of a regulation is no item of the form: "as defined in Item 106(a) of Regulation S-K". */
const OF_REGULATION = /^[^.;]{0,40}\bof (?:Regulation|Rule|Form 8-K|Form 6-K)\b/

/** Another registrant's report, or this one's of another year. */
const OF_ANOTHER =
  /\b(?:previous|previously|prior|former|formerly|earlier|last year|preceding|predecessor|parent|sponsor|subsidiar\w+|affiliate\w*|its|their|his|her)\b|\b(?:fiscal )?years? ended\b|\bfor (?:fiscal|the fiscal year|the year)\b|\bfiled (?:with|on)\b|\bas amended\b/i

const speaksOfAnother = ({ prose: { text }, start, end }: Words): boolean => {
  const before = text.slice(Math.max(0, start - 60), start)
  const after = text.slice(end, end + 110)
  if (OF_REGULATION.test(after)) return true
  const clause = `${before.slice(before.search(/[^.;]*$/))}${text.slice(start, end)}${after.slice(0, Math.max(0, after.search(/[.;](?:\s|$)/)))}`
  const form = /(?:Form )?(?:10-K|20-F)\b/.test(clause)
  return form && OF_ANOTHER.test(clause)
}

/** A report that points to an item of another form as if it were its own. */
export const formReference: Check = {
  kind: 'form-reference',
  outcomes: { 'wrong-form': ['context', 'instead'] },
  *run({ disclosure }) {
    for (const { instead, ...pattern } of referencesFor(disclosure.form))
      for (const { words } of occurrencesOf(pattern, disclosure))
        if (!speaksOfAnother(words)) yield aboutWords('wrong-form', words, { instead })
  },
}
