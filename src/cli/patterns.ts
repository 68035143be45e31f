import { isAbsolute, relative } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { slashed } from './folder-path.js'

/** A pattern as `.gitignore` writes it, and where it stands. */
export interface Pattern {
  readonly pattern: string
  readonly place: string
}

/** What a path meets among patterns: the last that matches it, if it leaves the path out or takes it back in. */
export type Match =
  | { readonly out: true; readonly pattern: string; readonly place: string }
  | { readonly out: false }

/** Patterns of one folder. */
export interface Patterns {
  /** @param path absolute, with "/" at its end where it is a folder; undefined where no pattern bears on it */
  readonly match: (path: string) => Match | undefined
}

/** A path as patterns of a folder see it; undefined where it does not stand in that folder. */
const within = (folder: string, path: string): string | undefined => {
  const way = slashed(relative(folder, path))
  if (way === '' || way.startsWith('..') || isAbsolute(way)) return undefined
  return path.endsWith('/') ? `${way}/` : way
}

/** Patterns relative to a folder. */
export const patternsIn = (folder: string, patterns: readonly Pattern[]): Patterns => {
  const rules: Ignore = ignore({ ignorecase: false }).add(
    patterns.map(({ pattern, place }) => ({ pattern, mark: place })),
  )
  return {
    match: path => {
      const way = within(folder, path)
      if (way === undefined) return undefined
      const { ignored, unignored, rule } = rules.test(way)
      if (ignored) return { out: true, pattern: rule?.pattern ?? '', place: rule?.mark ?? '' }
      return unignored ? { out: false } : undefined
    },
  }
}

/** Whether a file, or a folder that it stands in, matches one of some patterns, relative to a folder. */
export const matchesAny = (folder: string, patterns: readonly string[], path: string): boolean => {
  const way = within(folder, path)
  return (
    way !== undefined &&
    ignore({ ignorecase: false })
      .add([...patterns])
      .ignores(way)
  )
}
