import {
  type Article,
  type ArticleTerms,
  articleOf,
  type Entry,
  type Explained,
  type Fact,
  type Said,
} from '../api/article.js'
import { type ExampleContent, priorContent } from '../api/example-input.js'
import type { RuleExample } from '../engine/rule.js'
import { type Canvas, LOOKS } from '../reporters/canvas.js'
import { findingLines } from '../reporters/finding-lines.js'
import { paragraph } from '../reporters/wrap.js'

const LABEL = 12
const INDENT = '  '

/** "Severity    warning": a label and what it says, wrapped beside it. */
const factLines = ({ label, text }: Fact, { width, style }: Canvas): string[] =>
  paragraph(text, width, ' '.repeat(LABEL), style(label, 'dim') + ' '.repeat(LABEL - label.length))

const bar = (text: string, { width, style }: Canvas): string[] =>
  text
    .split('\n\n')
    .flatMap((part, index) => [
      ...(index === 0 ? [] : [`${INDENT}${style('│', 'dim')}`]),
      ...paragraph(part.replaceAll('\n', ' '), width, `${INDENT}${style('│', 'dim')} `),
    ])

/** Markup, with a line for each tag that begins one where it was written: other line ends are white space. */
const listing = (markup: string, { width, style }: Canvas): string[] =>
  markup
    .trimEnd()
    .replace(/\n(?!<)/g, ' ')
    .split('\n')
    .flatMap(line => paragraph(line, width, `${INDENT}${style('│', 'dim')} `))

const contentText = ({ text, word, flags, blocks }: ExampleContent): string =>
  [
    ...(text === undefined ? [] : [text]),
    ...(word === undefined ? [] : [word]),
    ...Object.entries(blocks ?? {}).map(([name, block]) => `${name}: ${block}`),
    ...Object.entries(flags ?? {}).map(([name, value]) => `${name}: ${value}`),
  ].join('\n\n')

const saidLines = ({ finding, isNearest }: Said, number: number, canvas: Canvas): string[] => [
  '',
  ...findingLines(finding, number, [], isNearest, { ...canvas, width: canvas.width - INDENT.length }).map(
    line => `${INDENT}${line}`,
  ),
]

const exampleLines = (example: RuleExample, says: readonly Said[], canvas: Canvas): string[] => {
  const said = says.flatMap((each, index) => saidLines(each, index + 1, canvas))
  const prior = priorContent(example)
  return [
    ...paragraph(`${example.title} (Form ${example.form})`, canvas.width, INDENT, '- '),
    ...(example.inline === undefined ? bar(contentText(example), canvas) : listing(example.inline, canvas)),
    ...(prior ? ['', `${INDENT}Before it:`, ...bar(contentText(prior), canvas)] : []),
    ...said,
    ...(said.length > 0 ? [''] : []),
  ]
}

const entryLines = (entry: Entry, canvas: Canvas): string[] => {
  const { width } = canvas
  switch (entry.type) {
    case 'text':
      return paragraph(entry.text, width, '')
    case 'point':
      return paragraph(entry.text, width, INDENT, '- ')
    case 'reference':
      return paragraph(`${entry.to.name}: ${entry.text}`, width, INDENT, '- ')
    case 'outcome':
      return [
        ...paragraph(`${entry.name} (${entry.severity}): ${entry.message}`, width, INDENT, '- '),
        ...(entry.tagged === null ? [] : paragraph(`Of tagged text: ${entry.tagged}`, width, INDENT)),
        ...paragraph(`To do: ${entry.suggestion}`, width, INDENT),
      ]
    case 'example':
      return exampleLines(entry.example, entry.says, canvas)
  }
}

const articleLines = ({ title, severity, lead, facts, sections }: Article, canvas: Canvas): string[] => [
  canvas.style(title, 'bold', ...(severity === null ? [] : [LOOKS[severity]])),
  ...paragraph(lead, canvas.width, ''),
  ...(facts.length === 0 ? [] : ['', ...facts.flatMap(fact => factLines(fact, canvas))]),
  ...sections.flatMap(({ heading, entries }) => {
    const lines = entries.flatMap(entry => entryLines(entry, canvas))
    return ['', canvas.style(heading, 'bold'), ...(lines.at(-1) === '' ? lines.slice(0, -1) : lines)]
  }),
]

/** What an explanation says, as lines. */
export const explanationText = async (
  explanation: Explained,
  canvas: Canvas,
  terms?: ArticleTerms,
): Promise<string[]> => articleLines(await articleOf(explanation, terms), canvas)
