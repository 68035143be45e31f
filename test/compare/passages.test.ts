import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rising } from '../../src/compare/rising.js'
import { differenceOf, fatesOf } from './sides.js'

const TEST = 'We engage an outside firm to test our networks once a year.'
const TRAIN = 'We train every employee with an account when the account is opened.'
const BOARD = 'Our Audit Committee oversees risks from cybersecurity threats.'
const PLAN = 'We maintain an incident response plan and rehearse it with plant managers.'

describe('passages of two items', () => {
  it('are unchanged where letters and digits are the same, whatever the layout', async () => {
    const difference = await differenceOf(`${TEST} ${TRAIN}`, `${TEST}\n\n- ${TRAIN.replace('. ', '.  ')}`)
    expect(fatesOf(difference)).toEqual([`unchanged: ${TEST}`, `unchanged: ${TRAIN}`])
  })

  it('are reworded where most words stay, with the words that changed', async () => {
    const difference = await differenceOf(TEST, TEST.replace('once a year', 'twice a year'))
    const [passage] = difference.passages
    expect(passage?.change).toBe('reworded')
    expect(passage?.aspects).toEqual(['how often'])
    expect(passage?.redline.filter(({ kind }) => kind !== 'same').map(({ text }) => text.trim())).toEqual([
      'once',
      'twice',
    ])
  })

  it('come and go, each where it stands or stood', async () => {
    expect(fatesOf(await differenceOf(`${TEST} ${PLAN} ${BOARD}`, `${TEST} ${BOARD} ${TRAIN}`))).toEqual([
      `unchanged: ${TEST}`,
      `gone: ${PLAN}`,
      `unchanged: ${BOARD}`,
      `new: ${TRAIN}`,
    ])
  })

  it('move where they are out of order', async () => {
    expect(fatesOf(await differenceOf(`${TEST} ${PLAN} ${TRAIN}`, `${TRAIN} ${TEST} ${PLAN}`))).toEqual([
      `moved: ${TRAIN}`,
      `unchanged: ${TEST}`,
      `unchanged: ${PLAN}`,
    ])
  })

  it('are one where a sentence was parted in two', async () => {
    const old =
      'Our Chief Information Officer leads the department, and she reports to the Chief Executive Officer.'
    const fresh =
      'Our Chief Information Officer leads the department. She reports to the Chief Executive Officer.'
    expect(fatesOf(await differenceOf(old, fresh))).toEqual([`reworded: ${fresh}`])
  })

  it('have no page numbers among them, and no headings', async () => {
    const difference = await differenceOf(`${TEST}\n\n24\n\n${BOARD}`, `${TEST}\n\n25\n\n${BOARD}`)
    expect(fatesOf(difference)).toEqual([`unchanged: ${TEST}`, `unchanged: ${BOARD}`])
  })

  it('of tagged texts are one in however many blocks they stand, and move from tag to tag', async () => {
    const facts = (blocks: object): object => ({ form: '10-K', blocks })
    const difference = await differenceOf(
      facts({ processes: `${TEST} ${TRAIN}`, boardOversight: BOARD, processesIntegrated: PLAN }),
      facts({ boardOversight: `${BOARD} ${PLAN}`, processes: `${TRAIN} ${TEST}` }),
    )
    expect(fatesOf(difference)).toEqual([
      `unchanged: ${TRAIN}`,
      `unchanged: ${TEST}`,
      `unchanged: ${BOARD}`,
      `moved: ${PLAN}`,
    ])
  })
})

describe('what a source cut off', () => {
  const facts = (processes: string, truncated = false): object => ({
    form: '10-K',
    blocks: { processes },
    ...(truncated ? { truncated: ['processes'] } : {}),
  })

  it('is neither new nor changed in the other document', async () => {
    const difference = await differenceOf(
      facts(`${TEST} We train every emplo`, true),
      facts(`${TEST} ${TRAIN} ${BOARD}`),
    )
    expect(fatesOf(difference)).toEqual([`unchanged: ${TEST}`, `unseen: ${TRAIN}`, `unseen: ${BOARD}`])
    expect(difference.blocks.map(({ change }) => change)).toEqual(['unknown'])
  })

  it('says nothing of what was seen and does differ', async () => {
    const difference = await differenceOf(
      facts(`${TEST} ${PLAN} ${TRAIN} Our Audit`, true),
      facts(`${TEST} ${TRAIN} ${BOARD}`),
    )
    expect(fatesOf(difference)).toEqual([
      `unchanged: ${TEST}`,
      `gone: ${PLAN}`,
      `unchanged: ${TRAIN}`,
      `unseen: ${BOARD}`,
    ])
    expect(difference.blocks.map(({ change }) => change)).toEqual(['changed'])
  })

  it('leaves what came or went of the answers unknown', async () => {
    const answers = await differenceOf(facts(`${TRAIN} ${BOARD} ${TEST}`), facts(`${TRAIN} Our Au`, true))
    expect(answers.coverage.find(({ requirement }) => requirement === 'third-party-engaged')?.change).toBe(
      'unknown',
    )
  })
})

describe('comparing', () => {
  const sentence = fc.constantFrom(TEST, TRAIN, BOARD, PLAN, 'We have no processes.', 'No.', '•', '24', '“')
  const item = fc.array(sentence, { maxLength: 12 }).map(sentences => sentences.join(' '))

  it('accounts for each statement of both texts once, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(item, item, async (old, fresh) => {
        const { passages } = await differenceOf(`We are here. ${old}`, `We are here. ${fresh}`)
        for (const side of ['old', 'new'] as const) {
          const letters = passages.flatMap(passage => passage[side].map(each => each.letters))
          expect(new Set(letters).size).toBe(letters.length)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('finds nothing between a text and itself', async () => {
    await fc.assert(
      fc.asyncProperty(item, async text => {
        const { passages, coverage, flags } = await differenceOf(
          `We are here. ${text}`,
          `We are here. ${text}`,
        )
        expect(passages.every(({ change }) => change === 'unchanged')).toBe(true)
        expect([...coverage, ...flags].every(({ change }) => change === 'same')).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it('stays quick over thousands of sentences that are all alike, and all unlike', async () => {
    const many = (count: number, sentenceOf: (index: number) => string): string =>
      Array.from({ length: count }, (_, index) => sentenceOf(index)).join('\n\n')
    const old = many(4000, index => `We review system ${index} each year with our vendor and our board.`)
    const fresh = many(
      4000,
      index => `We review system ${index + 4000} each quarter with our team and our board.`,
    )
    const both = await differenceOf(old, fresh)
    const started = performance.now()
    await differenceOf(old, fresh)
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(both.passages.length).toBeGreaterThan(4000)
  }, 60_000)
})

describe('the rising part of a row', () => {
  it('is the longest there is', () => {
    expect(rising([3, 0, 1, 2])).toEqual([false, true, true, true])
    expect(rising([])).toEqual([])
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 9 }), numbers => {
        const kept = numbers.filter((_, index) => rising(numbers)[index])
        expect(kept).toEqual(kept.toSorted((a, b) => a - b))
        const longest = (from: number, after: number): number => {
          let best = 0
          for (let at = from; at < numbers.length; at++) {
            const number = numbers[at] ?? 0
            if (number > after) best = Math.max(best, 1 + longest(at + 1, number))
          }
          return best
        }
        expect(kept.length).toBe(longest(0, -1))
      }),
    )
  })
})
