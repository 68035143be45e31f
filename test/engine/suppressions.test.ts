import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/api/check.js'
import { reasonProblem } from '../../src/engine/suppressions/reason.js'
import type { ReportDocument, ReportFinding } from '../../src/model/report.js'
import { readInput } from '../../src/readers/read.js'
import { inlineDocument } from '../readers/inline-document.js'

const HEAD = '---\nform: 10-K\nperiodOfReport: 2025-12-31\n---\n\n'

const documentOf = async (text: string, path = 'draft.md'): Promise<ReportDocument> => {
  const { documents, errors } = await check({ path, text }, { asOf: '2026-11-23' })
  expect(errors).toEqual([])
  const [document] = documents
  if (!document) throw new Error('no document')
  return document
}
const markdown = (body: string): Promise<ReportDocument> => documentOf(`${HEAD}${body}`)

const of = (
  { findings }: ReportDocument,
  rule: string,
): readonly (readonly [string | null, string | null])[] =>
  findings.filter(each => each.rule === rule).map(({ quote, suppressed }) => [quote, suppressed])
const about = ({ findings }: ReportDocument): readonly string[] =>
  findings.filter(({ rule }) => rule.startsWith('suppression/')).map(({ message }) => message)

const WAITS = 'the board decides in May'
const NEXT = `<!-- cydlint-disable-next draft/placeholder -- ${WAITS} -->`

describe('disable-next', () => {
  test('covers the next sentence and no other', async () => {
    const document = await markdown(
      `# Item 1C. Cybersecurity\n\nWe have a plan. ${NEXT} Our CISO is [TBD]. Our auditor is [TBC].\n`,
    )
    expect(of(document, 'draft/placeholder')).toEqual([
      ['[TBD]', WAITS],
      ['[TBC]', null],
    ])
    expect(about(document)).toEqual([])
  })

  test.each([
    ['a line of its own', `We have a plan.\n${NEXT}\nOur CISO is [TBD]. Our auditor is [TBC].`],
    ['a paragraph', `${NEXT}\n\nOur CISO is [TBD]. Our auditor is [TBC].`],
    ['the line that it opens', `${NEXT} Our CISO is [TBD]. Our auditor is [TBC].`],
    ['a list', `We name:\n\n- our plan;\n${NEXT}\n- our CISO, [TBD];\n- our auditor, [TBC].`],
    ['a quotation', `> We have a plan.\n> ${NEXT}\n> Our CISO is [TBD]. Our auditor is [TBC].`],
    ['a table', `| who |\n| --- |\n| ${NEXT} Our CISO is [TBD]. |\n| Our auditor is [TBC]. |`],
    ['a line end in it', `${NEXT.replace(' -- ', '\n-- ')} Our CISO is [TBD]. Our auditor is [TBC].`],
  ])('stands before a sentence in %s', async (_, body) => {
    const document = await markdown(`# Item 1C. Cybersecurity\n\n${body}\n`)
    expect(of(document, 'draft/placeholder')).toEqual([
      ['[TBD]', WAITS],
      ['[TBC]', null],
    ])
  })

  test('covers a section where it stands before its heading', async () => {
    const document = await markdown(
      `# Item 1C. Cybersecurity\n\n${NEXT}\n\n## Risk management\n\nOur CISO is [TBD].\n\n### Testing\n\nOur tester is [TBA].\n\n## Governance\n\nOur auditor is [TBC].\n`,
    )
    expect(of(document, 'draft/placeholder')).toEqual([
      ['[TBD]', WAITS],
      ['[TBA]', WAITS],
      ['[TBC]', null],
    ])
  })

  test('covers a block where it stands before its directive', async () => {
    const document = await markdown(
      `# Item 1C. Cybersecurity\n\n${NEXT}\n\n:::processes\n\nOur CISO is [TBD].\n\nOur tester is [TBA].\n\n:::\n\nOur auditor is [TBC].\n`,
    )
    expect(of(document, 'draft/placeholder').map(([, reason]) => reason)).toEqual([WAITS, WAITS, null])
  })

  test('of what is missing stands before a heading', async () => {
    const comment = `<!-- cydlint-disable-next missing/processes -- ${WAITS} -->`
    const document = await markdown(
      `# Item 1C. Cybersecurity\n\n${comment}\n\n## Governance\n\nOur board of directors oversees risks from cybersecurity threats.\n`,
    )
    expect(of(document, 'missing/processes').map(([, reason]) => reason)).toEqual([WAITS])
  })
})

describe('a range and a whole document', () => {
  test('cover what stands in them', async () => {
    const document = await markdown(
      `# Item 1C. Cybersecurity\n\nOur CISO is [TBD].\n\n<!-- cydlint-disable draft/placeholder -- ${WAITS} -->\n\nOur tester is [TBA].\n\n<!-- cydlint-enable draft/placeholder -->\n\nOur auditor is [TBC].\n`,
    )
    expect(of(document, 'draft/placeholder').map(([, reason]) => reason)).toEqual([null, WAITS, null])
    const whole = await markdown(
      `# Item 1C. Cybersecurity\n\nOur CISO is [TBD].\n\n<!-- cydlint-disable-file draft/placeholder, missing/processes -- ${WAITS} -->\n`,
    )
    expect(of(whole, 'draft/placeholder')).toEqual([['[TBD]', WAITS]])
    expect(of(whole, 'missing/processes').map(([, reason]) => reason)).toEqual([WAITS])
    expect(about(whole)).toEqual([])
  })
})

