/** Titles of office as they stand in disclosures, spelled out or as initials. */
const OFFICE =
  /\b(?:(?:Chief|Senior|Executive|Deputy|Interim|Global|Corporate|Group|Assistant|Associate|Principal|Vice|Managing) ){0,4}(?:Information|Technology|Security|Cyber(?:security)?|Digital|Financial|Executive|Operating|Risk|Legal|Administrative|Compliance|Privacy|Data|Accounting|Infrastructure|IT|Systems|and|of|&|,|Network|Engineering|Services|Product|Strategy|General|President|Operations|Finance|Internal|Audit| )*?(?:Officers?|President|Director|Manager|Head|Counsel|Controller|Treasurer|Secretary|Lead|Administrator|Engineer|Chair(?:man|woman)?)\b(?: (?:of|for) (?:(?:Information|Technology|Security|Cyber(?:security)?|Digital|Risk|IT|Systems|Infrastructure|Operations|Finance|Data|Compliance|Engineering|Global|Enterprise|and|&) ?){1,6})?|\b(?:v?CISO|CIO|CTO|CFO|CEO|COO|CRO|CSO|CDO|CCO|CPO|CAO)s?\b/g

/** The same in lower case, as some registrants write them: "our chief information security officer". */
const LOWER_OFFICE =
  /\b(?:chief(?: [a-z]+){0,4}? officers?|head of(?: [a-z]+){1,3}|(?:senior |executive )?vice president(?: of(?: [a-z]+){1,3})?|director of(?: [a-z]+){1,3}|general counsel|(?:IT|information security|information technology|security) (?:manager|director|officer))\b/g

/** Titles of office named in a text, in order, each once. */
export const positionsIn = (text: string): readonly string[] => {
  const found = [...text.matchAll(OFFICE), ...text.matchAll(LOWER_OFFICE)]
    .map(match => ({ at: match.index, title: match[0].trim() }))
    .filter(({ title }) => !/^(?:Chair|Officers?|Lead|Head|Director|Manager|Secretary|Counsel)$/.test(title))
    .sort((a, b) => a.at - b.at)
    .map(({ title }) => title)
  return [...new Set(found)]
}
