/** Endings that say what kind of company it is, and a state that EDGAR adds: "/DE/". */
const ENDINGS =
  /(?:\/[a-z]{2,4}\/?|\b(?:incorporated|inc|corporation|corp|company|co|limited|ltd|llc|l l c|lp|l p|llp|plc|p l c|sa|s a|nv|n v|ag|se|trust))\s*$/

/** A registrant's name by which it is known again: "HARBORLINE TOOLS INC /DE/" and "Harborline Tools, Inc." are one. */
export const registrantKey = (name: string): string => {
  let key = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim()
    .replace(/^the /, '')
  for (let shorter = key.replace(ENDINGS, '').trim(); shorter !== key && shorter !== ''; ) {
    key = shorter
    shorter = key.replace(ENDINGS, '').trim()
  }
  return key.replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Whether two names are of one registrant; undefined where either is not known. */
export const sameRegistrant = (one: string | null, other: string | null): boolean | undefined =>
  one === null || other === null ? undefined : registrantKey(one) === registrantKey(other)
