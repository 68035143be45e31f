import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/**
 * Opens a file in LibreOffice and saves it again.
 * @param name with the ending that tells what it is
 * @param filter "docx", or with the name of the filter and its options: "csv:Text - txt - csv (StarCalc):44,34,76,1"
 */
export const converted = async (name: string, bytes: Uint8Array, filter: string): Promise<Uint8Array> => {
  const folder = mkdtempSync(join(tmpdir(), 'cydlint-office-'))
  try {
    writeFileSync(join(folder, name), bytes)
    const profile = pathToFileURL(join(tmpdir(), 'cydlint-office-profile')).href
    const out = join(folder, 'out')
    await promisify(execFile)(
      'soffice',
      [
        `-env:UserInstallation=${profile}`,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        out,
        join(folder, name),
      ],
      { timeout: 100_000 },
    )
    const [made] = readdirSync(out)
    if (made === undefined) throw new Error(`LibreOffice made nothing of ${name}`)
    return new Uint8Array(readFileSync(join(out, made)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
