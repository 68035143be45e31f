import { describe, expect, test } from 'vitest'
import { loadRules } from '../../src/engine/catalogue.js'
import { requirementCitation } from '../../src/engine/citation.js'
import type { OutcomeText, RuleFile, RuleForce } from '../../src/engine/rule.js'
import { oneLower } from '../../src/engine/severity.js'
import { requirements } from '../../src/generated/requirements.js'
import { elementNamed } from '../../src/model/elements.js'
import { isAnnual } from '../../src/model/forms.js'
import { REQUIREMENT_NAMES } from '../../src/model/requirements.js'

const rules = loadRules()
const outcomesOf = (rule: RuleFile): readonly (readonly [string, OutcomeText])[] =>
  Object.entries(rule.outcomes)
const templatesOf = (rule: RuleFile): readonly string[] =>
  outcomesOf(rule).flatMap(([, { message, tagged, suggestion }]) => [message, tagged ?? '', suggestion])

const MAY_BE_ERROR: readonly RuleForce[] = ['binding', 'self-contradiction', 'cannot be filed']

/** Every rule for which a statement does not hold, with what to do about it: an empty list is a pass. */
const offenders = (fails: (rule: RuleFile) => boolean | string, cure: string): readonly string[] =>
  rules.flatMap(rule => {
    const failure = fails(rule)
    return failure ? [`${rule.file}: ${typeof failure === 'string' ? failure : ''} ${cure}`] : []
  })

describe('the catalogue', () => {
  test('holds every rule of the families that it claims to have', () => {
    expect(rules.map(({ name }) => name)).toMatchInlineSnapshot(`
      [
        "block/board-body-as-management",
        "block/duplicate",
        "block/empty",
        "block/near-duplicate",
        "block/no-committee",
        "block/off-topic",
        "block/repeated-passage",
        "block/stub",
        "block/truncated",
        "compare/coverage-lost",
        "compare/flag-flipped",
        "compare/incident-answered",
        "compare/unchanged",
        "draft/absolute-claim",
        "draft/alternative",
        "draft/bracket",
        "draft/contradiction",
        "draft/dangling-reference",
        "draft/editor-note",
        "draft/inconsistent-name",
        "draft/placeholder",
        "draft/rule-text",
        "draft/stale-period",
        "draft/vague-frequency",
        "draft/wrong-form",
        "effect/future-only",
        "effect/hypothetical-after-fact",
        "effect/incidents-only",
        "effect/past-only",
        "effect/time-limited",
        "effect/yes-without-how",
        "flag/block-without-flag",
        "flag/contradicted",
        "flag/false-with-block",
        "flag/missing",
        "flag/unsupported",
        "flag/without-block",
        "incident/missing-impact",
        "incident/missing-nature",
        "incident/missing-scope",
        "incident/missing-timing",
        "incident/technical-detail",
        "incident/undetermined-without-statement",
        "missing/board-committee",
        "missing/board-informed",
        "missing/board-oversight",
        "missing/expertise",
        "missing/integrated",
        "missing/integration-how",
        "missing/item",
        "missing/management-informed",
        "missing/management-role",
        "missing/material-effect",
        "missing/positions",
        "missing/processes",
        "missing/report-to-board",
        "missing/third-party-engaged",
        "missing/third-party-oversight",
        "suppression/expired",
        "suppression/invalid",
        "suppression/unused",
        "tag/broken-continuation",
        "tag/conflicting-values",
        "tag/escape",
        "tag/flag-format",
        "tag/hidden",
        "tag/nesting",
        "tag/none",
        "tag/unknown-element",
        "tag/wrong-context",
        "tag/wrong-form-element",
      ]
    `)
  })

  test('names a rule after its file', () => {
    expect(
      offenders(({ name, file }) => file !== `rules/${name}.yaml`, 'Give the file the name of the rule.'),
    ).toEqual([])
  })

  test('has a rule for the absence of each requirement', () => {
    const asked = rules.flatMap(({ check }) => check.requirement ?? [])
    expect(REQUIREMENT_NAMES.filter(name => !asked.includes(name))).toEqual([])
  })
})

