import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { linkRules, loadRules } from '../../src/engine/catalogue.js'
import type { RuleAspect, RuleFile } from '../../src/engine/rule.js'
import { changedSince, compareVersions, versionNamed } from '../../src/engine/ruleset-changes.js'
import { rulesetVersions } from '../../src/generated/ruleset.js'
import { anyRule } from '../engine/any-rule.js'

/** A rule as a released version of the ruleset had it; `npm run record-ruleset` writes them. */
interface RuleRecord {
  readonly severity: string
  readonly confidence: string
  readonly status: 'stable' | 'preview'
  readonly forms: readonly string[]
  readonly check: RuleFile['check']
  /** Outcomes with their severities. */
  readonly outcomes: Readonly<Record<string, string>>
  readonly options: readonly string[]
}
type Records = Readonly<Record<string, RuleRecord>>

const same = (a: unknown, b: unknown): boolean => {
  const sorted = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1))
      : value
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

/** In what a rule differs from its record. */
const differences = (rule: RuleFile, record: RuleRecord): readonly RuleAspect[] => {
  const { severity, confidence, preview, forms, check, outcomes, options } = rule
  const severities = Object.fromEntries(
    Object.entries(outcomes).map(([name, text]) => [name, text.severity ?? severity]),
  )
  const compared: readonly (readonly [RuleAspect, unknown, unknown])[] = [
    ['severity', severity, record.severity],
    ['confidence', confidence, record.confidence],
    ['status', preview ? 'preview' : 'stable', record.status],
    ['forms', forms, record.forms],
    ['check', check, record.check],
    ['outcomes', Object.keys(severities).sort(), Object.keys(record.outcomes).sort()],
    ['options', Object.keys(options ?? {}), record.options],
  ]
  const aspects = compared.flatMap(([aspect, now, then]) => (same(now, then) ? [] : [aspect]))
  const isRegraded = Object.entries(severities).some(
    ([name, level]) => record.outcomes[name] !== undefined && record.outcomes[name] !== level,
  )
  return isRegraded && !aspects.includes('severity') ? [...aspects, 'severity'] : aspects
}

/** What of the rules is other than in a released version without being written down, each with what to do. */
const unrecorded = (
  rules: readonly RuleFile[],
  records: Records,
  released: string,
  current: string,
): readonly string[] => {
  const named = new Map(rules.flatMap(rule => [rule.name, ...(rule.aliases ?? [])].map(name => [name, rule])))
  const problems: string[] = []
  for (const [name, record] of Object.entries(records)) {
    const rule = named.get(name)
    if (!rule) {
      if (compareVersions(current, released) > 0 && current.split('.')[0] === released.split('.')[0])
        problems.push(
          `${name} is gone. Only a new major version takes a rule away; of a new name it is an alias.`,
        )
      continue
    }
    const aspects = differences(rule, record)
    for (const aspect of rule.name === name ? aspects : [...aspects, 'name' as const])
      if (
        !rule.changes?.some(
          change => change.aspect === aspect && compareVersions(change.version, released) > 0,
        )
      )
        problems.push(
          `${rule.file}: it differs from ruleset ${released} in ${aspect}. Add to it:\nchanges:\n  - version: ${current}\n    aspect: ${aspect}\n    says: What it is now, and what it was.`,
        )
  }
  for (const rule of rules) {
    const isKnown = [rule.name, ...(rule.aliases ?? [])].some(name => records[name] !== undefined)
    if (!isKnown && (rule.since === undefined || compareVersions(rule.since, released) <= 0))
      problems.push(`${rule.file}: ruleset ${released} has no such rule. Write "since: ${current}".`)
  }
  return problems
}

const rules = loadRules()
const versions = rulesetVersions.map(({ version }) => version)
const current = versions[0] ?? ''
const released = rulesetVersions.filter(
  ({ version, date }) => date !== undefined && existsSync(`rulesets/${version}.json`),
)
const recordsOf = (version: string): Records => JSON.parse(readFileSync(`rulesets/${version}.json`, 'utf8'))

describe('versions of the ruleset', () => {
  test('are listed with the newest first, and all but that one are released', () => {
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => compareVersions(b, a)))
    const unreleased = versions.filter(version => !released.some(each => each.version === version))
    expect([[], [current]]).toContainEqual(unreleased)
  })

  test('are what rules name as the one since which they are there, and changed', () => {
    const wrong = rules.flatMap(({ file, since, changes = [] }) => {
      if (since === undefined) return [`${file}: write "since: ${current}" before "check".`]
      return [since, ...changes.map(({ version }) => version)]
        .filter(version => !versions.includes(version))
        .map(version => `${file}: there is no ruleset ${version}; this is ${current}.`)
    })
    expect(wrong).toEqual([])
  })

  test.each(released.map(({ version }) => version))(
    'since %s nothing of a rule changed that is not written down',
    version => {
      expect(unrecorded(rules, recordsOf(version), version, current)).toEqual([])
    },
  )
})

