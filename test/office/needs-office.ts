import { execFileSync } from 'node:child_process'

/** Fails the suite, with the remedy, where the office program is not there: it never passes by testing nothing. */
export default (): void => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'pipe', timeout: 60_000 })
  } catch {
    throw new Error(
      'npm run test:office needs LibreOffice as "soffice". On Debian: apt-get install --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui',
    )
  }
}
