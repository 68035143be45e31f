import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020.js'

const read = (name: string): object => JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8'))

const ajv = new Ajv2020.default({ allErrors: true, strict: true, allowUnionTypes: true })
ajv.addSchema(read('report'))
const validate = ajv.compile(read('comparison'))

/** What keeps a value from being a comparison, version 1; empty where nothing does. */
export const comparisonProblems = (comparison: unknown): readonly string[] => {
  validate(comparison)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
