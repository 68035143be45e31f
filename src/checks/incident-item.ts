import type { Disclosure } from '../model/disclosure.js'

/** The number of an item at the start of a heading or of a paragraph that it runs in to: "Item 8.01. Other Events". */
const ITEM = /^\W*items?\s*(\d{1,2}\.\d\d|1\s?C|16\s?K)\b/i

/** Items whose titles stand in a text, in order, each once. */
const itemsIn = ({ prose }: Disclosure): readonly string[] => [
  ...new Set(
    prose.flatMap(({ text, units }) =>
      units.flatMap(({ start, end }) => ITEM.exec(text.slice(start, Math.min(end, start + 40)))?.[1] ?? []),
    ),
  ),
]

/**
 * Why a current report is not held to Item 1.05 of Form 8-K; null where it is. An incident that is not determined to be
 * material is reported under another item, often 8.01, which asks for nothing of the kind.
 */
export const whyNoIncident = (disclosure: Disclosure): string | null => {
  const { form, blocks, prose } = disclosure
  if (blocks.some(({ element, origin }) => element.half === 'incident' && origin !== 'heading')) return null
  if (form === '6-K')
    return 'Item 1.05 is an item of Form 8-K, and this report on Form 6-K uses none of the elements for a material incident.'
  const items = itemsIn(disclosure)
  if (items.length > 0 && !items.includes('1.05'))
    return `The report stands under Item ${items.join(' and Item ')}, not under Item 1.05, which alone asks for this.`
  return prose.length === 0 ? 'No text was seen.' : null
}
