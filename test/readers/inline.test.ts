import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type Disclosure, textOf } from '../../src/model/disclosure.js'
import type { InlineDocument } from '../../src/readers/inline/document.js'
import { parseInline } from '../../src/readers/inline/parse.js'
import { scanInline } from '../../src/readers/inline/scan.js'
import { readInput } from '../../src/readers/read.js'
import { fact, inlineDocument, NAMES } from './inline-document.js'
import { lettersOf, readSlowly } from './slow-inline.js'

const { PROCESSES, INTEGRATED, INTEGRATED_FLAG, OVERSIGHT } = NAMES

const read = async (text: string, path = 'filing.htm'): Promise<Disclosure> => {
  const { documents, errors } = await readInput({ path, text })
  expect(errors).toEqual([])
  expect(documents).toHaveLength(1)
  return documents[0] as Disclosure
}
const blocksOf = (document: Disclosure): Record<string, string> =>
  Object.fromEntries(document.blocks.map(block => [block.element.name, textOf(block)]))
const flagsOf = (document: Disclosure): Record<string, boolean> =>
  Object.fromEntries(document.flags.map(({ element, value }) => [element.name, value]))
const plain = (document: InlineDocument | undefined) =>
  document && { ...document, cover: [...document.cover].sort(), contexts: [...document.contexts].sort() }

const PROGRAM =
  'We maintain a program to assess, identify and manage material risks from cybersecurity threats to our gauge line.'
const ERM = 'It is part of our enterprise risk management: its findings are entered in one register.'
const BOARD = 'Our board of directors oversees risks from cybersecurity threats.'
const FILLER = `<p>${'Our technicians test each controller before it leaves the plant, and keep the records of the test. '.repeat(4)}</p>`

const TAGGED = `<div>${fact(PROCESSES, `<p>${PROGRAM}</p><p>${fact(INTEGRATED, fact(INTEGRATED_FLAG, ERM, 'format="ixt:fixed-true" id="f-3"'), 'id="f-4" escape="true"')}</p>${FILLER}`, 'id="f-2" escape="true"')}</div>`

