import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInput } from '../../src/readers/read.js'
import { BOARD, COMMITTEE, ENGAGED, escaped, fact, INTEGRATED, instance } from './instances.js'
import { blocks, document, errors, flags, folded, read, units } from './reading.js'

const PATH = 'pinyon-20251231_htm.xml'

const BOARD_HTML =
  '<div><p style="font:10pt">Our board&#8217;s Audit Committee over<b>sees</b> these risks &amp; reports.</p><p>The Audit Committee meets.</p></div>'

const FACTS = [
  fact(BOARD, escaped(BOARD_HTML), 'contextRef="c-1" id="f-7"'),
  fact(COMMITTEE, '<![CDATA[<p>The Audit Committee meets.</p>]]>'),
  fact(INTEGRATED, 'true'),
  fact(ENGAGED, ' 0\n'),
].join('\n')

describe('an XBRL instance', () => {
  it('gives the facts of the cyd taxonomy as a reader sees them, and what the cover says', async () => {
    const found = await document(instance(FACTS), PATH)
    expect(found).toMatchObject({
      form: '10-K',
      formFrom: 'dei:DocumentType',
      item: '1C',
      view: 'tagged',
      registrant: 'Pinyon Ridge & Sons Holdings, Inc.',
      periodOfReport: '2025-12-31',
      notes: [],
    })
    expect(flags(found)).toEqual(['processesIntegrated (tag): true', 'thirdPartyEngaged (tag): false'])
    expect(blocks(found)).toEqual([
      'boardOversight (tag): Our board’s Audit Committee oversees these risks & reports.\nThe Audit Committee meets.',
      '  boardCommittee (tag): The Audit Committee meets.',
    ])
    expect(units(found)).toEqual([
      'paragraph: Our board’s Audit Committee oversees these risks & reports.',
      'paragraph: The Audit Committee meets.',
      'paragraph: The Audit Committee meets.',
    ])
  })

  it('tells how it is tagged', async () => {
    const { tagging, blocks: found } = await document(instance(FACTS), PATH)
    const context = { id: 'c-1', start: '2025-01-01', end: '2025-12-31', dimensions: [] }
    expect(tagging).toMatchObject({
      kind: 'instance',
      brokenChains: [],
      reportContext: context,
      cover: {
        documentType: '10-K',
        isAmendment: false,
        registrant: 'Pinyon Ridge & Sons Holdings, Inc.',
        periodEnd: '2025-12-31',
      },
      facts: [
        { name: BOARD, taxonomy: '2025', id: 'f-7', contextRef: 'c-1', context, escaped: true, nil: false },
        { name: COMMITTEE, text: 'The Audit Committee meets.', hasMarkup: true, hidden: false, parent: null },
        { name: INTEGRATED, value: true, escaped: false, format: null, block: null },
        { name: ENGAGED, value: false, text: '0' },
      ],
    })
    expect(tagging?.facts[0]?.block).toBe(found[0])
  })

  it('points into the file, where one character of HTML may take nine', async () => {
    const text = instance(FACTS)
    const { flags: given, blocks: found, tagging } = await document(text, PATH)
    expect(given.map(({ at }) => text.slice(at.start, at.end))).toEqual(['true', '0'])
    const [board] = found
    if (!board) throw new Error('no block')
    const at = board.prose.text.indexOf('’s Audit Committee oversees')
    const [start, end] = board.prose.toSource(at, at + '’s Audit Committee oversees'.length)
    expect(text.slice(start, end)).toBe('&amp;#8217;s Audit Committee over&lt;b&gt;sees')
    expect(board.prose.source.span(start, end)).toMatchObject({ start: { line: 11 } })
    const element = tagging?.facts[1]?.at
    expect(text.slice(element?.start, element?.end)).toBe(
      fact(COMMITTEE, '<![CDATA[<p>The Audit Committee meets.</p>]]>'),
    )
  })

  it('is read under any prefixes, also such as are bound below the root', async () => {
    const text = `<x:xbrl xmlns:x="http://www.xbrl.org/2003/instance" xmlns:cyd="http://fasb.org/us-gaap/2025">
<d:DocumentType xmlns:d="http://xbrl.sec.gov/dei/2024" contextRef="c">20-F</d:DocumentType>
<cyd:${INTEGRATED} contextRef="c">false</cyd:${INTEGRATED}>
<${INTEGRATED} xmlns="http://xbrl.sec.gov/cyd/2024" contextRef="c">true</${INTEGRATED}>
<k:${BOARD} xmlns:k="http://xbrl.sec.gov/cyd/2026" contextRef="c">It oversees.</k:${BOARD}>
<x:context id="c"><x:period><x:instant>2025-06-30</x:instant></x:period></x:context>
</x:xbrl>`
    const found = await document(text, 'a.xml')
    expect(found).toMatchObject({ form: '20-F', periodOfReport: '2025-06-30' })
    expect(flags(found)).toEqual(['processesIntegrated (tag): true'])
    expect(blocks(found)).toEqual(['boardOversight (tag): It oversees.'])
    expect(found.tagging?.facts.map(({ taxonomy }) => taxonomy)).toEqual(['2024', '2026'])
  })

  it('has the dimensions of a context, and the name of the registrant rather than of its subsidiary', async () => {
    const member =
      '<segment><xbrldi:explicitMember dimension="dei:LegalEntityAxis">x:AMember</xbrldi:explicitMember></segment>'
    const cover = `<context id="c-2"><entity><identifier scheme="s">1</identifier>${member}</entity><period><startDate>2025-01-01</startDate><endDate>2025-12-31</endDate></period></context>
<dei:EntityRegistrantName contextRef="c-2">Pinyon Finance LLC</dei:EntityRegistrantName>
<dei:EntityRegistrantName contextRef="c-1">Pinyon Ridge plc</dei:EntityRegistrantName>
<dei:DocumentType contextRef="c-1">20-F/A</dei:DocumentType>`
    const found = await document(instance(fact(INTEGRATED, '1', 'contextRef="c-2"'), cover), PATH)
    expect(found).toMatchObject({ form: '20-F/A', registrant: 'Pinyon Ridge plc' })
    expect(found.tagging?.facts[0]?.context?.dimensions).toEqual(['dei:LegalEntityAxis'])
  })

  it('notes facts that say nothing, and keeps one of two that say the same', async () => {
    const text = instance(
      [
        fact(INTEGRATED, '', 'contextRef="c-1" xsi:nil="true"'),
        fact(ENGAGED, 'perhaps'),
        fact('CybersecurityRiskRoleOfManagersTextBlock', 'x'),
        fact(BOARD, 'It oversees.'),
        fact(BOARD, 'It oversees.'),
        `<cyd:${COMMITTEE} contextRef="c-9"/>`,
      ].join(''),
    )
    const found = await document(text, PATH)
    expect(found.notes.map(({ message }) => message)).toEqual([
      `The fact ${INTEGRATED} is nil: it has no value.`,
      'The flag thirdPartyEngaged is "perhaps", neither true nor false; it was not read.',
      '"CybersecurityRiskRoleOfManagersTextBlock" is no element of the cyd taxonomy; the fact was not read.',
    ])
    expect(blocks(found)).toEqual(['boardOversight (tag): It oversees.', 'boardCommittee (tag): '])
    expect(found.tagging?.facts).toHaveLength(6)
    expect(found.tagging?.facts[5]).toMatchObject({ context: null, text: '' })
    expect(found.prose).toHaveLength(1)
  })

  it('of an annual report without such facts is a document all the same, and says so', async () => {
    const { documents, skipped } = await read(instance(''), PATH, { inFolder: true })
    expect(skipped).toBeNull()
    expect(documents).toMatchObject([{ form: '10-K', flags: [], blocks: [], tagging: { facts: [] } }])
    expect(documents[0]?.notes[0]?.message).toBe('The instance holds no fact of the cyd taxonomy.')
  })

  it('of another form is skipped in a folder where it has no such facts, and an error where it is named', async () => {
    const quarterly = instance('', '<dei:DocumentType contextRef="c-1">10-Q</dei:DocumentType>')
    expect(await read(quarterly, PATH, { inFolder: true })).toMatchObject({
      skipped: 'it is an XBRL instance of no annual report, without a fact of the cyd taxonomy',
    })
    expect(await errors(quarterly, PATH)).toEqual([
      'dei:DocumentType is "10-Q". The forms that are checked are 10-K, 10-K/A, 10-KT, 20-F, 20-F/A, 8-K, 8-K/A, 6-K; use --form to check it as one of them.',
    ])
    expect((await document(quarterly, PATH, { form: '10-K' })).formFrom).toBe('--form')
  })

  it('reads markup that was not escaped', async () => {
    const text = instance(fact(BOARD, '<p>It over<b>sees</b>.</p><br/><p>It meets.</p>'))
    expect(blocks(await document(text, PATH))).toEqual(['boardOversight (tag): It oversees.\nIt meets.'])
  })

  it('reads a value without markup as plain text', async () => {
    const text = instance(fact(BOARD, 'It oversees R&amp;D at 3 &lt; 4 plants.\n\nIt meets.'))
    expect(units(await document(text, PATH))).toEqual([
      'paragraph: It oversees R&D at 3 < 4 plants.',
      'paragraph: It meets.',
    ])
  })

  it('is read in the encoding that it declares', async () => {
    const text = instance(fact(BOARD, 'El consejo supervisó – «sí».')).replace('utf-8', 'windows-1252')
    const bytes = Uint8Array.from(text, character => (character === '–' ? 0x96 : character.charCodeAt(0)))
    const { documents } = await readInput({ path: PATH, bytes })
    expect(documents.map(blocks)).toEqual([['boardOversight (tag): El consejo supervisó – «sí».']])
    const utf16 = new Uint8Array(2 + text.length * 2)
    utf16.set([0xff, 0xfe])
    for (let at = 0; at < text.length; at++) {
      utf16[2 + at * 2] = text.charCodeAt(at) & 0xff
      utf16[3 + at * 2] = text.charCodeAt(at) >> 8
    }
    expect((await readInput({ path: PATH, bytes: utf16 })).documents.map(blocks)).toEqual(
      documents.map(blocks),
    )
  })

  it('is told from other XML', async () => {
    for (const other of [
      '<?xml version="1.0"?><link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns="http://www.xbrl.org/2003/instance"/>',
      '<?xml version="1.0"?>\n<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>',
      '<?xml version="1.0"?><xbrl xmlns="http://example.com/2003/instance"/>',
    ])
      expect(await read(other, 'a.xml', { inFolder: true })).toMatchObject({
        kind: null,
        skipped: 'it is an XML file that is no XBRL instance',
      })
  })
})

