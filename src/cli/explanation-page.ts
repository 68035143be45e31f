import {
  type Article,
  type ArticleTerms,
  articleOf,
  type Entry,
  type Explained,
  type Reference,
  type Said,
} from '../api/article.js'
import { exampleFacts } from '../api/example-facts.js'
import { type ExampleContent, priorContent } from '../api/example-input.js'
import type { RuleExample } from '../engine/rule.js'
import { findingLines } from '../reporters/finding-lines.js'
import { code, shown } from '../reporters/markdown-text.js'
import { styleFor } from '../reporters/style.js'

/** Where the page of a rule or a requirement is, from the page that is written; null where there is none. */
export type LinkTo = (reference: Reference) => string | null

const PAGE = { width: 80, color: false, style: styleFor(false) } as const

const fence = (language: string, lines: readonly string[]): string =>
  `\`\`\`${language}\n${lines.join('\n')}\n\`\`\``

/** A rule or a requirement by name, with its page. */
const named = (reference: Reference, linkTo: LinkTo): string => {
  const link = linkTo(reference)
  return link === null ? code(reference.name) : `[${code(reference.name)}](${link})`
}

/** Text as Markdown, in which each rule that has a page links to it. */
const linked = (text: string, linkTo: LinkTo): string =>
  text
    .split(/\b([a-z]+\/[a-z]+(?:-[a-z]+)*)(?![\w/])/)
    .map((part, index) => {
      const link = index % 2 === 1 ? linkTo({ kind: 'rule', name: part }) : null
      return link === null ? shown(part) : `[${code(part)}](${link})`
    })
    .join('')

const exampleFile = (example: ExampleContent): string => {
  if (example.inline !== undefined) return fence('html', example.inline.trimEnd().split('\n'))
  if (example.word !== undefined) return fence('text', example.word.trimEnd().split('\n'))
  return fence('yaml', exampleFacts(example).trimEnd().split('\n'))
}

const ABOUT: Readonly<Record<'inline' | 'word', string>> = {
  inline: 'Within a tagged document on Form',
  word: 'A Word document, its marks of review written out, on Form',
}

const formLine = ({ form, inline, word, periodOfReport }: RuleExample): readonly string[] => {
  if (inline === undefined && word === undefined) return []
  const about = inline === undefined ? ABOUT.word : ABOUT.inline
  return [`${about} ${form}${periodOfReport === undefined ? '' : `, period ended ${periodOfReport}`}:`]
}

const saidLines = (says: readonly Said[]): readonly string[] =>
  says.flatMap(({ finding, isNearest }, index) => [
    ...(index === 0 ? [] : ['']),
    ...findingLines(finding, index + 1, [], isNearest, PAGE),
  ])

const entryParts = (entry: Entry, linkTo: LinkTo): readonly string[] => {
  switch (entry.type) {
    case 'text':
      return [linked(entry.text, linkTo)]
    case 'point':
      return [`- ${linked(entry.text, linkTo)}`]
    case 'reference':
      return [`- ${named(entry.to, linkTo)}: ${linked(entry.text, linkTo)}`]
    case 'outcome':
      return [
        `**${entry.name}** (${entry.severity}): ${linked(entry.message, linkTo)}`,
        ...(entry.tagged === null ? [] : [`Of tagged text: ${linked(entry.tagged, linkTo)}`]),
        `To do: ${linked(entry.suggestion, linkTo)}`,
      ]
    case 'example': {
      const said = saidLines(entry.says)
      const prior = priorContent(entry.example)
      return [
        `### ${shown(entry.example.title)}`,
        ...(prior ? ['Before it:', exampleFile(prior), 'Now:'] : []),
        ...formLine(entry.example),
        exampleFile(entry.example),
        ...(said.length === 0 ? [] : [fence('text', said)]),
      ]
    }
  }
}

/** Points of a list stand together; everything else is a paragraph of its own. */
const joined = (parts: readonly string[]): string =>
  parts.reduce((text, part) => {
    const between = text === '' ? '' : part.startsWith('- ') && /(?:^|\n)- [^\n]*$/.test(text) ? '\n' : '\n\n'
    return `${text}${between}${part}`
  }, '')

const articlePage = ({ title, lead, facts, sections }: Article, linkTo: LinkTo): string =>
  joined([
    `# ${shown(title)}`,
    linked(lead, linkTo),
    ...(facts.length === 0
      ? []
      : [
          ['| | |', '| --- | --- |']
            .concat(facts.map(({ label, text }) => `| ${label} | ${linked(text, linkTo)} |`))
            .join('\n'),
        ]),
    ...sections.flatMap(({ heading, entries }) => [
      `## ${heading}`,
      ...entries.flatMap(entry => entryParts(entry, linkTo)),
    ]),
  ])

/** What an explanation says, as a page of Markdown. */
export const explanationPage = async (
  explanation: Explained,
  linkTo: LinkTo = () => null,
  terms?: ArticleTerms,
): Promise<string> => `${articlePage(await articleOf(explanation, terms), linkTo)}\n`
