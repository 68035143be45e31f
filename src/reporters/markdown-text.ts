import { printable } from './style.js'

/**
 * Beginnings of what GitHub and GitLab make links of, or notify people by: "@name", "#12", "GH-12", "!12", "%12", "~name",
 * "&12", "$12", ":name:" and addresses. They are looked for in text that is escaped.
 */
const REFERENCE = /(?:[@#!%^]|\\[~$]|&amp;)(?=\w)|\bGH-(?=\d)|:(?=[\w+-]+:|\/\/)|www(?=\.)/gi

/** Text of a document as Markdown shows it: no markup, one line, and nothing that becomes a link or notifies anybody. */
export const shown = (text: string): string =>
  printable(text.replace(/\s+/g, ' '))
    .replace(/[&<>]/g, character => ({ '&': '&amp;', '<': '&lt;' })[character] ?? '&gt;')
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/^(?:[-+=#]|\d+(?=[.)]))/, start => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
    .replace(REFERENCE, '$&<!-- -->')

/** A path or a name as code; the fence is longer than any row of backticks in it. */
export const code = (text: string): string => {
  const clean = printable(text.replace(/\s+/g, ' '))
  const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map(([row]) => row.length))
  const fence = '`'.repeat(longest + 1)
  const pad = longest > 0 ? ' ' : ''
  return `${fence}${pad}${clean}${pad}${fence}`
}
