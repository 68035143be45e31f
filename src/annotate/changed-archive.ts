import type { Archive } from '../readers/package/archive.js'

/** An archive in which some parts are others, or are added at its end. */
export const changedArchive = (archive: Archive, parts: ReadonlyMap<string, Uint8Array>): Archive => ({
  names: [...archive.names, ...[...parts.keys()].filter(name => !archive.names.includes(name))],
  sizeOf: name => parts.get(name)?.length ?? archive.sizeOf(name),
  read: name => parts.get(name) ?? archive.read(name),
})
