import { describe, expect, it } from 'vitest'
import type { CoverageStatus } from '../../src/model/coverage.js'
import type { RequirementName } from '../../src/model/requirements.js'
import { statusIn } from './status-in.js'

/**
 * Sentences as any registrant could write them, put together from their parts: who, does what, of what. A pattern that was
 * narrowed for one filing, so that it misses a plain statement in other words, shows here.
 */
const sentences = (...parts: readonly (readonly string[])[]): readonly string[] =>
  parts.reduce<readonly string[]>(
    (heads, tails) => heads.flatMap(head => tails.map(tail => (head === '' ? tail : `${head} ${tail}`))),
    [''],
  )

const OFFICERS = [
  'Our CISO',
  'The Chief Information Officer',
  'Our Vice President of Information Technology',
  'The IT Director',
]
const MANAGEMENT = ['Management', 'Our management', 'Our senior management team', ...OFFICERS]
const BOARD = [
  'The Board',
  'Our Board of Directors',
  'The Audit Committee',
  'The Audit Committee of the Board of Directors',
  'The Board and the Audit Committee',
]
const TOLD = ['the Board', 'our Board of Directors', 'the Audit Committee of the Board of Directors']
const RISKS = [
  'cybersecurity risks.',
  'material cybersecurity risks.',
  'material risks from cybersecurity threats.',
  'our cybersecurity program.',
]
const OVERALL = [
  'our overall risk management.',
  'our enterprise risk management program.',
  "the Company's overall risk management processes.",
  'our broader risk management framework.',
]

const STATED: readonly (readonly [RequirementName, CoverageStatus, readonly string[]])[] = [
  [
    'processes',
    'addressed',
    sentences(
      ['We have', 'The Company maintains', 'We have implemented'],
      ['processes to', 'a program to', 'policies and procedures to'],
      [
        'assess, identify and manage material risks from cybersecurity threats.',
        'identify and assess cybersecurity risks.',
      ],
    ),
  ],
  [
    'integrated',
    'addressed',
    sentences(
      ['Our cybersecurity processes', 'These processes'],
      ['are integrated into', 'have been integrated into', 'are part of', 'form part of'],
      OVERALL,
    ),
  ],
  [
    'third-party-engaged',
    'addressed',
    sentences(
      ['We engage', 'The Company retains', 'We use'],
      [
        'third-party consultants',
        'assessors, consultants and auditors',
        'an outside firm',
        'third-party experts',
      ],
      [
        'to assess our cybersecurity program.',
        'to test our systems.',
        'in connection with our cybersecurity processes.',
      ],
    ),
  ],
  [
    'third-party-oversight',
    'addressed',
    sentences(
      ['We', 'The Company has processes to', 'While no system is immune, we'],
      ['oversee and identify', 'assess', 'evaluate and monitor'],
      [
        'risks from cybersecurity threats associated with our use of third-party service providers.',
        'cybersecurity risks posed by our vendors.',
        'the security of our third-party service providers.',
      ],
    ),
  ],
  [
    'material-effect',
    'not-affected',
    sentences(
      [
        'Risks from cybersecurity threats',
        'Previous cybersecurity incidents',
        'None of the incidents of the year',
      ],
      ['have not materially affected us.', 'have not had a material effect on our business.'],
    ).map(sentence => (sentence.startsWith('None') ? sentence.replace('have not', 'has') : sentence)),
  ],
  [
    'board-oversight',
    'addressed',
    sentences(
      BOARD,
      [
        'oversees',
        'is responsible for overseeing',
        'provides oversight of',
        'has oversight responsibility for',
      ],
      RISKS,
    ),
  ],
  [
    'board-committee',
    'addressed',
    sentences(['The Risk Committee of the Board', ...BOARD.slice(2)], ['oversees'], RISKS),
  ],
  [
    'board-informed',
    'addressed',
    sentences(BOARD, ['is informed of', 'receives periodic updates on'], RISKS),
  ],
  [
    'management-role',
    'addressed',
    sentences(
      MANAGEMENT,
      ['is responsible for assessing and managing', 'oversees', 'leads the management of'],
      RISKS,
    ),
  ],
  [
    'positions',
    'addressed',
    sentences(OFFICERS, ['is responsible for assessing and managing', 'leads'], RISKS),
  ],
  [
    'expertise',
    'addressed',
    sentences(
      [...OFFICERS, 'She', 'Ms. Ortega', 'While no system is immune, Ms. Ortega'],
      ['has over 20 years of experience in', 'has extensive experience in', 'has a background in'],
      ['information security.', 'cybersecurity.'],
    ).filter(sentence => !/immune.*(?:extensive|background)/.test(sentence)),
  ],
  [
    'management-informed',
    'addressed',
    sentences(
      MANAGEMENT,
      ['is informed about and monitors', 'receives regular reports on'],
      [
        'the prevention, detection, mitigation and remediation of cybersecurity incidents.',
        'cybersecurity incidents.',
      ],
    ),
  ],
  [
    'report-to-board',
    'addressed',
    [
      ...sentences(MANAGEMENT, ['reports to', 'provides quarterly updates to'], TOLD, ['on'], RISKS),
      ...sentences(
        BOARD,
        ['receives regular reports from'],
        ['management', 'our management', 'our CISO'],
        ['on'],
        RISKS,
      ),
    ],
  ],
]

