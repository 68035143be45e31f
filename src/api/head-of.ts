import type { Disclosure } from '../model/disclosure.js'
import type { DocumentHead } from '../model/report.js'

/** The head of a disclosure, in the order in which reports give it. */
export const headOf = (disclosure: Disclosure): DocumentHead => ({
  path: disclosure.path,
  id: disclosure.id,
  form: disclosure.form,
  formFrom: disclosure.formFrom,
  item: disclosure.item,
  view: disclosure.view,
  registrant: disclosure.registrant,
  periodOfReport: disclosure.periodOfReport,
})
