import type { NotChecked } from '../model/finding.js'
import type { Canvas } from './canvas.js'
import { gather } from './gather.js'
import { printable } from './style.js'
import { paragraph } from './wrap.js'

/** Rules that were not applied, gathered by reason; `*` stands for all rules. */
export const notCheckedLines = (notChecked: readonly NotChecked[], { width, style }: Canvas): string[] => {
  if (notChecked.length === 0) return []
  const byReason = gather(notChecked, ({ reason }) => reason)
  const lines = [...byReason].flatMap(([reason, entries]) => {
    const rules = entries.map(({ rule }) => rule).filter(rule => rule !== '*')
    return [
      ...paragraph(printable(reason), width, '  ', '- '),
      ...(rules.length === 0 ? [] : paragraph(rules.join(', '), width, '  ').map(line => style(line, 'dim'))),
    ]
  })
  return ['', style('Not checked', 'bold'), ...lines]
}
