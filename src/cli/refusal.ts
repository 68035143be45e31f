import type { MistakenConfig } from './config-files.js'
import { EXIT } from './exit-code.js'
import { printError } from './output.js'

/** Tells what is mistaken in a configuration. */
export const refuseConfig = ({ problems }: MistakenConfig): typeof EXIT.usage => {
  printError(
    `${problems.map(problem => `cydlint: ${problem}\n`).join('')}"cydlint config --help" tells about configurations; --no-config does without.\n`,
  )
  return EXIT.usage
}

/** Tells what is mistaken in a command line. */
export const refuse = (problems: readonly string[], command: string | null): typeof EXIT.usage => {
  const help = command === null ? 'cydlint --help' : `cydlint ${command} --help`
  printError(
    `${problems.map(problem => `cydlint: ${problem}\n`).join('')}"${help}" tells what can be asked.\n`,
  )
  return EXIT.usage
}
