import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020.js'

const schema: unknown = JSON.parse(readFileSync('schemas/report.schema.json', 'utf8'))
const ajv = new Ajv2020.default({ allErrors: true, strict: true, allowUnionTypes: true })
ajv.addSchema(schema as object)

const problemsBy = (id: string, data: unknown): readonly string[] => {
  const validate = ajv.getSchema(id)
  if (!validate) throw new Error(`no schema ${id}`)
  validate(data)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

const ID = 'https://cydlint.dev/schemas/report.schema.json'

/** What keeps a value from being a report, version 1; empty where nothing does. */
export const reportProblems = (report: unknown): readonly string[] => problemsBy(ID, report)

/** The same of one line of NDJSON. */
export const lineProblems = (line: unknown): readonly string[] => problemsBy(`${ID}#/$defs/line`, line)
