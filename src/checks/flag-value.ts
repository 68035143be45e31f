import { shorten } from '../text/shorten.js'
import { aboutFacts } from './about-facts.js'
import type { Check } from './check.js'

/** Flags that say neither yes nor no. */
export const flagValue: Check = {
  kind: 'flag-value',
  outcomes: { 'not-boolean': ['facts', 'flag', 'content', 'format'], nil: ['facts', 'flag'] },
  *run({ disclosure: { tagging } }) {
    for (const fact of tagging?.facts ?? []) {
      const { element, value, nil, text, format } = fact
      if (element?.datatype !== 'boolean' || value !== null) continue
      const flag = element.name
      if (nil) yield aboutFacts('nil', [fact], { flag })
      else {
        const content = text === '' ? 'nothing' : `“${shorten(text, 80)}”`
        yield aboutFacts('not-boolean', [fact], { flag, content, format: format ?? '' })
      }
    }
  },
}
