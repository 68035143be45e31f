import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerpt, quoted } from '../../src/reporters/quote.js'
import { styleFor } from '../../src/reporters/style.js'
import { shortened, widthOf, wrap } from '../../src/reporters/wrap.js'

const linesOf = (text: string, width: number): readonly string[] =>
  wrap(text, width).map(({ start, end }) => text.slice(start, end))

const words = fc.array(
  fc.constantFrom(
    'risk',
    'a',
    'cybersecurity',
    '港湾食品',
    'naïve',
    'e\u0301tat',
    '“quoted”',
    'x'.repeat(30),
    '—',
  ),
  { maxLength: 40 },
)

describe('wrapping', () => {
  it('breaks at spaces', () => {
    expect(linesOf('risks from cybersecurity threats', 14)).toEqual([
      'risks from',
      'cybersecurity',
      'threats',
    ])
  })

  it('counts wide characters as two columns and combining marks as none', () => {
    expect(widthOf('港湾')).toBe(4)
    expect(widthOf('e\u0301tat')).toBe(4)
    expect(linesOf('港湾食品株式会社', 6)).toEqual(['港湾食', '品株式', '会社'])
  })

  it('breaks a word that is longer than a line', () => {
    expect(linesOf('aaaaaaaaaa b', 4)).toEqual(['aaaa', 'aaaa', 'aa b'])
  })

  it('loses no word and exceeds no line, whatever the text', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 60 }), (all, width) => {
        const text = all.join(' ')
        const lines = linesOf(text, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        expect(lines.filter(line => widthOf(line.trimEnd()) > width)).toEqual([])
      }),
    )
  })

  it('shortens at a word and says that it did', () => {
    expect(shortened('The Audit Committee oversees these risks.', 25)).toBe('The Audit Committee…')
    expect(shortened('short', 25)).toBe('short')
  })
})

describe('a quoted passage', () => {
  const plain = styleFor(false)

  it('has carets under the marked words, also behind wide characters', () => {
    const text = '港湾食品 relies on [vendor to come] for monitoring.'
    const start = text.indexOf('[')
    const lines = quoted({ text, start, end: text.indexOf(']') + 1 }, 60, '', plain, false)
    expect(lines).toEqual([
      '│ 港湾食品 relies on [vendor to come] for monitoring.',
      '│                    ^^^^^^^^^^^^^^^^',
    ])
  })

  it('has carets on every line that the marked words reach', () => {
    const text = 'Our board of directors oversees risks.'
    expect(quoted({ text, start: 4, end: 31 }, 20, '', plain, false)).toEqual([
      '│ Our board of',
      '│     ^^^^^^^^',
      '│ directors oversees',
      '│ ^^^^^^^^^^^^^^^^^^',
      '│ risks.',
    ])
  })

  it('bears no marks where all of it is meant', () => {
    const text = 'None.'
    expect(quoted({ text, start: 0, end: 5 }, 20, '', plain, false)).toEqual(['│ None.'])
  })

  it('keeps the marked words where it is too long to quote whole', () => {
    const text = `${'before '.repeat(200)}[blank] ${'after '.repeat(200)}`
    const start = text.indexOf('[')
    const cut = excerpt({ text, start, end: start + 7 })
    expect(cut.text.slice(cut.start, cut.end)).toBe('[blank]')
    expect(cut.text.length).toBeLessThan(720)
    expect(cut.text).toMatch(/^… .* …$/)
  })
})
