import { describe, expect, it } from 'vitest'
import { document, units } from './reading.js'

describe('the plain text of an item', () => {
  it('has headings, paragraphs over wrapped lines, and lists with what leads them in', async () => {
    const item = await document(
      `ITEM 1C. CYBERSECURITY

Risk Management and Strategy

We assess risks from cybersecurity threats to our
ferries. Our program includes:

• assessments of the
  booking system;
• training

Our treasurer:
(i) leads the team; and
(ii) reports each quarter.

GOVERNANCE

The board oversees the program
`,
      'item.txt',
    )
    expect(item).toMatchObject({ form: '10-K', view: 'item', blocks: [], flags: [] })
    expect(units(item)).toEqual([
      'heading: ITEM 1C. CYBERSECURITY',
      'heading: Risk Management and Strategy',
      'paragraph: We assess risks from cybersecurity threats to our ferries. Our program includes:',
      'list-item after "We assess risks from cybersecurity threats to our ferries. Our program includes:": assessments of the booking system;',
      'list-item after "We assess risks from cybersecurity threats to our ferries. Our program includes:": training',
      'paragraph: Our treasurer:',
      'list-item after "Our treasurer:": (i) leads the team; and',
      'list-item after "Our treasurer:": (ii) reports each quarter.',
      'heading: GOVERNANCE',
      'paragraph: The board oversees the program',
    ])
    expect(item.prose[0]?.units.at(-1)?.headings).toEqual(['ITEM 1C. CYBERSECURITY', 'GOVERNANCE'])
  })

  it('has a heading with its text below, or on the same line', async () => {
    expect(
      units(
        await document(
          'Item 16K. Cybersecurity. We assess risks.\n\nGovernance\nThe board oversees the program.\n',
          'i.txt',
        ),
      ),
    ).toEqual([
      'heading: Item 16K. Cybersecurity.',
      'paragraph: We assess risks.',
      'heading: Governance',
      'paragraph: The board oversees the program.',
    ])
  })

  it('has a paragraph on each line where lines are long', async () => {
    const long = 'We maintain a program to protect the ferries, the booking system and the harbor, '.repeat(3)
    expect(
      units(
        await document(
          `Item 1C. Cybersecurity\n${long}end.\nGovernance of the Program\n${long}end.\n`,
          'i.txt',
        ),
      ),
    ).toEqual([
      'heading: Item 1C. Cybersecurity',
      `paragraph: ${long}end.`,
      'heading: Governance of the Program',
      `paragraph: ${long}end.`,
    ])
  })

  it('leaves out page numbers and running heads', async () => {
    const text =
      'Item 1C. Cybersecurity\n\nWe assess risks.\n\nHarbor Ferries Inc. | 2025 Form 10-K | 17\n\nTable of Contents\n\n18\n\nHARBOR FERRIES CORPORATION\n\nThe board oversees the program.\n'
    expect(units(await document(text, 'i.txt'))).toEqual([
      'heading: Item 1C. Cybersecurity',
      'paragraph: We assess risks.',
      'paragraph: The board oversees the program.',
    ])
  })

  it('is read to the next item, also one that is glued to its end', async () => {
    const whole =
      'Item 1C. Cybersecurity 12\n\nItem 2. Properties 13\n\nItem 1B. Staff Comments\n\nNone.\n\nItem 1C. Cybersecurity\n\nWe assess risks.\n\nItem 2. Properties\n\nA quay.\n'
    const item = await document(whole, 'i.txt')
    expect(units(item)).toEqual(['heading: Item 1C. Cybersecurity', 'paragraph: We assess risks.'])
    expect(item.notes[0]?.message).toBe(
      'The text holds more than the item on cybersecurity; only the item was read.',
    )
    expect(
      units(
        await document(
          'Item 1C.    CybersecurityNot applicable.Harbor Inc. | 2025 Form 10-K | 16Item 2.    PropertiesThe Company owns',
          'i.txt',
        ),
      ),
    ).toEqual(['heading: Item 1C. Cybersecurity', 'paragraph: Not applicable.'])
  })

  it('does not take a reference to another item for its end', async () => {
    const text = 'Item 1C. Cybersecurity\n\nFor more, see\nItem 1A of this report.\n\nWe assess risks.\n'
    expect(units(await document(text, 'i.txt')).at(-1)).toBe('paragraph: We assess risks.')
  })
})