describe('authority', () => {
  test('lets only binding text, self-contradiction and what cannot be filed be an error', () => {
    expect(
      offenders(
        rule =>
          [rule.severity, ...outcomesOf(rule).map(([, { severity }]) => severity)].includes('error') &&
          !MAY_BE_ERROR.includes(rule.authority.force),
        `Lower the severity to warning, or give one of the grounds ${MAY_BE_ERROR.join(', ')} under authority.force.`,
      ),
    ).toEqual([])
  })

  test('is cited for each family of forms that a rule runs on, with its own', () => {
    expect(
      offenders(
        ({ forms, authority: { citations } }) =>
          forms.some(isAnnual)
            ? !/^(?:17 CFR 229\.106|Form 10-K)/.test(citations['10-K'] ?? '') ||
              !/^Form 20-F/.test(citations['20-F'] ?? '')
            : !/^Form 8-K Item 1\.05/.test(citations.current ?? ''),
        'Cite 17 CFR 229.106(…) or Form 10-K for the 10-K, Form 20-F Item 16K(…) for the 20-F, Form 8-K Item 1.05 for current reports.',
      ),
    ).toEqual([])
  })

  test('is the requirement’s own where a rule is about one requirement', () => {
    expect(
      offenders(({ check, authority: { citations, force } }) => {
        const requirement = requirements.find(({ name }) => name === check.requirement)
        if (!requirement) return false
        if (
          citations['10-K'] !== requirement.citation['10-K'] ||
          citations['20-F'] !== requirement.citation['20-F']
        )
          return 'the citation is not that of rules/requirements.'
        return force !== requirement.force && 'the force is not that of rules/requirements.'
      }, 'Take both from the file of the requirement.'),
    ).toEqual([])
  })

  test('agrees with the citations that findings and coverage give', () => {
    for (const { name, citation } of requirements) {
      expect(requirementCitation(name, '10-KT')).toBe(citation['10-K'])
      expect(requirementCitation(name, '20-F/A')).toBe(citation['20-F'])
    }
  })
})

