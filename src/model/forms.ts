export const FORMS = ['10-K', '10-K/A', '10-KT', '20-F', '20-F/A', '8-K', '8-K/A', '6-K'] as const
export type Form = (typeof FORMS)[number]

/** The item that a form's disclosure stands under; a 6-K has no numbered item. */
export type Item = '1C' | '16K' | '1.05'

export const itemOf = (form: Form): Item | null => {
  if (form.startsWith('10-K')) return '1C'
  if (form.startsWith('20-F')) return '16K'
  return form === '6-K' ? null : '1.05'
}

/** An annual report: Form 10-K or 20-F, with their amendments and transition reports. */
export const isAnnual = (form: Form): boolean => form.startsWith('10-K') || form.startsWith('20-F')

export const isAmendment = (form: Form): boolean => form.endsWith('/A')
