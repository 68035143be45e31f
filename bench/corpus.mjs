// Runs the rules and the evidence patterns over a corpus of filings: how often each fires, what it fires on, and what
// changed since a saved run. This is how a new pattern is judged before it is kept.
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { disclosureMaker, loadEngine } from './evidence.mjs'
import { checkRecords } from './library.mjs'
import { asInput, foldFilter, hash, holdsSomething, random, readRecords, stop } from './records.mjs'
import { REQUIREMENTS } from './scoring.mjs'

const USAGE = `Usage: npm run corpus -- FILINGS.ndjson[.gz] [options]

Per rule, per requirement and per evidence pattern: how often over all filings.

  --pattern ID         samples of the sentences that a pattern matched
  --rule NAME          samples of a rule's findings
  --requirement NAME   samples of a requirement's deciding sentences, with --status STATUS
  --status STATUS      … only filings of that status
  --samples N          how many samples (default 10)
  --seed N             draw other samples
  --save FILE          keep this run's outcome
  --diff FILE          what changed since a saved run: statuses and pattern matches, with samples
  --evidence           patterns and requirements only: do not run the rules
  --form FORM          only filings of that form
  --fold K/N           only the K-th of N parts, by hash of the id
  --limit N            only the first N filings
  --json               print the counts as JSON`

/** @typedef {{ sentence: string, assertion: string, status: string }} Match */
/** What one filing showed. @typedef {{ record: any, statuses: Map<string, string>, deciding: Map<string, string[]>, matches: Map<string, Match[]>, findings: any[] }} Outcome */

/** Patterns are named within their requirement. */
const patternName = (requirement, pattern) =>
  pattern.startsWith(requirement) ? pattern : `${requirement}/${pattern}`

/** @returns {Promise<Outcome[]>} */
const readAll = async records => {
  const engine = await loadEngine()
  const disclosureOf = disclosureMaker(engine)
  return records.map(record => {
    const reading = engine.readDisclosure(disclosureOf(record))
    const statuses = new Map()
    const deciding = new Map()
    const matches = new Map()
    for (const requirement of REQUIREMENTS) {
      const coverage = reading.coverage.get(requirement)
      statuses.set(requirement, coverage?.status ?? 'absent')
      deciding.set(
        requirement,
        (coverage?.evidence ?? []).map(({ sentence }) => sentence.text),
      )
      for (const { sentence, assertion, status, pattern } of reading.candidates(requirement)) {
        const name = patternName(requirement, pattern)
        const known = matches.get(name) ?? []
        if (!known.some(match => match.sentence === sentence.text))
          matches.set(name, [...known, { sentence: sentence.text, assertion, status }])
      }
    }
    return { record, statuses, deciding, matches, findings: [] }
  })
}

const BATCH = 250

/** Adds each filing's findings, batch by batch, so that no report holds them all. A rule that is asked for is on. */
const addFindings = async (outcomes, rule) => {
  const options = rule === undefined ? {} : { minConfidence: 'low', settings: { preview: [rule] } }
  for (let from = 0; from < outcomes.length; from += BATCH) {
    const batch = outcomes.slice(from, from + BATCH)
    const documents = await checkRecords(
      batch.map(({ record }) => asInput(record)),
      options,
    )
    documents.forEach(({ findings }, index) => {
      batch[index].findings = findings
    })
  }
}

/** @param {Map<string, number>} counts */
const add = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1)
const descending = counts => [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))

/** @param {Outcome[]} outcomes */
const summarize = outcomes => {
  const rules = new Map()
  const patterns = new Map()
  const requirements = new Map(REQUIREMENTS.map(name => [name, new Map()]))
  for (const { findings, matches, statuses } of outcomes) {
    for (const rule of new Set(findings.map(finding => finding.rule))) add(rules, rule)
    for (const [name, found] of matches) {
      const entry = patterns.get(name) ?? { filings: 0, sentences: 0, statuses: new Map() }
      entry.filings++
      entry.sentences += found.length
      for (const { status } of found) add(entry.statuses, status)
      patterns.set(name, entry)
    }
    for (const [name, status] of statuses) add(requirements.get(name), status)
  }
  return { rules, patterns, requirements }
}

const percent = (count, whole) => `${((100 * count) / whole).toFixed(1).padStart(5)} %`

