import type { RuleFile } from '../../src/engine/rule.js'

/** A rule for tests of the engine, with whatever a test changes in it. */
export const anyRule = (changes: Partial<RuleFile> = {}): RuleFile => ({
  file: 'rules/test/odd.yaml',
  name: 'test/odd',
  summary: 'A number is odd.',
  authority: {
    force: 'binding',
    ground: 'Numbers are even.',
    citations: { '10-K': '17 CFR 229.106', '20-F': 'Form 20-F Item 16K' },
    source: 'rule text',
  },
  forms: ['10-K', '20-F'],
  severity: 'error',
  confidence: 'high',
  check: { kind: 'sum' },
  outcomes: { odd: { message: 'It is odd ({citation}).', suggestion: 'Add one.' } },
  examples: { fires: [], silent: [] },
  knownFalseNegatives: [],
  ...changes,
})
