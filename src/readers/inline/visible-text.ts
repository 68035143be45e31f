import { decodeHTML } from 'entities/decode'

const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w:.-]+)(?:"[^"]*"|'[^']*'|[^<>"'])*>/g
const LINE = /^(?:[\w-]+:)?(?:p|div|td|th|tr|table|h[1-6]|li|ul|ol|br|hr|center|blockquote)$/i

/** Short markup as a reader sees it, without layout: tags gone, entities resolved, white space folded. */
export const visibleText = (markup: string): string => {
  const text = markup.includes('<')
    ? markup.replace(MARKUP, (_, data: string | undefined, _slash, name: string | undefined) =>
        data === undefined ? (name && LINE.test(name) ? ' ' : '') : data.replaceAll('&', '&amp;'),
      )
    : markup
  return (text.includes('&') ? decodeHTML(text) : text).replace(/[\s\u200b\ufeff]+/g, ' ').trim()
}
