import type { ReportDocument, ReportFinding } from '../model/report.js'

/** Whether a finding about what is not there quotes what comes nearest to it. */
export const quotesNearest = (
  { requirement, quote }: Pick<ReportFinding, 'requirement' | 'quote'>,
  { coverage }: Pick<ReportDocument, 'coverage'>,
): boolean =>
  coverage.some(row => row.requirement === requirement && row.nearest.some(near => near.quote === quote))

/** A message without what it says of the nearest sentence, for reports that show the sentence itself. */
export const withoutNearest = (message: string): string => message.replace(/ *Nearest: “[^”]*”\.?/, '')
