import type { OptionValues } from '../model/option.js'

/** A parameter of a run that is a number. */
export const numberIn = (values: OptionValues, name: string, otherwise: number): number => {
  const value = values[name]
  return typeof value === 'number' ? value : otherwise
}

/** A parameter of a run that is a list of texts. */
export const textsIn = (values: OptionValues, name: string): readonly string[] => {
  const value = values[name]
  return typeof value === 'object' ? value : []
}
