import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMarkdown, parseWhole } from '../../src/readers/markdown/parse.js'
import { abridged } from '../../src/readers/markdown/plain-paragraphs.js'

/** Lines that are plain words, or nearly, and lines that decide what the words round them are. */
const LINES = [
  'The board oversees risks from cybersecurity threats.',
  'We engage assessors; see "Risk Factors" (Item 1A) – at 5% – and R & D.',
  '“Quoted” words, $5 million, an é and a 😀',
  '(i) The committee: it meets quarterly',
  '2024 was a year',
  '12. The twelfth',
  '1) The first',
  'Ends with a space ',
  'Ends with two spaces  ',
  'A no-break space\u00a0and two  spaces\u00a0',
  'Emphasis *of* words',
  'A [link] and a `code`',
  'An escape \\* and a reference &amp; more',
  'A name:word and a colon: here',
  'A bar | a bar',
  'form: 10-K',
  '[link]: target',
  'x',
  'p',
  '',
  '',
  '',
  ' ',
  '\t',
  '# Heading',
  '#No heading',
  '## Heading with *emphasis*',
  '- An item',
  '- ',
  '  an indented line',
  '    an indented block',
  '\tafter a tab',
  '> A quotation',
  '>',
  '```',
  '~~~ text',
  '---',
  '===',
  '***',
  '| a | b |',
  '| - | - |',
  '-|-',
  ':-',
  '<div>',
  '</div>',
  '<!-- a comment',
  '-->',
  '<!-- whole --> and words',
  '<script>',
  ':::Governance',
  '::::ProcessesForAssessing',
  ':::',
  '::::',
  '::leaf',
  ':::cyd:Integrated',
  '\u2060\u2060words',
  '\ufeffwords',
  'a\rlone carriage return',
  'a\u2028line separator',
  'a\0nul',
]

const line = fc.constantFrom(...LINES)
const text = fc
  .tuple(fc.array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n\n', '\r\n'))), fc.boolean())
  .map(([parts, isOpen]) => {
    const whole = parts.map(part => part.join('')).join('')
    return isOpen ? whole.trimEnd() : whole
  })

describe('paragraphs of plain words', () => {
  it('stand in the tree as if the parser had been shown them', () => {
    fc.assert(
      fc.property(text, text => {
        const { text: short, restore } = abridged(text)
        const root = parseWhole(short)
        if (restore(root)) expect(root).toEqual(parseWhole(text))
      }),
      { numRuns: 3000 },
    )
  })

  it('are read by the parser itself where it takes their place for something else', () => {
    for (const text of [
      '```\n\nThe board oversees.\n\n```\n',
      '<!--\n\nThe board oversees.\n\n-->\n',
      '---\na: b\n\nc: d\n\n---\n',
    ]) {
      const { text: short, restore } = abridged(text)
      expect(short.length).toBeLessThan(text.length)
      expect(restore(parseWhole(short))).toBe(false)
      expect(parseMarkdown(text)).toEqual(parseWhole(text))
    }
  })

  it('are one letter to the parser, however many stand together', () => {
    const text = '# Item 1C. Cybersecurity\n\nThe board\noversees.\n\nWe assess.\n\n- an item\n\nWe detect.'
    expect(abridged(text).text).toBe('# Item 1C. Cybersecurity\n\np\n\n- an item\n\np')
  })

  it('are found in time that grows with the text alone', () => {
    const started = performance.now()
    for (const text of [
      'a '.repeat(1e6),
      'a\n'.repeat(5e5),
      `${'a '.repeat(5e5)}*`,
      '1'.repeat(1e6),
      'a: '.repeat(3e5),
    ])
      abridged(text)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
