import { type CydElement, elementNamed } from '../../model/elements.js'
import { FORMS, type Form } from '../../model/forms.js'
import { isDate } from '../../text/date.js'
import { didYouMean } from '../../text/nearest-name.js'
import { parseYaml } from '../facts/parse-yaml.js'
import { unknownName } from '../facts/unknown-name.js'
import { formNamed } from '../form.js'

/** A flag that the front matter gives, with the place of its value in the file. */
export interface GivenFlag {
  readonly element: CydElement
  readonly value: boolean
  readonly start: number
  readonly end: number
}

export interface FrontMatter {
  readonly form: Form | undefined
  readonly registrant: string | null
  readonly periodOfReport: string | null
  readonly id: string | null
  readonly flags: readonly GivenFlag[]
  readonly problems: readonly string[]
}

export const NO_FRONT_MATTER: FrontMatter = {
  form: undefined,
  registrant: null,
  periodOfReport: null,
  id: null,
  flags: [],
  problems: [],
}

const KEYS = ['form', 'registrant', 'periodOfReport', 'flags', 'id']

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Line of the file on which the front matter's YAML starts. */
const FIRST_LINE = 2

/**
 * Reads the YAML between the `---` lines.
 * @param yaml the YAML, without those lines
 * @param offset of its first character in the file
 */
export const readFrontMatter = (yaml: string, offset: number): FrontMatter => {
  const parsed = parseYaml(yaml)
  if (parsed.problem !== undefined)
    return {
      ...NO_FRONT_MATTER,
      problems: [
        `the front matter is not valid YAML: ${parsed.problem} (line ${parsed.line + FIRST_LINE - 1})`,
      ],
    }
  const { value, placeOf } = parsed
  if (value === undefined || value === null) return NO_FRONT_MATTER
  if (!isMap(value))
    return { ...NO_FRONT_MATTER, problems: ['the front matter (line 2) is no list of "key: value" lines.'] }
  const problems: string[] = []
  const problem = (keys: readonly string[], message: string): void => {
    problems.push(`front matter, line ${lineOfKey(yaml, keys, placeOf(keys)?.[0])}: ${message}`)
  }

  for (const key of Object.keys(value))
    if (!KEYS.includes(key) && !key.startsWith('x-'))
      problem(
        [key],
        `"${key}" is not a key.${didYouMean(key, KEYS) || ` The keys are ${KEYS.join(', ')}; keys of your own start with "x-".`}`,
      )

  const text = (key: string): string | null => {
    const entry = value[key]
    if (entry === undefined || entry === null) return null
    if (typeof entry === 'string') return entry
    if (typeof entry === 'number') return String(entry)
    problem([key], `"${key}" is ${JSON.stringify(entry)}; a text is wanted. Put it in quotation marks.`)
    return null
  }

  const formText = text('form')
  const form = formText === null ? undefined : formNamed(formText)
  if (formText !== null && !form)
    problem(
      ['form'],
      `"${formText}" is not a form that is checked.${didYouMean(formText, FORMS) || ` The forms are ${FORMS.join(', ')}.`}`,
    )
  const periodOfReport = text('periodOfReport')
  if (periodOfReport !== null && !isDate(periodOfReport))
    problem(['periodOfReport'], `"${periodOfReport}" is no date; write YYYY-MM-DD, for example 2026-12-31.`)

  const given = value['flags']
  const flags: GivenFlag[] = []
  const seen = new Map<CydElement, string>()
  if (given !== undefined && given !== null && !isMap(given))
    problem(['flags'], '"flags" holds no "name: true" or "name: false" lines.')
  else
    for (const [name, answer] of Object.entries(given ?? {})) {
      const at = ['flags', name]
      const element = elementNamed(name, 'boolean')
      if (!element) problem(at, unknownName(name, 'boolean'))
      else if (typeof answer !== 'boolean')
        problem(
          at,
          `the flag "${name}" is ${JSON.stringify(answer)}; true or false is wanted. Leave out a flag that is not given.`,
        )
      else if (seen.has(element))
        problem(at, `"${seen.get(element)}" and "${name}" name the same flag. Keep one.`)
      else {
        seen.set(element, name)
        const [start, end] = placeOf(at) ?? [0, 0]
        flags.push({ element, value: answer, start: start + offset, end: end + offset })
      }
    }
  return { form, registrant: text('registrant'), periodOfReport, id: text('id'), flags, problems }
}

/** Line of a key in the file: that of its value where it has a scalar one, else of the first line that opens with it. */
const lineOfKey = (yaml: string, keys: readonly string[], valueAt: number | undefined): number => {
  const key = keys.at(-1) ?? ''
  const lines = yaml.slice(0, valueAt ?? yaml.length).split('\n')
  if (valueAt !== undefined) return lines.length + FIRST_LINE - 1
  const index = lines.findIndex(line => line.trimStart().replace(/^["']/, '').startsWith(key))
  return Math.max(0, index) + FIRST_LINE
}
