import type { ComparedPair, ComparedPassage, UnpairedDocument } from '../../model/comparison.js'
import { shorten } from '../../text/shorten.js'
import { type Canvas, LOOKS } from '../canvas.js'
import { count } from '../count.js'
import { documentName } from '../document-head.js'
import { isLive } from '../live.js'
import { placeName } from '../place-name.js'
import { printable, styleFor } from '../style.js'
import { paragraph } from '../wrap.js'
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
  weightiestFirst,
} from './digest.js'
import { redlineLines, shortRedline } from './redline-text.js'
import type { ComparisonReporter } from './reporter.js'

export interface ComparisonTerminalOptions {
  /** Columns of the terminal. Lines are 40 columns at least and 120 at most. */
  readonly width: number
  readonly color: boolean
  /** Lines that two documents may have, where not everything is asked for. */
  readonly height: number
  /** Everything, in full: else what differs in substance, on one screen. */
  readonly all: boolean
}

/** How many are told of each kind, and in how many lines what is quoted. */
interface Room {
  readonly findings: number
  readonly answers: number
  readonly flags: number
  readonly years: number
  readonly reworded: number
  readonly new: number
  readonly gone: number
  readonly moved: number
  readonly lines: number
}

/** The first that fits a screen is taken; most comparisons fit the first. */
const ROOMS: readonly [Room, ...Room[]] = [
  { findings: 4, answers: 5, flags: 5, years: 3, reworded: 4, new: 3, gone: 3, moved: 2, lines: 2 },
  { findings: 4, answers: 5, flags: 5, years: 2, reworded: 4, new: 2, gone: 2, moved: 1, lines: 1 },
  { findings: 3, answers: 4, flags: 3, years: 1, reworded: 3, new: 2, gone: 1, moved: 1, lines: 1 },
  { findings: 2, answers: 3, flags: 2, years: 1, reworded: 2, new: 1, gone: 1, moved: 1, lines: 1 },
]
/** Lines at the end of the report. */
const CLOSING = 2
/** Characters by which a passage is known in a message that quotes it. */
const TOLD = 60

const INDENT = '  '
const DEEPER = '    '

/** Requirements by name; where a sentence bears on many, the first of them. */
const bearing = (requirements: readonly string[]): string =>
  requirements.length > 2
    ? `${requirements.slice(0, 2).join(', ')} and ${requirements.length - 2} more`
    : requirements.join(', ')

const label = (parts: readonly string[]): string => parts.filter(part => part !== '').join(' · ')

