// How well the checker's judgement agrees with labels that readers gave. Pure functions of labelled records and of
// the documents of a report; what each measure means is in docs/accuracy.md.

/** @typedef {{ status: string, evidence?: string[] }} Label */
/** @typedef {{ id: string, registrant?: string, flags?: Record<string, boolean>, labels: Record<string, Label> }} GoldRecord */
/** @typedef {{ quote: string, assertion?: string }} Evidence */
/** @typedef {{ requirement: string, status: string, evidence: Evidence[], nearest?: Evidence[] }} Coverage */
/** @typedef {{ rule: string, severity: string, requirement?: string | null, quote?: string | null, message?: string }} Finding */
/** @typedef {{ id: string | null, coverage: Coverage[], findings: Finding[] }} ReportDocument */
/** @typedef {{ gold: GoldRecord, document: ReportDocument }} Pair */

export const REQUIREMENTS = [
  'processes',
  'integrated',
  'third-party-engaged',
  'third-party-oversight',
  'material-effect',
  'board-oversight',
  'board-committee',
  'board-informed',
  'management-role',
  'positions',
  'expertise',
  'management-informed',
  'report-to-board',
]

/** The requirements that are answered yes or no; the material effect has statuses of its own. */
export const ANSWERED = REQUIREMENTS.filter(name => name !== 'material-effect')

export const REQUIREMENT_OF_FLAG = {
  processesIntegrated: 'integrated',
  thirdPartyEngaged: 'third-party-engaged',
  thirdPartyOversight: 'third-party-oversight',
  materiallyAffected: 'material-effect',
  positionsResponsible: 'positions',
  positionsReportToBoard: 'report-to-board',
}

const DECIDED = new Set(['addressed', 'negated', 'absent'])
/** Labels that leave a flag without a verdict. */
const OPEN = new Set(['weak', 'disputed'])

/** Labels for a full board that oversees are not uniform, so negation is not measured on the committee. */
export const NEGATION_MEASURED = ANSWERED.filter(name => name !== 'board-committee')

/** Share of `part` in `whole`; null where there is nothing to take a share of. */
const share = (part, whole) => (whole === 0 ? null : part / whole)

/**
 * Precision, recall and F1 of a yes-or-no judgement.
 * @param {{ expected: boolean, actual: boolean }[]} judgements
 */
export const agreement = judgements => {
  let both = 0
  let expected = 0
  let actual = 0
  for (const judgement of judgements) {
    if (judgement.expected) expected++
    if (judgement.actual) actual++
    if (judgement.expected && judgement.actual) both++
  }
  return {
    expected,
    actual,
    both,
    precision: share(both, actual),
    recall: share(both, expected),
    f1: share(2 * both, expected + actual),
  }
}

/** @param {(number | null)[]} values @returns {number | null} mean of those that exist */
const mean = values => {
  const present = values.filter(value => value !== null)
  return share(
    present.reduce((sum, value) => sum + value, 0),
    present.length,
  )
}

/** @param {ReportDocument} document @param {string} requirement @returns {Coverage} */
export const coverageOf = (document, requirement) => {
  const row = document.coverage.find(coverage => coverage.requirement === requirement)
  if (!row) throw new Error(`The report on ${document.id} has no coverage row for ${requirement}`)
  return row
}

/** @param {GoldRecord} gold */
const labelOf = (gold, requirement) => gold.labels[requirement]?.status ?? 'disputed'

/** Every document's label and predicted status for a requirement. @param {Pair[]} pairs */
const statuses = (pairs, requirement) =>
  pairs.map(({ gold, document }) => ({
    label: labelOf(gold, requirement),
    status: coverageOf(document, requirement).status,
  }))

