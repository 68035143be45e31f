import type { DocumentHead } from '../model/report.js'
import type { Canvas } from './canvas.js'
import { printable } from './style.js'
import { paragraph } from './wrap.js'

/** The name of a document: its path, and its id where the file holds several. */
export const documentName = ({ path, id }: Pick<DocumentHead, 'path' | 'id'>): string =>
  id === null ? path : `${path}#${id}`

/** Name; registrant, form and how it was told, period. */
export const documentHead = (document: DocumentHead, { width, style }: Canvas): string[] => {
  const { form, formFrom, item, registrant, periodOfReport } = document
  const about = [
    registrant,
    `Form ${form}${item === null ? '' : `, Item ${item}`} (${formFrom})`,
    periodOfReport && `period ended ${periodOfReport}`,
  ].filter(part => part)
  return [
    ...paragraph(printable(documentName(document)), width, '').map(line => style(line, 'bold')),
    ...paragraph(printable(about.join(' · ')), width, ''),
  ]
}
