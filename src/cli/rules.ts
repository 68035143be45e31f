import { EXIT, type ExitCode } from './exit-code.js'
export const run = async (_args: readonly string[]): Promise<ExitCode> => EXIT.usage
