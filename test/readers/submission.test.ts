import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInput } from '../../src/readers/read.js'
import { BOARD, fact, INTEGRATED, instance } from './instances.js'
import { blocks, document, errors, flags, read } from './reading.js'
import { ENCODED, INLINE, submission } from './submissions.js'

const PATH = '0009999001-26-000012.txt'
const MAIN = { type: '10-K', name: 'pinyon-20251231.htm', text: INLINE, wrapper: 'XBRL' }
const PLAIN = {
  type: '10-K',
  name: 'pinyon10k.htm',
  text: '<html><body><p>Annual report</p><p>Item 1. Business</p><p>We own a mill.</p></body></html>',
}
const EXTRACT = {
  type: 'EX-101.INS',
  name: 'pinyon-20251231.xml',
  text: instance(fact(BOARD, '&lt;p&gt;The board oversees it.&lt;/p&gt;') + fact(INTEGRATED, 'false')),
  wrapper: 'XBRL',
}
const PICTURE = { type: 'GRAPHIC', name: 'logo.jpg', text: ENCODED }
const EXHIBIT = { type: 'EX-31.1', name: 'ex311.htm', text: '<html><p>I certify.</p></html>' }

describe('a submission to EDGAR', () => {
  it('is one filing: its form, read as the file by itself is', async () => {
    const alone = await document(INLINE, 'pinyon-20251231.htm')
    const whole = submission([MAIN, EXHIBIT, { ...EXTRACT, name: 'pinyon-20251231_htm.xml' }, PICTURE])
    const found = await document(whole, PATH)
    expect(found).toMatchObject({
      path: PATH,
      id: 'pinyon-20251231.htm',
      form: '10-K',
      formFrom: alone.formFrom,
      registrant: 'Pinyon Ridge Holdings, Inc.',
      view: alone.view,
    })
    expect(flags(found)).toEqual(flags(alone))
    expect(blocks(found)).toEqual(blocks(alone))
  })

  it('has the places of the whole file, in characters and lines', async () => {
    // Letters of two, three and four bytes before the form.
    const header = `<SEC-DOCUMENT>x\r\n<SEC-HEADER>é – 😀\r\nCONFORMED SUBMISSION TYPE: 10-K\r\n</SEC-HEADER>\r\n`
    for (const whole of [submission([EXHIBIT, PICTURE, MAIN]), submission([MAIN], header)]) {
      const { documents } = await readInput({ path: PATH, bytes: new TextEncoder().encode(whole) })
      const [found] = documents
      if (!found) throw new Error('no document')
      const lines = whole.split('\n')
      const [flag] = found.flags
      const span = flag?.at.source.span(flag.at.start, flag.at.end)
      if (!span || !('start' in span)) throw new Error('no span')
      expect(whole.slice(span.start.offset, span.end.offset)).toContain(INTEGRATED)
      expect(lines[span.start.line - 1]).toContain(INTEGRATED)
      for (const prose of found.prose)
        for (const { start, end } of prose.units) {
          const at = prose.source.span(...prose.toSource(start, end))
          if (!('start' in at)) throw new Error('no lines')
          expect(whole.slice(at.start.offset, at.end.offset)).toContain(
            prose.text.slice(start, end).split(' ')[0],
          )
          expect(lines[at.start.line - 1]?.slice(at.start.column - 1)).toBe(
            whole.slice(at.start.offset).split('\n')[0],
          )
        }
    }
  })

  it('without tags in its form is read from the instance, once', async () => {
    const found = await document(submission([PLAIN, EXHIBIT, EXTRACT]), PATH)
    expect(found).toMatchObject({ id: 'pinyon-20251231.xml', view: 'tagged' })
    expect(flags(found)).toEqual(['processesIntegrated (tag): false'])
    expect(blocks(found)).toEqual(['boardOversight (tag): The board oversees it.'])
  })

  it('tells the form, the registrant and the period where its document does not', async () => {
    const text = 'Item 1C\n\nWe own a mill.\n\nItem 2. Properties\n'
    const found = await document(
      submission([{ type: '10-K', name: 'pinyon.txt', text: text.replace('Item 1C', 'Cybersecurity') }]),
      PATH,
    )
    expect(found).toMatchObject({
      form: '10-K',
      formFrom: 'the type of the submission',
      registrant: 'PINYON RIDGE HOLDINGS, INC.',
      periodOfReport: '2025-12-31',
    })
  })

  it('in a folder is skipped where it holds no such item', async () => {
    const other = submission([{ ...PLAIN, type: '10-Q' }, PICTURE])
    expect(await read(other, PATH, { inFolder: true })).toMatchObject({ documents: [], errors: [] })
    expect((await read(other, PATH, { inFolder: true })).skipped).toMatch(
      /^its document pinyon10k\.htm was looked at: it /,
    )
    expect((await read(submission([MAIN]), PATH, { inFolder: true })).documents).toHaveLength(1)
  })

  it('is never taken for what is encoded in it', async () => {
    expect(await errors(submission([{ ...PICTURE, type: '10-K' }]), PATH)).toEqual([
      'none of the documents of this submission to EDGAR is a form as text. Check the form itself.',
    ])
    expect(await errors('<SEC-DOCUMENT>x\n<SEC-HEADER>\n', PATH)).toEqual([
      'this is a submission to EDGAR without a document. It was cut short; download it again.',
    ])
  })

  it('names the document that cannot be read', async () => {
    const whole = submission([{ ...EXTRACT, type: '10-K', text: EXTRACT.text.slice(0, -20) }])
    const { errors: problems } = await read(whole, PATH)
    expect(problems).toMatchObject([{ path: `${PATH}#pinyon-20251231.xml` }])
    const line = whole.split('\n').findIndex(each => each.includes(INTEGRATED)) + 1
    expect(problems[0]?.message.startsWith(`line ${line}: <cyd:${INTEGRATED}> is opened`)).toBe(true)
  })

  it('cut short anywhere gives documents or errors, and never throws', { timeout: 60_000 }, async () => {
    const whole = submission([EXHIBIT, MAIN, EXTRACT, PICTURE])
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(whole.length), async (from, to) => {
        const { documents, errors: problems } = await read(whole.slice(0, from) + whole.slice(to), PATH, {
          form: '10-K',
        })
        expect(documents.length).toBeLessThanOrEqual(1)
        expect(documents.length + problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 200 },
    )
  })

  it('of many megabytes of pictures is read in the time it takes', { timeout: 60_000 }, async () => {
    const picture = { ...PICTURE, text: `begin 644 a.jpg\n${`M${'A'.repeat(60)}\n`.repeat(1_300_000)}end` }
    const bytes = new TextEncoder().encode(submission([picture, EXHIBIT, MAIN]))
    const started = performance.now()
    const { documents } = await readInput({ path: PATH, bytes })
    expect(documents).toHaveLength(1)
    // 80 MB: more than any text that is decoded whole. A slow machine takes two seconds.
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})
