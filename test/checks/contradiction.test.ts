import { describe, expect, test } from 'vitest'
import { quotesOf } from './findings-of.js'

const INCIDENT = 'On May 3, 2025, we discovered that a ransomware attack had encrypted two of our servers.'

describe('statements that cannot both hold', () => {
  test.each([
    ['We do not have a Chief Information Security Officer.', 'Our CISO reports to the board of directors.'],
    ['We do not carry cyber insurance.', 'We maintain cybersecurity insurance.'],
    [
      'We have never experienced a cybersecurity incident.',
      'In May 2025, we experienced a ransomware attack.',
    ],
    ['We have not adopted any cybersecurity program.', 'Our cybersecurity program follows a standard.'],
    [
      'No committee of the board is responsible for these risks.',
      'The Risk Committee oversees cybersecurity risks.',
    ],
  ])('%s %s', async (denial, statement) => {
    expect(await quotesOf('draft/contradiction', `${denial} ${statement}`)).toEqual([statement])
    expect(await quotesOf('draft/contradiction', `${statement} ${denial}`)).toEqual([statement])
    expect(await quotesOf('draft/contradiction', denial)).toEqual([])
    expect(await quotesOf('draft/contradiction', statement)).toEqual([])
  })

  test.each([
    'We do not have a full-time Chief Information Security Officer. Our CISO works for a firm that we engage.',
    'We do not carry cyber insurance of our own. Our parent company maintains cyber insurance.',
    'We have not experienced any material cybersecurity incident. In May 2025, we experienced a phishing attack.',
    'We have not adopted any cybersecurity program. Our adviser’s cybersecurity program applies to us.',
    'The board does not have a committee dedicated to cybersecurity. The Audit Committee oversees cybersecurity.',
    'We do not have processes to identify risks of third parties. Our processes to identify risks are described here.',
    'Our CISO reports quarterly to the Audit Committee on cyber risks. Our CIO reports annually to the Audit Committee on cyber risks.',
    'Our CISO reports quarterly to the Audit Committee on cyber risks. Our CISO also reports annually to the Audit Committee on cyber risks.',
  ])('that can: %s', async text => {
    expect(await quotesOf('draft/contradiction', text)).toEqual([])
  })
})

describe('an incident that is told of as a possibility', () => {
  test.each([
    'We may experience a data breach.',
    'Like others, the Company could be subject to cyberattacks.',
    'Our networks might be breached by an intrusion.',
  ])('%s', async text => {
    expect(await quotesOf('effect/hypothetical-after-fact', `${INCIDENT} ${text}`)).toEqual([text])
    expect(await quotesOf('effect/hypothetical-after-fact', text)).toEqual([])
  })

  test.each([
    'We may experience a similar attack.',
    'We have experienced attacks and may experience a data breach.',
    'We may experience a data breach in the future.',
    'We may experience a material cybersecurity incident.',
    'Our vendors could suffer a data breach.',
    'If we are attacked, we may engage a firm that has experience with incidents.',
  ])('or is not: %s', async text => {
    expect(await quotesOf('effect/hypothetical-after-fact', `${INCIDENT} ${text}`)).toEqual([])
  })
})

describe('a claim without bounds', () => {
  test.each([
    [
      'Our approach guarantees the confidentiality, integrity and availability of our data.',
      'guarantees the confidentiality, integrity and availability of',
    ],
    ['Our tools prevent all attacks.', 'prevent all attacks'],
    ['We use a platform that is unhackable.', 'unhackable'],
    [
      'We segment our network, guaranteeing that systems remain protected.',
      ', guaranteeing that systems remain protected',
    ],
  ])('%s', async (text, quote) => {
    expect(await quotesOf('draft/absolute-claim', text)).toEqual([quote])
  })

  test.each([
    'Our controls are designed to prevent all attacks.',
    'We cannot guarantee the security of our systems.',
    'Employees must ensure that devices are secure, and our CISO is charged with ensuring the security of our data.',
    'Our committee reviews results, ensuring the integrity of financial reporting.',
    'The CISO ensures security incidents are logged.',
    'Our program is designed to comply with the NIST Cybersecurity Framework.',
  ])('or not: %s', async text => {
    expect(await quotesOf('draft/absolute-claim', text)).toEqual([])
  })
})