/** @param {Pair[]} pairs */
const scoreCoverage = pairs => {
  const perRequirement = ANSWERED.map(requirement => {
    const all = statuses(pairs, requirement)
    const decided = all.filter(({ label }) => DECIDED.has(label))
    /** @type {Record<string, Record<string, number>>} label, then predicted status */
    const confusion = {}
    for (const { label, status } of all) {
      confusion[label] ??= {}
      confusion[label][status] = (confusion[label][status] ?? 0) + 1
    }
    const judged = wanted =>
      agreement(
        decided.map(({ label, status }) => ({
          expected: (label === 'addressed') === wanted,
          actual: (status === 'addressed') === wanted,
        })),
      )
    return {
      requirement,
      decided: decided.length,
      notAddressed: judged(false),
      addressed: judged(true),
      confusion,
    }
  })
  return {
    notAddressedMacroF1: mean(perRequirement.map(({ notAddressed }) => notAddressed.f1)),
    addressedMacroF1: mean(perRequirement.map(({ addressed }) => addressed.f1)),
    perRequirement,
  }
}

/** How many documents are labelled addressed, and how many decided otherwise. @param {GoldRecord[]} records */
const mixOf = (records, requirement) => {
  const labels = records.map(record => labelOf(record, requirement)).filter(label => DECIDED.has(label))
  const addressed = labels.filter(label => label === 'addressed').length
  return { addressed, notAddressed: labels.length - addressed }
}

/**
 * The coverage figures that the same errors give at the mix of labels of other documents. F1 falls with the share of what it is
 * measured on: where two documents of sixty leave an element out, one statement that is missed costs a third of its figure.
 * So figures of two files are alike only at one mix. An error is counted as the share of its label: statements that are
 * missed, of those there are; and statements seen where none is.
 * @param {ReturnType<typeof scoreCoverage>['perRequirement']} perRequirement @param {GoldRecord[]} like
 */
export const coverageAtMixOf = (perRequirement, like) => {
  const figures = perRequirement.map(({ requirement, notAddressed, addressed }) => {
    const mix = mixOf(like, requirement)
    const missed = share(addressed.expected - addressed.both, addressed.expected)
    const imagined = share(notAddressed.expected - notAddressed.both, notAddressed.expected)
    if (missed === null || imagined === null) return { notAddressed: null, addressed: null }
    const errors = mix.addressed * missed + mix.notAddressed * imagined
    const f1 = right => share(2 * right, 2 * right + errors)
    return {
      notAddressed: f1(mix.notAddressed * (1 - imagined)),
      addressed: f1(mix.addressed * (1 - missed)),
    }
  })
  return {
    notAddressedMacroF1: mean(figures.map(({ notAddressed }) => notAddressed)),
    addressedMacroF1: mean(figures.map(({ addressed }) => addressed)),
  }
}

/** @param {Pair[]} pairs */
const scoreNegated = pairs => {
  const of = names =>
    agreement(
      names
        .flatMap(requirement => statuses(pairs, requirement))
        .filter(({ label }) => label !== 'disputed')
        .map(({ label, status }) => ({ expected: label === 'negated', actual: status === 'negated' })),
    )
  return {
    ...of(NEGATION_MEASURED),
    perRequirement: NEGATION_MEASURED.map(requirement => ({ requirement, ...of([requirement]) })),
  }
}

/** A pointer elsewhere and silence are one answer to "has it affected you": none. */
const effectClass = status => (status === 'affected' || status === 'not-affected' ? status : 'neither')

/** @param {Pair[]} pairs */
const scoreEffect = pairs => {
  const judged = statuses(pairs, 'material-effect').filter(({ label }) => label !== 'disputed')
  const right = judged.filter(({ label, status }) => effectClass(label) === effectClass(status)).length
  const confusion = {}
  for (const { label, status } of judged) {
    confusion[label] ??= {}
    confusion[label][status] = (confusion[label][status] ?? 0) + 1
  }
  return { documents: judged.length, right, accuracy: share(right, judged.length), confusion }
}

/**
 * The finding that a flag deserves under its label, or null.
 * @param {string} requirement @param {boolean} value @param {string} label
 */
export const flagVerdict = (requirement, value, label) => {
  if (requirement === 'material-effect') {
    if (!value) return label === 'affected' ? 'flag/contradicted' : null
    if (label === 'affected') return null
    return label === 'not-affected' ? 'flag/contradicted' : 'flag/unsupported'
  }
  if (!value) return label === 'addressed' ? 'flag/contradicted' : null
  if (label === 'negated') return 'flag/contradicted'
  return label === 'absent' ? 'flag/unsupported' : null
}

