import type { Form } from '../model/forms.js'

/** A form, and how it was determined, in words. */
export interface FormGuess {
  readonly form: Form
  readonly from: string
}

interface Sign {
  readonly form: Form
  readonly pattern: RegExp
  readonly says: string
}

/**
 * What texts say of the form they belong to, the surest first. Within a tier the form that is named more often wins; a
 * tier that is silent or evenly split leaves the answer to the next.
 */
const TIERS: readonly (readonly Sign[])[] = [
  [
    { form: '20-F', pattern: /^[ \t\u00a0#*|>]*item\s*16\s?K\b/gim, says: 'it stands under Item 16K' },
    { form: '10-K', pattern: /^[ \t\u00a0#*|>]*item\s*1\s?C\b/gim, says: 'it stands under Item 1C' },
    { form: '8-K', pattern: /^[ \t\u00a0#*|>]*item\s*1\.05\b/gim, says: 'it stands under Item 1.05' },
  ],
  [
    {
      form: '20-F/A',
      pattern: /\b(?:annual report on|amendment(?: no\. ?\d+)? (?:to|on)(?: the)?) form\s*20-?F\/A\b/gi,
      says: 'the text calls itself an amended annual report on Form 20-F',
    },
    {
      form: '10-K/A',
      pattern: /\b(?:annual report on|amendment(?: no\. ?\d+)? (?:to|on)(?: the)?) form\s*10-?K\/A\b/gi,
      says: 'the text calls itself an amended annual report on Form 10-K',
    },
    {
      form: '10-KT',
      pattern: /\b(?:transition report on|this) form\s*10-?KT\b/gi,
      says: 'the text calls itself a transition report on Form 10-K',
    },
    {
      form: '20-F',
      pattern:
        /\bannual reports? (?:\(?including \w+ \)?)?(?:on|in|under) (?:our |the )?form\s*20-?F\b(?!\/A)/gi,
      says: 'the text calls itself an annual report on Form 20-F',
    },
    {
      form: '10-K',
      pattern: /\bannual reports? (?:on|in|under) (?:our |the )?form\s*10-?K\b(?!\/A)/gi,
      says: 'the text calls itself an annual report on Form 10-K',
    },
  ],
  [
    { form: '20-F', pattern: /\bform\s*20-?F\b/gi, says: 'the text speaks of Form 20-F' },
    { form: '10-K', pattern: /\bform\s*10-?K\b/gi, says: 'the text speaks of Form 10-K' },
  ],
  [
    { form: '20-F', pattern: /\bitem\s*16\s?K\b/gi, says: 'the text names Item 16K' },
    { form: '10-K', pattern: /\bitem\s*1\s?C\b/gi, says: 'the text names Item 1C' },
    {
      form: '20-F',
      pattern: /\bitem\s*3\s?\.?\s?D\b|\bitem\s*3\.? key information\b/gi,
      says: 'the text names Item 3.D, an item of Form 20-F',
    },
    {
      form: '10-K',
      pattern: /\bitem\s*1\s?A\b/gi,
      says: 'the text names Item 1A, an item of Form 10-K',
    },
  ],
  [
    {
      form: '20-F',
      pattern: /\bform\s*6-?K\b|\bforeign private issuers?\b/gi,
      says: 'the text speaks of Form 6-K or of a foreign private issuer, whose annual report is Form 20-F',
    },
    {
      form: '10-K',
      pattern: /\bform\s*(?:8-?K|10-?Q)\b/gi,
      says: 'the text speaks of Form 8-K or Form 10-Q, whose filers report annually on Form 10-K',
    },
  ],
]

/** Longest stretch of a text that is searched: the answer stands near the start or not at all. */
const SEARCHED = 200_000

const count = (text: string, pattern: RegExp): number => {
  let n = 0
  for (const _ of text.matchAll(pattern)) n++
  return n
}

/**
 * The form that a text belongs to, by what it says of itself.
 * @param texts the texts of one document
 * @returns undefined where it says nothing of the kind, or as much for one form as for another
 */
export const formOfText = (texts: readonly string[]): FormGuess | undefined => {
  const text = texts.join('\n').slice(0, SEARCHED)
  if (!/\b(?:item|form|issuer)/i.test(text)) return undefined
  for (const tier of TIERS) {
    const found = tier
      .map(sign => ({ sign, times: count(text, sign.pattern) }))
      .filter(({ times }) => times > 0)
      .sort((a, b) => b.times - a.times)
    const [first, second] = found
    if (first && first.times > (second?.times ?? 0)) return { form: first.sign.form, from: first.sign.says }
  }
  return undefined
}
