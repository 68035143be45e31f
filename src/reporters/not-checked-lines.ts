import type { NotChecked } from '../model/finding.js'
import type { Canvas } from './canvas.js'
import { count } from './count.js'
import { gather } from './gather.js'
import { printable } from './style.js'
import { paragraph, shortened } from './wrap.js'

/**
 * Rules that were not applied, gathered by reason; `*` stands for all rules.
 * @param isShort the number of the rules in place of their names
 */
export const notCheckedLines = (
  notChecked: readonly NotChecked[],
  { width, style }: Canvas,
  isShort = false,
): string[] => {
  if (notChecked.length === 0) return []
  const byReason = gather(notChecked, ({ reason }) => reason)
  const lines = [...byReason].flatMap(([reason, entries]) => {
    const rules = entries.map(({ rule }) => rule).filter(rule => rule !== '*')
    if (isShort) {
      const many = rules.length === 0 ? '' : ` (${count(rules.length, 'rule')})`
      return [shortened(printable(`- ${reason}`), width - many.length) + many]
    }
    return [
      ...paragraph(printable(reason), width, '  ', '- '),
      ...(rules.length === 0 ? [] : paragraph(rules.join(', '), width, '  ').map(line => style(line, 'dim'))),
    ]
  })
  return ['', style('Not checked', 'bold'), ...lines]
}
