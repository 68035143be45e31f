import type { Block } from '../model/disclosure.js'
import type { CydElement } from '../model/elements.js'
import type { Prose } from '../model/prose.js'
import type { ProseBuilder } from '../text/prose-builder.js'

/** A block while it is open, and after: offsets into the prose's text, start before any space that is still due. */
export interface OpenBlock {
  readonly element: CydElement
  readonly origin: 'directive' | 'heading'
  readonly start: number
  end: number
  readonly depth: number
  /** Offsets of what opens it, to point to where it is empty. */
  readonly opener: readonly [number, number]
  /** Level of the heading that opened it; 0 for a directive. */
  readonly level: number
}

/** The blocks of a draft, opened and closed while its prose is built. */
export interface OpenBlocks {
  /** How many are open. */
  readonly depth: () => number
  /** The innermost open one. */
  readonly top: () => OpenBlock | undefined
  readonly open: (
    element: CydElement,
    origin: OpenBlock['origin'],
    opener: readonly [number, number],
    level: number,
  ) => void
  /** Ends open blocks from the innermost out, while `ends` says so. */
  readonly close: (ends: (block: OpenBlock) => boolean) => void
  /** All blocks with their places, once the prose is whole. */
  readonly finish: (prose: Prose) => readonly Block[]
}

export const openBlocks = (builder: ProseBuilder): OpenBlocks => {
  const blocks: OpenBlock[] = []
  const open: OpenBlock[] = []
  return {
    depth: () => open.length,
    top: () => open.at(-1),
    open: (element, origin, opener, level) => {
      const start = builder.length
      const block = { element, origin, start, end: start, depth: open.length, opener, level }
      blocks.push(block)
      open.push(block)
    },
    close: ends => {
      for (let top = open.at(-1); top && ends(top); top = open.at(-1)) {
        top.end = builder.length
        open.pop()
      }
    },
    finish: prose => blocks.map(block => finished(block, prose)),
  }
}

/** A block with its place, once the prose is whole: the space that was due when it opened is not its own. */
const finished = (block: OpenBlock, prose: Prose): Block => {
  let { start } = block
  while (start < block.end && (prose.text[start] === ' ' || prose.text[start] === '\n')) start++
  const end = Math.max(start, block.end)
  const [from, to] = end > start ? prose.toSource(start, end) : block.opener
  return {
    element: block.element,
    origin: block.origin,
    prose,
    start,
    end,
    depth: block.depth,
    truncated: false,
    at: { source: prose.source, start: from, end: to },
  }
}
