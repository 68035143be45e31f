// The evidence engine by itself, bundled from the sources as they are: what the public report leaves out (which
// pattern matched), and what must be measured alone (the matching). Benches that judge quality use the library.
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { root } from './library.mjs'
import { flagVerdict, REQUIREMENT_OF_FLAG, REQUIREMENTS } from './scoring.mjs'

const ENTRY = `
export { readDisclosure } from './src/evidence/read.ts'
export { sentencesOf } from './src/text/sentences.ts'
export { plainProse } from './src/text/prose-builder.ts'
export { textSource } from './src/model/span.ts'
export { elementNamed } from './src/model/elements.ts'
export { itemOf } from './src/model/forms.ts'
`

/**
 * Bundles modules of the sources as they are now, and loads them.
 * @param {string} entry lines of `export … from './src/…'`
 */
export const loadSources = async entry => {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
    logLevel: 'warning',
  })
  const folder = join(root, 'node_modules/.cache/cydlint')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `sources-${process.pid}.mjs`)
  writeFileSync(file, outputFiles[0].contents)
  try {
    return await import(pathToFileURL(file).href)
  } finally {
    rmSync(file)
  }
}

/** The modules named above, and those of more lines like these, with the rules as they are now. */
export const loadEngine = async (more = '') => {
  execFileSync(process.execPath, [join(root, 'scripts/generate.mjs')], { stdio: 'inherit' })
  return loadSources(ENTRY + more)
}

/** @param {any} engine as `loadEngine` gives it @returns a function from a record of JSON facts to a Disclosure */
export const disclosureMaker = ({ plainProse, textSource, elementNamed, itemOf }) => {
  const proseOf = text => plainProse(textSource(text))
  return ({ id, form, registrant, periodOfReport, flags = {}, blocks = {}, text, truncated = [] }) => {
    const at = { source: textSource(''), start: 0, end: 0 }
    const made = Object.entries(blocks).flatMap(([name, content]) => {
      const element = elementNamed(name, 'textBlock')
      if (!element || content === '') return []
      const prose = proseOf(content)
      const end = prose.text.length
      return [
        { element, origin: 'facts', prose, start: 0, end, depth: 0, truncated: truncated.includes(name), at },
      ]
    })
    return {
      path: 'corpus.ndjson',
      id: id ?? null,
      form,
      formFrom: 'the record',
      item: itemOf(form),
      view: text === undefined ? 'tagged' : 'item',
      registrant: registrant ?? null,
      periodOfReport: periodOfReport ?? null,
      flags: Object.entries(flags).flatMap(([name, value]) => {
        const element = elementNamed(name, 'boolean')
        return element ? [{ element, value, origin: 'facts', at }] : []
      }),
      blocks: made,
      prose: text === undefined ? made.map(({ prose }) => prose) : [proseOf(text)],
      notes: [],
    }
  }
}

const asEvidence = ({ sentence, assertion, pattern, status }) => ({
  quote: sentence.text,
  assertion,
  pattern,
  status,
})

/** What one reading says, in the shape of a report's coverage rows, with the patterns. */
export const coverageRows = reading =>
  REQUIREMENTS.flatMap(requirement => {
    const coverage = reading.coverage.get(requirement)
    if (!coverage) return [{ requirement, status: 'absent', evidence: [], nearest: [] }]
    return [
      {
        requirement,
        status: coverage.status,
        evidence: coverage.evidence.map(asEvidence),
        nearest: coverage.nearest.map(asEvidence),
      },
    ]
  })

/**
 * What the table of flags against coverage makes of a reading: the findings that the flag rules are to report.
 * @param {Record<string, boolean>} flags @param {{ requirement: string, status: string }[]} rows
 */
export const flagFindings = (flags, rows) =>
  Object.entries(flags).flatMap(([flag, value]) => {
    const requirement = REQUIREMENT_OF_FLAG[flag]
    const row = rows.find(candidate => candidate.requirement === requirement)
    const rule = row && flagVerdict(requirement, value, row.status)
    return rule ? [{ rule, requirement, severity: 'warning' }] : []
  })
