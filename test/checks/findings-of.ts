import type { Draft } from '../invariance.js'
import { CHANGES, changed } from '../invariance.js'
import { checkFile } from '../rules/findings.js'

const [asItIs] = CHANGES

/** What one rule quotes in an item of one paragraph; null for a finding that quotes nothing. */
export const quotesOf = async (
  rule: string,
  paragraph: string,
  form: Draft['form'] = '10-K',
): Promise<readonly (string | null)[]> => {
  const heading = form.startsWith('20-F') ? 'Item 16K. Cybersecurity' : 'Item 1C. Cybersecurity'
  return quotesIn(rule, { form, text: `${heading}\n\n${paragraph}` })
}

/** What one rule quotes in a draft. */
export const quotesIn = async (rule: string, draft: Draft): Promise<readonly (string | null)[]> => {
  const file = asItIs && changed(draft, asItIs)
  if (!file) throw new Error('the draft makes no file')
  const { findings } = await checkFile(file, draft.form)
  return findings.filter(finding => finding.rule === rule).map(({ quote }) => quote)
}
