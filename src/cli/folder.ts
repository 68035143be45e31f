import { closeSync, lstatSync, openSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, extname, isAbsolute, join, relative } from 'node:path'
import { passedOver } from '../readers/package/repeats.js'
import { coverPageFor } from '../readers/viewer/cover-page.js'
import { slashed } from './folder-path.js'
import type { WhyLeftOut } from './ignore-files.js'

/** A file of a folder, and why it is passed over, if it is: another file of the filing says the same. */
export interface FolderFile {
  readonly path: string
  readonly passedOver: string | undefined
  /** The cover page of the filing, where this is a page of EDGAR's viewer. */
  readonly cover: string | undefined
  /** Files of this archive that lie unpacked beside it. */
  readonly unpacked: readonly string[]
}

const isWithin = (root: string, path: string): boolean => {
  const way = relative(root, path)
  return !way.startsWith('..') && !isAbsolute(way)
}

/** Bytes looked at where names cannot tell what repeats what. */
const HEAD_BYTES = 16_384

const headOf = (path: string): string => {
  try {
    const file = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(HEAD_BYTES)
      return bytes.toString('latin1', 0, readSync(file, bytes, 0, HEAD_BYTES, 0))
    } finally {
      closeSync(file)
    }
  } catch {
    // Why it cannot be read is said when it is to be read.
    return ''
  }
}

/** The files that stand in one folder each, by folder. */
const byFolder = (paths: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const folders = new Map<string, string[]>()
  for (const path of paths) {
    const folder = dirname(path)
    const files = folders.get(folder)
    if (files) files.push(basename(path))
    else folders.set(folder, [basename(path)])
  }
  return folders
}

/** The paths that nothing leaves out. */
const kept = async (paths: readonly string[], whyLeftOut: WhyLeftOut): Promise<readonly string[]> => {
  const reasons = await Promise.all(paths.map(whyLeftOut))
  return paths.filter((_, index) => reasons[index] === undefined)
}

/** Largest archive that is looked into for what lies unpacked beside it. */
const MOST_ARCHIVE_BYTES = 256 * 1024 ** 2

/** Files of an archive that lie unpacked, unchanged, among those that are read: beside it, or in a folder of its name. */
const unpackedOf = async (path: string, read: ReadonlySet<string>): Promise<readonly string[]> => {
  if (!/\.zip$/i.test(path)) return []
  const { openArchive } = await import('../readers/package/archive.js')
  try {
    if (statSync(path).size > MOST_ARCHIVE_BYTES) return []
    const { archive } = openArchive(readFileSync(path))
    const places = [dirname(path), path.slice(0, -extname(path).length)]
    return (
      archive?.names.filter(name =>
        places
          .map(place => join(place, name))
          .some(beside => read.has(beside) && archive.isSame(name, readFileSync(beside))),
      ) ?? []
    )
  } catch {
    // Why it cannot be read is said when it is to be read.
    return []
  }
}

/**
 * Files of a folder and the folders in it, in the order of their paths, without those that are left out. Links that lead
 * out of it are left alone.
 * @throws a file system error where an ignore file cannot be read
 */
export const filesIn = async (folder: string, whyLeftOut: WhyLeftOut): Promise<readonly FolderFile[]> => {
  const { glob } = await import('tinyglobby')
  const root = realpathSync(folder)
  const found = await glob('**', {
    cwd: folder,
    dot: false,
    ignore: ['**/node_modules/**'],
    followSymbolicLinks: false,
    expandDirectories: false,
  })
  const all = found.toSorted().map(path => join(folder, path))
  const paths = (await kept(all, whyLeftOut)).filter(path => {
    if (!lstatSync(path).isSymbolicLink()) return true
    try {
      return isWithin(root, realpathSync(path)) && statSync(path).isFile()
    } catch {
      return false
    }
  })
  const reasons = new Map<string, string>()
  const covers = new Map<string, string>()
  for (const [inner, names] of byFolder(paths)) {
    for (const [name, reason] of passedOver(names, each => headOf(join(inner, each))))
      reasons.set(join(inner, name), reason)
    for (const name of names) {
      const cover = coverPageFor(name, names)
      if (cover !== undefined) covers.set(join(inner, name), join(inner, cover))
    }
  }
  const read = new Set(paths.filter(path => !reasons.has(path)))
  return Promise.all(
    paths.map(async path => ({
      path: slashed(path),
      passedOver: reasons.get(path),
      cover: covers.get(path),
      unpacked: await unpackedOf(path, read),
    })),
  )
}
