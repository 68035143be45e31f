import { describe, expect, it } from 'vitest'
import { type CheckedEvent, checkRead } from '../../src/cli/check-inputs.js'
import type { ReadEvent } from '../../src/cli/read-inputs.js'

async function* faulty(): AsyncGenerator<ReadEvent> {
  yield { type: 'skipped', path: 'season/1.md', reason: 'it holds no item' }
  throw new RangeError('Maximum call stack size exceeded')
}

describe('a fault of the program', () => {
  it('is an error of the input that it was met in, and does not end the run', async () => {
    const events: CheckedEvent[] = []
    for await (const event of checkRead(
      faulty(),
      { path: 'season/1.md' },
      { form: undefined, asOf: '2026-11-22' },
    ))
      events.push(event)
    expect(events).toEqual([
      { type: 'skipped', path: 'season/1.md', reason: 'it holds no item' },
      {
        type: 'unreadable',
        error: {
          path: 'season/1.md',
          message: expect.stringMatching(
            /^a fault of the program, not of the file, ended the check of it: RangeError: Maximum call stack size exceeded\. Please report it with this message, the command and "cydlint \d[\d.]*, Node v[\d.]+"\.$/,
          ),
        },
      },
    ])
  })
})
