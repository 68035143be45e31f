import { describe, expect, it } from 'vitest'
import { check } from '../../src/api/check.js'
import { formatReport } from '../../src/api/format-report.js'

const ITEM = `Item 1.05. Material Cybersecurity Incidents

On May 4, 2026 an unauthorized third party gained access to two servers of our order system and copied some 4,000 customer records. The servers were restored on May 9, 2026.`

const reported = async (text: string, form: '8-K' | '8-K/A' = '8-K') =>
  check({ path: 'draft.md', text: `---\nform: ${form}\n---\n\n${text}\n` }, { asOf: '2026-05-12' })

const answers = async (text: string) => {
  const { documents } = await reported(text)
  return Object.fromEntries(
    (documents[0]?.incident ?? []).map(({ subject, status, evidence }) => [
      subject,
      [status, evidence[0]?.quote],
    ]),
  )
}

describe('a report on Form 8-K says of the incident', () => {
  it('what is told, with the sentence, and what is not', async () => {
    const found = await answers(ITEM)
    expect(found).toMatchObject({ impact: ['absent', undefined], undetermined: ['absent', undefined] })
    for (const subject of ['nature', 'scope', 'timing'])
      expect(found[subject], subject).toEqual(['addressed', expect.stringContaining('On May 4, 2026')])
  })

  it('that what is said to be undetermined is answered', async () => {
    const statement =
      'The Company has not yet determined whether the incident is reasonably likely to materially impact its financial condition or results of operations.'
    expect(await answers(`${ITEM} ${statement}`)).toMatchObject({
      impact: ['addressed', statement],
      undetermined: ['addressed', statement],
    })
  })

  it('in the terminal and in Markdown, and not in the JSON, whose format is published', async () => {
    const report = await reported(ITEM)
    const terminal = formatReport(report, 'terminal')
    expect(terminal).toContain('What Form 8-K Item 1.05 asks of the incident, in the text')
    expect(terminal).toMatch(/^impact +absent +\(a\) +—$/m)
    expect(terminal).not.toMatch(/^undetermined/m)
    expect(formatReport(report, 'markdown')).toContain('| impact | absent | Form 8-K Item 1.05(a) |  |')
    expect(formatReport(report, 'json')).not.toContain('"incident"')
  })
})

it('an amendment, which need not repeat what was told, has no such table', async () => {
  const report = await reported(ITEM, '8-K/A')
  expect(report.documents[0]?.incident).toBeUndefined()
  expect(formatReport(report, 'terminal')).toContain('this is a Form 8-K/A')
})
