import { COMPLIANCE_DATES } from '../model/compliance-dates.js'
import type { Disclosure } from '../model/disclosure.js'
import { isAmendment, isAnnual } from '../model/forms.js'
import type { RuleFile } from './rule.js'

/** The heading of an annual report's item, at the start of a line. */
const ANNUAL_HEADING = /^\W*(?:part i\W{1,5})?item\s*(?:1\s?C|16\s?K)\b/im
/** Where such a heading stands, in characters from the start. */
const HEAD = 2000

/** Says that a text of an annual report is taken for another form's, so that its rules are not applied; null where not. */
export const annualTextNote = ({ form, flags, blocks, prose }: Disclosure): string | null => {
  if (isAnnual(form)) return null
  const isAnnualText =
    [...flags, ...blocks].some(({ element }) => element.half === 'annual') ||
    prose.some(({ text }) => ANNUAL_HEADING.test(text.slice(0, HEAD)))
  return isAnnualText
    ? `The text is that of an annual report (Item 1C or 16K), and the form is ${form}: what an annual report has to disclose was not checked. Check it as a 10-K or 20-F.`
    : null
}

/**
/**
 * Whether there is what a rule is about: a rule on tags says nothing of a draft, nor that it does not; nor one that
 * compares where there is no document before; nor one on current reports of an annual report, or the reverse.
 */
export const isAbout = (
  { needs, forms }: RuleFile,
  { tagging, form }: Disclosure,
  hasPrior: boolean,
): boolean =>
  (needs !== 'tagging' || tagging !== undefined) &&
  (needs !== 'prior' || hasPrior) &&
  forms.some(each => isAnnual(each) === isAnnual(form))

/**
 * Why a rule does not apply to a document, in words; null where it does. A document without a period of report is
 * taken to be one that the rule covers: most drafts name none.
 */
export const whyNotApplicable = (rule: RuleFile, { form, periodOfReport }: Disclosure): string | null => {
  if (!rule.forms.includes(form)) {
    if (isAmendment(form) && rule.forms.some(isAnnual) && isAnnual(form))
      return `An amendment (${form}) need not hold the item, so the rule is not applied to one.`
    if (isAmendment(form) && rule.forms.some(each => form.startsWith(each)))
      return `An amendment (${form}) gives what was not determined before, so the rule is not applied to one.`
    return `The rule is for Form ${rule.forms.filter(each => !isAmendment(each)).join(', ')}; this is a Form ${form}.`
  }
  const from = rule.from && COMPLIANCE_DATES[rule.from].from
  if (from && periodOfReport && periodOfReport < from)
    return `The rule is for periods that end on or after ${from}; this one ended on ${periodOfReport}.`
  return null
}
