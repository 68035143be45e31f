/** What an option of a rule, or a parameter of a kind of check, can be. */
export type OptionValue = boolean | number | string | readonly string[]

/** Values by name. */
export type OptionValues = Readonly<Record<string, OptionValue>>

interface TextSchema {
  readonly type: 'string'
  readonly enum?: readonly string[]
  readonly minLength?: number
  readonly maxLength?: number
}

/** The part of JSON Schema in which a rule says what an option can be. There are no regular expressions in it: those can hang. */
export type OptionSchema =
  | { readonly type: 'boolean' }
  | { readonly type: 'number' | 'integer'; readonly minimum?: number; readonly maximum?: number }
  | TextSchema
  | {
      readonly type: 'array'
      readonly items: TextSchema
      readonly minItems?: number
      readonly maxItems?: number
    }

/** Something about a rule that a configuration may set. */
export interface RuleOption {
  /** What it does, in one sentence. */
  readonly doc: string
  readonly schema: OptionSchema
  readonly default: OptionValue
}

/** Longer texts and lists are refused, whatever the schema says: each is looked for in every text. */
const LONGEST_TEXT = 500
const LONGEST_LIST = 500

const isText = (value: unknown, schema: TextSchema): value is string =>
  typeof value === 'string' &&
  (schema.enum?.includes(value) ?? true) &&
  value.length >= (schema.minLength ?? 0) &&
  value.length <= (schema.maxLength ?? LONGEST_TEXT)

const isWithin = (
  value: number,
  least = Number.NEGATIVE_INFINITY,
  most = Number.POSITIVE_INFINITY,
): boolean => value >= least && value <= most

/** Whether an option can be a value. */
export const isOptionValue = (value: unknown, schema: OptionSchema): value is OptionValue => {
  switch (schema.type) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'number':
    case 'integer':
      return (
        typeof value === 'number' &&
        Number.isFinite(value) &&
        (schema.type === 'number' || Number.isInteger(value)) &&
        isWithin(value, schema.minimum, schema.maximum)
      )
    case 'string':
      return isText(value, schema)
    case 'array':
      return (
        Array.isArray(value) &&
        isWithin(value.length, schema.minItems, schema.maxItems ?? LONGEST_LIST) &&
        value.every(each => isText(each, schema.items))
      )
  }
}

const textPhrase = ({ enum: known, minLength = 0, maxLength = LONGEST_TEXT }: TextSchema): string => {
  if (known) return known.length < 2 ? known.join() : `${known.slice(0, -1).join(', ')} or ${known.at(-1)}`
  return minLength > 0 ? `a text of ${minLength} to ${maxLength} characters` : 'a text'
}

const rangePhrase = (least: number | undefined, most: number | undefined): string => {
  if (least !== undefined && most !== undefined) return ` from ${least} to ${most}`
  if (least !== undefined) return `, ${least} or more`
  return most === undefined ? '' : `, ${most} or less`
}

/** What an option can be, in words: "a number from 0.3 to 1". */
export const optionPhrase = (schema: OptionSchema): string => {
  switch (schema.type) {
    case 'boolean':
      return 'true or false'
    case 'number':
      return `a number${rangePhrase(schema.minimum, schema.maximum)}`
    case 'integer':
      return `a whole number${rangePhrase(schema.minimum, schema.maximum)}`
    case 'string':
      return textPhrase(schema)
    case 'array': {
      const { items, minItems, maxItems } = schema
      const count =
        minItems === undefined && maxItems === undefined ? '' : rangePhrase(minItems ?? 0, maxItems)
      return `a list${count}, each ${textPhrase(items)}`
    }
  }
}
