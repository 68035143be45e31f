/** A text with every character beyond ASCII as JSON and JavaScript escape it, `\u201c`. */
export const escaped = text =>
  text.replace(/[^\x00-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