/** @param {ReturnType<typeof summarize>} summary */
const tables = ({ rules, patterns, requirements }, filings) => {
  const lines = ['Requirements: share of filings by status', '']
  for (const [name, counts] of requirements)
    lines.push(
      `${name.padEnd(24)}${descending(counts)
        .map(([status, count]) => `${percent(count, filings)} ${status}`)
        .join('  ')}`,
    )
  lines.push('', 'Patterns: filings, sentences, and what the sentences alone show', '')
  const sorted = [...patterns].sort((a, b) => (a[0] < b[0] ? -1 : 1))
  for (const [name, entry] of sorted)
    lines.push(
      `${name.padEnd(44)}${String(entry.filings).padStart(6)}${String(entry.sentences).padStart(7)}  ${descending(
        entry.statuses,
      )
        .map(([status, count]) => `${status} ${count}`)
        .join(', ')}`,
    )
  if (rules.size > 0) lines.push('', 'Rules: filings with at least one finding', '')
  for (const [name, count] of descending(rules))
    lines.push(`${name.padEnd(36)}${String(count).padStart(6)}  ${percent(count, filings)}`)
  return lines.join('\n')
}

/** A fair draw without replacement. */
const draw = (list, count, seed) => {
  const next = random(seed)
  const left = [...list]
  const drawn = []
  while (drawn.length < count && left.length > 0)
    drawn.push(...left.splice(Math.floor(next() * left.length), 1))
  return drawn
}

const who = ({ registrant, form, id }) => `${registrant} (${form}, ${id})`

/** @param {Outcome[]} outcomes */
const patternSamples = (outcomes, wanted) =>
  outcomes.flatMap(({ record, matches }) =>
    [...matches].flatMap(([name, found]) =>
      name === wanted || name.endsWith(`/${wanted}`)
        ? found.map(
            ({ sentence, assertion, status }) => `[${assertion}, ${status}] ${who(record)}\n    ${sentence}`,
          )
        : [],
    ),
  )

/** @param {Outcome[]} outcomes */
const ruleSamples = (outcomes, wanted) =>
  outcomes.flatMap(({ record, findings }) =>
    findings
      .filter(({ rule }) => rule === wanted)
      .map(
        ({ severity, confidence, message, quote, related = [] }) =>
          `[${severity}, ${confidence}] ${who(record)}\n    ${message}${quote ? `\n    quote: ${quote}` : ''}${related
            .map(other => `\n    ${other.message}: ${other.quote}`)
            .join('')}`,
      ),
  )

/** @param {Outcome[]} outcomes */
const requirementSamples = (outcomes, wanted, status) =>
  outcomes
    .filter(({ statuses }) => status === undefined || statuses.get(wanted) === status)
    .map(
      ({ record, statuses, deciding }) =>
        `[${statuses.get(wanted)}] ${who(record)}${deciding
          .get(wanted)
          .slice(0, 2)
          .map(sentence => `\n    ${sentence}`)
          .join('')}`,
    )

/** What a later run is compared with. @param {Outcome[]} outcomes */
const snapshot = outcomes =>
  Object.fromEntries(
    outcomes.map(({ record, statuses, deciding, matches, findings }) => [
      record.id,
      {
        statuses: Object.fromEntries(statuses),
        deciding: Object.fromEntries([...deciding].map(([name, sentences]) => [name, sentences.map(hash)])),
        matches: Object.fromEntries(
          [...matches].map(([name, found]) => [name, found.map(({ sentence }) => hash(sentence))]),
        ),
        rules: [...new Set(findings.map(({ rule }) => rule))],
      },
    ]),
  )

/** Puts a line under its heading. @param {Map<string, string[]>} groups */
const group = (groups, heading, line) => groups.set(heading, [...(groups.get(heading) ?? []), line])