/** A text block's HTML made of words, tags and references, and what a reader sees of it. */
const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ['<p>', '\n'],
        ['</p>', '\n'],
        ['<b class="x&amp;y">', ''],
        ['</b>', ''],
        ['<br>', ' '],
        ['&amp;', '&'],
        ['&#8217;', '’'],
        ['&nbsp;', ' '],
        ['&lt;', '<'],
        ['&amp;amp;', '&amp;'],
        [' ', ' '],
        ['\n', ' '],
        ['\r\n', ' '],
        ['😀', '😀'],
      ),
      fc.stringMatching(/^[a-zA-Z0-9 .,;"'é–]{1,12}$/).map(words => [words, words]),
    ),
    { minLength: 1, maxLength: 25 },
  )
  .map(pieces => ({
    html: pieces.map(([source]) => source).join(''),
    seen: pieces.map(([, words]) => words).join(''),
  }))

/** One way or another to write a text in XML. */
const written = (html: string, way: number): string => {
  const references = [...html].map((character, at) =>
    at % 3 === way % 3 ? `&#${character.codePointAt(0)};` : escaped(character),
  )
  return [
    escaped(html),
    `<![CDATA[${html}]]>`,
    `${escaped(html.slice(0, way))}<![CDATA[${html.slice(way)}]]>`,
    references.join(''),
    `<!-- c -->${escaped(html).replaceAll('"', '&quot;')}<?pi?>`,
  ][way % 5] as string
}

