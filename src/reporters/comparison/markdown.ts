import type { ComparedPair, ComparedPassage, RedlinePart } from '../../model/comparison.js'
import { count } from '../count.js'
import { documentName } from '../document-head.js'
import { isLive } from '../live.js'
import { code, shown } from '../markdown-text.js'
import { placeName } from '../place-name.js'
import {
  coverageToTell,
  flagLine,
  flagsToTell,
  groupsOf,
  type PassageGroup,
  pairHead,
  rewordedInSubstance,
  rewordedInWording,
  summaryLine,
} from './digest.js'
import type { ComparisonReporter } from './reporter.js'

/** Text with marks round it, white space left outside; marks hold only where a letter stands beside them. */
const between = (text: string, open: string, close: string): string => {
  const own = text.trim()
  return own === '' ? text : `${open}${shown(own)}${close} `
}

/** A redline in HTML's own words for it, which every reader of Markdown shows. */
export const redlineMarkdown = (parts: readonly RedlinePart[]): string =>
  parts
    .map(({ kind, text }) => {
      if (kind === 'same') return `${shown(text)}${/\s$/.test(text) ? ' ' : ''}`
      return kind === 'removed' ? between(text, '<del>', '</del>') : between(text, '<ins>', '</ins>')
    })
    .join('')
    .replace(/ +/g, ' ')
    .replace(/(?<=<\/(?:del|ins)>) (?=[.,;:)”])/g, '')
    .trim()

const section = <Item>(
  title: string,
  items: readonly Item[],
  line: (item: Item) => string,
): readonly string[] =>
  items.length === 0 ? [] : ['', `**${title}**`, '', ...items.map(item => `- ${line(item)}`)]

const folded = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `<details><summary>${title}</summary>`, '', ...lines, '', '</details>']

const place = (parts: readonly string[]): string => shown(parts.filter(part => part !== '').join(' · '))

const grouped = ({ change, span, other, requirements, text }: PassageGroup): string =>
  `${place([
    `${change === 'gone' ? 'was ' : ''}${placeName(span)}${other ? `, was ${placeName(other)}` : ''}`,
    requirements.join(', '),
  ])}: “${shown(text)}”`

const reworded = ({ new: fresh, redline, requirements, aspects }: ComparedPassage): string =>
  `${place([fresh ? placeName(fresh.span) : '', requirements.join(', '), aspects.join(', ')])}: ${redlineMarkdown(redline)}`

const pairLines = (pair: ComparedPair): readonly string[] => {
  const wording = rewordedInWording(pair)
  return [
    `### ${code(documentName(pair.old))} → ${code(documentName(pair.new))}`,
    '',
    shown(pairHead(pair)),
    '',
    `**${shown(summaryLine(pair))}**`,
    ...pair.notes.flatMap(note => ['', `> ${shown(note)}`]),
    ...section(
      'Findings',
      pair.findings.filter(isLive),
      ({ severity, rule, message, suggestion, span }) =>
        `**${severity}** ${code(rule)}${span ? ` · ${shown(placeName(span))}` : ''}: ${shown(message)} To do: ${shown(suggestion)}`,
    ),
    ...section(
      'What the item answers',
      coverageToTell(pair),
      ({ change, requirement, old, new: fresh, newQuote }) =>
        `${change}: ${requirement}, ${old} → ${fresh}${newQuote === null ? '' : `: “${shown(newQuote)}”`}`,
    ),
    ...section('Flags', flagsToTell(pair), flag => `${shown(flag.flag)}: ${shown(flagLine(flag))}`),
    ...section(
      'Years of the prior period',
      pair.staleYears,
      ({ year, quote, span }) => `${shown(placeName(span))} · ${year}: “${shown(quote)}”`,
    ),
    ...section('Reworded in substance', rewordedInSubstance(pair), reworded),
    ...section('New', groupsOf(pair.passages, 'new'), grouped),
    ...section('Gone', groupsOf(pair.passages, 'gone'), grouped),
    ...section('Moved', groupsOf(pair.passages, 'moved'), grouped),
    ...folded(
      `${count(wording.length, 'sentence')} reworded in wording alone`,
      wording.map(each => `- ${reworded(each)}`),
    ),
    '',
  ]
}

/** The comparison as Markdown, for a memo or a comment on a pull request. */
export const comparisonMarkdown = (): ComparisonReporter => ({
  pair: pair => `${pairLines(pair).join('\n')}\n`,
  end: ({ unpaired, errors }) =>
    [
      ...section(
        'Not compared',
        unpaired,
        each => `${code(documentName(each))} (${each.side}): ${shown(each.reason)}`,
      ),
      ...section('Could not be read', errors, ({ path, message }) => `${code(path)}: ${shown(message)}`),
      '',
    ].join('\n'),
})
