import { describe, expect, test } from 'vitest'
import type { Check } from '../../src/checks/check.js'
import { linkRules, loadRules } from '../../src/engine/catalogue.js'
import type { RuleFile } from '../../src/engine/rule.js'
import { anyRule } from './any-rule.js'

const check: Check = { kind: 'sum', outcomes: { odd: ['number'] }, run: () => [] }
const link = (changes: Partial<RuleFile>) =>
  linkRules([anyRule({ check: { kind: 'sum' }, ...changes })], [check])
const odd = (message: string) => ({ odd: { message, suggestion: 'Add one.' } })

describe('linking rules', () => {
  test('accepts a rule that names a kind, its outcome and its values', () => {
    expect(link({ outcomes: odd('{number} is odd ({citation}).') }).rules).toHaveLength(1)
  })

  test('refuses a kind of check that there is not, and names those that there are', () => {
    expect(() => link({ check: { kind: 'som' } })).toThrow('check.kind "som" is no kind of check; kinds: sum')
  })

  test('refuses an outcome that the kind does not have', () => {
    expect(() => link({ outcomes: { even: odd('').odd } })).toThrow(
      'outcome "even" is none of sum’s'.replace('’', "'"),
    )
  })

  test('refuses a value that the outcome does not give', () => {
    expect(() => link({ outcomes: odd('{nubmer} is odd.') })).toThrow('{nubmer} is no value of odd')
  })

  test('refuses to be superseded by a rule that there is not', () => {
    expect(() => link({ outcomes: odd('Odd.'), supersededBy: ['test/gone'] })).toThrow(
      'supersededBy names "test/gone", which is no rule',
    )
  })

  test('refuses two rules of one name', () => {
    const rule = anyRule({ check: { kind: 'sum' }, outcomes: odd('Odd.') })
    expect(() => linkRules([rule, rule], [check])).toThrow('two rules have one name')
  })
})

test('shipped rules can be used', () => {
  expect(() => linkRules(loadRules())).not.toThrow()
})

test('shipped rules are frozen through and through', () => {
  const [rule] = loadRules()
  expect(Object.isFrozen(rule) && Object.isFrozen(rule?.authority.citations)).toBe(true)
})
