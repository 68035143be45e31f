import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import type { Baseline } from '../baseline/baseline.js'
import type { CommandLine } from './command-line.js'
import { configIn } from './config-files.js'
import { slashed } from './folder-path.js'
import { fileOutput } from './output.js'
import { foldersAbove } from './project-folders.js'
import { readStrictFile } from './strict-file.js'

export const BASELINE_FILE = '.cydlint-baseline.json'

/** Where a run's baseline is, or would be. */
export interface BaselinePlace {
  readonly path: string
  readonly exists: boolean
}

/**
 * The baseline that a command line names; else the nearest, from the folder of the first input up to the root of its
 * repository; else where one would be made: beside the configuration, or in that root, or in the folder itself.
 */
export const baselinePlace = (line: CommandLine, folder: string): BaselinePlace => {
  const [named] = line.values('baseline')
  if (named !== undefined && named !== '') return { path: resolve(named), exists: existsSync(named) }
  const folders = foldersAbove(folder)
  const holding = folders.find(each => existsSync(join(each, BASELINE_FILE)))
  if (holding !== undefined) return { path: join(holding, BASELINE_FILE), exists: true }
  const home =
    folders.find(each => configIn(each) !== undefined) ??
    folders.find(each => existsSync(join(each, '.git'))) ??
    folder
  return { path: join(home, BASELINE_FILE), exists: false }
}

/** @throws MistakenFile where it is not as its schema has it */
export const readBaseline = async (path: string): Promise<Baseline> => {
  const [{ baseline: validate }, { shippedCatalogue }] = await Promise.all([
    import('../generated/validators.js'),
    import('../engine/catalogue.js'),
  ])
  const baseline = (await readStrictFile(path, validate)) as Baseline
  return withNamesNow(baseline, shippedCatalogue().named)
}

/** Entries of rules that have another name now stand under that one. */
export const withNamesNow = (
  baseline: Baseline,
  rules: ReadonlyMap<string, { readonly name: string }>,
): Baseline => {
  const nameOf = (rule: string): string => rules.get(rule)?.name ?? rule
  const isNow = ({ findings }: Baseline['documents'][number]): boolean =>
    findings.every(({ rule }) => nameOf(rule) === rule)
  if (baseline.documents.every(isNow)) return baseline
  return {
    ...baseline,
    documents: baseline.documents.map(document => ({
      ...document,
      findings: document.findings.map(finding => ({ ...finding, rule: nameOf(finding.rule) })),
    })),
  }
}

/** Writes a baseline, whole or not at all. @throws UnwritableError or a file system error */
export const writeBaseline = async (path: string, baseline: Baseline): Promise<void> => {
  const file = fileOutput(path)
  try {
    await file.write(`${JSON.stringify(baseline, null, 2)}\n`)
    file.commit()
  } finally {
    file.discard()
  }
}

/** A document's path from the folder of a baseline. */
export const pathFrom = (baseline: string, path: string): string => {
  const real = existsSync(path) ? realpathSync(path) : resolve(path)
  const folder = dirname(baseline)
  return slashed(relative(existsSync(folder) ? realpathSync(folder) : folder, real))
}
