import type { Nodes, Root } from 'mdast'
import { offsetsOf } from './offsets.js'

/** Tells whether an offset stands in code, where markup is shown and not meant. The tree is walked on the first question. */
export const verbatimIn = (root: Root): ((at: number) => boolean) => {
  let ranges: (readonly [number, number])[] | undefined
  return at => {
    if (!ranges) {
      ranges = []
      const rest: Nodes[] = [root]
      for (let node = rest.pop(); node; node = rest.pop()) {
        if (node.type === 'code' || node.type === 'inlineCode') ranges.push(offsetsOf(node))
        if ('children' in node) rest.push(...node.children)
      }
    }
    return ranges.some(([start, end]) => at >= start && at < end)
  }
}