describe('a tagged annual report', () => {
  it('gives facts, the cover page and the whole item', async () => {
    const document = await read(
      inlineDocument({ item: `${TAGGED}<p>${fact(OVERSIGHT, BOARD, 'escape="true"')}</p>` }),
    )
    expect(document).toMatchObject({
      form: '10-K',
      formFrom: 'dei:DocumentType',
      view: 'item',
      item: '1C',
      registrant: 'Larkspur Gauge Works, Inc.',
      periodOfReport: '2025-12-31',
    })
    expect(flagsOf(document)).toEqual({ processesIntegrated: true })
    const { processes, processesIntegrated, boardOversight } = blocksOf(document)
    expect(processesIntegrated).toBe(ERM)
    expect(boardOversight).toBe(BOARD)
    expect(processes).toMatch(new RegExp(`^${PROGRAM}\n${ERM}\nOur technicians`))
    expect(document.blocks.map(({ depth }) => depth)).toEqual([0, 1, 0])
    expect(document.prose).toHaveLength(1)
    expect(document.prose[0]?.text).toMatch(/^Item 1C\. Cybersecurity\n/)
    expect(document.prose[0]?.text).not.toMatch(/Unresolved|Dunmore/)
    expect(document.tagging).toMatchObject({
      kind: 'inline',
      cover: { documentType: '10-K', isAmendment: false, periodEnd: '2025-12-31' },
      reportContext: { id: 'c-1', start: '2025-01-01', end: '2025-12-31', dimensions: [] },
      brokenChains: [],
    })
    expect(document.tagging?.facts.map(({ parent }) => parent)).toEqual([null, 0, 1, null])
  })

  it('has spans that are places in the file', async () => {
    const text = inlineDocument({ item: TAGGED })
    const { prose } = await read(text)
    const [item] = prose
    const at = item?.text.indexOf('enterprise risk management') ?? -1
    const [start, end] = item?.toSource(at, at + 26) ?? [0, 0]
    expect(text.slice(start, end)).toBe('enterprise risk management')
  })

  it('joins continuations, and leaves out what the taggers took out and what stands on each page', async () => {
    const item = `${fact(PROCESSES, `<p>${PROGRAM}</p><ix:exclude><p>Draft of May</p></ix:exclude><p>We test our controllers and</p>`, 'id="f-2" continuedAt="f-2-1" escape="true"')}<p>25</p><hr/><p>Table of Contents</p><ix:continuation id="f-2-1"><p>correct what the tests show.</p>${FILLER}</ix:continuation>`
    const document = await read(inlineDocument({ item }))
    expect(blocksOf(document)['processes']).toMatch(
      new RegExp(`^${PROGRAM}\nWe test our controllers and correct what the tests show\\.\nOur technicians`),
    )
    expect(document.prose).toHaveLength(1)
  })

  it.each([
    ['other prefixes', { cydPrefix: 'cyber', ixPrefix: 'inl' }],
    ['a later year', { year: '2031' }],
    ['single quotes', { root: "xmlns:us-gaap='http://fasb.org/us-gaap/2025'" }],
  ])('is read with %s', async (_, parts) => {
    const prefix = 'cydPrefix' in parts ? parts.cydPrefix : 'cyd'
    const item = fact(PROCESSES, `<p>${PROGRAM}</p>${FILLER}`, 'escape="true"', prefix)
    const document = await read(inlineDocument({ ...parts, item }))
    expect(blocksOf(document)['processes']).toMatch(PROGRAM)
    expect(document.tagging?.facts[0]?.taxonomy).toBe('year' in parts ? '2031' : '2025')
  })

  it('tells facts whose prefix is declared nowhere', async () => {
    const document = await read(inlineDocument({ year: '', item: TAGGED }))
    expect(document.tagging?.facts.map(({ taxonomy }) => taxonomy)).toEqual([null, null, null])
    expect(Object.keys(blocksOf(document))).toEqual(['processes', 'processesIntegrated'])
  })

  it('is parsed where prefixes are declared below the root', async () => {
    const item = `<div xmlns:c="http://xbrl.sec.gov/cyd/2025">${fact(PROCESSES, `<p>${PROGRAM}</p>${FILLER}`, '', 'c')}</div>`
    const text = inlineDocument({ item })
    expect(scanInline(text)).toBeUndefined()
    expect(blocksOf(await read(text))['processes']).toMatch(PROGRAM)
  })

  it('holds no fact that stands in a comment', async () => {
    const document = await read(
      inlineDocument({ item: `<!-- ${TAGGED} --><p>${fact(OVERSIGHT, BOARD)}</p>${FILLER}` }),
    )
    expect(document.tagging?.facts.map(({ name }) => name)).toEqual([OVERSIGHT])
  })

  it('tells hidden facts, and reads them apart from the item', async () => {
    const document = await read(inlineDocument({ hidden: fact(OVERSIGHT, BOARD), item: TAGGED }))
    expect(document.tagging?.facts.map(({ hidden }) => hidden)).toEqual([true, false, false, false])
    expect(blocksOf(document)['boardOversight']).toBe(BOARD)
  })

  it.each([
    ['ixt:fixed-true', 'has not', true],
    ['ixt:fixed-false', 'our board', false],
    ['ixt:booleantrue', 'x', true],
    ['ixt:booleanfalse', 'x', false],
    ['ixt-sec:boolballotbox', '&#9746;', true],
    ['ixt-sec:boolballotbox', '☐', false],
    ['', 'true', true],
    ['', ' 0 ', false],
  ])('knows the transformation %s of "%s"', async (format, content, value) => {
    const item = `${fact(INTEGRATED_FLAG, content, format === '' ? '' : `format="${format}"`)}${FILLER}`
    expect(flagsOf(await read(inlineDocument({ item })))).toEqual({ processesIntegrated: value })
  })

  it.each([
    ['ixt:num-dot-decimal', 'true'],
    ['', 'yes'],
    ['ixt-sec:boolballotbox', 'x'],
  ])('has no flag of the transformation "%s" of "%s"', async (format, content) => {
    const item = `${fact(INTEGRATED_FLAG, content, format === '' ? '' : `format="${format}"`)}${FILLER}`
    const document = await read(inlineDocument({ item }))
    expect(document.flags).toEqual([])
    expect(document.tagging?.facts[0]?.value).toBeNull()
  })

  it.each([
    ['missing', 'continuedAt="x"', ''],
    [
      'circle',
      'continuedAt="a"',
      '<ix:continuation id="a" continuedAt="b"><p>One</p></ix:continuation><ix:continuation id="b" continuedAt="a"><p>Two</p></ix:continuation>',
    ],
  ])('tells a chain of continuations that is %s', async (what, attributes, more) => {
    const document = await read(inlineDocument({ item: `${fact(PROCESSES, FILLER, attributes)}${more}` }))
    expect(document.tagging?.brokenChains.map(chain => chain.what)).toEqual([what])
  })

  it('tells a continuation that two facts share', async () => {
    const item = `${fact(PROCESSES, FILLER, 'continuedAt="a"')}${fact(OVERSIGHT, BOARD, 'continuedAt="a"')}<ix:continuation id="a"><p>Both.</p></ix:continuation>`
    const { tagging } = await read(inlineDocument({ item }))
    expect(tagging?.brokenChains).toMatchObject([{ what: 'shared', target: 'a', fact: 1 }])
  })
})

