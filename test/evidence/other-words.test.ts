import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CoverageStatus } from '../../src/model/coverage.js'
import type { RequirementName } from '../../src/model/requirements.js'
import { statusIn, told } from './status-in.js'

const statements = readFileSync(new URL('other-words.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line.includes(' :: '))
  .map(line => {
    const [requirement = '', status = '', text = ''] = line.replace(/^~ /, '').split(' :: ')
    return {
      requirement: requirement as RequirementName,
      status: status as CoverageStatus,
      text,
      isOtherwise: line.startsWith('~'),
    }
  })

describe.each([...new Set(statements.map(({ requirement }) => requirement))])('%s', requirement => {
  const own = statements.filter(statement => statement.requirement === requirement)

  it.each(own.filter(({ isOtherwise }) => !isOtherwise))('$status: $text', async ({ status, text }) => {
    expect(told(await statusIn(text, requirement))).toBe(told(status))
  })

  it.for(own.filter(({ isOtherwise }) => isOtherwise))('still otherwise: $text', async ({ status, text }) => {
    expect(told(await statusIn(text, requirement))).not.toBe(told(status))
  })
})
