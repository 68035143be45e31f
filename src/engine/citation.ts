import type { Form } from '../model/forms.js'
import type { RequirementName } from '../model/requirements.js'
import type { RuleFile } from './rule.js'

/** Paragraphs of 17 CFR 229.106, which Form 20-F Item 16K repeats letter by letter. */
const PARAGRAPHS: Readonly<Record<RequirementName, string>> = {
  processes: '(b)(1)',
  integrated: '(b)(1)(i)',
  'third-party-engaged': '(b)(1)(ii)',
  'third-party-oversight': '(b)(1)(iii)',
  'material-effect': '(b)(2)',
  'board-oversight': '(c)(1)',
  'board-committee': '(c)(1)',
  'board-informed': '(c)(1)',
  'management-role': '(c)(2)',
  positions: '(c)(2)(i)',
  expertise: '(c)(2)(i)',
  'management-informed': '(c)(2)(ii)',
  'report-to-board': '(c)(2)(iii)',
}

/** Where a form asks for a requirement: "17 CFR 229.106(c)(1)", "Form 20-F Item 16K(c)(1)". */
export const requirementCitation = (requirement: RequirementName, form: Form): string =>
  `${form.startsWith('20-F') ? 'Form 20-F Item 16K' : '17 CFR 229.106'}${PARAGRAPHS[requirement]}`

/** The citation on which a rule itself stands, in a document of this form. */
export const ruleCitation = ({ authority }: Pick<RuleFile, 'authority'>, form: Form): string => {
  const { '10-K': tenK, '20-F': twentyF, current } = authority.citations
  if (form.startsWith('20-F') && twentyF) return twentyF
  if (form.startsWith('10-K') && tenK) return tenK
  return current ?? tenK ?? twentyF ?? ''
}

/** The item, as a sentence names it. */
export const itemPhrase = (form: Form): string => {
  if (form.startsWith('10-K')) return 'Item 1C of Form 10-K'
  if (form.startsWith('20-F')) return 'Item 16K of Form 20-F'
  return form === '6-K' ? 'the report on Form 6-K' : 'Item 1.05 of Form 8-K'
}
