import { describe, expect, it } from 'vitest'
import { abridge } from '../../src/reporters/abridge.js'

const text =
  'We have integrated cybersecurity risk management into our overall enterprise risk management system.'
const whole = { text, start: 0, end: text.length }

describe('a message under the sentence that it quotes', () => {
  it('does without a quotation that only illustrates', () => {
    expect(abridge(`The text says that, and not how: “${text}”. The item asks how.`, whole)).toBe(
      'The text says that, and not how. The item asks how.',
    )
    expect(
      abridge(`… and not how: “We have integrated cybersecurity risk management into our…”. Say it.`, whole),
    ).toBe('… and not how. Say it.')
  })

  it('calls a quotation that it begins with this sentence', () => {
    expect(abridge(`“${text}” leaves open how.`, whole)).toBe('This sentence leaves open how.')
  })

  it('keeps the first words of a quotation that it is built on', () => {
    expect(abridge(`The words “${text}” leave open how.`, whole)).toBe(
      'The words “We have integrated cybersecurity risk…” leave open how.',
    )
    expect(abridge(`No text says so. Nearest: “${text}”.`, whole)).toBe(
      'No text says so. Nearest: “We have integrated cybersecurity risk…”.',
    )
  })

  it('knows a quotation round the marked words for one of the same sentence', () => {
    const sentence = 'The committee receives [quarterly] reports on open findings.'
    const marked = { text: sentence, start: 23, end: 34 }
    expect(
      abridge(`Brackets were left: “… were told so. ${sentence} In addition …”. Confirm them.`, marked),
    ).toBe('Brackets were left. Confirm them.')
  })

  it('leaves alone what is short, and what the reader has not before them', () => {
    const other = 'Our Chief Financial Officer informs the audit committee at each quarterly meeting.'
    for (const message of [`The flag is “true”.`, `The other text says: “${other}”.`]) {
      expect(abridge(message, whole)).toBe(message)
    }
  })

  it('takes quotation marks within the sentence for its own', () => {
    const quoted = 'Our Chief Information Security Officer (“CISO”) reports to the committee each quarter.'
    const passage = { text: quoted, start: 0, end: quoted.length }
    expect(abridge(`“${quoted}” does not show how.`, passage)).toBe('This sentence does not show how.')
  })
})
