import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { STARTER_FORMS, starterDraft } from '../../src/api/starter.js'
import { check } from '../../src/index.js'
import { buildCommand, cydlint, temporaryFolder } from './built-command.js'

/** What counsel for an invented registrant writes in place of each blank, in order. */
const ANNUAL_ANSWERS = [
  'We assess, identify and manage material risks from cybersecurity threats through a program that our information security group runs. The group scans our terminals and booking systems each week, ranks what it finds by likelihood and effect, and tracks each weakness until it is closed. We train every employee once a year and rehearse our incident response plan.',
  'These processes are integrated into our enterprise risk management: the group enters its findings in the enterprise risk register, which our Risk Council scores on one scale with all other risks each quarter.',
  'We engage outside consultants to test our defenses every year and an independent auditor to assess the program every second year.',
  'We have processes to oversee and identify risks from cybersecurity threats associated with our use of third-party service providers: we review the security of each provider before we sign with it and once a year after that.',
  'Risks from cybersecurity threats, including as a result of any previous cybersecurity incidents, have not materially affected us and are not reasonably likely to materially affect us, including our business strategy, results of operations or financial condition.',
  'Our board of directors oversees risks from cybersecurity threats and discusses them at two of its meetings each year.',
  'The board has delegated this oversight to its Audit Committee.',
  'Our Vice President of Information Security briefs the Audit Committee on these risks every quarter and at once where an incident may be material.',
  'Management assesses and manages our material risks from cybersecurity threats through the information security group and the Risk Council.',
  'Our Vice President of Information Security is responsible for assessing and managing these risks.',
  'She has 21 years of experience in information security, a degree in computer science and a certification as an information systems security professional.',
  'Analysts of the group inform her of each incident within an hour, and she monitors its prevention, detection, mitigation and remediation in an incident log.',
  'She reports on these risks to the Audit Committee.',
]

const INCIDENT_ANSWERS = [
  'On May 4, 2026 an intruder entered our network with the stolen credentials of a contractor and encrypted part of our booking system.',
  'Two servers of the booking system were affected. We have no evidence that customer data was taken.',
  'The intruder entered on May 1, 2026; we found the intrusion on May 4 and restored the system on May 9.',
  'We lost bookings for five days, and expect revenue for the quarter to be lower by about $3 million. We do not expect a material impact on our financial condition.',
  'We have not yet determined whether claims of shippers are reasonably likely to have a material impact on our results of operations.',
]

const filled = (draft: string, answers: readonly string[]): string => {
  let next = 0
  return draft
    .replace(/\[●\]/g, () => answers[next++] ?? '[●]')
    .replace('registrant: #', 'registrant: Teal Point Terminals, Inc. #')
    .replace('periodOfReport: #', 'periodOfReport: 2026-06-30 #')
    .replace(/^# flags:$/m, 'flags:')
    .replace(/^# {3}(?=\w+: true)/gm, '  ')
    .replace('materiallyAffected: true', 'materiallyAffected: false')
}

const findingsOf = async (text: string) => {
  const { documents, errors } = await check({ path: 'draft.md', text }, { asOf: '2026-11-22' })
  expect(errors).toEqual([])
  return documents.flatMap(({ findings }) => findings)
}

describe('the starter draft', () => {
  it.each(STARTER_FORMS)(
    'of a %s has its blanks reported, and what is not there, and nothing else',
    async form => {
      const draft = starterDraft(form)
      const findings = await findingsOf(draft)
      const blanks = findings.filter(({ rule }) => rule === 'draft/placeholder')
      expect(blanks).toHaveLength((form === '8-K' ? INCIDENT_ANSWERS : ANNUAL_ANSWERS).length)
      expect(blanks.every(({ severity }) => severity === 'error')).toBe(true)
      const others = findings.filter(finding => !blanks.includes(finding)).map(({ rule }) => rule)
      expect(others.filter(rule => !rule.startsWith('missing/'))).toEqual([])
    },
  )

  it.each(STARTER_FORMS)('of a %s is clean once it is filled in', async form => {
    const draft = filled(starterDraft(form), form === '8-K' ? INCIDENT_ANSWERS : ANNUAL_ANSWERS)
    expect(draft).not.toContain('[●]')
    expect((await findingsOf(draft)).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
  })

  it('cites the form that it is for', () => {
    expect(starterDraft('20-F')).toContain('Form 20-F Item 16K(c)(2)(i)')
    expect(starterDraft('20-F')).not.toContain('229.106')
    expect(starterDraft('8-K')).toContain('Form 8-K Item 1.05, Instruction 2')
  })
})

describe('cydlint init', () => {
  beforeAll(buildCommand, 60_000)
  let folder: string
  let remove: () => void
  beforeEach(() => {
    ;({ folder, remove } = temporaryFolder())
  })
  afterEach(() => remove())
  const init = (...args: readonly string[]) => cydlint(['init', ...args], { cwd: folder })

  it('writes a draft and a configuration, which a check reads', async () => {
    const { code, out } = await init('--form', '10-K', 'drafts')
    expect(code).toBe(0)
    expect(out).toMatch(/^Wrote drafts\/item-1c\.md and drafts\/cydlint\.config\.yaml\.\n/)
    expect(readdirSync(join(folder, 'drafts')).sort()).toEqual(['cydlint.config.yaml', 'item-1c.md'])
    const checked = await cydlint(['check', 'drafts'], { cwd: folder })
    expect(checked.code).toBe(1)
    expect(checked.err).toBe('')
    expect(checked.out).toContain('draft/placeholder')
  })

  it('takes the name of a file, and leaves a configuration that is there', async () => {
    writeFileSync(join(folder, 'cydlint.config.json'), '{}')
    const { code, out } = await init('--form', '8-k', 'incident.md')
    expect(code).toBe(0)
    expect(out).toContain('cydlint.config.json is left as it is')
    expect(readdirSync(folder).sort()).toEqual(['cydlint.config.json', 'incident.md'])
  })

  it('overwrites nothing, unless it is told to', async () => {
    writeFileSync(join(folder, 'item-16k.md'), 'ours')
    const refused = await init('--form', '20-F')
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('item-16k.md is there already, and is left as it is.')
    expect(readFileSync(join(folder, 'item-16k.md'), 'utf8')).toBe('ours')
    expect(existsSync(join(folder, 'cydlint.config.yaml'))).toBe(false)
    expect((await init('--form', '20-F', '--force')).code).toBe(0)
    expect(readFileSync(join(folder, 'item-16k.md'), 'utf8')).toBe(starterDraft('20-F'))
  })

  it('prints the draft where it is asked for "-"', async () => {
    const { code, out } = await init('--form', '20-F', '-')
    expect({ code, out }).toEqual({ code: 0, out: starterDraft('20-F') })
    expect(readdirSync(folder)).toEqual([])
  })

  it('says what is mistaken, and leaves nothing behind', async () => {
    expect((await init()).err).toContain('For which form? Give --form with one of 10-K, 20-F, 8-K.')
    expect((await init('--form', '6-K')).err).toContain('--form cannot be "6-K"')
    expect((await init('--form', '10-K', 'a', 'b')).code).toBe(2)
    mkdirSync(join(folder, 'item-1c.md'))
    const { code, err } = await init('--form', '10-K', '--force')
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('item-1c.md is a folder') })
    expect(readdirSync(folder)).toEqual(['item-1c.md'])
  })
})