const FLAG_RULES = new Set(['flag/contradicted', 'flag/unsupported'])

/** Each tagged flag with the rule it deserves and the rule that was reported. @param {Pair[]} pairs */
export const judgedFlags = pairs =>
  pairs.flatMap(({ gold, document }) =>
    Object.entries(gold.flags ?? {}).flatMap(([flag, value]) => {
      const requirement = REQUIREMENT_OF_FLAG[flag]
      if (!requirement) return []
      const label = labelOf(gold, requirement)
      if (OPEN.has(label)) return []
      // A requirement has one flag at most, so its name tells which flag a finding is about.
      const finding = document.findings.find(
        found => FLAG_RULES.has(found.rule) && found.requirement === requirement,
      )
      return [
        {
          gold,
          document,
          flag,
          value,
          requirement,
          label,
          expected: flagVerdict(requirement, value, label),
          actual: finding?.rule ?? null,
          finding,
        },
      ]
    }),
  )

/** @param {Pair[]} pairs */
const scoreFlags = pairs => {
  const judged = judgedFlags(pairs)
  const right = judged.filter(({ expected, actual }) => expected !== null && expected === actual).length
  const expected = judged.filter(flag => flag.expected !== null).length
  const actual = judged.filter(flag => flag.actual !== null).length
  const eitherRule = agreement(
    judged.map(flag => ({ expected: flag.expected !== null, actual: flag.actual !== null })),
  )
  return {
    judged: judged.length,
    expected,
    actual,
    right,
    precision: share(right, actual),
    recall: share(right, expected),
    eitherRule: { precision: eitherRule.precision, recall: eitherRule.recall },
  }
}

/** Letters and digits alone: the same words in any layout. */
export const letters = text => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Shorter common text than this says nothing about two sentences being one. */
const MIN_COMMON_LETTERS = 15

/** Whether two quotations are of one sentence: equal, or one within the other where a heading or a clause was cut. */
export const sameSentence = (a, b) => {
  const x = letters(a)
  const y = letters(b)
  if (x === y) return x !== ''
  return Math.min(x.length, y.length) >= MIN_COMMON_LETTERS && (x.includes(y) || y.includes(x))
}

/** Whether the predicted sentences hold one that the reader pointed to. */
export const pointsRight = (evidence, labelled) =>
  evidence.some(({ quote }) => labelled.some(sentence => sameSentence(quote, sentence)))

/** Most evidence sentences of a coverage row that count. */
const MAX_EVIDENCE = 6

/** Rows that both call addressed, with whether they point to one sentence. @param {Pair[]} pairs */
export const pointed = pairs =>
  pairs.flatMap(({ gold, document }) =>
    ANSWERED.flatMap(requirement => {
      const label = gold.labels[requirement]
      const row = coverageOf(document, requirement)
      if (label?.status !== 'addressed' || row.status !== 'addressed') return []
      const right = pointsRight(row.evidence.slice(0, MAX_EVIDENCE), label.evidence ?? [])
      return [{ gold, document, requirement, right }]
    }),
  )

/** @param {Pair[]} pairs */
const scorePointing = pairs => {
  const rows = pointed(pairs)
  const right = rows.filter(row => row.right).length
  return { rows: rows.length, right, share: share(right, rows.length) }
}

/** Error findings a document. @param {ReportDocument[]} documents */
export const scoreQuiet = documents => {
  const errors = documents.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'))
  const byRule = {}
  for (const { rule } of errors) byRule[rule] = (byRule[rule] ?? 0) + 1
  return {
    documents: documents.length,
    errors: errors.length,
    perDocument: share(errors.length, documents.length),
    byRule,
  }
}

/** All measures but `quiet`, which rests on unlabelled documents. @param {Pair[]} pairs */
export const score = pairs => ({
  documents: pairs.length,
  coverage: scoreCoverage(pairs),
  negated: scoreNegated(pairs),
  effect: scoreEffect(pairs),
  flags: scoreFlags(pairs),
  pointing: scorePointing(pairs),
})
