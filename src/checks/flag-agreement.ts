import { lostTextOn, lostTextReason } from '../evidence/lost-text.js'
import type { CoverageStatus, Evidence, RequirementCoverage } from '../model/coverage.js'
import { textOf } from '../model/disclosure.js'
import { shorten } from '../text/shorten.js'
import type { Check, CheckInput, Words } from './check.js'
import { flagMeaning } from './flag-meaning.js'
import { namesBoardOnly } from './named-body.js'
import { plainAnswers } from './plain-answer.js'
import { positionsTogether } from './position-title.js'

const VALUES = ['flag', 'value', 'opposite', 'meaning', 'nearest'] as const

/** The table of design: what a flag's value and the status of its requirement make of each other. */
const AGREEMENT: Readonly<
  Record<'true' | 'false', Partial<Record<CoverageStatus, 'contradicted' | 'unsupported'>>>
> = {
  true: {
    negated: 'contradicted',
    absent: 'unsupported',
    'not-affected': 'contradicted',
    'cross-reference': 'unsupported',
  },
  false: { addressed: 'contradicted', affected: 'contradicted' },
}

/** What comes closest to bearing a flag out. */
const nearestOf = ({ evidence, nearest }: RequirementCoverage): readonly Evidence[] =>
  evidence.length > 0 ? evidence : nearest

/** Whether the block of the responsible positions names somebody in management, and so bears its flag out. */
const namesThem = (name: string, { disclosure, reading }: CheckInput): boolean =>
  name === 'positionsResponsible' &&
  disclosure.blocks.some(
    block =>
      block.element.name === name &&
      !namesBoardOnly(reading, block) &&
      positionsTogether(textOf(block)).length > 0,
  )

/** A flag that the document's own words deny, or that none of them bear out. */
export const flagAgreement: Check = {
  kind: 'flag-agreement',
  outcomes: { contradicted: VALUES, unsupported: VALUES },
  *run(input) {
    const { disclosure, reading } = input
    const seen = new Set<string>()
    for (const flag of disclosure.flags) {
      const { element, value } = flag
      const { requirement, name } = element
      const coverage = requirement && reading.coverage.get(requirement)
      if (!requirement || !coverage || seen.has(`${name} ${value}`)) continue
      seen.add(`${name} ${value}`)
      const outcome = AGREEMENT[value ? 'true' : 'false'][coverage.status]
      if (!outcome || (outcome === 'unsupported' && namesThem(name, input))) continue
      const lost = outcome === 'unsupported' ? lostTextOn(disclosure, requirement) : []
      if (lost.length > 0) {
        yield { outcome, requirement, unchecked: lostTextReason(lost) }
        continue
      }
      const shown = outcome === 'contradicted' ? plainAnswers(name, coverage) : nearestOf(coverage)
      if (outcome === 'contradicted' && shown.length === 0) continue
      const words = shown.map(({ sentence }): Words => sentence)
      const [first, ...others] = words
      yield {
        outcome,
        requirement,
        element,
        words: outcome === 'contradicted' ? (first ?? null) : null,
        place: flag,
        data: {
          flag: name,
          value: String(value),
          opposite: String(!value),
          meaning: flagMeaning(name, value),
          nearest: shown[0] ? shorten(shown[0].sentence.text) : '',
        },
        related: (outcome === 'contradicted' ? others : words)
          .slice(0, 2)
          .map(each => ({ message: outcome === 'contradicted' ? 'Also' : 'Nearest', words: each })),
      }
    }
  },
}
