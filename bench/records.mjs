// Reading the corpora that the benches are given: newline-delimited JSON, plain or gzipped.
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** Ends the process with a plain message: a bench's user made a mistake. @returns {never} */
export const stop = message => {
  console.error(message)
  process.exit(2)
}

/** @param {string} path @returns {any[]} one object a line */
export const readRecords = path => {
  if (!existsSync(path))
    stop(`There is no file ${path}. Give the path of a corpus in newline-delimited JSON.`)
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    try {
      return [JSON.parse(line)]
    } catch (error) {
      return stop(`${path}, line ${index + 1}: ${error.message}`)
    }
  })
}

const INPUT_KEYS = ['id', 'form', 'registrant', 'periodOfReport', 'flags', 'blocks', 'text', 'truncated']

/**
 * A corpus record as a user would give it: without labels and the corpus's other keys of its own. A period of which only
 * the year is known is left out.
 */
export const asInput = record =>
  Object.fromEntries(
    INPUT_KEYS.filter(key => record[key] !== undefined)
      .filter(key => key !== 'periodOfReport' || /^\d{4}-\d{2}-\d{2}$/.test(record[key]))
      .map(key => [key, record[key]]),
  )

/** Whether a record holds anything that can be checked: some filings have facts in another taxonomy alone. */
export const holdsSomething = ({ flags = {}, blocks = {}, text }) =>
  Object.keys(flags).length + Object.keys(blocks).length > 0 || text !== undefined

/** 32-bit FNV-1a: a hash that is the same on every machine. */
export const hash = text => {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0
  return value
}

/**
 * Which share of a corpus a run is about.
 * @param {string | undefined} fold "k/n": the k-th of n parts, by hash of the id; undefined for all
 * @returns {(record: { id: string }) => boolean}
 */
export const foldFilter = fold => {
  if (fold === undefined) return () => true
  const match = /^(\d+)\/(\d+)$/.exec(fold)
  const [part, parts] = match ? [Number(match[1]), Number(match[2])] : [0, 0]
  if (part < 1 || part > parts) stop(`--fold is K/N with K from 1 to N, not "${fold}"`)
  return ({ id }) => hash(id) % parts === part - 1
}

/** Random numbers in [0, 1) from a seed (mulberry32), so that samples can be drawn again. */
export const random = seed => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value = (value + Math.imul(value ^ (value >>> 7), value | 61)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
}
