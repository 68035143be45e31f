import { describe, expect, test } from 'vitest'
import { checkDisclosure } from '../../src/engine/check-disclosure.js'
import { readDisclosure } from '../../src/evidence/read.js'
import { del, heading, ins, p, r, word } from '../readers/word-document.js'
import { quotesOf } from './findings-of.js'

const RULE = 'draft/editor-note'
const ITEM = heading(1, 'Item 1C. Cybersecurity')
const yellow = (words: string): string => r(words, '<w:highlight w:val="yellow"/>')

/** What the rule says of a document: severity, quote, message without the citation. */
const findingsOf = async (parts: Parameters<typeof word>[0]): Promise<readonly string[]> => {
  const document = await word(parts)
  return checkDisclosure(document, readDisclosure(document), { asOf: '2026-11-23' })
    .findings.filter(({ rule }) => rule === RULE)
    .map(({ severity, quote, message }) => `${severity} | ${quote} | ${message.split(/(?<=”)\. /)[0]}`)
}

describe('what review left in a Word document', () => {
  test('is one finding for what was put in, one for what was taken out', async () => {
    const body =
      ITEM +
      p(
        r('We ') + ins('regularly ') + r('test ') + ins('all ', 'K. Adeyemi') + r('systems ') + del('often '),
      ) +
      p(`<w:moveTo w:author="K. Adeyemi">${r('We train our people.')}</w:moveTo>${del('Badly.')}`)
    expect(await findingsOf(body)).toEqual([
      'error | regularly | 2 insertions and 1 move are still tracked in paragraphs 2 and 3 (by M. Ortiz and K. Adeyemi), the first being “regularly”',
      'error | null | 2 deletions are still tracked in paragraphs 2 and 3 (by M. Ortiz), the first being “often”',
    ])
  })

  test('names some paragraphs and counts the rest', async () => {
    const body = ITEM + Array.from({ length: 9 }, () => p(ins('Words.', ''))).join('')
    expect(await findingsOf(body)).toEqual([
      'error | Words. | 9 insertions are still tracked in paragraphs 2, 3, 4, 5, 6, 7 and 3 more, the first being “Words”',
    ])
  })

  test('is a finding for each comment, also for one that is on no words or has no author', async () => {
    const comment = (id: number, text: string, author: string): string =>
      `<w:comment w:id="${id}" w:author="${author}">${p(text)}</w:comment>`
    const body =
      ITEM +
      p(
        `<w:commentRangeStart w:id="0"/>${r('Our CISO')}<w:commentRangeEnd w:id="0"/>${r(' leads.')}<w:r><w:commentReference w:id="1"/></w:r>`,
      )
    expect(
      await findingsOf({ body, comments: comment(0, 'Who?', 'J. Reyes') + comment(1, 'Say more.', '') }),
    ).toEqual([
      'error | Our CISO | A comment by J. Reyes on “Our CISO” is still open: “Who?”',
      'error | null | A comment is still open: “Say more”',
    ])
  })

  test('is a warning for what is highlighted, but for brackets, which have findings of their own', async () => {
    const body = ITEM + p(r('She has ') + yellow('18 years') + r(' and ') + yellow('[●]') + r(' patents.'))
    expect(await findingsOf(body)).toEqual([
      'warning | 18 years | 1 highlighted passage is left in the draft in paragraph 2: “18 years”',
    ])
  })
})

describe('notes between those who work on a draft', () => {
  test.each([
    ['Our CISO leads. Drafting note: HR to confirm.', 'Drafting note: HR to confirm.'],
    ['Our CISO leads. Note to reviewer: is this still so?', 'Note to reviewer: is this still so?'],
    ['Our CISO leads. INTERNAL NOTE: take out before filing.', 'INTERNAL NOTE: take out before filing.'],
    ['Our CISO leads. Drafter’s Note: see last year.', 'Drafter’s Note: see last year.'],
    ['Our CISO leads. Comment [A1]: still the CISO?', 'Comment [A1]: still the CISO?'],
    ['Our CISO leads. Commented [MO12]: agreed', 'Commented [MO12]: agreed'],
  ])('%s', async (text, quote) => {
    expect(await quotesOf(RULE, text)).toEqual([quote])
    expect(await quotesOf('draft/placeholder', text)).toEqual([])
    expect(await quotesOf('draft/bracket', text)).toEqual([])
  })

  test.each([
    'Our CISO leads. [Drafting note: HR to confirm.]',
    'Our CISO leads. NTD: HR to confirm.',
    'Our CISO leads. [Note to Draft: HR to confirm.]',
    'Our CISO keeps internal notes, and editors note what was changed.',
    'See Note 4: commitments. Staff comments were settled.',
  ])('told by another rule, or none: %s', async text => {
    expect(await quotesOf(RULE, text)).toEqual([])
  })

  test('are no evidence', async () => {
    const document = await word(`${ITEM}${p('Drafting note: our CISO reports to the board each quarter.')}`)
    expect(readDisclosure(document).coverage.get('report-to-board')?.status ?? 'absent').toBe('absent')
  })

  test('a placeholder of Word that still shows is a blank', async () => {
    expect(await quotesOf('draft/placeholder', 'Our CISO is Click or tap here to enter text.')).toEqual([
      'Click or tap here to enter text.',
    ])
  })
})
