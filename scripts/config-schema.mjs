// Makes schemas/config.schema.json from the rules, so that an editor completes their names and says what each finds.
//
//   node scripts/config-schema.mjs          writes it
//   node scripts/config-schema.mjs --check  fails where it is stale
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as yaml from 'js-yaml'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const target = join(root, 'schemas/config.schema.json')

/** Folders of rules/ that hold what rules are made of, rather than rules. */
const NO_RULES = new Set(['lexicon', 'requirements'])

const rules = readdirSync(join(root, 'rules'))
  .filter(folder => !NO_RULES.has(folder))
  .flatMap(folder => readdirSync(join(root, 'rules', folder)).map(file => join(root, 'rules', folder, file)))
  .filter(path => path.endsWith('.yaml'))
  .map(path => yaml.load(readFileSync(path, 'utf8')))
  .sort((a, b) => (a.name < b.name ? -1 : 1))

const categories = [...new Set(rules.map(({ name }) => name.slice(0, name.indexOf('/'))))]

const setting = { $ref: '#/$defs/setting' }
const oneOrMore = (description, item) => ({
  description,
  anyOf: [item, { type: 'array', items: item }],
})
const text = { type: 'string', pattern: '\\S' }

/** A severity, or a map of what may be set of a rule. */
const settingWith = properties => ({
  anyOf: [
    { $ref: '#/$defs/severity' },
    {
      type: 'object',
      additionalProperties: false,
      properties: {
        severity: { $ref: '#/$defs/severity' },
        minConfidence: { $ref: '#/$defs/confidence' },
        ...properties,
      },
    },
  ],
})

/** The options of a rule, as a schema. */
const optionsOf = options => ({
  description: 'Options of the rule. They hold for whole documents: not in an override of sections.',
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    Object.entries(options).map(([name, { doc, schema, default: value }]) => [
      name,
      { description: doc, ...schema, default: value },
    ]),
  ),
})

const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://cydlint.dev/schemas/config.schema.json',
  title: 'A cydlint configuration',
  description:
    'cydlint.config.yaml, .yml or .json; the default export of cydlint.config.mjs. Generated from the rules by scripts/config-schema.mjs.',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { description: 'This schema, for editors.', type: 'string' },
    extends: oneOrMore(
      'Presets by name and other configurations by path (with a slash or an ending). Later ones win over earlier ones, and this one over all.',
      {
        anyOf: [
          { enum: ['recommended', '10-k', '20-f', 'pre-filing', 'all'] },
          { ...text, pattern: '[/\\\\]|\\.(?:ya?ml|json|mjs)$' },
        ],
      },
    ),
    form: { description: 'The form of inputs that state none.', $ref: '#/$defs/form' },
    failOn: {
      description: 'The severity from which on a finding fails the run. Default: error.',
      enum: ['error', 'warning', 'advice', 'never'],
    },
    maxWarnings: {
      description: 'Most warnings that pass; null for any number.',
      type: ['integer', 'null'],
      minimum: 0,
    },
    minConfidence: {
      description: 'Findings that are less sure are left out. Default: medium.',
      $ref: '#/$defs/confidence',
    },
    preview: { description: 'Whether rules on trial are on.', type: 'boolean' },
    rules: { $ref: '#/$defs/rules' },
    plugins: oneOrMore(
      'Rules of your own in JavaScript: patterns of modules, relative to this file. They are run.',
      text,
    ),
    ruleFiles: oneOrMore('Rules of your own: patterns of YAML files, relative to this file.', text),
    glossary: {
      description: "The registrant's own names, which no list of ours can know.",
      type: 'object',
      additionalProperties: false,
      properties: {
        boardCommittees: oneOrMore('Committees of the board.', text),
        managementCommittees: oneOrMore('Committees and councils of management.', text),
        positions: oneOrMore('Titles of positions of management.', text),
      },
    },
    ignore: oneOrMore('Files to leave out, in the notation of .gitignore, relative to this file.', text),
    overrides: {
      description: 'Settings for some files or sections. Later ones win.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        anyOf: [{ required: ['files'] }, { required: ['sections'] }],
        not: { required: ['sections', 'form'] },
        properties: {
          files: oneOrMore('Files, in the notation of .gitignore, relative to this file.', text),
          sections: oneOrMore(
            'Headings that a finding stands under; ">" between a heading and those in it.',
            text,
          ),
          form: { description: 'The form of those that state none.', $ref: '#/$defs/form' },
          rules: { $ref: '#/$defs/rules' },
        },
      },
    },
  },
  $defs: {
    form: { enum: ['10-K', '10-K/A', '10-KT', '20-F', '20-F/A', '8-K', '8-K/A', '6-K'] },
    confidence: {
      description: 'Findings that are less sure are left out.',
      enum: ['high', 'medium', 'low'],
    },
    severity: {
      description:
        'A severity; "on" is the one that the rule ships with. YAML reads on and off as true and false.',
      enum: ['off', 'on', 'advice', 'warning', 'error', false, true],
    },
    setting: settingWith({}),
    ownSetting: {
      description: 'A rule of your own.',
      ...settingWith({ options: { description: 'Options that the rule has.', type: 'object' } }),
    },
    rules: {
      description: 'Severities by rule, by category ("draft/*") or for all ("*"). The narrower key wins.',
      type: 'object',
      additionalProperties: false,
      // Rules of the user's own, in a category of their own.
      patternProperties: {
        [`^(?!(?:${categories.join('|')})/)[a-z]+/[a-z]+(?:-[a-z]+)*$`]: {
          $ref: '#/$defs/ownSetting',
        },
      },
      properties: {
        '*': { description: 'All rules.', ...setting },
        ...Object.fromEntries(
          categories.map(category => [
            `${category}/*`,
            { description: `All rules of ${category}/.`, ...setting },
          ]),
        ),
        ...Object.fromEntries(
          rules.flatMap(({ name, aliases = [], summary, severity, preview, options }) => [
            [
              name,
              {
                description: `${summary} (${preview ? `preview, ${severity}` : severity})`,
                ...(options ? settingWith({ options: optionsOf(options) }) : setting),
              },
            ],
            ...aliases.map(alias => [alias, { description: `Now ${name}.`, deprecated: true, ...setting }]),
          ]),
        ),
      },
    },
  },
}

/** As the formatter of the repository lays it out. */
const content = execFileSync(
  process.execPath,
  [
    join(root, 'node_modules/@biomejs/biome/bin/biome'),
    'format',
    '--stdin-file-path',
    'schemas/config.schema.json',
  ],
  { cwd: root, input: JSON.stringify(schema, null, 2), encoding: 'utf8' },
)

if (!process.argv.includes('--check')) writeFileSync(target, content)
else if (readFileSync(target, 'utf8') !== content) {
  console.error('schemas/config.schema.json is stale: run "npm run update-config-schema".')
  process.exitCode = 1
}
