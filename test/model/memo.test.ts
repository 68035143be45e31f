import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoOf } from '../../src/model/memo.js'

test('the latest are remembered for certain, and what is asked for stays', () => {
  const memo = memoOf<number>(2)
  memo.set('a', 1)
  memo.set('b', 2)
  memo.set('c', 3)
  expect([memo.get('a'), memo.get('b'), memo.get('c')]).toEqual([1, 2, 3])
})

test('what nobody asked for is let go when twice as many came after it', () => {
  const memo = memoOf<number>(2)
  for (const [index, key] of ['a', 'b', 'c', 'd', 'e'].entries()) memo.set(key, index)
  expect(memo.get('a')).toBeUndefined()
  expect(memo.get('e')).toBe(4)
})

test('property: it tells what was set or nothing, and always the last so many that were set', () => {
  const step = fc.record({ key: fc.nat(12).map(String), sets: fc.boolean() })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(step, { maxLength: 60 }), (limit, steps) => {
      const memo = memoOf<string>(limit)
      const set = new Set<string>()
      const order: string[] = []
      for (const { key, sets } of steps) {
        if (sets && memo.get(key) === undefined) {
          memo.set(key, `value of ${key}`)
          set.add(key)
        }
        const known = memo.get(key)
        expect(known === undefined || (set.has(key) && known === `value of ${key}`)).toBe(true)
        if (known !== undefined) order.push(key)
      }
      for (const key of new Set(order.reverse().slice(0, limit)))
        expect(memo.get(key)).toBe(`value of ${key}`)
    }),
  )
})
