import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { PRESET_NAMES } from '../../src/config/presets.js'
import { validateConfig } from '../../src/config/validate.js'
import { loadRules } from '../../src/engine/catalogue.js'

const SCHEMA = JSON.parse(readFileSync('schemas/config.schema.json', 'utf8'))
const bySchema = new Ajv2020.default({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(
  SCHEMA,
)
const problems = (value: unknown) =>
  validateConfig(value, loadRules()).problems.map(({ path, message }) => `${path.join('/')}: ${message}`)

const SOUND: readonly unknown[] = [
  {},
  { $schema: 'https://cydlint.dev/schemas/config.schema.json' },
  { extends: [...PRESET_NAMES] },
  { extends: 'pre-filing' },
  { extends: ['10-k', './shared.yaml', '../all.json', 'own.mjs'] },
  {
    rules: { '*': 'on', 'draft/*': 'off', 'missing/expertise': { severity: 'error', minConfidence: 'low' } },
  },
  { rules: { 'missing/expertise': false, 'draft/bracket': true } },
  { form: '20-F', failOn: 'never', maxWarnings: 0, minConfidence: 'high', preview: true },
  { maxWarnings: null },
  { ruleFiles: ['rules/*.yaml'] },
  { rules: { 'draft/placeholder': { severity: 'error', options: { words: ['TK'] } } } },
  { rules: { 'block/near-duplicate': { options: { similarity: 0.7, minimumWords: 30 } } } },
  { overrides: [{ files: '*.md', rules: { 'draft/bracket': { options: { allowed: ['sic'] } } } }] },
  { ignore: 'old/', glossary: { positions: ['Head of Cyber Defense'] } },
  {
    overrides: [
      { files: '*.md', form: '10-K' },
      { sections: ['Governance'], rules: { 'flag/*': 'off' } },
    ],
  },
]

/** Configurations with a fault each, and what is said of it. */
const MISTAKEN: readonly (readonly [unknown, string])[] = [
  [[], ': A configuration cannot be []: it is a map of extends,'],
  [{ rule: {} }, 'rule: Unknown key "rule" in the configuration. Did you mean "rules"?'],
  [{ plug: [] }, 'plug: Unknown key "plug" in the configuration. It takes extends, form,'],
  [
    { rules: { 'missing/expertse': 'off' } },
    'rules/missing/expertse: Unknown rule "missing/expertse". Did you mean "missing/expertise"?',
  ],
  [{ rules: { expertise: 'off' } }, 'Did you mean "missing/expertise"?'],
  [{ rules: { 'drafts/*': 'off' } }, 'Did you mean "draft/*"?'],
  [{ rules: { constructor: 'off' } }, 'Unknown rule "constructor". "cydlint rules" lists them.'],
  [
    { rules: { 'draft/bracket': 'warn' } },
    'The rule "draft/bracket" cannot be "warn": it is off, on, advice, warning or error.',
  ],
  [{ rules: { 'draft/bracket': 2 } }, 'The rule "draft/bracket" cannot be 2'],
  [{ rules: { 'draft/bracket': { level: 'off' } } }, '"draft/bracket" has no key "level".'],
  [
    { rules: { 'block/near-duplicate': { options: { similarty: 0.7 } } } },
    'rules/block/near-duplicate/options/similarty: "block/near-duplicate" has no option "similarty". Did you mean "similarity"?',
  ],
  [
    { rules: { 'block/near-duplicate': { options: { similarity: 2 } } } },
    'rules/block/near-duplicate/options/similarity: "similarity" cannot be 2: it is a number from 0.3 to 1.',
  ],
  [
    { rules: { 'block/repeated-passage': { options: { minimumSentences: 2.5 } } } },
    '"minimumSentences" cannot be 2.5: it is a whole number from 1 to 50.',
  ],
  [
    { rules: { 'draft/placeholder': { options: { words: ['TK', 7] } } } },
    'options/words/1: An entry of "words" cannot be 7: it is a text of 2 to 80 characters.',
  ],
  [
    { rules: { 'draft/placeholder': { words: ['TK'] } } },
    'rules/draft/placeholder/words: "words" is an option of "draft/placeholder": write it under "options".',
  ],
  [{ rules: { 'missing/item': { options: { words: [] } } } }, '"missing/item" has no options.'],
  [
    { rules: { 'draft/*': { options: { words: ['TK'] } } } },
    'rules/draft/*/options: Options are those of one rule: write them under its full name, not "draft/*".',
  ],
  [{ rules: { 'draft/placeholder': { options: [] } } }, '"options" cannot be []: it is a map'],
  [{ rules: { 'draft/bracket': { minConfidence: 'hihg' } } }, 'Did you mean "high"?'],
  [{ rules: ['draft/bracket'] }, '"rules" cannot be ["draft/bracket"]'],
  [
    { form: '10K' },
    '"form" cannot be "10K": it is 10-K, 10-K/A, 10-KT, 20-F, 20-F/A, 8-K, 8-K/A or 6-K. Did you mean "10-K"?',
  ],
  [{ maxWarnings: -1 }, 'it is a number, 0 or more, or null for no limit.'],
  [{ preview: 'yes' }, '"preview" cannot be "yes": it is true or false.'],
  [{ ignore: [''] }, 'ignore/0: An entry of "ignore" cannot be "": it is a pattern.'],
  [{ ignore: {} }, '"ignore" cannot be {}: it is a pattern, or a list of them.'],
  [{ glossary: { commitees: [] } }, 'glossary/commitees: Unknown key "commitees" in "glossary".'],
  [{ overrides: {} }, '"overrides" cannot be {}: it is a list.'],
  [{ overrides: [{ rules: {} }] }, 'overrides/0: An override names "files", "sections" or both'],
  [
    { overrides: [{ files: '*', failOn: 'error' }] },
    '"failOn" cannot stand in an override: it holds for a whole run.',
  ],
  [{ overrides: [{ sections: 'Governance', form: '10-K' }] }, 'A section has no form of its own.'],
]

describe('a configuration', () => {
  it.each(SOUND.map(value => [JSON.stringify(value), value]))(
    '%s is sound, also by the schema',
    (_, value) => {
      expect(problems(value)).toEqual([])
      expect(bySchema(value)).toBe(true)
    },
  )

  it.each(MISTAKEN.map(([value, words]) => [JSON.stringify(value), value, words]))(
    '%s is refused in words, and by the schema',
    (_, value, words) => {
      expect(problems(value).join('\n')).toContain(words)
      expect(bySchema(value)).toBe(false)
    },
  )

  it('has all that is wrong with it told at once', () => {
    expect(problems({ form: 'S-1', failOn: 'errors', rules: { 'a/b': 'off' } })).toHaveLength(3)
  })
})

it('sets options for whole documents, not for sections', () => {
  const rules = { 'draft/bracket': { options: { allowed: ['sic'] } } }
  expect(problems({ overrides: [{ sections: 'Governance', rules }] })).toEqual([
    'overrides/0/rules/draft/bracket/options: Options of "draft/bracket" hold for whole documents, not for sections. Set them under "rules", or in an override of files.',
  ])
})

it('the published schema is that of the rules as they are', () => {
  // Says what to run where it is not.
  execFileSync(process.execPath, ['scripts/config-schema.mjs', '--check'], { stdio: 'pipe' })
})
