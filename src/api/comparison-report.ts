import type { Difference } from '../compare/compare.js'
import type { Passage } from '../compare/passages.js'
import type { Statement } from '../compare/statement.js'
import { requirementCitation } from '../engine/citation.js'
import type { ComparedPair, ComparedPassage, ComparedText, PassageChange } from '../model/comparison.js'
import type { RequirementCoverage } from '../model/coverage.js'
import type { ReportFinding } from '../model/report.js'
import { REQUIREMENT_NAMES } from '../model/requirements.js'
import type { Span } from '../model/span.js'
import { headOf } from './head-of.js'

const spanOf = (statements: readonly Statement[]): Span | null => {
  const [first] = statements
  const last = statements.at(-1)
  if (!first || !last) return null
  const { prose, start } = first.sentence
  const end = last.sentence.prose === prose ? last.sentence.end : first.sentence.end
  return prose.source.span(...prose.toSource(start, end))
}

const comparedText = (statements: readonly Statement[]): ComparedText | null => {
  const [first] = statements
  const span = spanOf(statements)
  if (!first || !span) return null
  return {
    text: statements.map(({ sentence }) => sentence.text).join(' '),
    span,
    headings: first.headings,
    blocks: [...new Set(statements.flatMap(({ blocks }) => blocks))],
  }
}

const comparedPassage = (passage: Passage): ComparedPassage => {
  const both = [...passage.old, ...passage.new]
  return {
    change: passage.change,
    old: comparedText(passage.old),
    new: comparedText(passage.new),
    moved: passage.moved,
    requirements: REQUIREMENT_NAMES.filter(name => both.some(({ shows }) => shows.has(name))),
    aspects: passage.aspects,
    redline: passage.redline,
  }
}

const quoteOf = ({ evidence }: RequirementCoverage): string | null => evidence[0]?.sentence.text ?? null

const counted = (passages: readonly Passage[]): Readonly<Record<PassageChange, number>> => {
  const counts = { unchanged: 0, moved: 0, reworded: 0, new: 0, gone: 0, unseen: 0 }
  for (const { change } of passages) counts[change]++
  return counts
}

/** A comparison as reports give it. */
export const comparedPair = (difference: Difference, findings: readonly ReportFinding[]): ComparedPair => {
  const { old, new: fresh, passages } = difference
  return {
    old: headOf(old.disclosure),
    new: headOf(fresh.disclosure),
    notes: difference.notes,
    coverage: difference.coverage.map(({ requirement, old: before, new: after, change }) => ({
      requirement,
      citation: requirementCitation(requirement, fresh.disclosure.form),
      old: before.status,
      new: after.status,
      change,
      oldQuote: quoteOf(before),
      newQuote: quoteOf(after),
    })),
    flags: difference.flags.map(({ element, old: before, new: after, change, words }) => ({
      flag: element.name,
      element: element.element,
      old: before?.value ?? null,
      new: after?.value ?? null,
      change,
      words,
    })),
    blocks: difference.blocks.map(({ element, change }) => ({
      block: element.name,
      element: element.element,
      change,
    })),
    staleYears: difference.staleYears.flatMap(({ year, statement, unchanged }) => {
      const span = spanOf([statement])
      return span ? [{ year, quote: statement.sentence.text, span, unchanged }] : []
    }),
    passages: passages.map(comparedPassage),
    findings,
    summary: counted(passages),
  }
}
