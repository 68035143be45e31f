import type { CommandLine } from './command-line.js'
import { STANDARD_INPUT } from './inputs.js'

/** Options that tell what is known of findings from before a run. */
export const KNOWN_OPTIONS = {
  baseline: { type: 'string' },
  'no-baseline': { type: 'boolean' },
  since: { type: 'string' },
  staged: { type: 'boolean' },
} as const

/** What is mistaken in these options; empty where nothing is. */
export const knownProblems = (line: CommandLine, paths: readonly string[]): readonly string[] => {
  const problems: string[] = []
  if (line.has('baseline') && line.has('no-baseline'))
    problems.push('--baseline and --no-baseline exclude each other. Drop one.')
  if (line.has('since') && line.has('staged'))
    problems.push('--since and --staged exclude each other. Drop one.')
  if ((line.has('since') || line.has('staged')) && paths.includes(STANDARD_INPUT))
    problems.push('--since and --staged read files of a repository, and standard input is none. Name a path.')
  return problems
}
