import { type CydElement, ELEMENTS, elementNamed } from '../../model/elements.js'
import { didYouMean } from '../../text/nearest-name.js'

const NAMES = {
  boolean: [...new Set(ELEMENTS.filter(({ datatype }) => datatype === 'boolean').map(({ name }) => name))],
  textBlock: [
    ...new Set(ELEMENTS.filter(({ datatype }) => datatype === 'textBlock').map(({ name }) => name)),
  ],
}
/** What a datatype of the taxonomy is called. */
export const KIND = { boolean: 'flag', textBlock: 'text block' }

/** Why a name is no element of a datatype. */
export const unknownName = (name: string, datatype: CydElement['datatype']): string => {
  const other = datatype === 'boolean' ? 'textBlock' : 'boolean'
  if (elementNamed(name, other))
    return `"${name}" is a ${KIND[other]}, not a ${KIND[datatype]}.${didYouMean(name, NAMES[datatype])}`
  const bare = name.startsWith('cyd:') ? name.slice(4) : name
  const known =
    bare.length > 30
      ? ELEMENTS.filter(element => element.datatype === datatype).map(({ element }) => element)
      : NAMES[datatype]
  return `"${name}" is not a ${KIND[datatype]} of the cyd taxonomy.${didYouMean(bare, known) || ` The ${KIND[datatype]}s are ${NAMES[datatype].join(', ')}.`}`
}