const resolved = (xml: string): string =>
  xml
    .replace(/<!--.*?-->|<\?.*?\?>|<!\[CDATA\[|\]\]>/gs, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|quot|amp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name as 'lt'])

describe('any text block of an instance', { timeout: 60_000 }, () => {
  it('reads as its HTML does, however it is written in the XML, and its places hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        markup,
        fc.nat(30),
        fc.integer({ min: 0, max: 70_000 }),
        async ({ html, seen }, way, far) => {
          // Pieces of the file are parsed one after another: the value may stand across their border.
          const padding = `<!--${' '.repeat(way % 4 === 0 ? far : 0)}-->`
          const text = instance(padding + fact(BOARD, written(html, way)))
          const found = await document(text, PATH)
          const [block] = found.blocks
          if (!block) throw new Error('no block')
          const { prose } = block
          expect(folded(prose.text)).toBe(folded(seen))
          for (let at = 0; at < prose.text.length; at++) {
            const character = prose.text[at] as string
            if (/[\s\ud800-\udfff]/.test(character)) continue
            const [start, end] = prose.toSource(at, at + 1)
            const slice = resolved(text.slice(start, end))
            const shown = { '&amp;': '&', '&#8217;': '’', '&lt;': '<' }[slice] ?? slice
            expect(shown).toBe(character)
          }
          for (const { start, end } of prose.units) {
            const [from, to] = prose.toSource(start, end)
            expect(from).toBeLessThan(to)
            expect(to).toBeLessThanOrEqual(text.length)
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it('cut short anywhere gives documents or errors, and never throws', async () => {
    const text = instance(FACTS)
    for (let end = 0; end < text.length; end += 7) {
      const { documents, errors: problems } = await read(text.slice(0, end), PATH)
      expect(documents.length + problems.length).toBeGreaterThan(0)
      if (end > 200) expect(documents).toEqual([])
    }
  })

  it('of any pieces gives documents or errors, and never throws', async () => {
    const pieces = fc.constantFrom(
      '<xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:cyd="http://xbrl.sec.gov/cyd/2025">',
      '</xbrl>',
      `<cyd:${BOARD} contextRef="c">`,
      `</cyd:${BOARD}>`,
      `<cyd:${INTEGRATED}/>`,
      '<context id="c">',
      '</context>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '&lt;p&gt;',
      '&#x1F600;',
      '&#xFFFFFFFF;',
      '&bogus;',
      '&',
      '<',
      '>',
      '<!DOCTYPE x [',
      ']>',
      '<?x',
      '?>',
      ' xmlns:cyd=""',
      'We oversee risks.',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 30 }), async parts => {
        const text = `<xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:cyd="http://xbrl.sec.gov/cyd/2025">${parts.join('')}`
        const { documents, errors: problems } = await read(text, PATH, { form: '10-K' })
        expect(documents.length + problems.length).toBe(1)
        for (const { prose } of documents)
          for (const { text: words, toSource } of prose)
            for (let at = 0; at < words.length; at++) {
              const [start, end] = toSource(at, at + 1)
              expect(start).toBeLessThanOrEqual(end)
              expect(end).toBeLessThanOrEqual(text.length)
            }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a hostile instance', { timeout: 60_000 }, () => {
  it('has no entities expanded, neither of its own nor from elsewhere', async () => {
    const bomb = `<!DOCTYPE xbrl [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;"> ]>`
    const text = instance(fact(BOARD, '&c;')).replace('<xbrl ', `${bomb}\n<xbrl `)
    expect((await errors(text, PATH))[0]).toMatch(/declares entities of its own .* not expanded/)
    const external = instance(fact(BOARD, 'It oversees &file;.')).replace(
      '<xbrl ',
      '<!DOCTYPE xbrl SYSTEM "file:///etc/passwd">\n<xbrl ',
    )
    expect(blocks(await document(external, PATH))).toEqual(['boardOversight (tag): It oversees &file;.'])
  })

  it.each([
    ['elements', instance('<a>'.repeat(200_000)), /nested more than 100 deep/],
    ['elements in a fact', instance(fact(BOARD, '<b>'.repeat(200_000))), /nested more than 100 deep/],
    ['documents', `${instance('')}${instance('').slice(38)}`, /more than one XML document/],
  ])('of too many %s is refused', async (_, text, message) => {
    expect((await errors(text, PATH))[0]).toMatch(message)
  })

  const many = (count: number, part: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => part(index)).join('')

  it.each([
    [
      'contexts',
      many(
        100_000,
        index =>
          `<context id="c-${index + 9}"><entity/><period><instant>2025-12-31</instant></period></context>`,
      ),
    ],
    ['tags within a text', fact(BOARD, '&lt;b&gt;'.repeat(1_000_000))],
    ['references', fact(BOARD, `&lt;p&gt;${'&amp;amp;'.repeat(1_000_000)}`)],
    ['less-than signs', fact(BOARD, '&lt;'.repeat(2_000_000))],
    ['facts', many(20_000, index => fact(BOARD, `It oversees ${index}.`))],
    ['attributes', `<us-gaap:A ${many(100_000, index => `a${index}="x" `)}/>`],
    ['namespaces', `<a ${many(20_000, index => `xmlns:p${index}="u" `)}>${'<b/>'.repeat(20_000)}</a>`],
    ['white space', fact(BOARD, `a${' \n'.repeat(2_000_000)}b`)],
    ['characters in an attribute', `<us-gaap:A x="${'y'.repeat(20_000_000)}"/>`],
  ])('of very many %s is read in the time it takes', async (_, facts) => {
    const started = performance.now()
    expect((await read(instance(facts), PATH)).documents).toHaveLength(1)
    // A slow machine takes a second or two; a quadratic reader takes minutes.
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})
