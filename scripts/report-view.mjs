// Bundles the page of the HTML report (src/report-view) to two strings, with the digests by which the page's content
// security policy admits them and nothing else.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const digest = text => `sha256-${createHash('sha256').update(text).digest('base64')}`

/** A script or a style sheet in HTML ends where its end tag stands, also in a string. */
const inElement = (text, name) => {
  const trimmed = text.trim()
  if (new RegExp(`</${name}|<!--`, 'i').test(trimmed))
    throw new Error(`The ${name} of the report holds its own end tag.`)
  return trimmed
}

/** The name of a package, its license and whose it is, as its license asks to be said. */
const noticeOf = (root, name) => {
  const folder = join(root, 'node_modules', name)
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const [copyright = ''] = /^Copyright.*$/m.exec(readFileSync(join(folder, 'LICENSE'), 'utf8')) ?? []
  return `Contains ${name} ${version}, ${license} License. ${copyright}`
}

/** @param {string} root the repository @returns the program and the style sheet of the page with their digests, and the files that went in */
export const bundleReportView = async root => {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/report-view/main.tsx'],
    outdir: join(root, 'dist'),
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome120', 'firefox121', 'safari17'],
    tsconfig: 'src/report-view/tsconfig.json',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    charset: 'ascii',
    legalComments: 'none',
    write: false,
    metafile: true,
    // The page is a copy of the library, too.
    banner: { js: `/* ${noticeOf(root, 'preact')} */` },
    logLevel: 'warning',
  })
  const textOf = ending => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ''
  const script = inElement(textOf('.js'), 'script')
  const style = inElement(textOf('.css'), 'style')
  return {
    view: { script, style, scriptDigest: digest(script), styleDigest: digest(style) },
    inputs: Object.keys(metafile.inputs),
  }
}
