import { paragraph } from '../reporters/wrap.js'
import type { ExampleContent } from './example-input.js'

/** Columns of folded texts. */
const WIDTH = 100

/** A text as a YAML scalar in lines: literal where its line ends count, folded where it is one long line. */
const scalar = (key: string, text: string, indent: string): readonly string[] => {
  const inner = `${indent}  `
  if (/^\s|\s$| {2}|\n[^\S\n]|[^\S\n]\n|^$/.test(text)) return [`${indent}${key}: ${JSON.stringify(text)}`]
  return text.includes('\n')
    ? [`${indent}${key}: |-`, ...text.split('\n').map(line => (line === '' ? '' : `${inner}${line}`))]
    : [`${indent}${key}: >-`, ...paragraph(text, WIDTH, inner)]
}

const mapping = (key: string, entries: readonly (readonly string[])[]): readonly string[] =>
  entries.length === 0 ? [] : [`${key}:`, ...entries.flat()]

/** An example of text, flags and text blocks as a file of facts, which cydlint reads. */
export const exampleFacts = ({
  form,
  periodOfReport,
  text,
  flags,
  blocks,
  truncated,
}: ExampleContent): string => {
  const lines = [
    `form: ${form}`,
    ...(periodOfReport === undefined ? [] : [`periodOfReport: ${periodOfReport}`]),
    ...mapping(
      'flags',
      Object.entries(flags ?? {}).map(([name, value]) => [`  ${name}: ${value}`]),
    ),
    ...mapping(
      'blocks',
      Object.entries(blocks ?? {}).map(([name, block]) => scalar(name, block, '  ')),
    ),
    ...(text === undefined ? [] : scalar('text', text, '')),
    ...(truncated === undefined ? [] : [`truncated: [${truncated.join(', ')}]`]),
  ]
  return `${lines.join('\n')}\n`
}
