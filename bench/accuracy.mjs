// Measures the checker's judgement against labelled disclosures.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { compareAll, KINDS_OF_ERROR, renderDocument } from './disagreements.mjs'
import { coverageRows, disclosureMaker, flagFindings, loadEngine } from './evidence.mjs'
import { checkRecords } from './library.mjs'
import { ratchet } from './ratchet.mjs'
import { asInput, foldFilter, readRecords, stop } from './records.mjs'
import { coverageAtMixOf, REQUIREMENTS, score, scoreQuiet } from './scoring.mjs'

const USAGE = `Usage: npm run accuracy -- GOLD.ndjson [options]

Measures how well the judgement agrees with labelled disclosures.

  --json               print the measures as JSON
  --items FILE         unlabelled complete items, for errors per document (default: item1c.ndjson beside GOLD)
  --like FILE          also the coverage that the same errors give at the mix of labels of FILE: only so can two files be compared
  --fold K/N           only the K-th of N parts of the documents, by hash of the id
  --errors WHAT        print each wrong document: a requirement, or one of ${KINDS_OF_ERROR.join(', ')}
  --lenient            with --errors: also the documents labelled weak or disputed
  --evidence           judge by the evidence engine alone (no rules): quicker, and names the patterns
  --out DIR            with --errors: one file a requirement or kind in DIR
  --raise              write better figures into bench/ratchet.json, which a later run may not fall below
  --show ID            print one document with its labels and what was predicted`

const main = async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      items: { type: 'string' },
      like: { type: 'string' },
      fold: { type: 'string' },
      errors: { type: 'string' },
      lenient: { type: 'boolean' },
      evidence: { type: 'boolean' },
      out: { type: 'string' },
      raise: { type: 'boolean' },
      show: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return console.log(USAGE)
  const [goldPath] = positionals
  if (goldPath === undefined || positionals.length > 1) stop(USAGE)
  const subjects = [...REQUIREMENTS, ...KINDS_OF_ERROR]
  if (values.errors !== undefined && !subjects.includes(values.errors))
    stop(`--errors is one of ${subjects.join(', ')}, not "${values.errors}"`)

  const gold = readLabelled(goldPath).filter(foldFilter(values.fold))
  const itemsPath = values.items ?? join(dirname(goldPath), 'item1c.ndjson')
  const items = values.items !== undefined || existsSync(itemsPath) ? readRecords(itemsPath) : []

  const detailed = values.errors !== undefined || values.show !== undefined
  const started = performance.now()
  const judge = values.evidence || detailed ? readRecordsAlone : checkRecords
  const documents = await judge((detailed ? gold : [...gold, ...items]).map(asInput))
  const seconds = (performance.now() - started) / 1000
  const pairs = gold.map((record, index) => ({ gold: record, document: documents[index] }))

  if (values.show !== undefined) {
    const pair = pairs.find(({ gold: { id } }) => id === values.show)
    return console.log(pair ? renderDocument(pair) : `There is no document ${values.show}.`)
  }
  if (values.errors !== undefined) return printErrors(pairs, values)

  const measured = score(pairs)
  const like =
    values.like === undefined
      ? undefined
      : coverageAtMixOf(measured.coverage.perRequirement, readLabelled(values.like))
  const result = { ...measured, like, quiet: scoreQuiet(documents.slice(gold.length)), seconds }
  console.log(values.json ? JSON.stringify(result, null, 2) : table(result))
  if (values.fold !== undefined || values.evidence) return
  const { lost } = ratchet(result, readFileSync(goldPath), { raise: values.raise ?? false })
  if (lost.length === 0) return
  console.error(
    `\nBelow what was reached before (bench/ratchet.json):\n${lost.map(line => `  ${line}`).join('\n')}`,
  )
  process.exitCode = 1
}

const readLabelled = path => {
  const records = readRecords(path)
  if (records.length === 0 || records.some(record => !record.labels))
    stop(`${path} holds no labelled records.`)
  return records
}

/** Coverage with the patterns that made it, and the flag findings that follow from it. */
const readRecordsAlone = async records => {
  const engine = await loadEngine()
  const disclosureOf = disclosureMaker(engine)
  return records.map(record => {
    const coverage = coverageRows(engine.readDisclosure(disclosureOf(record)))
    return { id: record.id, coverage, findings: flagFindings(record.flags ?? {}, coverage) }
  })
}