describe('the item of a report', () => {
  it.each([
    ['in capitals', '<p>ITEM 1C. CYBERSECURITY</p>'],
    ['in a table', '<table><tr><td>Item 1C.</td><td>Cybersecurity</td></tr></table>'],
    ['split over tags', '<p><span>Ite</span><span>m&#160;</span><span>1C</span>. Cybersecurity</p>'],
    ['with a small capital', '<p><b>I</b><font>TEM 1C.</font> <font>CYBERSECURITY</font></p>'],
    ['after its part', '<p>PART I, Item 1C. Cybersecurity</p>'],
  ])('is found by a heading %s', async (_, heading) => {
    const body = `<p>Item 1A. Risk Factors</p><p>See Item 1C.</p>${heading}<p>${PROGRAM}</p>${FILLER}<p>Item 2. Properties</p><p>Our plant.</p>`
    const cover = '<ix:nonNumeric contextRef="c-1" name="dei:DocumentType">10-K</ix:nonNumeric>'
    const { prose, view } = await read(inlineDocument({ body: `${cover}${body}` }))
    expect(view).toBe('item')
    expect(prose[0]?.text).toMatch(PROGRAM)
    expect(prose[0]?.text).not.toMatch(/Risk Factors|Our plant/)
  })

  it('is what is tagged where the item only points elsewhere', async () => {
    const body = `<p><ix:nonNumeric contextRef="c-1" name="dei:DocumentType">10-K</ix:nonNumeric></p><h2>Risk review</h2>${TAGGED}<p>Item 1B. Comments</p><p>None.</p><p>Item 1C. Cybersecurity</p><p>See “Risk review” above.</p><p>Item 2. Properties</p>`
    const document = await read(inlineDocument({ body }))
    expect(document.view).toBe('tagged')
    expect(document.prose[0]?.text).toMatch(new RegExp(`^${PROGRAM}`))
    expect(document.notes.map(({ message }) => message)).toEqual([
      'The item was not found, or only points elsewhere; the tagged text was read in its place.',
    ])
  })

  it('is read though it says little, and a mention of it above and a row of contents are left aside', async () => {
    const shell = 'We have no operations and no employees, and keep no information systems of our own.'
    const text = `<html><body><p>Form 10-K</p><table><tr><td>Item 1C.</td><td>Cybersecurity</td><td>31</td></tr><tr><td>Item 2.</td><td>Properties</td><td>33</td></tr></table><p>Our plans may fail, as “Item 1C. Cybersecurity” says.</p><table><tr><td>&nbsp;</td><td><b>I</b><b>tem 1</b><b>C</b>.</td><td></td><td><b>Cyber</b><b>security</b></td></tr></table><p>${shell}<p><b>ITEM 2.</b> <b>PROPERTIES</b><p>We own a mill.</body></html>`
    const { view, prose } = await read(text)
    expect(view).toBe('item')
    expect(prose.map(each => each.text)).toEqual([
      expect.stringMatching(/^Item 1C\.\s+Cybersecurity\s+We have/),
    ])
    expect(prose[0]?.text).not.toMatch(/mill|plans/)
    expect(prose[0]?.text).toContain(shell)
  })

  it.each([
    ['white space of any kind', '<p>Item&#9;&#8203;1C.&emsp;Cybersecurity</p>'],
    ['a letter in brackets', '<p>Item 1(C). Cybersecurity</p>'],
    ['a dash', '<p>ITEM 1C &#8212; CYBERSECURITY</p>'],
    [
      'small capitals',
      '<p><span>I</span><span>TEM</span> <span>1C.</span> <span>C</span><span>YBERSECURITY</span></p>',
    ],
    ['comments within', '<p>Item <!-- 31 --> 1C<!-- x -->. Cyber<!-- y -->security</p>'],
    ['a line to itself', '<div>Item 1C.</div><div>Cybersecurity</div>'],
  ])('is found by a heading with %s', async (_, heading) => {
    const text = `<html><body><p>Form 10-K</p><p>Item 1B. Comments</p><p>None.</p>${heading}<p>${PROGRAM}</p><p>Item 2. Properties</p><p>We own a mill.</p></body></html>`
    const [prose] = (await read(text)).prose
    expect(prose?.text).toContain(PROGRAM)
    expect(prose?.text).not.toMatch(/None|mill/)
  })

  it('is read from HTML without tags', async () => {
    const text = `<html><body><h1>Item 1C. Cybersecurity</h1><p>${PROGRAM}</p><ul><li>We test.</li></ul></body></html>`
    const document = await read(text)
    expect(document).toMatchObject({ form: '10-K', view: 'item' })
    expect(document.tagging).toBeUndefined()
    expect(document.prose[0]?.units.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list-item'])
  })

  it('tells of a form that has none', async () => {
    const cover = '<ix:nonNumeric contextRef="c-1" name="dei:DocumentType">10-Q</ix:nonNumeric>'
    const { documents, errors } = await readInput({ path: 'q.htm', text: inlineDocument({ body: cover }) })
    expect(documents).toEqual([])
    expect(errors[0]?.message).toMatch(/^this is a Form 10-Q, which has no cybersecurity item\./)
  })

  it('skips, in a folder, what is neither tagged nor has it', async () => {
    const cover = '<ix:nonNumeric contextRef="c-1" name="dei:DocumentType">10-Q</ix:nonNumeric>'
    const { skipped } = await readInput(
      { path: 'q.htm', text: inlineDocument({ body: cover }) },
      { inFolder: true },
    )
    expect(skipped).toBe('it is an HTML document with neither cyd facts nor an item on cybersecurity')
  })
})

/** Markup that nests facts, continuations, comments and plain elements in any way that is well-formed. */
const markup = (): fc.Arbitrary<string> => {
  const word = fc.constantFrom(
    'We assess risks. ',
    'Our board oversees them. ',
    'caf\u00e9 &amp; co ',
    '&#8220;risk&#8221; ',
    '<!-- <ix:nonNumeric name="cyd:X"> -->',
    '<![CDATA[a < b & c]]>',
    '<br/>',
    '\u00a0',
  )
  const { tree } = fc.letrec<{ tree: string }>(tie => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      word,
      fc
        .tuple(
          fc.constantFrom('p', 'div', 'span', 'td', 'b', 'ix:exclude'),
          fc.array(tie('tree'), { maxLength: 4 }),
        )
        .map(([name, parts]) => `<${name}>${parts.join('')}</${name}>`),
      fc
        .tuple(
          fc.constantFrom(PROCESSES, INTEGRATED, INTEGRATED_FLAG, OVERSIGHT, 'Unheard'),
          fc.constantFrom('', 'escape="true"', 'format="ixt:fixed-true"', "id='x>y'"),
          fc.constantFrom('', 'k-1', 'k-2', 'k-3', 'nowhere'),
          fc.array(tie('tree'), { maxLength: 4 }),
        )
        .map(([name, attributes, next, parts]) =>
          fact(name, parts.join(''), `${attributes}${next === '' ? '' : ` continuedAt="${next}"`}`),
        ),
      fc
        .tuple(
          fc.constantFrom('k-1', 'k-2', 'k-3'),
          fc.constantFrom('', ' continuedAt="k-1"', ' continuedAt="k-3"'),
          fc.array(tie('tree'), { maxLength: 3 }),
        )
        .map(([id, next, parts]) => `<ix:continuation id="${id}"${next}>${parts.join('')}</ix:continuation>`),
    ),
  }))
  return fc.array(tree, { maxLength: 8 }).map(parts => parts.join(''))
}

