import { expect, test } from 'vitest'
import { check } from '../../src/api/check.js'
import type { Input } from '../../src/readers/input.js'
import { fact, inlineDocument, NAMES } from '../readers/inline-document.js'
import { heading, p, wordDocument } from '../readers/word-document.js'

// One disclosure of an invented registrant, with what it is to be found by.
const PROCESSES = [
  'We maintain processes for assessing, identifying and managing material risks from cybersecurity threats.',
  'The company’s “red team” — [●] — tests our defenses each year.',
  'Our processes may be integrated into our overall risk management system.',
]
const OVERSIGHT = [
  'Our board of directors oversees risks from cybersecurity threats.',
  'The Audit Committee/Risk Committee is told of them [TBD] times a year.',
]

const markdown = (sections: readonly (readonly [string, readonly string[]])[], width = 500): string => {
  const wrapped = (text: string): string =>
    text.replace(new RegExp(`(?=\\S)(.{1,${width}})(?:\\s+|$)`, 'g'), '$1\n').trim()
  return `---\nform: 10-K\nregistrant: Larkspur Gauge Works, Inc.\nperiodOfReport: 2025-12-31\n---\n\n# Item 1C. Cybersecurity\n\n${sections
    .map(([title, sentences]) => `## ${title}\n\n${wrapped(sentences.join(' '))}`)
    .join('\n\n')}\n`
}
const SECTIONS = [
  ['Risk management and strategy', PROCESSES],
  ['Governance', OVERSIGHT],
] as const

const fingerprintsOf = async (input: Input): Promise<readonly string[]> => {
  const { documents, errors } = await check(input, { asOf: '2026-11-23', form: '10-K', minConfidence: 'low' })
  expect(errors).toEqual([])
  return (documents[0]?.findings ?? [])
    .filter(({ rule }) => /^(?:missing|draft)\//.test(rule))
    .map(({ rule, requirement, fingerprint }) => `${rule} ${requirement} ${fingerprint}`)
    .sort()
}

const DRAFT = { path: 'draft.md', text: markdown(SECTIONS) }

test('a disclosure has findings to compare', async () => {
  const found = await fingerprintsOf(DRAFT)
  expect(found.length).toBeGreaterThan(5)
  expect(found.join()).toMatch(/draft\/placeholder/)
})

test.each([
  ['wrapped anew', { path: 'draft.md', text: markdown(SECTIONS, 40) }],
  ['its sections moved', { path: 'draft.md', text: markdown([...SECTIONS].reverse()) }],
  [
    'straight quotation marks and hyphens',
    { path: 'draft.md', text: DRAFT.text.replaceAll(/[“”]/g, '"').replaceAll('’', "'").replaceAll('—', '-') },
  ],
  [
    'a Word document',
    {
      path: 'draft.docx',
      bytes: wordDocument(
        heading(1, 'Item 1C. Cybersecurity') +
          SECTIONS.map(([title, sentences]) => heading(2, title) + p(sentences.join(' '))).join(''),
      ),
    },
  ],
  [
    'inline XBRL',
    {
      path: 'item.htm',
      text: inlineDocument({
        item: `<div><b>Risk management and strategy</b></div>${fact(
          NAMES.PROCESSES,
          `<div>${PROCESSES.join(' ').replace('red team', '<i>red&#160;team</i>')}</div>`,
          'escape="true"',
        )}<div><b>Governance</b></div>${fact(NAMES.OVERSIGHT, `<div>${OVERSIGHT.join(' ')}</div>`, 'escape="true"')}`,
      }),
    },
  ],
] satisfies [string, Input][])('fingerprints survive: %s', async (_, input) => {
  expect(await fingerprintsOf(input)).toEqual(await fingerprintsOf(DRAFT))
})