describe('what is told of a suppression', () => {
  const told = async (comment: string): Promise<readonly string[]> =>
    about(await markdown(`# Item 1C. Cybersecurity\n\n${comment}\n\nOur CISO is [TBD].\n`))

  test.each([
    ['<!-- cydlint-disable-next draft/placeholder -->', /gives no reason/],
    ['<!-- cydlint-disable-next draft/placeholder -- todo -->', /“todo” is no reason/],
    ['<!-- cydlint-disable-next draft/placeholder -- fix later -->', /is no reason/],
    ['<!-- cydlint-disable-next -- the board decides -->', /names no rule/],
    ['<!-- cydlint-disable-file * -- the board decides -->', /“\*” is no rule/],
    ['<!-- cydlint-disable-next draft/placehodler -- the board decides -->', /mean "draft\/placeholder"/],
    ['<!-- cydlint-disable-nxt draft/placeholder -- the board decides -->', /mean "disable-next"/],
    [
      '<!-- cydlint-disable draft/placeholder -- the board decides -->',
      /no “cydlint-enable draft\/placeholder”/i,
    ],
    ['<!-- cydlint-enable draft/placeholder -->', /no comment before it/i],
    ['<!-- cydlint-disable-file suppression/unused -- the board decides -->', /cured, not suppressed/],
    [
      '<!-- cydlint-disable-next draft/placeholder until May -- the board decides -->',
      /“until May” names no day/,
    ],
    ['<!-- cydlint-disable-next draft/alternative -- the board decides -->', /covers no finding/],
    [
      '<!-- cydlint-disable-next draft/placeholder until 2026-11-22 -- the board decides -->',
      /held until 2026-11-22/,
    ],
  ])('%s', async (comment, message) => {
    expect(await told(comment)).toEqual([expect.stringMatching(message)])
  })

  test('is nothing on its last day', async () => {
    expect(
      await told('<!-- cydlint-disable-next draft/placeholder until 2026-11-23 -- the board decides -->'),
    ).toEqual([])
  })

  test('is nothing of a comment that code shows', async () => {
    expect(await told('```\n<!-- cydlint-disable-next x -->\n```')).toEqual([])
  })
})

test('comments in inline XBRL cover the block that follows, and a colon stands before the reason', async () => {
  const tagged = (name: string, words: string): string =>
    `<ix:nonNumeric name="cyd:${name}" contextRef="year" id="${name}" escape="true"><p>${words}</p></ix:nonNumeric>`
  const text = inlineDocument({
    item: `<!-- cydlint-disable-next draft/placeholder: ${WAITS} -->${tagged(
      'CybersecurityRiskBoardOfDirectorsOversightTextBlock',
      'Our board oversees risks. Its chair is [TBD].',
    )}${tagged('CybersecurityRiskManagementProcessesIntegratedTextBlock', 'Our auditor is [TBC].')}`,
  })
  expect(of(await documentOf(text, 'item.htm'), 'draft/placeholder')).toEqual([
    ['[TBD]', WAITS],
    ['[TBC]', null],
  ])
})

test('a suppression of a finding that is not shown is in use', async () => {
  const text = `${HEAD}# Item 1C. Cybersecurity\n\n<!-- cydlint-disable-file missing/board-committee -- ${WAITS} -->\n\nOur board of directors has delegated the oversight of cybersecurity risk to a committee of the board.\n`
  const { documents } = await check({ path: 'a.md', text }, { asOf: '2026-11-23', minConfidence: 'high' })
  expect(documents.flatMap(about)).toEqual([])
})

describe('comments are no words', () => {
  const SENTENCES = [
    'Our board oversees risks.',
    'We name our CISO, [TBD].',
    'It has/have a plan.',
    'We test often.',
  ]
  test('wherever they stand between words', async () => {
    const proseOf = async (text: string): Promise<string> => {
      const { documents } = await readInput({ path: 'a.md', text }, { form: '10-K' })
      return documents[0]?.prose[0]?.text ?? ''
    }
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...SENTENCES), fc.constantFrom(' ', '\n', '\n\n')), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.array(fc.nat(5), { maxLength: 3 }),
        async (parts, places) => {
          const draft = (comment: string): string =>
            `# Item 1C. Cybersecurity\n\n${parts
              .map(([sentence, gap], index) =>
                places.includes(index)
                  ? `${comment && `${comment}${gap === '\n\n' ? ' ' : gap}`}${sentence}${gap}`
                  : `${sentence}${gap}`,
              )
              .join('')}`
          expect(await proseOf(draft(NEXT))).toBe(await proseOf(draft('')))
        },
      ),
      { numRuns: 60 },
    )
  })
})

test('a reason is two words that say something', () => {
  for (const bad of ['', 'x', 'TODO', 'tbd.', 'fix later', 'n/a', 'see', 'to do', 'because'])
    expect(reasonProblem(bad), bad).not.toBeNull()
  for (const good of ['false positive', 'counsel approved on May 4', 'the name is with the board'])
    expect(reasonProblem(good), good).toBeNull()
})

test('what is suppressed stays in the report', async () => {
  const { documents, summary } = await check(
    { path: 'a.md', text: `${HEAD}# Item 1C. Cybersecurity\n\n${NEXT} Our CISO is [TBD].\n` },
    { asOf: '2026-11-23' },
  )
  const found: readonly ReportFinding[] = documents.flatMap(({ findings }) => findings)
  expect(found.filter(({ suppressed }) => suppressed !== null)).toHaveLength(1)
  expect(summary.suppressed).toBe(1)
})
