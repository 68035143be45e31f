import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Disclosure } from '../../src/model/disclosure.js'
import { folded, read } from './reading.js'

/** Words whose characters each stand for themselves in every kind of input. */
const WORDS = [
  'The',
  'board',
  'oversees',
  'cyber',
  'risks.',
  'CISO',
  '3:1',
  '10:30am',
  'see',
  'Item',
  '“quoted”',
  'naïve',
  '—',
  '😀',
  '5%',
  "Company's",
  '(i)',
]
const word = fc.constantFrom(...WORDS)
const gap = fc.constantFrom(' ', '  ', '\n', ' \n ', '\u00a0', '\t')

/**
 * Every unit, and a stretch of it, is what its source shows at its place; white space does not count.
 */
const expectPlaces = (
  document: Disclosure,
  sample: (length: number) => readonly [number, number],
  shown: (slice: string) => string,
): void => {
  for (const prose of document.prose)
    for (const unit of prose.units) {
      const [start, end] = sample(unit.end - unit.start)
      for (const [from, to] of [
        [unit.start, unit.end] as const,
        [unit.start + start, unit.start + end] as const,
      ]) {
        const slice = prose.source.text.slice(...prose.toSource(from, to))
        expect(folded(shown(slice))).toBe(folded(prose.text.slice(from, to)))
      }
    }
}

const stretch = fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => (length: number): readonly [number, number] => {
  if (length === 0) return [0, 0]
  const start = a % length
  return [start, Math.min(length, start + 1 + (b % (length - start)))]
})

const plain = fc
  .array(fc.tuple(word, gap), { minLength: 1, maxLength: 40 })
  .map(parts => parts.flat().join('').trim())
  .filter(text => text !== '')

/** Markdown that shows its words as they are, and what the reader should make of a slice of it. */
const inline: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: word },
  {
    weight: 1,
    arbitrary: fc.array(word, { minLength: 1, maxLength: 3 }).map(words => `**${words.join(' ')}**`),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(word, { minLength: 1, maxLength: 3 })
      .map(words => `:positionsResponsible[${words.join(' ')}]`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '&amp;',
      '&nbsp;',
      '&#8217;',
      '\\*',
      '\\[',
      '&nothing;',
      '<b>bold</b>',
      '<!-- c -->',
      '`code`',
    ),
  },
)
const paragraph = fc
  .array(fc.tuple(inline, fc.constantFrom(' ', '\n')), { minLength: 1, maxLength: 15 })
  .map(parts => `We ${parts.flat().join('').trim()} x`)
const quoted = paragraph.map(text =>
  text
    .split('\n')
    .map(line => `> ${line}`)
    .join('\n'),
)
const lazy = paragraph.map(text => `> ${text}`)
const list = fc
  .array(paragraph, { minLength: 1, maxLength: 3 })
  .map(items => items.map(item => `- ${item.replaceAll('\n', '\n  ')}`).join('\n'))
const nested = paragraph.map(text => `> - > ${text.replaceAll('\n', '\n>   > ')}`)
const heading = word.map(text => `## ${text}`)
const container = paragraph.map(text => `:::processes\n${text}\n:::`)
const table = fc.tuple(word, word).map(([a, b]) => `| ${a} | ${b} |\n|---|:--|\n| ${b} &amp; | **${a}** |`)
const markdown = fc
  .array(fc.oneof(paragraph, quoted, lazy, list, nested, heading, container, table), {
    minLength: 1,
    maxLength: 8,
  })
  .map(parts => `# Item 1C\n\n${parts.join('\n\n')}\n`)
const lineEnds = fc.constantFrom('\n', '\r\n')

