import type { InspectedDocument, InspectedEvidence } from '../api/inspect.js'
import type { Canvas } from '../reporters/canvas.js'
import { count } from '../reporters/count.js'
import { documentHead } from '../reporters/document-head.js'
import { placeName } from '../reporters/place-name.js'
import { printable } from '../reporters/style.js'
import { paragraph, shortened } from '../reporters/wrap.js'

const evidenceLines = ({ requirement, status, candidates }: InspectedEvidence, canvas: Canvas): string[] => [
  `  ${canvas.style(requirement, 'bold')}: ${status}`,
  ...candidates.flatMap(candidate =>
    paragraph(
      `${candidate.pattern}, ${candidate.assertion}, ${candidate.status} (${placeName(candidate.span)}): ${printable(candidate.quote)}`,
      canvas.width,
      '      ',
      '    - ',
    ),
  ),
]

/**
 * What the reader saw, as lines: the head, flags, text blocks with their first words, and the evidence where asked for.
 * @param flagPlaces for each flag, what gives it
 */
export const inspectionText = (
  document: InspectedDocument,
  flagPlaces: readonly string[],
  canvas: Canvas,
): string[] => {
  const { view, flags, blocks, sentences, evidence } = document
  const { width, style } = canvas
  const seen = view === 'item' ? 'The whole item was seen' : 'Only tagged facts were seen'
  const names = Math.max(0, ...flags.map(flag => flag.name.length))
  return [
    ...documentHead(document, canvas),
    ...paragraph(
      `${seen}: ${count(sentences, 'sentence')}, ${count(blocks.length, 'text block')}, ${count(flags.length, 'flag')}.`,
      width,
      '',
    ),
    ...(flags.length === 0 ? [] : ['', style('Flags', 'bold')]),
    ...flags.map(
      (flag, index) =>
        `  ${flag.name.padEnd(names)}  ${String(flag.value).padEnd(5)}  ${placeName(flag.span)}, from ${flagPlaces[index] ?? flag.source}`,
    ),
    ...(blocks.length === 0 ? [] : ['', style('Text blocks', 'bold')]),
    ...blocks.flatMap(block => {
      const indent = '  '.repeat(block.depth + 1)
      const words = block.text.split(/\s+/).filter(word => word !== '').length
      return [
        ...paragraph(
          `${block.name}: ${count(words, 'word')}, ${placeName(block.span)}, from ${block.source}`,
          width,
          indent,
        ),
        indent +
          style(
            `│ ${shortened(printable(block.text).replaceAll('\n', ' '), width - indent.length - 2)}`,
            'dim',
          ),
      ]
    }),
    ...(evidence === undefined
      ? []
      : ['', style('Evidence', 'bold'), ...evidence.flatMap(each => evidenceLines(each, canvas))]),
    '',
  ]
}
