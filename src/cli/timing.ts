import { shippedCatalogue } from '../engine/catalogue.js'
import type { Timer } from '../engine/timer.js'

/** How long the phases of a run take, and each kind of check in it. */
export interface Timing {
  /** For the engine. */
  readonly timer: Timer
  /** Passes on what is read, and counts the time that reading takes. */
  readonly reading: <Event>(events: AsyncIterable<Event>) => AsyncGenerator<Event>
  readonly reporting: <Result>(work: () => Promise<Result>) => Promise<Result>
  readonly lines: () => readonly string[]
}

/** Rules that are named of a check that serves several. */
const MOST_NAMES = 3

const inMilliseconds = (time: number): string => `${time.toFixed(1)} ms`.padStart(12)

const rulesOf = (kind: string): string => {
  const names = shippedCatalogue()
    .rules.filter(({ check }) => check.kind === kind)
    .map(({ name }) => name)
  const more = names.length - MOST_NAMES
  return `${names.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

export const timing = (): Timing => {
  const started = performance.now()
  const phases = new Map<string, number>(
    ['reading', 'evidence', 'checks', 'reports'].map(name => [name, 0] as const),
  )
  const checks = new Map<string, number>()
  const since = (start: number, spent: Map<string, number>, name: string): void => {
    spent.set(name, (spent.get(name) ?? 0) + performance.now() - start)
  }
  return {
    timer: {
      evidence: work => {
        const start = performance.now()
        const result = work()
        since(start, phases, 'evidence')
        return result
      },
      check: (kind, work) => {
        const start = performance.now()
        const result = work()
        since(start, phases, 'checks')
        since(start, checks, kind)
        return result
      },
    },
    reading: async function* (events) {
      const iterator = events[Symbol.asyncIterator]()
      for (;;) {
        const start = performance.now()
        const next = await iterator.next()
        since(start, phases, 'reading')
        if (next.done) return
        yield next.value
      }
    },
    reporting: async work => {
      const start = performance.now()
      const result = await work()
      since(start, phases, 'reports')
      return result
    },
    lines: () => {
      const whole = performance.now() - started
      const kinds = [...checks].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      const named = [...phases.values()].reduce((sum, time) => sum + time, 0)
      const width = Math.max(...[...checks.keys(), 'everything else'].map(({ length }) => length))
      const row = (name: string, time: number, note = ''): string =>
        `  ${name.padEnd(width)}${inMilliseconds(time)}${note === '' ? '' : `  ${note}`}`
      return [
        `Time, on one thread: ${whole.toFixed(0)} ms`,
        ...[...phases].map(([name, time]) => row(name, time)),
        row('everything else', Math.max(0, whole - named)),
        '',
        'Time by kind of check: one serves all the rules that name it',
        ...kinds.map(([kind, time]) => row(kind, time, rulesOf(kind))),
      ]
    },
  }
}