/** The lines of a comparison, kind by kind. @param room null for everything, in full */
const pairLines = (pair: ComparedPair, room: Room | null, canvas: Canvas): readonly string[] => {
  const all = room === null
  const most = room ?? ROOMS[0]
  const { width, style, color } = canvas
  const text = (words: string, indent = INDENT, first = indent): readonly string[] =>
    paragraph(printable(words), width, indent, first)
  const least = (words: string): string =>
    all ? words : shorten(words, (width - DEEPER.length) * most.lines - 4)
  const quote = (words: string): readonly string[] => text(`“${least(words)}”`, DEEPER)
  const section = <Item>(
    title: string,
    items: readonly Item[],
    told: number,
    lines: (item: Item) => readonly string[],
  ): readonly string[] => {
    if (items.length === 0) return []
    const shown = all ? items : items.slice(0, told)
    const rest = items.length - shown.length
    return [
      '',
      style(title, 'bold'),
      ...shown.flatMap(lines),
      ...(rest > 0 ? [`${INDENT}and ${rest} more`] : []),
    ]
  }
  const grouped = (group: PassageGroup): readonly string[] => [
    ...text(
      label([
        `${group.change === 'gone' ? 'was ' : ''}${placeName(group.span)}${group.other ? `, was ${placeName(group.other)}` : ''}`,
        group.sentences > 1 ? count(group.sentences, 'sentence') : '',
        bearing(group.requirements),
      ]),
    ),
    ...quote(group.text),
  ]
  const reworded = (passage: ComparedPassage): readonly string[] => [
    ...text(
      label([
        passage.new ? placeName(passage.new.span) : '',
        passage.moved && passage.old ? `moved from ${placeName(passage.old.span)}` : '',
        bearing(passage.requirements),
        passage.aspects.join(', '),
      ]),
    ),
    ...redlineLines(
      all ? passage.redline : shortRedline(passage.redline),
      width,
      DEEPER,
      style,
      color,
      all ? undefined : most.lines + 1,
    ),
  ]
  const wording = rewordedInWording(pair)
  const findings = pair.findings.filter(isLive)
  const news = weightiestFirst(groupsOf(pair.passages, 'new'))
  const isTold = ({ text: own }: PassageGroup): boolean =>
    !all && findings.some(({ message }) => message.includes(own.slice(0, TOLD)))
  const gone = weightiestFirst(groupsOf(pair.passages, 'gone').filter(group => !isTold(group)))
  const moved = weightiestFirst(groupsOf(pair.passages, 'moved'))
  const blocks = pair.blocks.filter(({ change }) => change === 'added' || change === 'removed')
  return [
    style('─'.repeat(width), 'dim'),
    ...text(`${documentName(pair.old)} → ${documentName(pair.new)}`, '').map(line => style(line, 'bold')),
    ...text(pairHead(pair), ''),
    ...text(summaryLine(pair), ''),
    ...pair.notes.flatMap(note => text(note, INDENT, '! ')),
    ...section('Findings', findings, most.findings, finding => {
      const head = `${finding.severity} ${finding.rule}`
      const [first = '', ...rest] = text(
        `${head}${finding.span ? ` · ${placeName(finding.span)}` : ''}`,
        DEEPER,
        INDENT,
      )
      return [
        INDENT + style(head, 'bold', LOOKS[finding.severity]) + first.slice(INDENT.length + head.length),
        ...rest,
        ...text(all ? `${finding.message} To do: ${finding.suggestion}` : finding.message, DEEPER),
      ]
    }),
    ...section('What the item answers', coverageToTell(pair), most.answers, row => [
      ...text(`${row.change}: ${row.requirement}, ${row.old} → ${row.new}`, DEEPER, INDENT),
      ...(row.newQuote === null ? [] : quote(row.newQuote)),
    ]),
    ...section('Flags', flagsToTell(pair), most.flags, flag =>
      text(`${flag.flag}: ${flagLine(flag)}`, DEEPER, INDENT),
    ),
    ...section('Years of the prior period', pair.staleYears, most.years, ({ year, quote: words, span }) => [
      ...text(`${placeName(span)} · ${year}`),
      ...quote(words),
    ]),
    ...section('New', news, most.new, grouped),
    ...section('Gone', gone, most.gone, grouped),
    ...section('Reworded in substance', rewordedInSubstance(pair), most.reworded, reworded),
    ...section('Moved', moved, most.moved, grouped),
    ...(all ? section('Reworded in wording alone', wording, wording.length, reworded) : []),
    ...(all ? section('Cut off in the other document', groupsOf(pair.passages, 'unseen'), 0, grouped) : []),
    ...section('Text blocks', blocks, blocks.length, ({ block, change }) => text(`${block}: ${change}`)),
    ...(all || wording.length === 0
      ? []
      : ['', ...text(`${count(wording.length, 'sentence')} reworded in wording alone.`, '')]),
  ]
}

const unpairedLines = (
  unpaired: readonly UnpairedDocument[],
  all: boolean,
  width: number,
): readonly string[] => {
  if (unpaired.length === 0) return []
  const shown = all ? unpaired : unpaired.slice(0, 5)
  return [
    '',
    `Not compared: ${count(unpaired.length, 'document')}.`,
    ...shown.flatMap(each =>
      paragraph(printable(`${documentName(each)} (${each.side}): ${each.reason}.`), width, DEEPER, INDENT),
    ),
    ...(shown.length < unpaired.length ? [`${INDENT}and ${unpaired.length - shown.length} more`] : []),
  ]
}

/** The comparison as a person reads it: what differs in substance first, and on one screen unless all is asked for. */
export const comparisonTerminal = ({
  width: columns,
  color,
  height,
  all,
}: ComparisonTerminalOptions): ComparisonReporter => {
  const width = Math.min(120, Math.max(40, columns))
  const canvas: Canvas = { width, color, style: styleFor(color) }
  /** Whether there is something that --all shows in full. */
  let hasMore = false
  return {
    pair: pair => {
      const { moved, reworded, gone, new: added } = pair.summary
      if (moved + reworded + gone + added > 0) hasMore = true
      const layouts = all ? [null] : ROOMS
      let lines: readonly string[] = []
      for (const room of layouts) {
        lines = pairLines(pair, room, canvas)
        if (lines.length + CLOSING <= height) break
      }
      return `${lines.join('\n')}\n`
    },
    end: ({ unpaired, errors }) => {
      const lines = [
        ...unpairedLines(unpaired, all, width),
        ...errors.flatMap(({ path, message }) => [
          '',
          ...paragraph(printable(`${path} could not be read: ${message}`), width, ''),
        ]),
        ...(!all && hasMore ? ['', 'With --all, everything that differs, in full.'] : []),
      ]
      return lines.length === 0 ? '' : `${lines.join('\n')}\n`
    },
  }
}
