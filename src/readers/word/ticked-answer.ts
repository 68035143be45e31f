const TICKED = '[☒☑✓✔■●]'
const OPEN = '[☐□○]'
const BOX = new RegExp(`${TICKED}|${OPEN}`, 'g')

/**
 * The answer that boxes give: "☒ Yes ☐ No" is "yes", a ticked box alone is "yes", an open one alone "no".
 * @returns the text itself where it has no boxes, or they give no one answer
 */
export const tickedAnswer = (text: string): string => {
  const boxes = text.match(BOX) ?? []
  const isTicked = (box: string): boolean => new RegExp(TICKED).test(box)
  const words = text
    .replace(BOX, ' ')
    .replace(/[\s/|,;]+/g, ' ')
    .trim()
    .toLowerCase()
  if (boxes.length === 1) {
    const ticked = isTicked(boxes[0] ?? '')
    if (words === '') return ticked ? 'yes' : 'no'
    return /^(?:yes|no|true|false)$/.test(words) && ticked ? words : text
  }
  if (boxes.length !== 2 || !/^(?:yes no|no yes|true false|false true)$/.test(words)) return text
  const ticked = boxes.map(isTicked)
  // Boxes stand before their words or after them, and in the same order.
  const answers = words.split(' ')
  return ticked[0] === ticked[1] ? text : (answers[ticked[0] ? 0 : 1] ?? text)
}
