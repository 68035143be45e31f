import type { Nodes } from 'mdast'
import { ELEMENTS, elementNamed } from '../../model/elements.js'
import { didYouMean } from '../../text/nearest-name.js'
import { offsetsOf } from './offsets.js'
import { directiveName } from './parse.js'

/** Whether a directive's name is an element's, of either datatype. */
export const isKnownName = (name: string): boolean =>
  elementNamed(name, 'textBlock') !== undefined || elementNamed(name, 'boolean') !== undefined

const NAMES = [...new Set(ELEMENTS.map(({ name }) => name))]

/** A line that looks like the fence of a block, in any container. */
const FENCE = /^[ \t>]*(:{3,})([^\r\n]*)$/gm

interface Found {
  /** Offsets at which fences of known containers start. */
  readonly fences: Set<number>
  /** Stretches in which colons are no fences. */
  readonly verbatim: (readonly [number, number])[]
  readonly problems: { readonly at: number; readonly message: string }[]
  unclosed: boolean
}

const visitContainers = (root: Nodes, text: string): Found => {
  const found: Found = { fences: new Set(), verbatim: [], problems: [], unclosed: false }
  const rest: Nodes[] = [root]
  for (let node = rest.pop(); node; node = rest.pop()) {
    const [start, end] = offsetsOf(node)
    if (node.type === 'code' || node.type === 'html' || node.type === 'yaml')
      found.verbatim.push([start, end])
    if (node.type === 'containerDirective') {
      const colons = /^:+/.exec(text.slice(start, end))?.[0].length ?? 3
      found.fences.add(start)
      const slice = text.slice(start, end).trimEnd()
      const lastLine = Math.max(slice.lastIndexOf('\n'), slice.lastIndexOf('\r')) + 1
      const closing = /^([ \t>]*)(:{3,})$/.exec(slice.slice(lastLine))
      const name = directiveName(node.name)
      if (closing && lastLine > 0 && (closing[2]?.length ?? 0) >= colons)
        found.fences.add(start + lastLine + (closing[1]?.length ?? 0))
      else {
        found.unclosed = true
        found.problems.push({
          at: start,
          message: `the block "${':'.repeat(colons)}${name}" is opened here and not closed. Close it with a line of ${colons} colons; a block that holds others needs more colons than they have.`,
        })
      }
      if (!isKnownName(name))
        found.problems.push({
          at: start,
          message: `"${name}" is not a block.${didYouMean(name, NAMES) || ` The blocks are ${NAMES.join(', ')}.`}`,
        })
    }
    if ('children' in node) rest.push(...node.children)
  }
  return found
}

/**
 * What is wrong with the fences of a draft: blocks that are not closed, that have no known name, and lines of colons
 * that open or close nothing. In order of their lines.
 */
export const fenceProblems = (
  root: Nodes,
  text: string,
): readonly { readonly at: number; readonly message: string }[] => {
  if (!text.includes(':::')) return []
  const { fences, verbatim, problems, unclosed } = visitContainers(root, text)
  for (const match of text.matchAll(FENCE)) {
    const [line, colons = '', after = ''] = match
    const rest = after.trim()
    const at = match.index + line.indexOf(':')
    if (fences.has(at) || verbatim.some(([start, end]) => at >= start && at < end)) continue
    if (rest === '') {
      // Where a block is not closed, this line was meant to: one message is enough.
      if (!unclosed)
        problems.push({
          at,
          message: `"${colons}" closes no block. Delete the line, or open a block above it.`,
        })
    } else {
      const name = /^[\w-]+/.exec(rest)?.[0]
      problems.push({
        at,
        message: `"${line.trim().slice(0, 60)}" opens no block. Write ${name === undefined ? `"${colons}" and a name` : `"${colons}${name}"`} with nothing else on the line.`,
      })
    }
  }
  return problems.sort((a, b) => a.at - b.at)
}
