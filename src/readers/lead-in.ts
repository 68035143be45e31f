/** Whether a paragraph leads in the list that follows it: it ends in a colon or dash, or stops in mid-sentence. */
export const opensList = (paragraph: string): boolean => {
  const end = paragraph.trimEnd()
  return end !== '' && !/[.!?;][)\]"”’']*$/.test(end)
}
