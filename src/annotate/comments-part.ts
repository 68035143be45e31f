import type { Archive } from '../readers/package/archive.js'
import { CONTENT_TYPES, type Parts } from '../readers/word/parts.js'
import { partText } from '../readers/word/xml.js'
import { xmlAttributes } from '../reporters/xml-text.js'
import { edited } from './edits.js'
import { atEndOfRoot, bytesOfPart, namesOf, type PartNames } from './part-xml.js'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const relationType = (isStrict: boolean): string =>
  `${isStrict ? 'http://purl.oclc.org/ooxml/officeDocument' : 'http://schemas.openxmlformats.org/officeDocument/2006'}/relationships/comments`

const asOwn = (xml: string, namespace: string): string =>
  new RegExp(`<(?![?!])[^>]*\\sxmlns\\s*=\\s*["']${namespace.replaceAll('.', '\\.')}["']`).test(xml)
    ? ''
    : ` xmlns="${namespace}"`

/** A part with elements at the end of its root. */
const extended = (xml: string, content: string): Uint8Array =>
  bytesOfPart(edited(xml, [atEndOfRoot(xml, content)]))

/**
 * The parts that hold and tell of comments, with further ones.
 * @param content makes the comments, given what each has to declare
 * @throws {WordProblem} or {ArchiveError} where a part cannot be read
 */
export const withComments = (
  archive: Archive,
  parts: Parts,
  { isStrict, namespace }: PartNames,
  content: (declaration: string) => string,
): ReadonlyMap<string, Uint8Array> => {
  const changed = new Map<string, Uint8Array>()
  const folder = parts.main.includes('/') ? parts.main.slice(0, parts.main.lastIndexOf('/') + 1) : ''
  const name = parts.comments ?? `${folder}comments.xml`
  const before =
    parts.comments === undefined
      ? `${DECLARATION}<w:comments xmlns:w="${namespace}"></w:comments>`
      : partText(archive, parts.comments)
  changed.set(name, extended(before, content(namesOf(before, isStrict).declaration)))
  if (!parts.related.has('comments')) {
    const relations = archive.names.includes(parts.relations)
      ? partText(archive, parts.relations)
      : `${DECLARATION}<Relationships xmlns="${RELATIONS}"></Relationships>`
    let id = 'rIdCydlint'
    while (relations.includes(`"${id}"`)) id += 'X'
    const attributes = xmlAttributes({ Id: id, Type: relationType(isStrict), Target: `/${name}` })
    changed.set(
      parts.relations,
      extended(relations, `<Relationship${asOwn(relations, RELATIONS)}${attributes}/>`),
    )
  }
  const types = archive.names.includes(CONTENT_TYPES)
    ? partText(archive, CONTENT_TYPES)
    : `${DECLARATION}<Types xmlns="${TYPES}"></Types>`
  if (!types.toLowerCase().includes(`"/${name.toLowerCase()}"`)) {
    const attributes = xmlAttributes({ PartName: `/${name}`, ContentType: COMMENTS_TYPE })
    changed.set(CONTENT_TYPES, extended(types, `<Override${asOwn(types, TYPES)}${attributes}/>`))
  }
  return changed
}
