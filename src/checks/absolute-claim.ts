import type { Check } from './check.js'
import { aboutWords, occurrencesOf, type Pattern } from './occurrence.js'

const SAFE = '(?:secured?|protected|safe|safeguarded|confidential|uninterrupted)'
const SAFETY = '(?:security|protection|confidentiality|safety|integrity|safeguarding)'
const ALWAYS = '(?:always |fully |completely |continuously )?'
/** What is protected, so that "ensures security incidents are logged" is no claim. */
const OF =
  '(?:[, ]+(?:and )?(?:security|protection|confidentiality|safety|integrity|availability|reliability|privacy))* of'

/**
 * Claims that protection works. Only the finite verb and the participle of result claim it: what is done "to ensure",
 * "for ensuring", "aimed at ensuring" or is "designed to prevent" is a purpose, and a purpose is no promise.
 */
const CLAIMS: readonly Pattern[] = [
  {
    marks: ['nsures', 'uarantees'],
    pattern: new RegExp(
      `\\b(?:ensures|guarantees) (?:that [^.;,]{3,60}? (?:is|are|remains?) ${ALWAYS}${SAFE}\\b|(?:the )?(?:full |complete |maximum )?${SAFETY}${OF}\\b)`,
      'gi',
    ),
  },
  {
    marks: ['nsuring', 'uaranteeing'],
    pattern: new RegExp(
      `,\\s(?:thus |thereby |effectively )?(?:ensuring|guaranteeing) (?:that [^.;,]{3,60}? (?:is|are|remains?) ${ALWAYS}${SAFE}\\b|(?:the )?(?:full |complete |maximum )?${SAFETY}${OF}\\b)`,
      'gi',
    ),
  },
  {
    marks: ['revent', 'liminate', 'top', 'lock'].flatMap(verb =>
      ['', 's'].flatMap(ending => ['all', 'any and all', 'every'].map(what => `${verb}${ending} ${what}`)),
    ),
    pattern:
      /\b(?:prevents?|eliminates?|stops?|blocks?) (?:all|any and all|every) (?:\w+ ){0,2}(?:attacks?|incidents?|breach(?:es)?|threats?|intrusions?|unauthori[sz]ed access|risks?|malware)\b/gi,
  },
  {
    marks: [
      'fully',
      'completely',
      'totally',
      'absolutely',
      'entirely',
      '100%',
      '100 %',
      'mmune to',
      'mmune from',
    ],
    pattern:
      /\b(?:systems?|networks?|data|information|infrastructure|environment|platforms?)\b[^.;,]{0,30}\b(?:is|are|remains?) (?:fully|completely|totally|absolutely|entirely|100 ?%) (?:secured?|protected|safe)\b|\bimmune (?:to|from) (?:cyber|attack|hack)\w*/gi,
  },
  {
    marks: [
      'mpenetrable',
      'nbreakable',
      'nhackable',
      'ulletproof',
      'oolproof',
      'ool-proof',
      'ack-proof',
      'risk-free',
    ],
    pattern: /\b(?:impenetrable|unbreakable|unhackable|bulletproof|fool-?proof|hack-?proof|risk-free)\b/gi,
  },
  {
    marks: ['NIST', 'National Institute'],
    pattern:
      /\b(?:we|our [^.;,]{3,40}|the company|the company[’']?s [^.;,]{3,40}) (?:is|are|fully|complies|comply)(?: fully)?(?: compliant| in (?:full )?compliance)? with (?:the )?(?:NIST|National Institute of Standards and Technology(?: \(“?"?NIST"?”?\))?) (?:CSF|Cyber-?security Framework)\b/gi,
  },
]

/** What takes a claim back, in what stands before it: a denial, an aim, a duty, somebody who is in charge of it. */
const NO_CLAIM =
  /\b(?:no|not|cannot|never|nor|neither|without|unable|impossible|designed|aim(?:s|ed|ing)?|intend(?:s|ed)?|seeks?|help(?:s|ing)?|goals?|objectives?|striv\w+|may|might|could|can|attempt\w*|try|efforts?|responsib\w+|tasked|charged|purpose|should|must|shall|requir\w+|works?|working|focus\w*|committed|commitment|mission|priority|role|if|whether|would|expected|mandate\w*|subject to|objective)\b/i

/** "The integrity of financial reporting" is no matter of information systems. */
const OTHER_MATTER = /^ (?:the |our |its )?(?:financial|accounting|elections?|supply)\b/

/** Words on the protection of information systems that promise more than protection can. */
export const absoluteClaim: Check = {
  kind: 'absolute-claim',
  outcomes: { absolute: ['context'] },
  *run({ disclosure, reading }) {
    for (const pattern of CLAIMS)
      for (const { words } of occurrencesOf(pattern, disclosure)) {
        const { prose, start, end } = words
        const [sentence] = reading.sentencesAt(prose, start, end)
        if (!sentence || NO_CLAIM.test(prose.text.slice(sentence.start, end))) continue
        if (!OTHER_MATTER.test(prose.text.slice(end, end + 40))) yield aboutWords('absolute', words)
      }
  },
}
