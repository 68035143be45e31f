import { afterEach, describe, expect, it, vi } from 'vitest'
import { progressOn } from '../../src/cli/progress.js'

const stream = (isTTY: boolean) => {
  const written: string[] = []
  return { written, isTTY, write: (text: string) => written.push(text) > 0 }
}

afterEach(() => vi.restoreAllMocks())

describe('progress', () => {
  it('is told now and then on a terminal, and taken away at the end', () => {
    const now = vi.spyOn(performance, 'now')
    now.mockReturnValue(0)
    const terminal = stream(true)
    const progress = progressOn(terminal, true)
    for (let time = 20; time <= 300; time += 20) {
      now.mockReturnValue(time)
      progress.checked()
    }
    progress.clear()
    expect(terminal.written).toEqual([
      '\r\u001b[K5 documents checked',
      '\r\u001b[K10 documents checked',
      '\r\u001b[K15 documents checked',
      '\r\u001b[K',
    ])
  })

  it('is silent where there is no terminal, or where it is not wanted', () => {
    for (const [isTTY, isWanted] of [
      [false, true],
      [true, false],
    ] as const) {
      const quiet = stream(isTTY)
      const progress = progressOn(quiet, isWanted)
      progress.checked()
      progress.clear()
      expect(quiet.written).toEqual([])
    }
  })
})
