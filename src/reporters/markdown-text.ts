import { printable } from './style.js'

/**
 * Text of a document as Markdown shows it: no markup, one line; and no "@name" or "#12", by which GitHub and GitLab
 * would notify people and link issues, nor a bare address, which they would link.
 */
export const shown = (text: string): string =>
  printable(text.replace(/\s+/g, ' '))
    .replace(/[&<>]/g, character => ({ '&': '&amp;', '<': '&lt;' })[character] ?? '&gt;')
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/^(?:[-+=#]|\d+(?=[.)]))/, start => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
    .replace(/[@#](?=\w)|:(?=\w+:|\/\/)|www(?=\.)/gi, '$&<!-- -->')

/** A path or a name as code; the fence is longer than any row of backticks in it. */
export const code = (text: string): string => {
  const clean = printable(text.replace(/\s+/g, ' '))
  const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map(([row]) => row.length))
  const fence = '`'.repeat(longest + 1)
  const pad = longest > 0 ? ' ' : ''
  return `${fence}${pad}${clean}${pad}${fence}`
}
