import type { Disclosure } from '../model/disclosure.js'
import { registrantKey } from './registrant.js'

/** Older documents, by what newer ones are looked up by. */
export interface OlderDocuments {
  /** The document that a newer one is compared with, or why there is none, as the end of a sentence. */
  readonly before: (
    fresh: Disclosure,
  ) => { readonly old: Disclosure } | { readonly old?: undefined; readonly reason: string }
  /** Those that were asked for by nobody so far. */
  readonly unused: () => readonly Disclosure[]
  readonly size: number
}

/** Of several of one registrant: the last one of an earlier period, else the last of the same one. */
const lastBefore = (candidates: readonly Disclosure[], fresh: Disclosure): Disclosure | undefined => {
  const period = fresh.periodOfReport
  const others = candidates.filter(({ path, id }) => path !== fresh.path || id !== fresh.id)
  const dated = others
    .filter(each => each.periodOfReport !== null && (period === null || each.periodOfReport <= period))
    .sort((a, b) => ((a.periodOfReport ?? '') < (b.periodOfReport ?? '') ? 1 : -1))
  if (period === null || others.some(each => each.periodOfReport === null)) return dated[0] ?? others[0]
  return dated.find(each => (each.periodOfReport ?? '') < period) ?? dated[0]
}

const isCurrent = ({ form }: Disclosure): boolean => form.startsWith('8-K') || form.startsWith('6-K')

/**
 * Older documents to pair newer ones with: by registrant, and by id where no registrant is named. Where there is one
 * alone and `isSingle` says that there is one newer document, too, they are a pair whatever they are called.
 */
export const olderDocuments = (all: readonly Disclosure[], isSingle: boolean): OlderDocuments => {
  const byRegistrant = new Map<string, Disclosure[]>()
  const byId = new Map<string, Disclosure>()
  for (const document of all) {
    if (document.registrant !== null) {
      const key = registrantKey(document.registrant)
      byRegistrant.set(key, [...(byRegistrant.get(key) ?? []), document])
    }
    if (document.id !== null) byId.set(document.id, document)
  }
  const used = new Set<Disclosure>()
  const find = (fresh: Disclosure): Disclosure | undefined => {
    if (all.length === 1 && isSingle) return all[0]
    const named = fresh.registrant === null ? [] : (byRegistrant.get(registrantKey(fresh.registrant)) ?? [])
    const candidates = named.filter(each => isCurrent(each) === isCurrent(fresh))
    return lastBefore(candidates, fresh) ?? (fresh.id === null ? undefined : byId.get(fresh.id))
  }
  return {
    before: fresh => {
      const old = find(fresh)
      if (old) {
        used.add(old)
        return { old }
      }
      return {
        reason:
          fresh.registrant === null
            ? 'it names no registrant, and no document of the other input has its id'
            : `the other input has no earlier document of “${fresh.registrant}”`,
      }
    },
    unused: () => all.filter(each => !used.has(each)),
    size: all.length,
  }
}
