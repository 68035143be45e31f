import { SaxesParser } from 'saxes'

/** A cyd fact as the slow reader tells it. */
export interface SlowFact {
  readonly name: string
  readonly taxonomy: string | null
  readonly id: string
  readonly contextRef: string
  readonly format: string | null
  readonly escaped: boolean
  readonly hidden: boolean
  /** What stands in it and its continuations, without `ix:exclude`: letters and digits alone. */
  readonly letters: string
  /** Offset of its start tag's `<`. */
  readonly start: number
}

const IX = 'http://www.xbrl.org/2013/inlineXBRL'
const CYD = /^http:\/\/xbrl\.sec\.gov\/cyd\/(\d{4})$/

export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

/** A fact or continuation while it is read. */
interface Part {
  text: string
  readonly continuedAt: string | undefined
  /** `ix:exclude` that it stands in: those take nothing from it. */
  readonly excluded: number
}

/**
 * Reads the cyd facts of inline XBRL in the plainest way: every event of a strict, namespace-aware parser, a stack of
 * what is open, and the text added to all of it. The quick reader is compared with this one.
 * @throws where the document is not well-formed
 */
export const readSlowly = (source: string): readonly SlowFact[] => {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const found: (Omit<SlowFact, 'letters'> & { readonly part: Part })[] = []
  const continuations = new Map<string, Part>()
  const open: { readonly name: string; readonly part?: Part }[] = []
  let excluded = 0
  let hidden = 0
  let tagStart = 0
  parser.on('error', error => {
    throw error
  })
  parser.on('opentagstart', () => {
    // The position is behind the name's last character.
    tagStart = source.lastIndexOf('<', parser.position - 1)
  })
  parser.on('opentag', tag => {
    const value = (name: string): string | undefined => {
      const attribute = tag.attributes[name]
      return attribute === undefined ? undefined : attribute.value.trim()
    }
    const name = `${tag.uri === IX ? 'ix' : ''}:${tag.local}`
    if (name === 'ix:exclude') excluded++
    if (name === 'ix:hidden') hidden++
    const [prefix = '', local = ''] = (value('name') ?? '').split(':')
    const uri = parser.resolve(prefix)
    if (name === 'ix:nonNumeric' && (uri === undefined ? prefix === 'cyd' : CYD.test(uri))) {
      const part: Part = { text: '', continuedAt: value('continuedAt'), excluded }
      found.push({
        name: local,
        taxonomy: CYD.exec(uri ?? '')?.[1] ?? null,
        id: value('id') ?? '',
        contextRef: value('contextRef') ?? '',
        format: value('format')?.split(':').at(-1) ?? null,
        escaped: value('escape') === 'true' || value('escape') === '1',
        hidden: hidden > 0,
        start: tagStart,
        part,
      })
      open.push({ name, part })
    } else if (name === 'ix:continuation') {
      const part: Part = { text: '', continuedAt: value('continuedAt'), excluded }
      const id = value('id') ?? ''
      if (!continuations.has(id)) continuations.set(id, part)
      open.push({ name, part })
    } else open.push({ name })
  })
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed?.name === 'ix:exclude') excluded--
    if (closed?.name === 'ix:hidden') hidden--
  })
  const add = (text: string): void => {
    for (const { part } of open) if (part?.excluded === excluded) part.text += text
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.write(source).close()
  return found.map(({ part, ...fact }) => {
    let text = part.text
    const seen = new Set<string>()
    for (let at = part.continuedAt; at !== undefined && !seen.has(at); ) {
      seen.add(at)
      const next = continuations.get(at)
      text += next?.text ?? ''
      at = next?.continuedAt
    }
    return { ...fact, letters: lettersOf(text) }
  })
}
