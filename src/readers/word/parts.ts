import type { Archive } from '../package/archive.js'
import { readTree } from './xml.js'

/** Names of the parts that a Word document is read from; undefined for those it does not have. */
export interface Parts {
  readonly main: string
  readonly styles: string | undefined
  readonly footnotes: string | undefined
  readonly endnotes: string | undefined
  readonly comments: string | undefined
  /** Which comments are settled, and which answer another. */
  readonly commentsExtended: string | undefined
  /** By which a comment is known elsewhere, and what is known of it there. */
  readonly commentsIds: string | undefined
  readonly commentsExtensible: string | undefined
  readonly properties: string | undefined
  /** Where the relations of the main part are, or would be, and the types of those that are there. */
  readonly relations: string
  readonly related: ReadonlySet<string>
}

const USUAL_MAIN = 'word/document.xml'
const PACKAGE_RELATIONS = '_rels/.rels'
export const CONTENT_TYPES = '[Content_Types].xml'
/** Documents and templates, with macros or without. */
const MAIN_TYPE =
  /wordprocessingml\.(?:document|template)\.main\+xml$|ms-word\.(?:document|template)\.macroEnabled(?:Template)?\.main\+xml$/i

/** A part under the name that the archive has for it: names of parts do not differ by case alone. */
const held = (archive: Archive, name: string): string | undefined =>
  archive.names.includes(name)
    ? name
    : archive.names.find(known => known.toLowerCase() === name.toLowerCase())

/** A target of a relation, as a name in the archive. */
const resolved = (folder: string, target: string): string => {
  const path: string[] = []
  for (const step of (target.startsWith('/') ? target : `${folder}/${target}`).split('/'))
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  return path.join('/')
}

/** Parts that a part refers to, by the last word of the relation's type. */
const relations = (archive: Archive, file: string, folder: string): ReadonlyMap<string, string> => {
  const name = held(archive, file)
  const found = new Map<string, string>()
  if (name === undefined) return found
  for (const { attributes } of readTree(archive, name).children) {
    const type = attributes['Type']?.split('/').at(-1)
    const target = attributes['Target']
    if (type === undefined || target === undefined || attributes['TargetMode'] === 'External') continue
    const part = held(archive, resolved(folder, target))
    if (part !== undefined && !found.has(type)) found.set(type, part)
  }
  return found
}

/** The part that holds the text: by the relations of the package, by its type, or by its usual name. */
const mainPart = (archive: Archive, ofPackage: ReadonlyMap<string, string>): string | undefined => {
  const related = ofPackage.get('officeDocument')
  if (related !== undefined) return related
  const types = held(archive, CONTENT_TYPES)
  if (types !== undefined)
    for (const { attributes } of readTree(archive, types).children)
      if (MAIN_TYPE.test(attributes['ContentType'] ?? '')) {
        const part = held(archive, resolved('', attributes['PartName'] ?? ''))
        if (part !== undefined) return part
      }
  return held(archive, USUAL_MAIN)
}

/**
 * Finds the parts of a Word document.
 * @returns undefined where it has no main part
 */
export const partsOf = (archive: Archive): Parts | undefined => {
  const ofPackage = relations(archive, PACKAGE_RELATIONS, '')
  const main = mainPart(archive, ofPackage)
  if (main === undefined) return undefined
  const folder = main.includes('/') ? main.slice(0, main.lastIndexOf('/')) : ''
  const file = main.slice(main.lastIndexOf('/') + 1)
  const relationsFile = `${folder === '' ? '' : `${folder}/`}_rels/${file}.rels`
  const ofMain = relations(archive, relationsFile, folder)
  const part = (type: string): string | undefined =>
    ofMain.get(type) ?? held(archive, resolved(folder, `${type}.xml`))
  return {
    main,
    styles: part('styles'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
    comments: part('comments'),
    commentsExtended: part('commentsExtended'),
    commentsIds: part('commentsIds'),
    commentsExtensible: part('commentsExtensible'),
    properties: ofPackage.get('core-properties') ?? held(archive, 'docProps/core.xml'),
    relations: held(archive, relationsFile) ?? relationsFile,
    related: new Set(ofMain.keys()),
  }
}
