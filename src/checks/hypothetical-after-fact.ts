import type { Sentence } from '../model/coverage.js'
import { shorten } from '../text/shorten.js'
import type { Check, Words } from './check.js'
import { distinctSentences } from './distinct-sentences.js'

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
/** "In May 2025", "on May 3, 2025", "in the second quarter of 2025". */
const DATED = new RegExp(
  `\\b(?:in|on|during|since)(?: the)?(?: (?:early|late|mid-?|first|second|third|fourth|quarter|of|half|fiscal|calendar|years?))*[ -](?:${MONTH},? (?:\\d{1,2},? )?(?:of )?)?20[12]\\d\\b`,
  'i',
)
const EVENT =
  /\b(?:ransomware|cyber-?\s?attack|cyber-?security (?:incident|event|attack|breach)|security (?:incident|breach)|data breach|unauthori[sz]ed (?:third party|access|actor|party|person)|phishing attack|intrusion|malware attack)/i
/** It befell the registrant, not its vendor or its industry. */
const BEFELL =
  /\b(?:we|our company|the company|company)\b[^.;]{0,40}\b(?:experienced|discovered|detected|identified|became aware of|suffered|were (?:the )?(?:subject|victim|target)|was (?:the )?(?:subject|victim|target)|fell victim)\b|\bgained (?:unauthori[sz]ed )?access to (?:our|the company[’']?s|(?:certain|some|parts?) of (?:our|the company[’']?s))\b/i
const NOT_A_FACT =
  /\b(?:no|not|never|nor|without|none|neither|may(?! \d)|might|could|if|would|vendors?|providers?|suppliers?|third-party|third parties|predecessor)\b/i

/** The registrant as one to whom an incident might happen. */
const HYPOTHETICAL =
  /\b(?:we|(?:our|the company[’']?s) (?:company|systems|information systems|networks)|the company)\b[^.;,]{0,40}\b(?:could|may(?! \d)|might)(?:,? (?:\w+ly|still|at times|from time to time|ourselves),?)* (?:experience|suffer|be (?:the )?(?:subject|target|victim|targeted|breached|attacked)|become (?:the )?(?:subject|target|victim)|fall victim|encounter)\b[^.;,]{0,40}\b(?:incident|(?:cyber-?)?attack|breach|intrusion|unauthori[sz]ed access)/i
/** It speaks of another one, of what may come, or says that there was one. */
const KNOWS =
  /\b(?:future|again|further|additional|other|another|continue\w*|similar|more|also|previous\w*|past|have (?:experienced|been|had|suffered)|has (?:experienced|been|had|suffered)|such (?:incidents?|attacks?)|material\w*|significant\w*)\b/i

const wordsOf = ({ prose, start, end }: Sentence): Words => ({ prose, start, end })

/** Incidents told of as what might happen, in an item that tells of one that did. */
export const hypotheticalAfterFact: Check = {
  kind: 'hypothetical-after-fact',
  outcomes: { hypothetical: ['fact'] },
  *run({ reading }) {
    const sentences = distinctSentences(reading)
    const fact = sentences.find(
      // Few sentences name a year, and looking for one costs little.
      ({ text }) =>
        text.includes('20') &&
        EVENT.test(text) &&
        DATED.test(text) &&
        BEFELL.test(text) &&
        !NOT_A_FACT.test(text),
    )
    if (!fact) return
    for (const sentence of sentences) {
      if (!HYPOTHETICAL.test(sentence.text) || KNOWS.test(sentence.text)) continue
      yield {
        outcome: 'hypothetical',
        requirement: 'material-effect',
        element: null,
        words: wordsOf(sentence),
        place: null,
        data: { fact: shorten(fact.text) },
        related: [{ message: 'The incident', words: wordsOf(fact) }],
      }
    }
  },
}
