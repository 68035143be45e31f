import * as yaml from 'js-yaml'
import { expect, it } from 'vitest'
import { exampleFacts } from '../../src/api/example-facts.js'
import { loadRules } from '../../src/index.js'

it('an example of facts, written as a file, is read as what the rule has', () => {
  const examples = loadRules()
    .flatMap(rule => [...rule.examples.fires, ...rule.examples.silent])
    .filter(({ inline, word }) => inline === undefined && word === undefined)
  expect(examples.length).toBeGreaterThan(100)
  for (const example of examples) {
    const { form, periodOfReport, text, flags, blocks, truncated } = example
    const given = { form, periodOfReport, text, flags, blocks, truncated }
    expect(yaml.load(exampleFacts(example), { schema: yaml.CORE_SCHEMA })).toEqual(
      Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    )
  }
})
