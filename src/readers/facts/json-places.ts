import { findNodeAtLocation, parseTree, visit } from 'jsonc-parser'

/** End of the JSON string that opens at `open`: the offset of its closing quotation mark. */
const stringEnd = (json: string, open: number): number => {
  let close = json.indexOf('"', open + 1)
  while (close > 0) {
    let slashes = 0
    while (json.charCodeAt(close - 1 - slashes) === 92) slashes++
    if (slashes % 2 === 0) return close
    close = json.indexOf('"', close + 1)
  }
  return json.length
}

/** What the punctuation of a JSON text shows. */
export interface JsonOutline {
  /** Number of keys written: strings that a colon follows. */
  readonly keys: number
  /** Deepest nesting of its objects and arrays. */
  readonly depth: number
}

/** Reads the punctuation between the strings, which is quick: strings are passed over. */
export const outline = (json: string): JsonOutline => {
  let keys = 0
  let depth = 0
  let deepest = 0
  for (let at = 0; at < json.length; at++) {
    const unit = json.charCodeAt(at)
    if (unit === QUOTE) at = stringEnd(json, at)
    else if (unit === COLON) keys++
    else if (unit === OPEN_BRACE || unit === OPEN_BRACKET) deepest = Math.max(deepest, ++depth)
    else if (unit === CLOSE_BRACE || unit === CLOSE_BRACKET) depth--
  }
  return { keys, depth: deepest }
}

const QUOTE = 34
const COLON = 58
const OPEN_BRACE = 123
const CLOSE_BRACE = 125
const OPEN_BRACKET = 91
const CLOSE_BRACKET = 93

/** Number of keys that a parsed value holds. */
const keysHeld = (value: unknown): number => {
  let keys = 0
  const rest: unknown[] = [value]
  while (rest.length > 0) {
    const next = rest.pop()
    if (typeof next !== 'object' || next === null) continue
    const values: unknown[] = Object.values(next)
    if (!Array.isArray(next)) keys += values.length
    for (const inner of values) if (typeof inner === 'object') rest.push(inner)
  }
  return keys
}

/** A key that stands twice in one object. */
export interface DuplicateKey {
  readonly key: string
  /** Of the second one. */
  readonly offset: number
}

/**
 * Keys that stand twice in one object of a valid JSON text: `JSON.parse` keeps the last and says nothing. The written
 * keys are counted first, which is quick; only where one got lost is the text parsed again to find it.
 * @param keys number of keys written, from {@link outline}
 */
export const duplicateKeys = (json: string, keys: number, value: unknown): readonly DuplicateKey[] => {
  if (keys === keysHeld(value)) return []
  const found: DuplicateKey[] = []
  const open: Set<string>[] = []
  visit(json, {
    onObjectBegin: () => {
      open.push(new Set())
    },
    onObjectEnd: () => {
      open.pop()
    },
    onObjectProperty: (key, offset) => {
      const keys = open.at(-1)
      if (keys?.has(key)) found.push({ key, offset })
      keys?.add(key)
    },
  })
  return found
}

/** What is wrong with a text that `JSON.parse` refused, and where it starts to be. */
export const jsonProblem = (json: string): { readonly problem: string; readonly offset: number } => {
  let first: { problem: string; offset: number } | undefined
  visit(
    json,
    {
      onError: (code, offset) => {
        first ??= { problem: PROBLEMS[code] ?? 'is not valid JSON', offset }
      },
    },
    { disallowComments: true },
  )
  return first ?? { problem: 'is not valid JSON', offset: 0 }
}

/** In words, by jsonc-parser's `ParseErrorCode`. */
const PROBLEMS: Readonly<Record<number, string>> = {
  1: 'a value is expected here: a string, a number, true, false, null, an object or an array',
  2: 'a number is malformed',
  3: 'a key in quotation marks is expected',
  4: 'a value is expected',
  5: 'a colon is expected after the key',
  6: 'a comma is expected',
  7: 'a closing brace is expected',
  8: 'a closing bracket is expected',
  9: 'there is more after the end of the record',
  10: 'JSON has no comments',
  11: 'a comment is not closed, and JSON has none',
  12: 'a string is not closed on its line',
  13: 'a number is cut short',
  14: 'a \\u escape is malformed',
  15: 'an escape is not one of JSON: a backslash itself is written \\\\',
  16: 'a control character stands in a string: a line break is written \\n',
}

/** Finds values of a JSON text by their path; the text is parsed on the first question. */
export const jsonPlaces = (
  json: string,
): ((path: readonly string[]) => readonly [number, number] | undefined) => {
  let root: ReturnType<typeof parseTree>
  let parsed = false
  return path => {
    if (!parsed) {
      root = parseTree(json)
      parsed = true
    }
    const node = root && findNodeAtLocation(root, [...path])
    return node && [node.offset, node.offset + node.length]
  }
}
