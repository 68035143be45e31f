/** Characters that XML 1.0 (section 2.2) has no way to write, not even as references; lone surrogates are among them. */
const ILLEGAL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Character data, without what XML cannot hold. */
export const xmlText = (text: string): string =>
  text.replace(ILLEGAL, '').replace(/[&<>\r]/g, character => REFERENCES[character] ?? '')

/** Attributes as they stand in a tag, each with a space before it; white space in a value is kept by references. */
export const xmlAttributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => {
      const text = String(value).replace(ILLEGAL, '')
      return ` ${name}="${text.replace(/[&<>"\t\n\r]/g, character => REFERENCES[character] ?? '')}"`
    })
    .join('')

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
