import { describe, expect, it } from 'vitest'
import { registrantKey, sameRegistrant } from '../../src/compare/registrant.js'
import { compare } from '../../src/index.js'
import { differenceOf } from './sides.js'

const record = (
  id: string,
  registrant: string | null,
  periodOfReport: string | null,
  form = '10-K',
): string =>
  JSON.stringify({
    id,
    form,
    ...(registrant === null ? {} : { registrant }),
    ...(periodOfReport === null ? {} : { periodOfReport }),
    blocks: { processes: `We have processes of ${id}.` },
  })

const season = (...records: readonly string[]) => ({ path: 'season.ndjson', text: `${records.join('\n')}\n` })

const pairsOf = async (old: readonly string[], fresh: readonly string[]) => {
  const { pairs, unpaired } = await compare(season(...old), season(...fresh))
  return {
    pairs: pairs.map(pair => `${pair.old.id} ${pair.new.id}`),
    unpaired: unpaired.map(({ side, id, reason }) => `${side} ${id}: ${reason}`),
  }
}

describe('names of registrants', () => {
  it('are one under every spelling that filings have', () => {
    for (const name of ['Larkfield Dairy, Inc.', 'LARKFIELD DAIRY INC /DE/', 'The Larkfield Dairy Co'])
      expect(registrantKey(name)).toBe('larkfielddairy')
    expect(sameRegistrant('Larkfield Dairy', 'Larkfield Daily')).toBe(false)
    expect(sameRegistrant(null, 'Larkfield Dairy')).toBeUndefined()
    expect(registrantKey('Inc.')).toBe('inc')
  })
})

describe('documents of two seasons', () => {
  it('are paired by registrant, with the last one of an earlier period', async () => {
    expect(
      await pairsOf(
        [
          record('a23', 'Alder Inc.', '2023-12-31'),
          record('a24', 'ALDER INC', '2024-12-31'),
          record('b24', 'Birch Ltd', '2024-06-30'),
        ],
        [record('b25', 'Birch Limited', '2025-06-30'), record('a25', 'Alder, Inc.', '2025-12-31')],
      ),
    ).toEqual({
      pairs: ['b24 b25', 'a24 a25'],
      unpaired: ['old a23: no newer document is of its registrant'],
    })
  })

  it('of other registrants are not paired, and neither is a current report with an annual one', async () => {
    const { pairs, unpaired } = await pairsOf(
      [record('a24', 'Alder Inc.', '2024-12-31'), record('b24', 'Birch Ltd', '2024-12-31', '8-K')],
      [record('b25', 'Birch Ltd', '2025-12-31'), record('c25', 'Cedar Ltd', '2025-12-31')],
    )
    expect(pairs).toEqual([])
    expect(unpaired).toContain('new c25: the other input has no earlier document of “Cedar Ltd”')
    expect(unpaired).toHaveLength(4)
  })

  it('are paired by id where none is named', async () => {
    expect(
      await pairsOf(
        [record('x', null, null), record('y', null, null)],
        [record('y', null, null), record('z', null, null)],
      ),
    ).toEqual({
      pairs: ['y y'],
      unpaired: [
        'new z: it names no registrant, and no document of the other input has its id',
        'old x: no newer document is of its registrant',
      ],
    })
  })

  it('that are one each are a pair, and a note says where their registrants differ', async () => {
    const { pairs } = await compare(
      season(record('a24', 'Alder Inc.', '2025-12-31')),
      season(record('b25', 'Birch Ltd', '2024-12-31')),
    )
    expect(pairs[0]?.notes).toEqual([
      'The documents name different registrants, “Alder Inc.” and “Birch Ltd”: what differs may be no change.',
      'The new document is for an earlier period (2024-12-31) than the old one (2025-12-31): the old one is named first.',
    ])
  })
})

describe('years of the prior period', () => {
  const item = (periodOfReport: string, text: string): object => ({
    form: '10-K',
    periodOfReport,
    text: `Item 1C. Cybersecurity\n\n${text}`,
  })
  const staleIn = async (old: object, fresh: object): Promise<readonly string[]> =>
    (await differenceOf(old, fresh)).staleYears.map(({ year, unchanged }) => `${year} ${unchanged}`)

  it('are told where the sentence had them before', async () => {
    const text = 'During 2024 no threat affected us. She has led the team since 2024.'
    expect(await staleIn(item('2024-12-31', text), item('2025-12-31', text))).toEqual(['2024 true'])
  })

  it('are not told where they were brought up to date, or stand beside the new one', async () => {
    expect(
      await staleIn(
        item('2024-12-31', 'During 2024 no threat affected us. We tested in 2024 and 2023.'),
        item('2025-12-31', 'During 2025 no threat affected us. We tested in 2025 and 2024.'),
      ),
    ).toEqual([])
  })

  it('go by the name of a fiscal year that ends in January, and are none between two drafts', async () => {
    const text = 'During fiscal 2024 no threat affected us.'
    expect(await staleIn(item('2025-01-31', text), item('2026-01-31', text))).toEqual(['2024 true'])
    expect(await staleIn(item('2025-12-31', text), item('2025-12-31', text))).toEqual([])
  })
})
