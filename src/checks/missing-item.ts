import { textOf } from '../model/disclosure.js'
import type { Check, CheckInput, Words } from './check.js'

/**
 * An item that is refused rather than answered: "Not applicable.", "Not required for smaller reporting companies.",
 * with or without the item's own heading before it. The pattern has to take the whole text.
 */
const REFUSAL =
  /^(?:(?:part i[,.]?\s*)?item\s*(?:1c|16k)[\s.:–—-]*)?(?:cyber ?security[\s.:–—-]*)?(?:disclosures?[\s.:–—-]*)?(?:(?:the|this) (?:item|information|disclosure)(?: required by this item)? is |we are |as an? (?:smaller reporting|emerging growth|shell) company,? )?(?:not (?:applicable|required|yet required|called for)|n\/?a|none|omitted|(?:we|the company|the registrant) (?:are|is) not required to (?:provide|make|furnish)[^.]*|intentionally (?:omitted|left blank)|reserved|\[reserved\])(?:(?: (?:for|to|by|as|because|under|pursuant|at this time|since)[^.]*)?)[\s.]*(?:not applicable[\s.]*)?$/i

/** A word of an answer: a text that has one is no refusal, whatever else it says. */
const CONTENT =
  /\b(?:process(?:es)?|programs?|polic(?:y|ies)|procedures|board|committees?|officers?|management|threats?|incidents?|risks?|systems?|network|attacks?|breach(?:es)?)\b/i

/** A refusal in words of its own: "We elected scaled disclosure; this item is therefore omitted." */
const BY_SIZE =
  /\b(?:scaled disclosures?|smaller reporting|emerging growth|shell compan(?:y|ies)|reduced disclosures?)\b/i
const LEFT_OUT =
  /\b(?:omit(?:s|ted|ting)?|not (?:required|obligated|applicable|provided|providing)|elected not to|need not|exempt(?:ed)?)\b/i

/** A reference to the proxy statement in place of the item. The report to security holders may hold a Part I item. */
const TO_PROXY = /\bproxy statement\b/i
const TO_REPORT = /\bannual report to (?:our |the )?(?:share|stock|security)[ -]?(?:holders|owners)\b/i

/** Nothing longer is a refusal, in characters. */
const LONGEST_REFUSAL = 1000

/** Headings and labels alone are no content: "Item 1C. Cybersecurity". */
const HEADING_ONLY =
  /^(?:(?:part i[,.]?\s*)?item\s*(?:1c|16k)[\s.:–—-]*)?(?:cyber ?security(?: disclosures?)?|risk management and strategy|governance)?[\s.:–—-]*$/i

/** The item's own heading, with which a text may begin. */
const OWN_HEADING =
  /^\s*(?:(?:part i[,.]?\s*)?item\s*(?:1c|16k)[\s.:–—-]*)?(?:cyber ?security(?: disclosures?)?[\s.:–—-]*)?/i

/** General Instruction J to Form 10-K lets asset-backed issuers leave the item out. */
const ASSET_BACKED = /general instruction j\b|asset[- ]backed (?:issuer|securities)|regulation ab\b/i

const isHeadingOnly = (text: string): boolean => HEADING_ONLY.test(text.trim())
const withoutHeading = (text: string): string => text.replace(OWN_HEADING, '')
const isShortWithoutContent = (text: string): boolean =>
  text.length < LONGEST_REFUSAL && !CONTENT.test(withoutHeading(text))

const isRefusal = (text: string): boolean => {
  if (text.length >= LONGEST_REFUSAL) return false
  const flat = text.replace(/\s+/g, ' ').trim()
  if (REFUSAL.test(flat)) return true
  return BY_SIZE.test(flat) && LEFT_OUT.test(flat) && isShortWithoutContent(flat)
}
const isReference = (text: string): boolean =>
  isShortWithoutContent(text) && TO_PROXY.test(text) && !TO_REPORT.test(text)

const proseWithText = ({ disclosure: { prose } }: CheckInput) =>
  prose.filter(({ text }) => text.trim() !== '')

/** The refusal, without the heading above it. */
const refusalIn = (input: CheckInput): Words | null => {
  const prose = proseWithText(input).find(({ text }) => !isHeadingOnly(text))
  if (!prose) return null
  return { prose, start: OWN_HEADING.exec(prose.text)?.[0].length ?? 0, end: prose.text.length }
}

/** An annual report whose item is not there, or refuses to answer. */
export const missingItem: Check = {
  kind: 'missing-item',
  outcomes: { absent: [], refused: [], referred: [] },
  *run(input) {
    const { disclosure } = input
    if (disclosure.form !== '10-K' && disclosure.form !== '10-KT' && disclosure.form !== '20-F') return
    const texts =
      disclosure.view === 'item'
        ? proseWithText(input).map(({ text }) => text)
        : disclosure.blocks.map(textOf)
    const all = texts.join('\n').trim()
    if (all.length < LONGEST_REFUSAL && ASSET_BACKED.test(all)) {
      yield {
        outcome: 'refused',
        requirement: null,
        unchecked: 'The text speaks of an asset-backed issuer, which may leave the item out.',
      }
      return
    }
    const empty = texts.every(isHeadingOnly)
    // Flags without any text are tagged facts whose words were not seen, not a missing item.
    if (empty && disclosure.view === 'tagged') return
    const others = texts.filter(text => !isHeadingOnly(text))
    // What may be incorporated from elsewhere is told by General Instruction G to Form 10-K; Form 20-F has another.
    const isReferred = !empty && disclosure.form !== '20-F' && others.every(isReference)
    if (!empty && !isReferred && !others.every(isRefusal)) return
    yield {
      outcome: empty ? 'absent' : isReferred ? 'referred' : 'refused',
      requirement: null,
      element: null,
      words: empty ? null : refusalIn(input),
      place: null,
      data: {},
      related: [],
    }
  },
}
