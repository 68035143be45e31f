/** What the reason of every finding begins with that a baseline holds. */
export const BY_BASELINE = 'baseline: '
