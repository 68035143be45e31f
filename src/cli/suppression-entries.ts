import { readFileSync } from 'node:fs'
import type { SuppressionEntry } from '../engine/suppressions/entry.js'
import { suppressions as validate } from '../generated/validators.js'
import { parseYaml } from '../readers/facts/parse-yaml.js'
import { shownPath } from './folder-path.js'
import { fileOutput, type Sink } from './output.js'
import { MistakenFile, readStrictFile } from './strict-file.js'

/** A file of suppressions as it is read. */
interface SuppressionFile {
  readonly version: 1
  readonly suppressions: readonly SuppressionEntry[]
}

const KEYS = ['document', 'rule', 'fingerprint', 'reason', 'author', 'added', 'expires', 'text'] as const

/** A plain word or path of YAML that nothing takes for anything else. */
const PLAIN = /^[A-Za-z][\w ./-]*$/
const RESERVED = /^(?:true|false|yes|no|on|off|y|n|null)$/i

const scalar = (value: string): string =>
  PLAIN.test(value) && !RESERVED.test(value) && !value.endsWith(' ') ? value : JSON.stringify(value)

const asYaml = (entries: readonly SuppressionEntry[], indent: string): string =>
  entries
    .map(entry => {
      const lines = KEYS.flatMap(key => {
        const value = entry[key]
        return value === undefined ? [] : `${key}: ${scalar(value)}`
      })
      return lines.map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}\n`).join('')
    })
    .join('')

/** The text with entries after its last one; comments and order stay as they are. */
const appendedYaml = (text: string, entries: readonly SuppressionEntry[]): string => {
  if (/^suppressions:\s*\[\s*\]\s*$/m.test(text))
    return text.replace(
      /^suppressions:\s*\[\s*\]\s*$/m,
      () => `suppressions:\n${asYaml(entries, '  ').trimEnd()}`,
    )
  const indent = /^([ ]*)-[ ]/m.exec(text)?.[1] ?? '  '
  return `${text.replace(/\s*$/, '\n')}${asYaml(entries, indent)}`
}

const contentOf = (text: string, path: string): unknown =>
  path.endsWith('.json') ? JSON.parse(text) : parseYaml(text).value

/** Where there is no file yet. */
const EMPTY = 'version: 1\nsuppressions: []\n'

/**
 * Makes a file of suppressions with further entries, beside its place: `commit` puts it there, whole.
 * @param exists whether there is one, whose entries and comments stay
 * @throws MistakenFile where what is there cannot be added to
 */
export const withEntries = async (
  path: string,
  exists: boolean,
  entries: readonly SuppressionEntry[],
): Promise<Sink> => {
  const before = exists
    ? ((await readStrictFile(path, validate)) as SuppressionFile)
    : { version: 1, suppressions: [] }
  const text = exists ? readFileSync(path, 'utf8').replace(/^\ufeff/, '') : EMPTY
  const wanted = { ...before, suppressions: [...before.suppressions, ...entries] }
  const next = path.endsWith('.json') ? `${JSON.stringify(wanted, null, 2)}\n` : appendedYaml(text, entries)
  // What is written is read back first: a list in another notation would end up elsewhere.
  if (JSON.stringify(contentOf(next, path)) !== JSON.stringify(wanted))
    throw new MistakenFile(
      `${shownPath(path)} cannot be added to as it is written. Make "suppressions:" its last key, with an entry ("- document: …") a line of its own each.`,
    )
  const file = fileOutput(path)
  try {
    await file.write(next)
  } catch (error) {
    file.discard()
    throw error
  }
  return file
}