const printErrors = (pairs, { errors, out, lenient }) => {
  const sections = compareAll(pairs, { lenient: lenient ?? false })
  const wanted = errors === 'all' ? sections : sections.filter(({ subject }) => subject === errors)
  for (const { subject, text } of wanted) {
    if (out === undefined) console.log(text)
    else {
      mkdirSync(out, { recursive: true })
      writeFileSync(join(out, `${subject}.txt`), `${text}\n`)
    }
  }
  if (out !== undefined) console.log(`Wrote ${wanted.length} files to ${out}`)
}

const figure = value => (value === null ? '   –' : value.toFixed(3))
const verdict = (value, target, atMost = false) => {
  if (value === null) return ''
  return (atMost ? value < target : value >= target) ? 'reached' : 'short'
}

/** One line a measure, with its target. */
const measures = ({ coverage, like, negated, effect, flags, pointing, quiet }) => [
  ['coverage, not addressed (macro F1)', coverage.notAddressedMacroF1, 0.95],
  ['coverage, addressed (macro F1)', coverage.addressedMacroF1, 0.96],
  ...(like
    ? [
        ['not addressed, at the other mix', like.notAddressedMacroF1, 0.95],
        ['addressed, at the other mix', like.addressedMacroF1, 0.96],
      ]
    : []),
  ['negated, precision', negated.precision, 0.9, `${negated.both} of ${negated.actual}`],
  ['negated, recall', negated.recall, 0.9, `${negated.both} of ${negated.expected}`],
  ['material effect, accuracy', effect.accuracy, 0.96, `${effect.right} of ${effect.documents}`],
  ['flags, precision', flags.precision, 0.95, `${flags.right} of ${flags.actual}`],
  ['flags, recall', flags.recall, 0.92, `${flags.right} of ${flags.expected}`],
  ['pointing', pointing.share, 0.95, `${pointing.right} of ${pointing.rows}`],
  ['quiet, errors a document', quiet.perDocument, 0.1, `${quiet.errors} in ${quiet.documents}`, true],
]

const PREDICTED = ['addressed', 'negated', 'weak', 'absent']
const LABELS = ['addressed', 'negated', 'absent', 'weak', 'disputed']

const table = result => {
  const lines = [`${result.documents} documents, ${result.seconds.toFixed(1)} s`, '']
  for (const [name, value, target, count = '', atMost = false] of measures(result))
    lines.push(
      `${name.padEnd(36)} ${figure(value)}  ${(atMost ? '<' : '≥') + target.toString().padEnd(5)} ${verdict(value, target, atMost).padEnd(8)} ${count}`,
    )
  lines.push(
    '',
    'Per requirement: F1 of not addressed (precision, recall), F1 of addressed, then label: predicted counts as',
    'addressed/negated/weak/absent',
    '',
  )
  for (const { requirement, notAddressed, addressed, confusion } of result.coverage.perRequirement) {
    const row = label => PREDICTED.map(status => confusion[label]?.[status] ?? 0).join('/')
    lines.push(
      `${requirement.padEnd(22)} ${figure(notAddressed.f1)} (${figure(notAddressed.precision)}, ${figure(notAddressed.recall)})  ${figure(addressed.f1)}   ${LABELS.filter(
        label => confusion[label],
      )
        .map(label => `${label}: ${row(label)}`)
        .join('  ')}`,
    )
  }
  const effectRows = Object.entries(result.effect.confusion).map(
    ([label, counts]) =>
      `${label}: ${Object.entries(counts)
        .map(([status, count]) => `${count} ${status}`)
        .join(', ')}`,
  )
  lines.push(`${'material-effect'.padEnd(22)} ${effectRows.join('; ')}`)
  const rules = Object.entries(result.quiet.byRule).map(([rule, count]) => `${rule} ${count}`)
  lines.push(
    '',
    `Flags, either rule counted as right: precision ${figure(result.flags.eitherRule.precision)}, recall ${figure(result.flags.eitherRule.recall)}`,
    ...(rules.length > 0 ? [`Errors on complete items: ${rules.join(', ')}`] : []),
  )
  return lines.join('\n')
}

await main()
