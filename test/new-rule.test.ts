import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020.js'
import * as yaml from 'js-yaml'
import { expect, it } from 'vitest'
import { ruleDefects } from '../src/engine/catalogue.js'

it('a rule that is started has the shape of one, with the outcomes of its kind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cydlint-'))
  try {
    execFileSync(process.execPath, [
      'scripts/new-rule.mjs',
      'house/odd-word',
      'flag-agreement',
      '--folder',
      folder,
    ])
    const rule: unknown = yaml.load(readFileSync(join(folder, 'odd-word.yaml'), 'utf8'))
    const schema = JSON.parse(readFileSync('schemas/rule.schema.json', 'utf8'))
    const validate = new Ajv2020.default({ strict: true, allowUnionTypes: true }).compile<
      Parameters<typeof ruleDefects>[0]
    >(schema)
    expect(validate(rule), JSON.stringify(validate.errors)).toBe(true)
    if (validate(rule)) expect(ruleDefects(rule, new Set())).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
