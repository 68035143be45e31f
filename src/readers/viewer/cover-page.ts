import type { Form } from '../../model/forms.js'
import { formNamed } from '../form.js'
import { periodNamed } from './labels.js'

/** What the cover page of a filing says in EDGAR's viewer. */
export interface PageCover {
  readonly form: Form | undefined
  readonly registrant: string | null
  readonly period: string | null
  /** What to call the page where it told the form. */
  readonly where: string
}

/** A page of the viewer. */
export const VIEWER_PAGE = /^R\d+\.html?$/i

/** The cover page that belongs to a page of the viewer, among the names of its folder: it is the first of a filing. */
export const coverPageFor = (name: string, names: readonly string[]): string | undefined =>
  VIEWER_PAGE.test(name) ? names.find(each => each !== name && /^R1\.html?$/i.test(each)) : undefined

/** A row of the page: the element's name in its link, and the first cell after it. */
const ROW = /defref_dei_(\w{1,100})'[^<>]{0,200}>[\s\S]{0,600}?<td[^>]{0,200}>([\s\S]{0,600}?)<\/td>/g

const shown = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&#160;|&nbsp;/g, ' ')
    .replace(/&#8217;/g, '’')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()

/** Reads the cover page of a filing in EDGAR's viewer (`R1.htm`), so that another page's form can be told. */
export const readCoverPage = (name: string, text: string): PageCover => {
  const said = new Map<string, string>()
  for (const [, element = '', value = ''] of text.matchAll(ROW))
    if (!said.has(element) && shown(value) !== '') said.set(element, shown(value))
  const day = said.get('DocumentPeriodEndDate') ?? ''
  return {
    form: formNamed(said.get('DocumentType') ?? ''),
    registrant: said.get('EntityRegistrantName') ?? null,
    period: periodNamed(day),
    where: `the cover page, ${name}`,
  }
}
