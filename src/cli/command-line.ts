import { parseArgs } from 'node:util'
import { didYouMean } from '../text/nearest-name.js'

/** An option of a command. */
export interface Option {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  /** May be given several times. */
  readonly repeatable?: boolean
  /** Of a boolean: may have a value, after an equals sign. */
  readonly mayHaveValue?: boolean
}

/** A command line taken apart. What is mistaken in it is told all at once, in `problems`. */
export interface CommandLine {
  readonly positionals: readonly string[]
  /** Values of a string option, in order; empty where it is not given. */
  readonly values: (name: string) => readonly string[]
  readonly has: (name: string) => boolean
  readonly problems: string[]
}

const unknownOption = (name: string, rawName: string, options: Readonly<Record<string, Option>>): string => {
  const known = Object.keys(options).map(each => `--${each}`)
  return `Unknown option ${rawName}.${didYouMean(`--${name}`, known)}`
}

/**
 * Takes a command line apart.
 * @param args the arguments after the command's name
 * @param options what the command knows, by long name
 */
export const parseCommandLine = (
  args: readonly string[],
  options: Readonly<Record<string, Option>>,
): CommandLine => {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { type, short }]) => [
        name,
        { type, multiple: true, ...(short === undefined ? {} : { short }) },
      ]),
    ),
    strict: false,
    tokens: true,
    allowPositionals: true,
  })
  const problems: string[] = []
  const given = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    if (!option) {
      problems.push(unknownOption(name, rawName, options))
      continue
    }
    if (option.type === 'boolean' && !option.mayHaveValue && value !== undefined)
      problems.push(`${rawName} takes no value.`)
    if (
      option.type === 'string' &&
      (value === undefined || (!inlineValue && value.startsWith('--')) || value === '')
    )
      problems.push(`${rawName} needs a value.`)
    const earlier = given.get(name)
    if (earlier && option.type === 'string' && !option.repeatable) problems.push(`${rawName} is given twice.`)
    if (earlier) earlier.push(value ?? '')
    else given.set(name, [value ?? ''])
  }
  return {
    positionals,
    values: name => given.get(name) ?? [],
    has: name => given.has(name),
    problems,
  }
}

/**
 * The value of an option that takes one of a few.
 * @returns `fallback` where it is not given, or is none of them, which is then a problem
 */
export const choice = <Value extends string, Fallback>(
  line: CommandLine,
  name: string,
  known: readonly Value[],
  fallback: Fallback,
): Value | Fallback => {
  const [given] = line.values(name)
  if (given === undefined || given === '') return fallback
  const found = known.find(value => value === given)
  if (found === undefined)
    line.problems.push(
      `--${name} cannot be "${given}": it is one of ${known.join(', ')}.${didYouMean(given, known)}`,
    )
  return found ?? fallback
}
