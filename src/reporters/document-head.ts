import type { ReportDocument } from '../model/report.js'
import type { Canvas } from './canvas.js'
import { printable } from './style.js'
import { paragraph } from './wrap.js'

type Headed = Pick<
  ReportDocument,
  'path' | 'id' | 'form' | 'formFrom' | 'item' | 'registrant' | 'periodOfReport'
>

/** The name of a document: its path, and its id where the file holds several. */
const documentName = ({ path, id }: Headed): string => (id === null ? path : `${path}#${id}`)

/** Name; registrant, form and how it was told, period. */
export const documentHead = (document: Headed, { width, style }: Canvas): string[] => {
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
