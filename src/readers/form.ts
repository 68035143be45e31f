import type { CydElement } from '../model/elements.js'
import type { Form } from '../model/forms.js'
import { FORMS } from '../model/forms.js'
import { type FormGuess, formOfText } from './form-of-text.js'

/** What an input states about its form: the value, and where it stands ("front matter"). */
export interface StatedForm {
  readonly form: Form
  readonly where: string
}

/** The form named by a value, in any case and with or without its hyphen. */
export const formNamed = (value: string): Form | undefined => {
  const wanted = value.trim().toUpperCase()
  return FORMS.find(form => form === wanted || form.replace('-', '') === wanted)
}

/** What to do where a form cannot be told. */
export const NO_FORM =
  'The form cannot be told: nothing names it, and the text does not say whether it belongs to Form 10-K or Form 20-F. Use --form, for example --form 20-F, or state "form" in the file.'

/** Facts of an incident alone are those of a current report. */
const formOfElements = (elements: readonly CydElement[]): FormGuess | undefined =>
  elements.length > 0 && elements.every(({ half }) => half === 'incident')
    ? { form: '8-K', from: 'all facts are those of a material incident, which Form 8-K reports' }
    : undefined

/** What the user says about the form of an input. */
export interface FormOptions {
  /** The form, whatever the input says. */
  readonly form?: Form | undefined
  /** The form of an input that states none, and who says so: "cydlint.config.yaml:2". */
  readonly assumedForm?: { readonly form: Form; readonly from: string } | undefined
}

/**
 * The form of a document: what the user names, else what the input states, else what the user takes for granted, else
 * what the text says of itself, else what the facts belong to.
 * @returns undefined where none of them tells
 */
export const resolveForm = (
  { form: option, assumedForm }: FormOptions,
  stated: StatedForm | undefined,
  texts: () => readonly string[],
  elements: readonly CydElement[],
): FormGuess | undefined => {
  if (option !== undefined) {
    const from =
      stated && stated.form !== option
        ? `--form, which overrides ${stated.form} in the ${stated.where}`
        : '--form'
    return { form: option, from }
  }
  if (stated) return { form: stated.form, from: stated.where }
  if (assumedForm) return assumedForm
  return formOfText(texts()) ?? formOfElements(elements)
}
