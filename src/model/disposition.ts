/** What somebody decides about a finding, in the words of the tables that are handed round. */
export const DISPOSITIONS = ['fix', 'keep as drafted', 'not applicable', 'mistaken finding'] as const

export type Disposition = (typeof DISPOSITIONS)[number]

/** Those after which the words stay as they are, so that the finding is left out from then on. */
export type Suppressing = Exclude<Disposition, 'fix'>

export const isSuppressing = (disposition: Disposition): disposition is Suppressing => disposition !== 'fix'
