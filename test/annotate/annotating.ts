import { strFromU8, unzipSync } from 'fflate'
import { type Annotated, annotateWord } from '../../src/annotate/annotate.js'
import { documentReport } from '../../src/api/document-report.js'
import type { Disclosure } from '../../src/model/disclosure.js'
import type { ReportDocument, ReportFinding } from '../../src/model/report.js'
import { harborReport } from '../reporters/harbor-report.js'

export const AS_OF = '2026-11-22'

/** A report whose findings are on the words given, or on no words where one is null. */
export const findingsOn =
  (...words: readonly (string | null)[]) =>
  (disclosure: Disclosure): ReportDocument => {
    const report = documentReport(disclosure, { asOf: AS_OF })
    const [base] = harborReport.documents[0]?.findings ?? []
    const source = disclosure.prose[0]?.source
    if (!base || !source) throw new Error('there is no finding or no source to make others of')
    const findings = words.map((quote): ReportFinding => {
      const start = quote === null ? -1 : source.text.indexOf(quote)
      if (quote !== null && start < 0) throw new Error(`the document does not hold “${quote}”`)
      const span = quote === null ? null : source.span(start, start + quote.length)
      return { ...base, message: `About “${quote}”.`, quote, span, related: [], passage: null }
    })
    return { ...report, findings }
  }

export const annotated = async (
  bytes: Uint8Array,
  report: (disclosure: Disclosure) => ReportDocument = disclosure =>
    documentReport(disclosure, { asOf: AS_OF }),
): Promise<Annotated> => {
  const made = await annotateWord('draft.docx', bytes, { options: { form: '10-K' }, asOf: AS_OF, report })
  if ('problem' in made) throw new Error(made.problem)
  return made
}

/** A part of a document as text. */
export const partOf = (bytes: Uint8Array, name = 'word/document.xml'): string =>
  strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())

/** What the comments of an author are on, and what they say: as a reader of the XML has it who knows nothing of cydlint. */
export const commentsOf = (bytes: Uint8Array, author = 'cydlint'): readonly (readonly [string, string])[] => {
  const wordsIn = (xml: string): string =>
    [...xml.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\/|<w:footnoteReference/g)]
      .map(([whole, text]) => (whole.startsWith('<w:f') ? '[note]' : (text ?? '')))
      .join('')
  const body = partOf(bytes)
  return [...partOf(bytes, 'word/comments.xml').matchAll(/<w:comment\s([^>]*)>(.*?)<\/w:comment>/gs)]
    .filter(([, attributes = '']) => attributes.includes(`w:author="${author}"`))
    .map(([, attributes = '', content = '']) => {
      const id = /w:id="(\d+)"/.exec(attributes)?.[1]
      const range = new RegExp(
        `<w:commentRangeStart[^>]* w:id="${id}"/>(.*?)<w:commentRangeEnd[^>]* w:id="${id}"/>\\s*<w:r[^>]*><w:commentReference w:id="${id}"/></w:r>`,
        's',
      ).exec(body)
      if (!range) throw new Error(`comment ${id} is tied to nothing`)
      return [wordsIn(range[1] ?? ''), wordsIn(content)] as const
    })
}