describe('a change that is not written down', () => {
  const rule = anyRule({ name: 'test/odd', since: '1.0.0' })
  const record: RuleRecord = {
    severity: 'error',
    confidence: 'high',
    status: 'stable',
    forms: ['10-K', '20-F'],
    check: { kind: 'sum' },
    outcomes: { odd: 'error' },
    options: [],
  }
  const problems = (changes: Partial<RuleFile>, current = '1.1.0') =>
    unrecorded([{ ...rule, ...changes }], { 'test/odd': record }, '1.0.0', current).join('\n')

  test('is met in severity, confidence, status, forms, check, outcomes and options', () => {
    expect(problems({})).toBe('')
    expect(problems({ severity: 'warning' })).toContain('differs from ruleset 1.0.0 in severity.')
    expect(problems({ confidence: 'medium' })).toContain('differs from ruleset 1.0.0 in confidence.')
    expect(problems({ preview: true })).toContain('differs from ruleset 1.0.0 in status.')
    expect(problems({ forms: ['10-K'] })).toContain('differs from ruleset 1.0.0 in forms.')
    expect(problems({ check: { kind: 'product' } })).toContain('differs from ruleset 1.0.0 in check.')
    expect(problems({ outcomes: {} })).toContain('differs from ruleset 1.0.0 in outcomes.')
    expect(
      problems({ outcomes: { odd: { message: 'It is odd.', suggestion: 'Add one.', severity: 'advice' } } }),
    ).toContain('differs from ruleset 1.0.0 in severity.')
    const option = { doc: 'How odd.', schema: { type: 'number' }, default: 1 } as const
    expect(problems({ options: { most: option } })).toContain('differs from ruleset 1.0.0 in options.')
  })

  test('passes once it is written down, under a version after the released one', () => {
    const says = 'It is a warning; it was an error.'
    const severity = 'warning'
    expect(problems({ severity, changes: [{ version: '1.1.0', aspect: 'severity', says }] })).toBe('')
    expect(problems({ severity, changes: [{ version: '1.0.0', aspect: 'severity', says }] })).not.toBe('')
  })

  test('is met where a rule is new, gone or has another name', () => {
    expect(problems({ name: 'test/new' })).toContain('test/odd is gone.')
    expect(problems({ name: 'test/new' })).toContain('Write "since: 1.1.0".')
    expect(problems({ name: 'test/new' }, '2.0.0')).not.toContain('is gone')
    expect(problems({ name: 'test/new', aliases: ['test/odd'] })).toContain(
      'differs from ruleset 1.0.0 in name.',
    )
    const says = 'It was test/odd.'
    expect(
      problems({
        name: 'test/new',
        aliases: ['test/odd'],
        changes: [{ version: '1.1.0', aspect: 'name', says }],
      }),
    ).toBe('')
  })
})

describe('what changed since a version', () => {
  const changes = [
    { version: '1.1.0', aspect: 'message', says: 'Says more.' },
    { version: '1.10.0', aspect: 'severity', says: 'It is advice; it was a warning.' },
  ] as const
  const { rules: some } = linkRules(
    [
      anyRule({ name: 'test/fresh', since: '1.2.0' }),
      anyRule({ name: 'test/changed', since: '1.0.0', changes }),
      anyRule({ name: 'test/steady', since: '1.0.0' }),
    ],
    [{ kind: 'sum', outcomes: { odd: [] }, run: () => [] }],
  )
  const since = (version: string) =>
    changedSince(version, some).map(({ rule, isNew, changes }) => [rule.name, isNew, changes.length])

  test('is what is new and each change after it, by number and not by letter', () => {
    expect(since('1.0.0')).toEqual([
      ['test/changed', false, 2],
      ['test/fresh', true, 0],
    ])
    expect(since('1.9.0')).toEqual([['test/changed', false, 1]])
    expect(since('1.10.0')).toEqual([])
  })

  test('is asked for by a version as reports print it', () => {
    expect(versionNamed(`${current}+0123456789ab`, rulesetVersions)?.version).toBe(current)
    expect(versionNamed('0.0.1', rulesetVersions)).toBeUndefined()
  })
})
