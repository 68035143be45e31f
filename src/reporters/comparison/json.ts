import type { ComparedPair } from '../../model/comparison.js'
import type { ReportTool } from '../../model/report.js'
import { errorData, findingData, indented } from '../json.js'
import type { ComparisonReporter } from './reporter.js'

const pairData = (pair: ComparedPair): object => ({ ...pair, findings: pair.findings.map(findingData) })

/** The comparison as one JSON value: version 1 of `schemas/comparison.schema.json`. */
export const comparisonJson = (tool: ReportTool): ComparisonReporter => {
  const opening = `{\n  "version": 1,\n  "tool": ${indented(tool, 2)},\n  "pairs": [`
  let pairs = 0
  return {
    pair: pair => `${pairs++ === 0 ? opening : ','}\n    ${indented(pairData(pair), 4)}`,
    end: ({ unpaired, errors }) =>
      `${pairs === 0 ? `${opening}]` : '\n  ]'},\n  "unpaired": ${indented(unpaired, 2)},\n  "errors": ${indented(errors.map(errorData), 2)}\n}\n`,
  }
}
