import { relative, sep } from 'node:path'

/** A path with "/" between its parts, on every system. */
export const slashed = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'))

/** A path as it is named in messages: from the current folder where it stands in it. */
export const shownPath = (path: string): string => {
  const way = relative(process.cwd(), path)
  return way === '' || way.startsWith('..') ? slashed(path) : slashed(way)
}
