import { itemOpened } from './item-section.js'

/** Level of a bold line that stands for a heading below those that are marked as headings. */
const BOLD_LEVEL = 6

/** Level of a bold line that reads as a heading, as converted files have it; undefined for a bold sentence. */
export const titleLevel = (line: string): number | undefined => {
  if (line === '' || line.length > 120) return undefined
  if (itemOpened(line) !== undefined) return 1
  return /[.!?;:,]["”’']?$/.test(line) || line.split(' ').length > 14 ? undefined : BOLD_LEVEL
}
