// The library as its users have it (dist/index.js), rebuilt first where a source is newer.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { stop } from './records.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Time of the newest change below a folder. */
const newest = folder =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).reduce((latest, entry) => {
    if (!entry.isFile() || entry.parentPath.includes('generated')) return latest
    return Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs)
  }, 0)

const SOURCES = ['src', 'rules', 'schemas', 'scripts']

/** Builds dist/ where it is missing or older than what it is made from. */
export const buildIfStale = () => {
  const built = join(root, 'dist/index.js')
  const changed = Math.max(...SOURCES.map(folder => newest(join(root, folder))))
  if (existsSync(built) && statSync(built).mtimeMs > changed) return
  try {
    execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), '--no-types'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  } catch {
    stop('The build failed; see above.')
  }
}

export const loadLibrary = async () => {
  buildIfStale()
  return import(pathToFileURL(join(root, 'dist/index.js')).href)
}

/** The day the benches check as of, so that two runs agree. */
export const AS_OF = '2026-11-22'

/**
 * Checks records of JSON facts, one by one.
 * @param {object[]} records as `asInput` makes them
 * @param {object} [options] further options of the library, such as rules that are off as they ship
 * @returns {Promise<import('./scoring.mjs').ReportDocument[]>} one a record, in order
 */
export const checkRecords = async (records, options = {}) => {
  const { checkRecord } = await loadLibrary()
  return records.map((record, index) => {
    const { document, problems } = checkRecord(record, { asOf: AS_OF, ...options })
    return document ?? stop(`Record ${record.id ?? index + 1} could not be read: ${problems.join(' ')}`)
  })
}
