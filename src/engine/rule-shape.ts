import { rule as validate } from '../generated/validators.js'
import type { RuleFile } from './rule.js'

const isRule = (value: unknown): value is Omit<RuleFile, 'file'> => validate(value)

/** The first thing that the schema objects to, in words. */
const schemaProblem = (): string => {
  const [error] = validate.errors ?? []
  if (!error) return 'it is no rule.'
  const { instancePath, message, params } = error
  const what = Object.values(params).find(value => typeof value === 'string' || Array.isArray(value))
  const detail = what === undefined || message?.includes(String(what)) ? '' : ` (${String(what)})`
  return `${instancePath === '' ? 'the rule' : instancePath} ${message ?? 'is not valid'}${detail}. schemas/rule.schema.json describes a rule.`
}

/** A rule as data, where a value has the shape of one; else what is wrong with it, in words. */
export const asRule = (value: unknown, file: string): RuleFile | string =>
  isRule(value) ? { ...value, file } : schemaProblem()