describe('two readers and a slow one', () => {
  test('tell the same of whatever is well-formed', () => {
    fc.assert(
      fc.property(markup(), item => {
        const text = inlineDocument({ item })
        const scanned = scanInline(text)
        const parsed = parseInline(text)
        if (scanned) expect(plain(scanned)).toEqual(plain(parsed))
        const slow = readSlowly(text)
        expect(parsed.facts.map(({ name, tag, hidden }) => ({ name, start: tag.start, hidden }))).toEqual(
          slow.map(({ name, start, hidden }) => ({ name, start, hidden })),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('give the same words', async () => {
    await fc.assert(
      fc.asyncProperty(markup(), async item => {
        const text = inlineDocument({ item: `${item}${FILLER}` })
        const { tagging } = await read(text)
        const slow = readSlowly(text)
        // A continuation within its own fact would be read once by one and twice by the other.
        const nested = /<ix:continuation/.test(item)
        expect(tagging?.facts.map(each => (nested ? '' : lettersOf(each.text)))).toEqual(
          slow.map(({ letters }) => (nested ? '' : letters)),
        )
      }),
      { numRuns: 200 },
    )
  })

  test('survive any cut and any change of a document', async () => {
    const whole = inlineDocument({ item: TAGGED })
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.nat(whole.length),
        fc.constantFrom(
          '',
          '<',
          '>',
          '"',
          '<!--',
          '<![CDATA[',
          '&',
          '<ix:nonNumeric',
          '</ix:nonNumeric>',
          '\0',
        ),
        async (from, to, piece) => {
          const [start, end] = [Math.min(from, to), Math.max(from, to)]
          const cut = end - start > 400 ? start + 40 : end
          const text = whole.slice(0, start) + piece + whole.slice(cut)
          const result = await readInput({ path: 'x.htm', text })
          expect(result.documents.length + result.errors.length).toBeGreaterThan(0)
          for (const { prose, blocks } of result.documents)
            for (const each of [...prose, ...blocks.map(block => block.prose)])
              for (const { start: first, end: last } of each.units) {
                const [a, b] = each.toSource(first, last)
                expect(b).toBeGreaterThanOrEqual(a)
                expect(b).toBeLessThanOrEqual(text.length)
              }
        },
      ),
      { numRuns: 300 },
    )
  })
})

/** What a mutation does to a document: most results are still well-formed. */
const MUTATIONS: readonly ((text: string, at: number) => string)[] = [
  (text, at) => text.slice(0, at) + text.slice(text.indexOf('>', at) + 1),
  (text, at) =>
    `${text.slice(0, text.indexOf('>', at) + 1)}<span>more</span>${text.slice(text.indexOf('>', at) + 1)}`,
  (text, at) =>
    text.slice(0, at) + text.slice(at).replace('<p>', '<p xmlns:cyd="http://xbrl.sec.gov/cyd/2026">'),
  (text, at) => text.slice(0, at) + text.slice(at).replace('cyd:', 'other:'),
  (text, at) => text.slice(0, at) + text.slice(at).replace('continuedAt="f-2-1"', 'continuedAt="f-9"'),
  (text, at) => text.slice(0, at) + text.slice(at).replace(/<p>([^<]*)<\/p>/, '<!-- $1 -->'),
  (text, at) => text.slice(0, at) + text.slice(at).replace(/<p>([^<]*)<\/p>/, '<![CDATA[$1]]>'),
  (text, at) => text.slice(0, at) + text.slice(at).replace(/="([^"]*)"/, "='$1'"),
]

test('a document that is changed and still well-formed is read as the slow reader reads it', async () => {
  const whole = inlineDocument({
    item: `${fact(PROCESSES, `<p>${PROGRAM}</p><ix:exclude><p>25</p></ix:exclude><p>${fact(INTEGRATED, fact(INTEGRATED_FLAG, ERM, 'format="ixt:fixed-true"'))}</p>`, 'continuedAt="f-2-1"')}<hr/><ix:continuation id="f-2-1"><p>More of it.</p>${FILLER}</ix:continuation><p>${fact(OVERSIGHT, BOARD)}</p>`,
  })
  // The slow reader's parser takes a broken XML declaration for a whole one.
  const from = fc.integer({ min: whole.indexOf('<html'), max: whole.length })
  let compared = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(from, fc.nat(MUTATIONS.length - 1)), { minLength: 1, maxLength: 4 }),
      async changes => {
        const text = changes.reduce((at, [from, which]) => MUTATIONS[which]?.(at, from) ?? at, whole)
        let slow: ReturnType<typeof readSlowly>
        try {
          slow = readSlowly(text)
        } catch {
          return
        }
        compared++
        const { documents } = await readInput({ path: 'x.htm', text }, { form: '10-K' })
        expect(
          documents[0]?.tagging?.facts.map(({ name, taxonomy, at, text: words }) => ({
            name,
            taxonomy,
            start: at.start,
            letters: lettersOf(words),
          })) ?? [],
        ).toEqual(slow.map(({ name, taxonomy, start, letters }) => ({ name, taxonomy, start, letters })))
      },
    ),
    { numRuns: 400 },
  )
  expect(compared).toBeGreaterThan(100)
})