/** What is left of a slice of the Markdown above when its markup is gone. */
const withoutMarkup = (slice: string): string =>
  slice
    .replace(/<!--.*?-->|<\/?b>/g, '')
    .replace(/^\|?[ :|-]+$/gm, '')
    .replace(/^(?:[ \t]*(?:>|- |##? ))+/gm, '')
    .replace(/^:{3,}.*$/gm, '')
    .replace(/:positionsResponsible\[/g, '')

describe('every place in a prose', { timeout: 60_000 }, () => {
  it('of plain text is a place of its source', async () => {
    await fc.assert(
      fc.asyncProperty(plain, stretch, async (text, sample) => {
        const { documents } = await read(`Item 1C. Cybersecurity\n\n${text}\n`, 'a.txt')
        for (const document of documents) expectPlaces(document, sample, slice => slice)
      }),
      { numRuns: 300 },
    )
  })

  it('of facts is a place of its string', async () => {
    await fc.assert(
      fc.asyncProperty(plain, plain, stretch, async (one, two, sample) => {
        const { documents } = await read(
          JSON.stringify({ form: '10-K', blocks: { processes: one, boardOversight: `${one}\n\n${two}` } }),
          'a.json',
        )
        expect(documents).toHaveLength(1)
        for (const document of documents) expectPlaces(document, sample, slice => slice)
      }),
      { numRuns: 300 },
    )
  })

  it('of HTML is a place of its page', async () => {
    const escaped = (text: string): string =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('“', '&ldquo;')
        .replaceAll('—', '&#8212;')
        .replaceAll('\u00a0', '&nbsp;')
    const shown = (slice: string): string =>
      slice
        .replace(/<[^>]*>/g, '')
        .replaceAll('&ldquo;', '“')
        .replaceAll('&#8212;', '—')
        .replaceAll('&nbsp;', ' ')
        .replaceAll('&amp;', '&')
    await fc.assert(
      fc.asyncProperty(fc.array(plain, { minLength: 1, maxLength: 4 }), stretch, async (texts, sample) => {
        const cell = texts.map(text => `<p>${escaped(text).replace(' ', ' <i>')}</i></p>`).join('<br>')
        const page = `<table class="report"><tr><td>Cybersecurity Risk Role of Management [Text Block]</td><td>${cell}</td></tr></table>`
        const { documents } = await read(page, 'R4.htm', { form: '10-K' })
        expect(documents).toHaveLength(1)
        for (const document of documents) expectPlaces(document, sample, shown)
      }),
      { numRuns: 300 },
    )
  })

  it('of Markdown is a place of the draft, unit by unit and block by block', async () => {
    await fc.assert(
      fc.asyncProperty(markdown, lineEnds, async (text, lineEnd) => {
        const draft = text.replaceAll('\n', lineEnd)
        const { documents, errors } = await read(draft, 'a.md')
        expect(errors).toEqual([])
        for (const document of documents)
          for (const prose of document.prose) {
            const stretches = [...prose.units, ...document.blocks.filter(block => block.prose === prose)]
            for (const { start, end } of stretches) {
              const [from, to] = prose.toSource(start, end)
              expect(decoded(withoutMarkup(draft.slice(from, to).replaceAll('\r', '')))).toBe(
                decoded(prose.text.slice(start, end)),
              )
            }
            // One character is one character, or what stands for it.
            for (let at = 0; at < prose.text.length; at++) {
              const character = prose.text.charAt(at)
              if (/\s/.test(character)) continue
              const [from, to] = prose.toSource(at, at + 1)
              const slice = draft.slice(from, to)
              expect(slice === character || /^(?:&[#\w]+;|\\[*[])$/.test(slice)).toBe(true)
            }
          }
      }),
      { numRuns: 400 },
    )
  })

  it('of a block is a place in the prose it shares', async () => {
    await fc.assert(
      fc.asyncProperty(markdown, async text => {
        const { documents } = await read(text, 'a.md')
        for (const { blocks } of documents)
          for (const { start, end, prose } of blocks) {
            expect(start).toBeLessThanOrEqual(end)
            expect(prose.text.slice(start, end)).toBe(prose.text.slice(start, end).trim())
          }
      }),
      { numRuns: 200 },
    )
  })
})

/** Letters of a Markdown slice or of what it shows, references and escapes resolved, white space and stray marks left out. */
const decoded = (text: string): string =>
  folded(
    text
      .replaceAll('&nbsp;', ' ')
      .replaceAll('&#8217;', '’')
      .replaceAll('&amp;', '&')
      .replace(/[*|:[\]`>\\-]/g, ''),
  )