const UNSTATED: readonly (readonly [RequirementName, readonly string[]])[] = [
  [
    'processes',
    sentences(
      [
        'We have not adopted',
        'We plan to adopt',
        'We do not have',
        'The Company is in the process of developing',
      ],
      ['processes to assess, identify and manage material risks from cybersecurity threats.'],
    ),
  ],
  [
    'integrated',
    sentences(
      ['Our cybersecurity processes'],
      [
        'are not integrated into',
        'will be integrated into',
        'are expected to be integrated into',
        'are not part of',
      ],
      OVERALL,
    ),
  ],
  [
    'third-party-engaged',
    sentences(
      [
        'We do not engage',
        'We may in the future engage',
        'We plan to engage',
        'We have not engaged',
        'We could engage',
      ],
      ['third-party consultants', 'assessors, consultants or auditors', 'an outside firm'],
      ['to assess our cybersecurity program.', 'in connection with our cybersecurity processes.'],
    ),
  ],
  [
    'third-party-oversight',
    sentences(
      ['We do not oversee', 'We have no processes to identify', 'We plan to implement processes to oversee'],
      ['risks from cybersecurity threats associated with our use of third-party service providers.'],
    ),
  ],
  [
    'board-oversight',
    sentences(BOARD, ['does not oversee', 'has not been assigned oversight of', 'intends to oversee'], RISKS),
  ],
  ['board-informed', sentences(BOARD, ['is not informed of', 'does not receive reports on'], RISKS)],
  [
    'expertise',
    sentences(
      OFFICERS,
      ['has no experience in', 'has limited experience in', 'lacks expertise in'],
      ['cybersecurity.'],
    ),
  ],
  [
    'management-informed',
    sentences(
      MANAGEMENT,
      ['is not informed about', 'has no process to monitor'],
      ['cybersecurity incidents.'],
    ),
  ],
  [
    'report-to-board',
    sentences(MANAGEMENT, ['does not report to', 'may report to', 'plans to report to'], TOLD, ['on'], RISKS),
  ],
]

describe('a plain statement', () => {
  it.each(STATED)('is found: %s', async (requirement, status, stated) => {
    const missed: string[] = []
    for (const sentence of stated)
      if ((await statusIn(sentence, requirement)) !== status) missed.push(sentence)
    expect(missed).toEqual([])
  })
})

describe('a denial, a plan or a possibility', () => {
  it.each(UNSTATED)('is no statement: %s', async (requirement, unstated) => {
    const credited: string[] = []
    for (const sentence of unstated)
      if ((await statusIn(sentence, requirement)) === 'addressed') credited.push(sentence)
    expect(credited).toEqual([])
  })
})
