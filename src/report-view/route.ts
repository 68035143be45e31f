/** The address of a document of the report, by its number from 0; of the index for null. */
export const hashOf = (shown: number | null): string => (shown === null ? '#index' : `#document-${shown + 1}`)

/** The document that an address names. A report of one document has no index. */
export const documentAt = (hash: string, count: number): number | null => {
  if (count === 1) return 0
  const index = Number(/^#document-(\d+)$/.exec(hash)?.[1] ?? 0) - 1
  return index >= 0 && index < count ? index : null
}
