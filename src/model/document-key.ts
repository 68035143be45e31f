/** Files that hold several documents, whose names in it say nothing outside it. */
const ARCHIVE = /\.(?:zip|txt)$/i
const SEVERAL = /\.(?:zip|txt|ndjson|jsonl)$/i
const LINE_NUMBER = /^\d+$/

/**
 * What a document goes by in baselines and suppressions: its own id, which it keeps when its file is renamed; else its
 * path. A part of an archive and a line of a file of records have a name that counts only together with the path.
 */
export const documentKey = ({ path, id }: { readonly path: string; readonly id: string | null }): string =>
  id === null ? path : ARCHIVE.test(path) || LINE_NUMBER.test(id) ? `${path}#${id}` : id

/** Whether a name that somebody wrote down is that of a document: its key, or its path with or without its id. */
export const isNamed = (
  name: string,
  document: { readonly path: string; readonly id: string | null },
): boolean =>
  name === documentKey(document) ||
  name === (document.id === null ? document.path : `${document.path}#${document.id}`) ||
  (name === document.path && !SEVERAL.test(document.path))
