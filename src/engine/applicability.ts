import type { Disclosure } from '../model/disclosure.js'
import { isAmendment, isAnnual } from '../model/forms.js'
import type { RuleFile } from './rule.js'

/**
 * Why a rule does not apply to a document, in words; null where it does. A document without a period of report is
 * taken to be one that the rule covers: most drafts name none.
 */
export const whyNotApplicable = (rule: RuleFile, { form, periodOfReport }: Disclosure): string | null => {
  if (!rule.forms.includes(form)) {
    if (isAmendment(form) && rule.forms.some(isAnnual) && isAnnual(form))
      return `An amendment (${form}) need not hold the item, so the rule is not applied to one.`
    return `The rule is for Form ${rule.forms.filter(each => !isAmendment(each)).join(', ')}; this is a Form ${form}.`
  }
  if (rule.from && periodOfReport && periodOfReport < rule.from)
    return `The rule is for periods that end on or after ${rule.from}; this one ended on ${periodOfReport}.`
  return null
}
