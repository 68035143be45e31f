import { EVENT_ID, getScalarValue, parseEvents } from 'js-yaml'
import { findNodeAtLocation, parseTree } from 'jsonc-parser'
import type { ConfigPath } from './validate.js'

/** Tells the line, from 1, of the key or entry that a path leads to. */
export type LineOf = (path: ConfigPath) => number | undefined

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split(/\r\n|\r|\n/).length

/** Lines of a JSON text that is valid. */
export const jsonLines = (text: string): LineOf => {
  const root = parseTree(text)
  return path => {
    const node = root && findNodeAtLocation(root, [...path])
    if (!node) return undefined
    return lineAt(text, node.parent?.type === 'property' ? node.parent.offset : node.offset)
  }
}

/** A map or list that is open: for a map, the key that waits for its value. */
interface Open {
  readonly path: ConfigPath
  readonly isMap: boolean
  key: string | undefined
  count: number
}

/** Lines of a YAML text that is valid and has no aliases. */
export const yamlLines = (text: string): LineOf => {
  const lines = new Map<string, number>()
  const open: Open[] = []
  const note = (path: ConfigPath, offset: number): void => {
    const at = JSON.stringify(path)
    if (!lines.has(at)) lines.set(at, lineAt(text, offset))
  }
  /** The path of the value that begins; a map's was noted at its key. */
  const valuePath = (): ConfigPath => {
    const parent = open.at(-1)
    if (!parent) return []
    if (!parent.isMap) return [...parent.path, parent.count++]
    const path = [...parent.path, parent.key ?? '']
    parent.key = undefined
    return path
  }
  for (const event of parseEvents(text, {})) {
    if (event.type === EVENT_ID.DOCUMENT) continue
    if (event.type === EVENT_ID.POP) open.pop()
    else if (event.type === EVENT_ID.SCALAR) {
      const parent = open.at(-1)
      if (parent?.isMap && parent.key === undefined) {
        parent.key = getScalarValue(text, event)
        note([...parent.path, parent.key], event.valueStart)
      } else note(valuePath(), event.valueStart)
    } else {
      const path = valuePath()
      if (event.type !== EVENT_ID.ALIAS)
        open.push({ path, isMap: event.type === EVENT_ID.MAPPING, key: undefined, count: 0 })
    }
  }
  return path => {
    // A map in a list has no place of its own: its first key is where it begins.
    for (let length = path.length; length > 0; length--) {
      const line = lines.get(JSON.stringify(path.slice(0, length)))
      if (line !== undefined) return line
    }
    return undefined
  }
}
