const SPELLING = new Map([
  ['programme', 'program'],
  ['programmes', 'programs'],
  ['defence', 'defense'],
  ['defences', 'defenses'],
  ['licence', 'license'],
  ['centre', 'center'],
  ['centres', 'centers'],
  ['judgement', 'judgment'],
  ['behaviour', 'behavior'],
  ['behavioural', 'behavioral'],
  ['cheque', 'check'],
  ['fulfil', 'fulfill'],
  ['enrol', 'enroll'],
  ['organisational', 'organizational'],
])

const ISE = /^(.{3,})is(e|ed|er|ers|es|ing|ation|ations|ational)$/
/** Stems whose -ise is no British -ize: supervise, enterprise, otherwise, exercise, compromise. */
const TRUE_ISE =
  /(?:v|pr|w|a|o|gu|ch|expert|treat|parad|merchand|exerc|prec|conc|inc|exc|prom|prem|dem|surm|adv)$/

/** Folds the spelling of a lower-case word. Text and lexicon go through the same fold, so that no word is lost by it. */
export const foldSpelling = (word: string): string => {
  const mapped = SPELLING.get(word)
  if (mapped) return mapped
  if (word.length < 7 || !word.includes('is')) return word
  const ise = ISE.exec(word)
  return ise && !TRUE_ISE.test(ise[1] ?? '') ? `${ise[1]}iz${ise[2]}` : word
}
