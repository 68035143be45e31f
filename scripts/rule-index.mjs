// The pages that lead to the pages of the rules: by category and by citation; and that of the requirements.

/** What the rules of a category are about. One that is not here has its table alone. */
const CATEGORIES = {
  missing: 'What the item asks for and the document lacks.',
  effect: 'The statement of material effects that Item 106(b)(2) and Item 16K(b)(2) ask for.',
  flag: 'Yes-or-no facts against the words.',
  block: 'The texts under the elements of the taxonomy.',
  draft: 'Traces of drafting.',
  tag: 'How a document is tagged.',
  compare: 'This year against the last.',
  incident: 'Current reports of an incident.',
  suppression: 'Comments and entries that leave findings out.',
}

const code = text => `\`${text}\``
const link = name => `[${code(name)}](${name}.md)`
const row = cells => `| ${cells.join(' | ')} |`
const table = (heads, rows) => [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n')
const made = from => `Made from ${from} by ${code('npm run update-docs')}.`

/** "0.97 (n = 34)": the share of findings that were right, of those that were read. */
const precision = ({ measured }) => {
  if (!measured) return 'not measured'
  if (measured.read === 0) return `none found in ${measured.filings}`
  return `${(measured.right / measured.read).toFixed(2)} (n = ${measured.read})`
}

const categoryTable = rules =>
  table(
    ['rule', 'severity', 'precision', 'finds'],
    rules.map(rule => [
      link(rule.name),
      rule.preview ? `${rule.severity}, preview` : rule.severity,
      precision(rule),
      rule.summary,
    ]),
  )

/** docs/rules/README.md */
export const categoryIndex = rules => {
  const categories = [...new Set(rules.map(({ name }) => name.slice(0, name.indexOf('/'))))]
  return `# Rules

${rules.length} rules, by what they are about. [By citation](citations.md) they are listed too, and the
[13 requirements](../requirements/README.md) say what counts as an answer to each. \`cydlint explain NAME\` prints a page in
the terminal.

A page gives the rule's authority; what it says, with \`{words}\` that are filled in from the document; and examples about
invented registrants. What stands under an example is what cydlint prints of it, without what other rules say. An example
in YAML is a whole file, which \`cydlint check\` reads; those of tagged documents are the part that matters.

Precision is the share of findings that were right among those that were read, on real filings; n says how many were read.
[accuracy.md](../accuracy.md) tells how it is measured. A preview rule is off unless a configuration turns it on.

${categories
  .flatMap(category => [
    `## ${category}/`,
    ...(category in CATEGORIES ? [CATEGORIES[category]] : []),
    categoryTable(rules.filter(({ name }) => name.startsWith(`${category}/`))),
  ])
  .join('\n\n')}

${made('[rules/](../../rules)')}
`
}

/** Headings of the index by citation; the first that fits takes a citation. */
const AUTHORITIES = [
  ['Regulation S-K Item 106, 17 CFR 229.106 (Form 10-K, Item 1C)', /^17 CFR 229\.106/],
  ['Form 20-F Item 16K', /^Form 20-F Item 16K/],
  ['Form 8-K Item 1.05', /^Form 8-K Item 1\.05/],
  ['Other authorities', /^/],
]

/**
 * docs/rules/citations.md
 * @param citationsOf the citations of a rule
 */
export const citationIndex = (rules, requirements, citationsOf) => {
  const cited = new Map()
  const entry = citation => {
    if (!cited.has(citation)) cited.set(citation, { rules: [], requirements: [] })
    return cited.get(citation)
  }
  for (const { name, citation } of requirements)
    for (const each of Object.values(citation)) entry(each).requirements.push(name)
  for (const rule of rules) for (const each of citationsOf(rule)) entry(each).rules.push(rule.name)
  const headingOf = citation => AUTHORITIES.find(([, pattern]) => pattern.test(citation))[0]
  const sections = AUTHORITIES.map(([heading]) => ({
    heading,
    citations: [...cited.keys()].filter(each => headingOf(each) === heading).sort(),
  })).filter(({ citations }) => citations.length > 0)
  return `# Rules by citation

Which requirement and which rules rest on a paragraph. \`cydlint explain "229.106(c)"\` prints the same for a paragraph and
all within it.

${sections
  .flatMap(({ heading, citations }) => [
    `## ${heading}`,
    table(
      ['citation', 'requirements', 'rules'],
      citations.map(citation => [
        citation,
        cited
          .get(citation)
          .requirements.map(name => `[${code(name)}](../requirements/${name}.md)`)
          .join(', '),
        cited.get(citation).rules.map(link).join(', '),
      ]),
    ),
  ])
  .join('\n\n')}

${made('[rules/](../../rules)')}
`
}

/** docs/requirements/README.md */
export const requirementIndex = requirements => `# Requirements

The 13 requirements of Regulation S-K Item 106(b) and (c), which Form 20-F Item 16K repeats letter by letter, by the names
that cydlint uses. A page says what is asked, how it is tagged, and which sentences count as an answer.

${table(
  ['requirement', 'Form 10-K', 'Form 20-F', 'force', 'about'],
  requirements.map(({ name, citation, force, title }) => [
    link(name),
    citation['10-K'],
    citation['20-F'],
    force,
    title,
  ]),
)}

${made('[rules/requirements/](../../rules/requirements)')}
`

/** What stands below a page of a rule or of a requirement. */
export const footer = (name, file) =>
  `\nMade from [${code(file)}](${file.startsWith('rules/requirements') ? '../..' : '../../..'}/${file}) by ${code('npm run update-docs')}; ${code(`cydlint explain ${name}`)} prints the same.\n`
