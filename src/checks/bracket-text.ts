import type { Pattern } from './occurrence.js'

/** Text in square brackets, with at most one level inside. */
export const BRACKETED: Pattern = { marks: ['['], pattern: /\[(?:[^[\]]|\[[^[\]]*\]){0,600}\]/g }

/** Text in square brackets that holds none. */
export const INNERMOST: Pattern = { marks: ['['], pattern: /\[[^[\]]{0,600}\]/g }

/** What stands for a value in brackets: nothing, dots, dashes, an order to the drafter. */
const BLANK = /^[\s●•⚫○*_.…\-–—?#]*$/
const ORDER =
  /^(?:tbd|tbc|tba|x{2,}|n\/?a|insert\b.*|to (?:come|be (?:inserted|provided|completed|confirmed|updated|added|determined|supplied))\b.*|(?:your |the )?(?:company|registrant|issuer|corporation|entity|officer|executive|committee)(?:[’']?s)? name|name(?: of .*)?|title|date|day|month|year|number|amount|describe\b.*|specify\b.*|fill in\b.*|placeholder\b.*|name|position|city|address)$/i

/** Whether brackets hold a blank or an order to fill it in: a placeholder rather than words. */
export const isPlaceholderInBrackets = (inside: string): boolean =>
  BLANK.test(inside) || ORDER.test(inside.trim())

/** A note that stands without brackets: known by its mark with a colon and no figure, for NTD is a currency too. */
export const BARE_NOTE: Pattern = {
  marks: ['NTD', 'ote to', 'OTE TO', 'to confirm', 'to advise', 'to provide'],
  pattern:
    /\b(?:NTD|[Nn]ote to [Dd]raft|NOTE TO DRAFT)\s*:(?!\s*[\d$])[^.\n]{0,300}\.?|(?<=(?:^|\n)\(?)(?:The )?(?:Company|Client|Counsel) to (?:confirm|advise|provide)\b[^.\n]{0,300}\.?/g,
}

/**
 * A note under another name that stands without brackets, and the mark that a comment leaves where a page with its
 * comments is copied as text.
 */
export const EDITOR_NOTE: Pattern = {
  marks: ['ote', 'OTE', 'omment'],
  pattern:
    /(?:\b(?:[Dd]rafting|[Dd]rafter[’']s|[Ee]ditor[’']?s?|[Ii]nternal|[Rr]eviewer[’']?s?) [Nn]otes?|\b(?:DRAFTING|DRAFTER[’']S|EDITOR[’']?S?|INTERNAL) NOTES?|\b[Nn]ote to (?:the )?(?:drafter|reviewer|self|file|company|client|counsel|printer)s?)\s*:[^.\n]{0,300}\.?|\bComment(?:ed)? \[[A-Z][A-Za-z.]{0,5}\d{1,4}\]\s?:?[^.\n]{0,300}\.?/g,
}

/** Whether brackets hold the number of a comment that was copied with its text: "Commented [MO3]: …". */
export const isCommentNumber = (text: string, start: number): boolean =>
  /\bComment(?:ed)? $/.test(text.slice(Math.max(0, start - 12), start))

/** Whether an offset stands in square brackets, which are told of as a whole. */
export const isInBrackets = (text: string, at: number): boolean => {
  const open = text.lastIndexOf('[', at)
  return (
    open >= 0 &&
    at - open < 100 &&
    !text.slice(open, at).includes(']') &&
    text.slice(at, at + 100).includes(']')
  )
}

/**
 * Brackets with a use of their own: an editor's mark, a note number or letter, a citation, an omission, a label of EDGAR's viewer,
 * a reference mark, one letter that was changed in a quotation ("[t]he").
 */
const EDITORIAL =
  /^\s*(?!x{2,}\s*$)(?:sic\.?|\d{1,3}|[a-z]{1,2}|[ivxlc]{1,5}|\d{1,3}(?:[,–-]\s?\d{1,3})+|reserved|omitted|redacted|intentionally omitted|emphasis (?:added|supplied|in original)|citations? omitted|\d+ (?:C\.?F\.?R|U\.?S\.?C)\b.*|§.*|(?:SEC )?(?:Release|File) No.*|\.{3}|…|(?:text block|flag|line items|abstract|table|member|axis|domain)|x|signature(?: page follows)?)\s*$/i

export const isEditorial = (inside: string): boolean => EDITORIAL.test(inside)

/** Whether the words at an offset stand inside quotation marks of their paragraph. */
export const isQuoted = (text: string, at: number): boolean => {
  const paragraph = text.slice(text.lastIndexOf('\n', at) + 1, at)
  const opened = (paragraph.match(/“/g) ?? []).length - (paragraph.match(/”/g) ?? []).length
  const straight = (paragraph.match(/"/g) ?? []).length
  return opened > 0 || straight % 2 === 1
}

/** Markdown that was not meant as brackets: a link or a reference after it, a box to tick at the start of a line. */
export const isMarkup = (text: string, start: number, end: number): boolean => {
  const next = text.slice(end, end + 8)
  if (
    /^\((?:https?:|#|\/|\.|mailto:|www)/.test(next) ||
    (text[end] === ':' && /^: *https?:/.test(text.slice(end, end + 10)))
  )
    return true
  const inside = text.slice(start + 1, end - 1)
  return (
    /^[ xX]?$/.test(inside) &&
    (start === 0 ||
      text[start - 1] === '\n' ||
      /(?:^|\n)[-*+•] $/.test(text.slice(Math.max(0, start - 3), start)))
  )
}