/** @param {Outcome[]} outcomes @param {ReturnType<typeof snapshot>} before */
const differences = (outcomes, before, withRules) => {
  /** @type {Map<string, string[]>} */
  const groups = new Map()
  for (const { record, statuses, deciding, matches, findings } of outcomes) {
    const old = before[record.id]
    if (!old) continue
    const sentences = new Map(
      [...Object.values(record.blocks ?? {}), record.text ?? ''].map(text => [hash(text), text]),
    )
    for (const found of matches.values())
      for (const { sentence } of found) sentences.set(hash(sentence), sentence)
    const textOf = value => sentences.get(value) ?? '(a sentence that no pattern matches now)'
    for (const [name, status] of statuses)
      if (status !== old.statuses[name]) {
        const [now, then] = [deciding.get(name)[0], old.deciding[name]?.[0]]
        group(
          groups,
          `1 ${name}: ${old.statuses[name]} → ${status}`,
          `${who(record)}${then === undefined ? '' : `\n    was: ${textOf(then)}`}${now === undefined ? '' : `\n    now: ${now}`}`,
        )
      }
    for (const name of new Set([...matches.keys(), ...Object.keys(old.matches)])) {
      const now = (matches.get(name) ?? []).map(({ sentence }) => hash(sentence))
      const then = old.matches[name] ?? []
      for (const value of now)
        if (!then.includes(value))
          group(groups, `2 pattern ${name}: new`, `${who(record)}\n    ${textOf(value)}`)
      for (const value of then)
        if (!now.includes(value))
          group(groups, `3 pattern ${name}: gone`, `${who(record)}\n    ${textOf(value)}`)
    }
    if (!withRules) continue
    const rules = new Set(findings.map(({ rule }) => rule))
    for (const rule of rules) if (!old.rules.includes(rule)) group(groups, `4 ${rule}: new`, who(record))
    for (const rule of old.rules) if (!rules.has(rule)) group(groups, `5 ${rule}: gone`, who(record))
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([heading, lines]) => ({ heading: heading.slice(2), lines }))
}

const main = async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      pattern: { type: 'string' },
      rule: { type: 'string' },
      requirement: { type: 'string' },
      status: { type: 'string' },
      samples: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      save: { type: 'string' },
      diff: { type: 'string' },
      evidence: { type: 'boolean' },
      form: { type: 'string' },
      fold: { type: 'string' },
      limit: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return console.log(USAGE)
  const [path] = positionals
  if (path === undefined || positionals.length > 1) stop(USAGE)
  if (values.requirement !== undefined && !REQUIREMENTS.includes(values.requirement))
    stop(`--requirement is one of ${REQUIREMENTS.join(', ')}, not "${values.requirement}"`)
  const [count, seed] = [Number(values.samples), Number(values.seed)]

  const started = performance.now()
  const chosen = readRecords(path)
    .filter(foldFilter(values.fold))
    .filter(({ form }) => values.form === undefined || form === values.form)
  const records = chosen
    .filter(holdsSomething)
    .slice(0, values.limit === undefined ? undefined : Number(values.limit))
  if (records.length < chosen.length && values.limit === undefined)
    console.error(`${chosen.length - records.length} records hold no flag, block or text, and are left out.`)
  const outcomes = await readAll(records)
  const withRules = !values.evidence && values.pattern === undefined && values.requirement === undefined
  if (withRules) await addFindings(outcomes, values.rule)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)

  const samples = lines => {
    console.log(`${lines.length} in ${records.length} filings (${seconds} s)\n`)
    console.log(draw(lines, count, seed).join('\n\n'))
  }
  if (values.save !== undefined) writeFileSync(values.save, JSON.stringify(snapshot(outcomes)))
  if (values.pattern !== undefined) return samples(patternSamples(outcomes, values.pattern))
  if (values.rule !== undefined) return samples(ruleSamples(outcomes, values.rule))
  if (values.requirement !== undefined)
    return samples(requirementSamples(outcomes, values.requirement, values.status))
  if (values.diff !== undefined) {
    const changes = differences(outcomes, JSON.parse(readFileSync(values.diff, 'utf8')), withRules)
    console.log(
      changes.map(({ heading, lines }) => `${String(lines.length).padStart(6)}  ${heading}`).join('\n'),
    )
    for (const { heading, lines } of changes)
      console.log(`\n${heading}: ${lines.length}\n\n${draw(lines, count, seed).join('\n')}`)
    return console.log(`\n${changes.length} kinds of change (${seconds} s)`)
  }
  const summary = summarize(outcomes)
  if (values.json) {
    const plain = value =>
      value instanceof Map ? Object.fromEntries([...value].map(([key, inner]) => [key, plain(inner)])) : value
    const patterns = [...summary.patterns].map(([name, entry]) => [
      name,
      { ...entry, statuses: plain(entry.statuses) },
    ])
    return console.log(
      JSON.stringify(
        {
          filings: records.length,
          requirements: plain(summary.requirements),
          patterns: Object.fromEntries(patterns),
          rules: plain(summary.rules),
        },
        null,
        2,
      ),
    )
  }
  console.log(`${records.length} filings (${seconds} s)\n`)
  console.log(tables(summary, records.length))
}

await main()
