import { REQUIREMENT_NAMES, type RequirementName } from '../model/requirements.js'

/** What the page shows: the index, or a document with perhaps one requirement opened. */
export interface Route {
  /** Number of the document, from 0; null for the index. */
  readonly shown: number | null
  readonly requirement: RequirementName | null
}

export const INDEX: Route = { shown: null, requirement: null }

/** The address of what is shown, within the page. */
export const hashOf = (shown: number | null, requirement?: RequirementName): string =>
  shown === null ? '#index' : `#document-${shown + 1}${requirement === undefined ? '' : `/${requirement}`}`

/** What an address within the page leads to. A report of one document has no index. */
export const routeOf = (hash: string, count: number): Route => {
  const [, number = '1', name = ''] = /^#document-(\d{1,6})(?:\/([\w-]+))?$/.exec(hash) ?? []
  if (count !== 1 && !hash.startsWith('#document-')) return INDEX
  const shown = Number(number) - 1
  if (shown < 0 || shown >= count) return INDEX
  return { shown, requirement: REQUIREMENT_NAMES.find(each => each === name) ?? null }
}
