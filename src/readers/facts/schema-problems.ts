import { disclosure as validate } from '../../generated/validators.js'
import { FORMS } from '../../model/forms.js'
import { didYouMean } from '../../text/nearest-name.js'

const KEYS = ['form', 'registrant', 'periodOfReport', 'flags', 'blocks', 'text', 'truncated', 'id']

/** The value at a pointer, shortened, as a message quotes it. */
const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

const valueAt = (record: unknown, pointer: string): unknown => {
  let value = record
  for (const part of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    value = Object.entries(value).find(([name]) => name === key)?.[1]
  }
  return value
}

type Problem = NonNullable<typeof validate.errors>[number]

const WANTED: Readonly<Record<string, string>> = {
  '/flags': 'an object of names with true or false',
  '/blocks': 'an object of names with texts',
  '/truncated': 'a list of block names',
}

const typeProblem = ({ instancePath }: Problem, value: unknown): string => {
  if (instancePath === '')
    return Array.isArray(value)
      ? 'this is a list. A file holds one record; several records go into an NDJSON file, one a line, each with its "id".'
      : 'this is no record: an object with "flags", "blocks" or "text" is wanted.'
  if (instancePath.startsWith('/flags/'))
    return `${instancePath} is ${shown(value)}; a flag is true or false, without quotation marks. Leave out a flag that is not given.`
  if (instancePath.startsWith('/blocks/'))
    return `${instancePath} is ${shown(value)}; a block is a text in quotation marks. Leave out a block that is not given.`
  const wanted = WANTED[instancePath] ?? 'a text in quotation marks'
  return `${instancePath} is ${shown(value)}; ${wanted} is wanted.`
}

const inWords = (problem: Problem, record: unknown): string | undefined => {
  const { keyword, instancePath, params } = problem
  const value = valueAt(record, instancePath)
  switch (keyword) {
    case 'additionalProperties': {
      const key = String(params['additionalProperty'])
      return `"${key}" is not a key of a record.${didYouMean(key, KEYS) || ` The keys are ${KEYS.join(', ')}; keys of your own start with "x-".`}`
    }
    case 'type':
      return typeProblem(problem, value)
    case 'enum':
      return `${instancePath} is ${shown(value)}, which is not a form that is checked.${didYouMean(String(value), FORMS) || ` The forms are ${FORMS.join(', ')}.`}`
    case 'pattern':
      return `${instancePath} is ${shown(value)}; a date is written YYYY-MM-DD, for example 2026-12-31.`
    case 'anyOf':
      return 'the record holds neither "flags" nor "blocks" nor "text": there is nothing to check. Give at least one of them.'
    default:
      // The branches of anyOf report what the anyOf above says already.
      return problem.schemaPath.startsWith('#/anyOf/')
        ? undefined
        : `${instancePath || 'the record'} ${problem.message ?? 'is not valid'}.`
  }
}

/** What is wrong with a record by `schemas/disclosure.schema.json`, in words; empty where it is valid. */
export const schemaProblems = (record: unknown): readonly string[] => {
  if (validate(record)) return []
  return (validate.errors ?? []).slice(0, 1000).flatMap(problem => inWords(problem, record) ?? [])
}
