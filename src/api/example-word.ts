import { strToU8, zipSync } from 'fflate'

/** Marks of review as examples write them (CriticMarkup): insertion, deletion, highlight, comment on what is before it. */
const MARK = /\{\+\+([\s\S]*?)\+\+\}|\{--([\s\S]*?)--\}|\{==([\s\S]*?)==\}(?:\{>>([\s\S]*?)<<\})?/g

const AUTHOR = 'M. Ortiz'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace(/\s+/g, ' ')

const run = (text: string, properties = ''): string =>
  text === '' ? '' : `<w:r>${properties}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/**
 * A Word document of an example: paragraphs set apart by blank lines, with "{++inserted++}", "{--deleted--}",
 * "{==highlighted==}" and "{==commented on==}{>>the comment<<}".
 */
export const exampleWord = (text: string): Uint8Array => {
  const comments: string[] = []
  const paragraph = (words: string): string => {
    let xml = ''
    let at = 0
    for (const { 0: mark, 1: added, 2: taken, 3: marked = '', 4: comment, index } of words.matchAll(MARK)) {
      xml += run(words.slice(at, index))
      at = index + mark.length
      if (added !== undefined) xml += `<w:ins w:author="${AUTHOR}">${run(added)}</w:ins>`
      else if (taken !== undefined)
        xml += `<w:del w:author="${AUTHOR}"><w:r><w:delText xml:space="preserve">${escaped(taken)}</w:delText></w:r></w:del>`
      else if (comment === undefined) xml += run(marked, '<w:rPr><w:highlight w:val="yellow"/></w:rPr>')
      else {
        const id = `w:id="${comments.length}"`
        xml += `<w:commentRangeStart ${id}/>${run(marked)}<w:commentRangeEnd ${id}/>`
        comments.push(`<w:comment ${id} w:author="${AUTHOR}"><w:p>${run(comment)}</w:p></w:comment>`)
      }
    }
    return `<w:p>${xml}${run(words.slice(at))}</w:p>`
  }
  const body = text
    .trim()
    .split(/\n{2,}/)
    .map(paragraph)
    .join('')
  return zipSync({
    'word/document.xml': strToU8(`<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`),
    'word/comments.xml': strToU8(`<w:comments ${NAMESPACE}>${comments.join('')}</w:comments>`),
  })
}
