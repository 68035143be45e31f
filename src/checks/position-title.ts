/** Titles of office as they stand in disclosures, spelled out or as initials. */
const OFFICE =
  /\b(?:(?:Chief|Senior|Executive|Deputy|Interim|Global|Corporate|Group|Assistant|Associate|Principal|Vice|Managing) ){0,4}(?:Information|Technology|Security|Cyber(?:security)?|Digital|Financial|Executive|Operating|Risk|Legal|Administrative|Compliance|Privacy|Data|Accounting|Infrastructure|IT|Systems|and|of|&|,|Network|Engineering|Services|Product|Strategy|General|President|Operations|Finance|Internal|Audit| )*?(?:Officers?|President|Director|Manager|Head|Counsel|Controller|Treasurer|Secretary|Lead|Administrator|Engineer|Chair(?:man|woman)?)\b(?: (?:of|for) (?:(?:Information|Technology|Security|Cyber(?:security)?|Digital|Risk|IT|Systems|Infrastructure|Operations|Finance|Data|Compliance|Engineering|Global|Enterprise|Safety|Trust|Resilience|Assurance|Threat|Intelligence|Governance|Privacy|Protection|Architecture|Platforms?|Services|Support|Transformation|Innovation|Analytics|Development|Product|Cloud|Networks?|Applications|Software|Business|Corporate|Internal|Audit|Administration|Response|and|&) ?){1,6})?|\b(?:v?CISO|CIO|CTO|CFO|CEO|COO|CRO|CSO|CDO|CCO|CPO|CAO)s?\b/g

/** The same in lower case, as some registrants write them: "our chief information security officer". */
const LOWER_OFFICE =
  /\b(?:chief(?: [a-z]+){0,4}? officers?|head of(?: [a-z]+){1,3}|(?:senior |executive )?vice president(?: of(?: [a-z]+){1,3})?|director of(?: [a-z]+){1,3}|general counsel|(?:IT|information security|information technology|security) (?:manager|director|officer))\b/g

/** A title that is a word for many things, where it stands alone. */
const TOO_BARE = /^(?:Chair|Officers?|Lead|Head|Director|Manager|Secretary|Counsel)$/

/** A title without the words that join it to the one before. */
const titleOf = (words: string): string => words.replace(/^(?:[,&\s]|and\b|of\b)+/, '').trim()

/** Between two titles: the second is the first one's abbreviation, or stands beside it. */
const OPENS_ABBREVIATION = /^\s*[("“‘]+(?:the )?["“‘]*$/
const JOINS =
  /^["”’)]*,?\s*(?:and|or|&|as well as|together with|along with)?(?:\s+(?:our|the|its|a|an))?\s*$/i

/** Titles of office that a text names side by side, from the first on, each once: "our CFO and our Director of IT". */
export const positionsTogether = (text: string): readonly string[] => {
  const found = [...text.matchAll(OFFICE), ...text.matchAll(LOWER_OFFICE)]
    .map(match => ({ start: match.index, end: match.index + match[0].length, title: titleOf(match[0]) }))
    .filter(({ title }) => !TOO_BARE.test(title))
    .sort((a, b) => a.start - b.start)
  const together: string[] = []
  let end = -1
  for (const position of found) {
    if (position.start < end) continue
    const between = text.slice(end, position.start)
    const isAbbreviation = end >= 0 && OPENS_ABBREVIATION.test(between)
    if (end >= 0 && !isAbbreviation && !JOINS.test(between)) break
    if (!isAbbreviation) together.push(position.title)
    end = position.end
  }
  return [...new Set(together)]
}
