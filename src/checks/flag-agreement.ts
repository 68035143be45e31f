import type { CoverageStatus, Evidence, RequirementCoverage } from '../model/coverage.js'
import { shorten } from '../text/shorten.js'
import type { Check, Words } from './check.js'
import { flagMeaning } from './flag-meaning.js'
import { lostTextOn, lostTextReason } from './lost-text.js'
import { plainAnswers } from './plain-answer.js'

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

/** A flag that the document's own words deny, or that none of them bear out. */
export const flagAgreement: Check = {
  kind: 'flag-agreement',
  outcomes: { contradicted: VALUES, unsupported: VALUES },
  *run({ disclosure, reading }) {
    const seen = new Set<string>()
    for (const flag of disclosure.flags) {
      const { element, value } = flag
      const { requirement, name } = element
      const coverage = requirement && reading.coverage.get(requirement)
      if (!requirement || !coverage || seen.has(`${name} ${value}`)) continue
      seen.add(`${name} ${value}`)
      const outcome = AGREEMENT[value ? 'true' : 'false'][coverage.status]
      if (!outcome) continue
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
