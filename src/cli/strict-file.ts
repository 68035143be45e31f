import { readFileSync } from 'node:fs'
import type { ErrorObject } from 'ajv'
import { shownPath } from './folder-path.js'
import { inWords } from './inputs.js'

/** A file of cydlint's own, a baseline or suppressions, that cannot be used: a mistake of the user's, told with its cure. */
export class MistakenFile extends Error {}

interface Validate {
  (data: unknown): boolean
  errors?: ErrorObject[] | null
}

/** Faults that are told at once. */
const MOST_FAULTS = 5

const inPlainWords = ({ instancePath, message, params, keyword }: ErrorObject): string => {
  const where = instancePath === '' ? 'the file' : instancePath
  if (keyword === 'additionalProperties')
    return `${where} has the key "${params['additionalProperty']}", which nothing is known of`
  return `${where} ${message ?? 'is not valid'}${keyword === 'enum' ? ` (${params['allowedValues'].join(', ')})` : ''}`
}

const parsed = async (path: string, text: string): Promise<unknown> => {
  if (path.endsWith('.json')) {
    try {
      return JSON.parse(text)
    } catch (error) {
      throw new MistakenFile(
        `${shownPath(path)} is not valid JSON: ${error instanceof Error ? error.message : error}`,
      )
    }
  }
  const { parseYaml } = await import('../readers/facts/parse-yaml.js')
  const { value, problem, ...at } = parseYaml(text)
  if (problem !== undefined)
    throw new MistakenFile(`${shownPath(path)}:${'line' in at ? at.line : 1} is not valid YAML: ${problem}`)
  return value
}

/**
 * Reads a JSON or YAML file that has to be as its schema says.
 * @throws MistakenFile
 */
export const readStrictFile = async (path: string, validate: Validate): Promise<unknown> => {
  let text: string
  try {
    text = readFileSync(path, 'utf8').replace(/^\ufeff/, '')
  } catch (error) {
    throw new MistakenFile(`${shownPath(path)} cannot be read: ${inWords(error)}`)
  }
  const value = await parsed(path, text)
  if (validate(value)) return value
  const faults = (validate.errors ?? []).slice(0, MOST_FAULTS).map(inPlainWords)
  throw new MistakenFile(`${shownPath(path)} is not as its schema has it: ${faults.join('; ')}.`)
}