describe('hostile documents end in bounded time', () => {
  it.each([
    ['100,000 facts', inlineDocument({ item: fact(OVERSIGHT, 'x').repeat(100_000) })],
    [
      'facts 20,000 deep',
      inlineDocument({
        item: `${`<ix:nonNumeric contextRef="c-1" name="cyd:${OVERSIGHT}">`.repeat(20_000)}${'</ix:nonNumeric>'.repeat(20_000)}`,
      }),
    ],
    [
      'a chain of 50,000 continuations',
      inlineDocument({
        item:
          fact(OVERSIGHT, 'x', 'continuedAt="k-0"') +
          Array.from(
            { length: 50_000 },
            (_, n) => `<ix:continuation id="k-${n}" continuedAt="k-${n + 1}">y</ix:continuation>`,
          ).join(''),
      }),
    ],
    ['a million mentions of items', inlineDocument({ item: '<p>Item 1</p>'.repeat(300_000) })],
    ['elements 400,000 deep', `<html><body>${'<div><b>We oversee'.repeat(200_000)}</body></html>`],
    [
      'a page of 30 MB without the item',
      `<html><body>${'<p>Item 1A. Risk</p><p>We face risks and more of them.</p>'.repeat(500_000)}</body></html>`,
    ],
    ['open comments', inlineDocument({ item: '<!-- '.repeat(200_000) })],
    ['open tags', inlineDocument({ item: '<a href="'.repeat(200_000) })],
    [
      'a root without end',
      `<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" ${'a="b" '.repeat(200_000)}`,
    ],
  ])(
    '%s',
    async (_, text) => {
      const started = performance.now()
      const { documents, errors } = await readInput({ path: 'x.htm', text })
      expect(documents.length + errors.length).toBeGreaterThan(0)
      expect(performance.now() - started).toBeLessThan(20_000)
    },
    30_000,
  )
})

describe('encodings', () => {
  const text = inlineDocument({
    item: `${fact(OVERSIGHT, '<p>Our board — all nine — oversees “risk”.</p>')}${FILLER}`,
  })
  const utf16 = (bigEndian: boolean): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
    return bigEndian ? bytes.swap16() : bytes
  }
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-8 that calls itself ASCII', Buffer.from(text.replace('encoding="utf-8"', 'encoding="ASCII"'))],
    [
      'Windows-1252 that its own head declares',
      Buffer.from(
        text
          .replace(/<\?xml.*?\?>\s*/, '')
          .replace(
            '<head>',
            '<head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"/>',
          )
          .replaceAll('—', '\u0097')
          .replace('“', '\u0093')
          .replace('”', '\u0094'),
        'latin1',
      ),
    ],
    ['UTF-16, little end first', utf16(false)],
    ['UTF-16, big end first', utf16(true)],
  ])('%s', async (_, bytes) => {
    const { documents, errors } = await readInput({ path: 'x.htm', bytes })
    expect(errors).toEqual([])
    expect(blocksOf(documents[0] as Disclosure)['boardOversight']).toBe(
      'Our board — all nine — oversees “risk”.',
    )
  })
})
