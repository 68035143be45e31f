const PARTY =
  '(?:the )?(?:company|client|registrant|issuer|counsel|management|legal|finance|IT|HR|CISO|CIO|CFO|auditors?)'

/** How a note of the drafter begins: "NTD: …", "Note to Draft: …", "Company to confirm", "Confirm with HR". */
const NOTE = new RegExp(
  `^\\s*(?:NTD\\b|N\\.T\\.D\\.|note to (?:the )?(?:draft|drafter|self|file|reviewer|company|client|counsel|printer)s?\\b|(?:drafting|drafter[’']s|internal|open) (?:note|point|issue)s?\\b|(?:note|comment|query|question|to ?do)\\s*:|(?:please |${PARTY}(?:(?:,? (?:and|or) |, | ?\\/ ?)${PARTY})? to )(?:confirm|advise|provide|verify|complete|update|review|discuss|consider|check|supply|revisit)\\b|(?:confirm|verify|discuss|check|revisit) (?:with|whether|if|that)\\b)`,
  'i',
)

/** Whether brackets hold a note of the drafter's to somebody else who works on the draft. */
export const isDraftingNote = (inside: string): boolean => NOTE.test(inside)

/** How far before some words a note that holds them may begin, in characters. */
const NOTE_REACH = 600
const BARE = String.raw`\b(?:NTD|note to (?:the )?(?:draft|drafter|reviewer|self|file|company|client|counsel|printer)s?|(?:drafting|drafter[’']s|editor[’']?s?|internal|reviewer[’']?s?) notes?)\s*:`
const ENDS_AS_BARE_NOTE = new RegExp(`${BARE}$`, 'i')
const BARE_NOTE_BEFORE = new RegExp(String.raw`${BARE}[^.\n]*$`, 'i')

/** Whether an offset lies within a drafting note, in brackets or without. */
export const isInDraftingNote = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - NOTE_REACH), at)
  const open = before.lastIndexOf('[')
  if (open >= 0 && !before.includes(']', open) && isDraftingNote(before.slice(open + 1))) return true
  return BARE_NOTE_BEFORE.test(before)
}

/** What a bare note begins with is shorter, to its colon. */
const LONGEST_BEGINNING = 40

/** Whether a text can hold a drafting note at all: a look that is cheap, before each place is asked for. */
export const mayHoldDraftingNote = (text: string): boolean => {
  if (text.includes('[')) return true
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1))
    if (ENDS_AS_BARE_NOTE.test(text.slice(Math.max(0, at - LONGEST_BEGINNING), at + 1))) return true
  return false
}
