import type { Reading } from '../evidence/read.js'
import type { Form } from '../model/forms.js'
import type { Check, Words } from './check.js'
import { itemFaults, speaksOfAnother } from './item-reference.js'
import { aboutWords, occurrencesOf, type Pattern } from './occurrence.js'

interface Reference extends Pattern {
  /** What is wrong, as a sentence without its full stop. */
  readonly says: string
  /** It calls the report by the other form's name, rather than point to one of its items. */
  readonly isName?: true
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
    says: 'Form 20-F has no Item 1A; risk factors are in Item 3.D',
  },
  {
    marks: ['1C'],
    pattern: /[Ii](?:tem|TEM)\s*1C(?![a-z0-9])/g,
    says: 'Form 20-F has no Item 1C; cybersecurity is in Item 16K',
  },
  {
    marks: ['10-K'],
    pattern:
      /\b(?:[Tt]his|[Oo]ur|[Tt]he present) (?:[Aa]nnual )?(?:[Rr]eport )?(?:on )?(?:Form )?10-K\b(?!\/)/g,
    isName: true,
    says: 'The text calls the report a Form 10-K, but it is on Form 20-F',
  },
]

const IN_10K: readonly Reference[] = [
  {
    marks: ['3D', '3.D', '3 D', '3. D', 'ey Information', 'EY INFORMATION', 'ey information'],
    pattern:
      /[Ii](?:tem|TEM)\s*3(?:\.? ?D(?![a-z0-9])|\.?\s*[“"]?K(?:ey|EY) [Ii](?:nformation|NFORMATION)[”"]?\s*[–—,-]+\s*(?:[Ii]tem )?(?:3\.?)?D\b)/g,
    says: 'Form 10-K has no Item 3.D; risk factors are in Item 1A',
  },
  {
    marks: ['16K'],
    pattern: /[Ii](?:tem|TEM)\s*16K(?![a-z0-9])/g,
    says: 'Form 10-K has no Item 16K; cybersecurity is in Item 1C',
  },
  {
    marks: ['20-F'],
    pattern:
      /\b(?:[Tt]his|[Oo]ur|[Tt]he present) (?:[Aa]nnual )?(?:[Rr]eport )?(?:on )?(?:Form )?20-F\b(?!\/)/g,
    isName: true,
    says: 'The text calls the report a Form 20-F, but it is on Form 10-K',
  },
]

const referencesFor = (form: Form): readonly Reference[] => {
  if (form.startsWith('20-F')) return IN_20F
  return form.startsWith('10-K') ? IN_10K : []
}

/** A report that points to an item of another form as if it were its own. */
export const formReference: Check = {
  kind: 'form-reference',
  outcomes: { 'wrong-form': ['context', 'says'] },
  *run({ disclosure, reading }) {
    /** Where items of the other form were found: its name in the same sentence is the same mistake. */
    const items: Words[] = []
    for (const { says, isName, ...pattern } of referencesFor(disclosure.form))
      for (const { words } of occurrencesOf(pattern, disclosure)) {
        if (speaksOfAnother(words)) continue
        if (isName && items.some(item => inOneSentence(reading, item, words))) continue
        if (!isName) items.push(words)
        yield aboutWords('wrong-form', words, { says })
      }
    for (const { fault, words, says } of itemFaults(disclosure))
      if (fault === 'wrong-form' && !items.some(item => overlap(item, words)))
        yield aboutWords('wrong-form', words, { says })
  },
}

const overlap = (a: Words, b: Words): boolean => a.prose === b.prose && a.start < b.end && b.start < a.end

const inOneSentence = ({ sentencesAt }: Reading, a: Words, b: Words): boolean =>
  a.prose === b.prose && sentencesAt(a.prose, Math.min(a.start, b.start), Math.max(a.end, b.end)).length === 1
