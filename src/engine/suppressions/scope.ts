import type { Reading } from '../../evidence/read.js'
import type { Block, Disclosure, Place } from '../../model/disclosure.js'
import type { Prose } from '../../model/prose.js'
import type { CommentDirective } from './comment.js'

/** Offsets of [from, to) in the source of a comment. */
export interface Scope {
  readonly from: number
  readonly to: number
}

const EVERYTHING: Scope = { from: 0, to: Number.POSITIVE_INFINITY }

/** Offset in the source at which an offset of a prose stands. */
export const startInSource = ({ text, toSource }: Prose, at: number): number =>
  toSource(at, Math.min(at + 1, text.length))[0]

/** End of a heading's section: the next heading that is no deeper, or the end of the prose. */
const sectionEnd = (prose: Prose, heading: number): number => {
  const level = prose.units[heading]?.level ?? 1
  const next = prose.units.findIndex(
    (unit, index) => index > heading && unit.kind === 'heading' && (unit.level ?? 1) <= level,
  )
  const end = next < 0 ? prose.text.length : (prose.units[next]?.start ?? prose.text.length)
  return prose.toSource(Math.max(0, end - 1), end)[1]
}

/** The outermost block that a directive or a tag opens after an offset, and before the next words. */
const blockAfter = ({ blocks }: Disclosure, at: Place, before: number): Block | undefined =>
  blocks
    .filter(({ origin }) => origin === 'directive' || origin === 'tag')
    .filter(({ at: { source, start } }) => source === at.source && start >= at.end && start <= before)
    .sort((a, b) => a.at.start - b.at.start || a.depth - b.depth)[0]

/** What `disable-next` reaches: the next sentence, or the block or section whose directive, tag or heading comes first. */
const nextScope = (at: Place, disclosure: Disclosure, { sentences }: Reading): Scope => {
  let first: { readonly start: number; readonly sentence: Reading['sentences'][number] } | undefined
  for (const sentence of sentences) {
    if (sentence.prose.source !== at.source) continue
    const start = startInSource(sentence.prose, sentence.start)
    if (start >= at.end && (!first || start < first.start)) first = { start, sentence }
  }
  const block = blockAfter(disclosure, at, first?.start ?? Number.POSITIVE_INFINITY)
  if (block) {
    const { prose, start, end } = block
    const inProse = end > start && prose.source === at.source ? prose.toSource(start, end)[1] : 0
    return { from: at.end, to: Math.max(block.at.end, inProse) }
  }
  if (!first) return { from: at.end, to: at.end }
  const { prose, unit, start, end } = first.sentence
  const isHeading = prose.units[unit]?.kind === 'heading'
  return { from: at.end, to: isHeading ? sectionEnd(prose, unit) : prose.toSource(start, end)[1] }
}

/** A comment that reaches findings, with what it reaches. */
export interface ScopedDirective {
  readonly directive: CommentDirective
  readonly scope: Scope
}

/** What the comments of a document reach, and those that reach nothing: a range that is not closed, or not opened. */
export const scopesOf = (
  directives: readonly CommentDirective[],
  disclosure: Disclosure,
  reading: Reading,
): {
  readonly scoped: readonly ScopedDirective[]
  readonly problems: readonly { readonly problem: string; readonly at: Place }[]
} => {
  const scoped: ScopedDirective[] = []
  const problems: { problem: string; at: Place }[] = []
  const open = new Map<string, CommentDirective>()
  for (const directive of directives) {
    const { kind, rule, at } = directive
    const opened = open.get(rule)
    if (kind === 'disable-file') scoped.push({ directive, scope: EVERYTHING })
    else if (kind === 'disable-next') scoped.push({ directive, scope: nextScope(at, disclosure, reading) })
    else if (kind === 'disable') {
      if (opened) problems.push({ problem: `${rule} is left out here already, by a comment before it.`, at })
      else open.set(rule, directive)
    } else if (!opened) problems.push({ problem: `no comment before it leaves out ${rule}.`, at })
    else {
      scoped.push({ directive: opened, scope: { from: opened.at.end, to: at.start } })
      open.delete(rule)
    }
  }
  for (const { rule, at } of open.values())
    problems.push({
      problem: `no “cydlint-enable ${rule}” ends it. Use cydlint-disable-file where it is meant for the whole document.`,
      at,
    })
  return { scoped, problems }
}