describe('messages', () => {
  test('cite', () => {
    expect(
      offenders(
        rule =>
          rule.name !== 'draft/wrong-form' &&
          !rule.name.startsWith('suppression/') &&
          outcomesOf(rule).some(
            ([, { message, tagged }]) =>
              !message.includes('{citation}') || (tagged !== undefined && !tagged.includes('{citation}')),
          ),
        'Put {citation} into every message.',
      ),
    ).toEqual([])
  })

  test('neither accuse nor advise on the law', () => {
    const forbidden =
      /\b(?:violat\w+|illegal\w*|unlawful\w*|fail(?:s|ed|ure)?|must|liab\w+|penalt\w+|non-?complian\w+|misleading|complies|comply)\b/i
    expect(
      offenders(
        rule => templatesOf(rule).find(template => forbidden.test(template)) ?? false,
        'Say what the words are and what would cure it; leave the judgment to the reader.',
      ),
    ).toEqual([])
  })

  test('never ask for what the rule does not ask', () => {
    const forbidden =
      /\b(?:NIST|ISO|CISO|framework|insurance|tabletop|quarterly|annually|how often|frequency)\b/i
    expect(
      offenders(
        rule => templatesOf(rule).find(template => forbidden.test(template)) ?? false,
        'A framework, a title, a frequency, a vendor’s name are not asked for: take it out.',
      ),
    ).toEqual([])
  })

  test('are three short sentences with the suggestion', () => {
    const sentences = (template: string): number =>
      template
        .replace(/\[\[[\s\S]*?\]\]/g, '')
        .replace(/“[^”]*”/g, '“”')
        .split(/(?<=[.!?]) +(?=\p{Lu}|“|\{)/u).length
    expect(
      offenders(
        rule =>
          outcomesOf(rule).some(
            ([, { message, tagged, suggestion }]) =>
              sentences(message) > 3 ||
              sentences(tagged ?? '') > 3 ||
              sentences(suggestion) > 2 ||
              suggestion.length > 160,
          ),
        'Shorten: what is wrong with the words; why, with the citation; what would cure it.',
      ),
    ).toEqual([])
  })

  test('of what is missing speak of the tagged text where that alone was seen', () => {
    expect(
      offenders(
        ({ name, outcomes }) =>
          name.startsWith('missing/') &&
          name !== 'missing/item' &&
          outcomes['absent'] !== undefined &&
          !/\bin the tagged text\b/.test(outcomes['absent'].tagged ?? ''),
        'Give outcome absent a message for tagged facts, which says that it is not in the tagged text.',
      ),
    ).toEqual([])
    expect(
      offenders(
        rule =>
          outcomesOf(rule).some(([, { tagged }]) =>
            /\b(?:not disclosed|no text|does not disclose)\b/i.test(tagged ?? ''),
          ),
        'Tagged facts show what the tagged text lacks, never what the filing lacks.',
      ),
    ).toEqual([])
  })
})

describe('severity', () => {
  test('is one lower for a weak answer than for none', () => {
    expect(
      offenders(
        ({ severity, outcomes }) =>
          outcomes['absent'] !== undefined &&
          ['weak', 'cross-reference'].some(
            name => outcomes[name] !== undefined && outcomes[name].severity !== oneLower(severity),
          ),
        'Give the weak outcome the severity below the rule’s.',
      ),
    ).toEqual([])
  })
})

describe('confidence', () => {
  test('is what was measured on real filings', () => {
    expect(
      offenders(({ name, confidence, preview, measured }) => {
        // Filings hold no comments to cydlint: there is nothing to measure on.
        if (name.startsWith('suppression/')) return false
        if ((confidence === 'low') !== (preview === true)) return 'low confidence and preview go together.'
        if (!measured) return 'nothing was measured.'
        const { fired, read, right } = measured
        if (read < Math.min(fired, 30)) return `only ${read} of ${fired} findings were read.`
        const precision = read === 0 ? 1 : right / read
        const earned = precision >= 0.95 ? 'high' : precision >= 0.85 ? 'medium' : 'low'
        return confidence === 'high' && earned !== 'high'
          ? `precision ${precision.toFixed(2)} earns ${earned}.`
          : confidence === 'medium' && earned === 'low' && `precision ${precision.toFixed(2)} earns low.`
      }, 'Read 30 findings (all, where there are fewer), write them under measured, and set confidence by them.'),
    ).toEqual([])
  })
})

describe('supersession', () => {
  test('by a missing item is of what is missing and of flags alone', () => {
    expect(
      offenders(
        ({ name, supersededBy }) =>
          name !== 'missing/item' &&
          /^(?:missing|flag|effect)\//.test(name) !== (supersededBy?.includes('missing/item') ?? false),
        'missing/item supersedes missing/*, flag/* and effect/*, and nothing else.',
      ),
    ).toEqual([])
  })
})

describe('examples', () => {
  test('name known flags and blocks, and are told apart by their titles', () => {
    expect(
      offenders(({ examples }) => {
        const all = [...examples.fires, ...examples.silent]
        if (new Set(all.map(({ title }) => title)).size < all.length) return 'two examples have one title.'
        for (const { flags, blocks, truncated } of all) {
          const unknown =
            Object.keys(flags ?? {}).find(name => !elementNamed(name, 'boolean')) ??
            [...Object.keys(blocks ?? {}), ...(truncated ?? [])].find(
              name => !elementNamed(name, 'textBlock'),
            )
          if (unknown) return `"${unknown}" is no flag or block.`
        }
        return false
      }, 'Mend the example.'),
    ).toEqual([])
  })

  test('show every outcome that the rule reports', () => {
    expect(
      offenders(({ outcomes, examples }) => {
        const names = Object.keys(outcomes)
        const missing =
          names.length > 1 && names.find(name => !examples.fires.some(({ outcome }) => outcome === name))
        return missing ? `no firing example has outcome: ${missing}.` : false
      }, 'Add one.'),
    ).toEqual([])
  })
})
